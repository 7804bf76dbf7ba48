import { findAdapter } from './cart/adapters.js';
import type { CustomShop } from './cart/custom.js';
import { loadConfig, noConfig } from './config.js';
import { Controller } from './controller.js';
import { defineGoesWith } from './elements/goes-with.js';
import { defineGoesWithGoal } from './elements/goes-with-goal.js';
import { tell } from './elements/told.js';
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
  whenThere('goes-with-bundle', async () =>
    (await import('./elements/goes-with-bundle.js')).defineGoesWithBundle(),
  );
  config.then((loaded) => controller.configure(loaded));
  try {
    controller.serve(await recommender);
  } catch (error) {
    controller.giveUp(toFailure(error, 'engine-failed'));
  }
}

/** Loads an element that few pages have, where there is one, now or later. */
function whenThere(tag: string, load: () => Promise<void>): void {
  const found = document.getElementsByTagName(tag);
  const added = new MutationObserver(() => look());
  const look = () => {
    if (found.length === 0) return;
    added.disconnect();
    load().catch((error) => {
      for (const element of found)
        tell(element, 'goeswith:error', toFailure(error, 'script-failed'));
    });
  };
  added.observe(document, { childList: true, subtree: true });
  look();
}
