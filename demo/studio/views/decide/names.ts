import type { Placement, Stage } from '../../../../web/json.js';

/** Where a row stands, as people say it. */
export const placementNames: Readonly<Record<Placement, string>> = {
  home: 'Home page',
  product: 'Product page',
  cart: 'Cart',
  drawer: 'Cart drawer',
  'after-purchase': 'After the purchase',
};

/** Who looks. */
export const stageNames: Readonly<Record<Stage, string>> = {
  'first-visit': 'First visit',
  looking: 'Looking around',
  'first-purchase': 'Bought once',
  returning: 'Comes back',
  away: 'Away for half a year',
  business: 'Business customer',
};

/** Texts by names that are known, in their order. */
export const entriesOf = <Name extends string>(names: Readonly<Record<Name, string>>) =>
  Object.entries(names) as [Name, string][];
