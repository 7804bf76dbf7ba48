import { findAdapter } from './cart/adapters.js';
import type { CustomShop } from './cart/custom.js';
import { loadConfig } from './config.js';
import { Controller } from './controller.js';
import { defineGoesWith } from './elements/goes-with.js';
import { defineGoesWithGoal } from './elements/goes-with-goal.js';
import type { Recommender } from './engine/recommender.js';

/** Connects cart, engine and elements, then lets the elements come to life. */
export async function start(
  recommender: Promise<Recommender>,
  configUrl: string | undefined,
  shop: CustomShop,
): Promise<void> {
  // Products do not wait for it: a configuration that never comes costs its goals only.
  const config = configUrl ? loadConfig(configUrl) : undefined;
  const [ready, adapter] = await Promise.all([recommender, findAdapter(shop)]);
  const controller = new Controller(ready, adapter);
  controller.start();
  config?.then((loaded) => controller.configure(loaded));
  // Now that somebody listens: elements ask the moment they are defined.
  defineGoesWith();
  defineGoesWithGoal();
}
