import { findAdapter } from './cart/adapters.js';
import type { CustomShop } from './cart/custom.js';
import { loadConfig } from './config.js';
import { Controller } from './controller.js';
import { defineGoesWith } from './elements/goes-with.js';
import { defineGoesWithBundle } from './elements/goes-with-bundle.js';
import { defineGoesWithGoal } from './elements/goes-with-goal.js';
import type { Recommender } from './engine/recommender.js';
import { toFailure } from './failure.js';

/**
 * Connects cart, engine and elements. The cart is read while model and module are on their way, and
 * products do not wait for the configuration: one that never comes costs its goals only.
 */
export async function start(
  recommender: Promise<Recommender>,
  configUrl: string | undefined,
  shop: CustomShop,
): Promise<void> {
  const config = configUrl ? loadConfig(configUrl) : undefined;
  const controller = new Controller(await findAdapter(shop));
  controller.start();
  // Now that somebody listens: elements ask the moment they are defined.
  defineGoesWith();
  defineGoesWithBundle();
  defineGoesWithGoal();
  config?.then((loaded) => controller.configure(loaded));
  try {
    controller.serve(await recommender);
  } catch (error) {
    controller.giveUp(toFailure(error, 'engine-failed'));
  }
}
