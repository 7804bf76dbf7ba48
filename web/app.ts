import { findAdapter } from './cart/adapters.js';
import type { CustomShop } from './cart/custom.js';
import { Controller } from './controller.js';
import { defineGoesWith } from './elements/goes-with.js';
import { defineGoesWithGoal } from './elements/goes-with-goal.js';
import type { Recommender } from './engine/recommender.js';

/** Connects cart, engine and elements, then lets the elements come to life. */
export async function start(recommender: Promise<Recommender>, shop: CustomShop): Promise<void> {
  const [ready, adapter] = await Promise.all([recommender, findAdapter(shop)]);
  new Controller(ready, adapter).start();
  // Now that somebody listens: elements ask the moment they are defined.
  defineGoesWith();
  defineGoesWithGoal();
}
