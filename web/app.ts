import type { Sources } from './ask.js';
import { findAdapter } from './cart/adapters.js';
import type { CustomShop } from './cart/custom.js';
import type { PlatformOf } from './cart/platforms.js';
import { loadConfig, noConfig } from './config.js';
import { Controller } from './controller.js';
import { sources } from './download.js';
import { defineGoesWith } from './elements/goes-with.js';
import { defineGoesWithBundle } from './elements/goes-with-bundle.js';
import { defineGoesWithGoal } from './elements/goes-with-goal.js';
import {
  createRecommender as create,
  type Recommender,
  type RecommenderOptions,
} from './engine/recommender.js';
import { toFailure } from './failure.js';
import { pause } from './pause.js';
import type { StartOptions } from './start.js';
import { Visitor } from './visitor.js';

/** Opens a model with what the script tag asked for already. */
export function createRecommender(
  options: RecommenderOptions,
  coming: Sources,
): Promise<Recommender> {
  for (const [url, answer] of coming) sources.set(url, answer);
  return create(options);
}

/**
 * Connects cart, engine and elements; `platform` finds the shop's. The cart is read while model, module
 * and configuration are on their way. A configuration that cannot be had costs its goals and rules, and
 * is told.
 */
export async function start(
  told: StartOptions,
  shop: CustomShop,
  coming: Sources,
  platform: PlatformOf,
): Promise<void> {
  // Its file comes first: the cart waits for it, and meanwhile everything else is made ready.
  const adapter = findAdapter(shop, told, platform);
  // Who waits for them hears of a failure.
  adapter.catch(() => {});
  const recommender = createRecommender({ model: told.model, integrity: told.integrity }, coming);
  recommender.catch(() => {});
  const config = told.config ? loadConfig(told.config) : Promise.resolve(noConfig);
  const controller = new Controller(new Visitor(shop, told));
  controller.listen();
  await pause();
  // Now that somebody listens: elements ask the moment they are defined.
  defineGoesWith();
  defineGoesWithGoal();
  defineGoesWithBundle();
  controller.start(await adapter);
  config.then((loaded) => controller.configure(loaded));
  try {
    controller.serve(await recommender);
  } catch (error) {
    controller.giveUp(toFailure(error, 'engine-failed'));
  }
}
