// A page of a fake platform with its cart laid open, and what tests ask of it.

import assert from 'node:assert/strict';
import { assertCart } from '../platforms/platform.mjs';
import { openStage } from '../platforms/stage.mjs';
import { eventually } from '../support/browser.mjs';
import { pageFor } from './engines.mjs';

/** What is told within this time after a change was told because of it. */
export const quietMs = 1500;
export const pause = (ms) => new Promise((done) => setTimeout(done, ms));

/**
 * A shop, with what `before(store, fake)` put into it, and a page of it with the harness of
 * platforms/harness.ts that has told its first cart.
 */
export async function openCart(t, platform, { currency, before, ...what } = {}) {
  const stage = await openStage(t, platform, currency);
  before?.(stage.store, stage.fake);
  const { page, context, heard } = await pageFor(t, platform);
  await page.goto(stage.address(what));
  const told = () => page.evaluate(() => window.widget?.told);
  const cast = {
    ...stage,
    ...{ page, context, heard, told },
    theme: (call, ...args) =>
      page.evaluate(([name, args]) => window.theme[name](...args), [call, args]),
    events: (how) => page.evaluate((how) => Object.assign(window.theme, { events: how }), how),
    /** The shop's details of products, by our ids. */
    details: (...ids) =>
      page.evaluate(
        ([wanted, currency]) => window.widget.details(wanted, currency),
        [ids.map((id) => wanted(platform, stage.store, id)), stage.store.currency],
      ),
    /** Adds as the widget does: '' or why not. */
    add: (id) =>
      page.evaluate(
        ([wanted, currency]) => window.widget.add(wanted, currency),
        [wanted(platform, stage.store, id), stage.store.currency],
      ),
    /** The adapter's cart is the platform's, now or soon, and stays so. */
    async agrees(ms) {
      const look = async () =>
        assertCart((await told())?.carts.at(-1), JSON.parse(JSON.stringify(stage.fake.truth())));
      await eventually(look, ms);
    },
    /** How often the cart is read while `act` goes on and a while after it. */
    async readings(act) {
      const before = stage.of('read').length;
      await act();
      await pause(quietMs);
      return stage.of('read').length - before;
    },
    async lookAgain() {
      await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    },
  };
  if (!what.unheard) await eventually(async () => assert.ok((await told())?.carts.length));
  return cast;
}

function wanted(platform, store, id) {
  const product = store.find(id);
  return { id: platform.modelId?.(product) ?? product.id, url: platform.url(product) };
}
