import { type Cart, modelCart } from './cart/cart.js';
import type { Amounts, Config } from './config.js';
import type { Ask, ShownOffer } from './elements/told.js';
import type { Offer, Recommender } from './engine/recommender.js';
import { type GoalState, nextGoal } from './goal.js';
import { bundlePrice, parseDecimal } from './money.js';
import type { Visitor } from './visitor.js';

/** Candidates for each place of a row, because some will be sold out. */
const spare = 3;
const gapCandidates = 12;
/** For a shopper who sends much back. */
const fewOffers = 2;

/** What an element is told. */
export interface Filling {
  offers: readonly ShownOffer[];
  goals?: readonly GoalState[];
  bundleMinor?: number | null;
}

/** What an element might show, before it is known what of it is for sale. */
export interface Plan {
  /** Best first. */
  offers: readonly Offer[];
  /** How many of them it shows if all are for sale. */
  places: number;
  /** What it shows of those that are. */
  fill(shown: readonly ShownOffer[]): Filling;
}

export interface Occasion {
  recommender: Recommender;
  cart: Cart;
  config: Config;
  visitor: Visitor;
  goals: readonly GoalState[];
  /** What stands on the page already. */
  taken: ReadonlySet<string>;
}

export const nothing: Plan = { offers: [], places: 0, fill: () => ({ offers: [] }) };

/** What the element that asks might show; `before` is what it shows. Throws as the recommender does. */
export function planOf(ask: Ask, before: readonly ShownOffer[], occasion: Occasion): Plan {
  const { visitor, config } = occasion;
  if (visitor.hides) return { ...nothing, fill: () => ({ offers: [], goals: [] }) };
  if (ask.kind === 'goal') return goalPlan(occasion);
  // What is on the page already is not taken away from under the shopper's eyes.
  if (before.length === 0 && visitor.hasSeenEnough(config)) return nothing;
  return ask.kind === 'row' ? rowPlan(ask, occasion) : bundlePlan(ask, occasion);
}

function rowPlan(
  ask: Ask & { kind: 'row' },
  { recommender, cart, visitor, taken }: Occasion,
): Plan {
  const { ids, quantities } = modelCart(cart, (id) => recommender.has(id));
  const { stage, viewed, bought, sendsBack } = visitor;
  // Who sends much back sees less, and something better rather than something more.
  const places = sendsBack ? Math.min(ask.limit, fewOffers) : ask.limit;
  const lists = sendsBack ? ['upgrade', 'together'] : ask.lists;
  const offers = recommender.recommend({
    cart: ids,
    quantities,
    product: ask.product,
    ...(lists && { lists }),
    ...(ask.placement && { placement: ask.placement }),
    ...{ stage, viewed, bought },
    limit: places * spare,
    exclude: [...taken],
  });
  return {
    offers: visitor.stepBack(offers),
    places,
    fill: (shown) => ({ offers: shown.slice(0, places) }),
  };
}

function bundlePlan(
  { product }: Ask & { kind: 'bundle' },
  { recommender, cart, config, visitor, taken }: Occasion,
): Plan {
  const { ids } = modelCart(cart, (id) => recommender.has(id));
  const itself = recommender.product(product);
  const question = { product, cart: ids, stage: visitor.stage, exclude: [...taken] };
  const others = itself ? recommender.bundle(question) : [];
  if (!itself || others.length === 0) return nothing;
  const offers = [itself, ...others];
  return {
    offers,
    places: offers.length,
    fill: (live) => {
      // Without the product itself there is nothing to complete.
      const [first] = live;
      if (first?.id !== product) return { offers: [] };
      const shown = live.filter((offer) => sameMoney(offer, first));
      // The price is that of the whole bundle.
      const whole = shown.length === offers.length;
      return { offers: shown, bundleMinor: whole ? priceOf(shown, config) : null };
    },
  };
}

/** What the merchant's bundle price makes of these products; null where there is none. */
function priceOf(offers: readonly ShownOffer[], { bundle }: Config): number | null {
  const { percent, amount, price } = bundle;
  const [{ currency, exponent }] = offers as [ShownOffer];
  const minor = (amounts: Amounts) => parseDecimal(amounts.get(currency) ?? '', exponent);
  const sum = offers.reduce((all, { priceMinor }) => all + priceMinor, 0);
  return bundlePrice(sum, { percent, amount: minor(amount), price: minor(price) });
}

/**
 * What closes the gap at live prices: one product that fits, else two that do so together, else
 * the cheapest one that reaches it.
 */
function goalPlan({ recommender, cart, goals, visitor, taken }: Occasion): Plan {
  const goal = nextGoal(goals);
  if (!goal || goal.reached || goal.items || recommender.currency !== goal.currency)
    return { ...nothing, fill: () => ({ goals, offers: [] }) };
  const { gapMinor, exponent, savesMinor, costsMinor } = goal;
  const toModel = (minor: number) => recommender.toModelMinor(minor, exponent);
  const question = {
    cart: modelCart(cart, (id) => recommender.has(id)).ids,
    gapMinor: toModel(gapMinor),
    savesMinor: savesMinor === null ? null : toModel(savesMinor),
    costsMinor: toModel(costsMinor),
    stage: visitor.stage,
    limit: gapCandidates,
    exclude: [...taken],
  };
  const one = recommender.closeGap(question);
  const two = recommender.closeGapWithTwo(question);
  return {
    offers: [...one, ...two],
    places: 1,
    fill: (live) => {
      const priced = new Map(
        live.filter((offer) => sameMoney(offer, goal)).map((offer) => [offer.id, offer]),
      );
      const of = (offers: readonly Offer[]) => offers.flatMap(({ id }) => priced.get(id) ?? []);
      const closes = of(one).filter(({ priceMinor }) => priceMinor >= gapMinor);
      const fits = closes.filter(({ priceMinor }) => priceMinor <= 2 * gapMinor);
      if (fits.length > 0) return { goals, offers: fits.slice(0, 1) };
      const pair = of(two);
      const sum = pair.reduce((all, { priceMinor }) => all + priceMinor, 0);
      if (pair.length === 2 && sum >= gapMinor && sum <= 2 * gapMinor)
        return { goals, offers: pair };
      closes.sort((a, b) => a.priceMinor - b.priceMinor);
      return { goals, offers: closes.slice(0, 1) };
    },
  };
}

type Unit = Pick<ShownOffer, 'currency' | 'exponent'>;

/** Whether two amounts can be compared and added. */
function sameMoney(a: Unit, b: Unit): boolean {
  return a.currency === b.currency && a.exponent === b.exponent;
}
