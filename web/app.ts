import { findAdapter } from './cart/adapters.js';
import type { CustomShop } from './cart/custom.js';
import { loadConfig, noConfig } from './config.js';
import { Controller } from './controller.js';
import { defineGoesWith } from './elements/goes-with.js';
import { defineGoesWithBundle } from './elements/goes-with-bundle.js';
import { defineGoesWithGoal } from './elements/goes-with-goal.js';
import type { Recommender } from './engine/recommender.js';
import { toFailure } from './failure.js';
import { Visitor } from './visitor.js';

/**
 * Connects cart, engine and elements. The cart is read while model, module and configuration are on
 * their way. A configuration that cannot be had costs its goals and rules, and is told.
 */
export async function start(
  recommender: Promise<Recommender>,
  configUrl: string | undefined,
  shop: CustomShop,
  told: DOMStringMap,
): Promise<void> {
  const config = configUrl ? loadConfig(configUrl) : Promise.resolve(noConfig);
  const controller = new Controller(await findAdapter(shop), new Visitor(shop, told));
  controller.start();
  // Now that somebody listens: elements ask the moment they are defined.
  defineGoesWith();
  defineGoesWithGoal();
  defineGoesWithBundle();
  config.then((loaded) => controller.configure(loaded));
  try {
    controller.serve(await recommender);
  } catch (error) {
    controller.giveUp(toFailure(error, 'engine-failed'));
  }
}
