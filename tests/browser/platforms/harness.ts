// What a page's widget does with its cart, laid open: finding the adapter, the loop, live details, and
// adding, with nothing of ours in between. tests/browser/platforms/stage.mjs bundles it.

import { findAdapter } from '../../../web/cart/adapters.js';
import type { Cart } from '../../../web/cart/cart.js';
import type { CustomShop } from '../../../web/cart/custom.js';
import { CartLoop } from '../../../web/cart/loop.js';
import { platformOf } from '../../../web/cart/platforms.js';
import { cleanText } from '../../../web/text.js';

const told: { carts: Cart[]; causes: string[]; failures: string[]; consents: boolean[] } = {
  carts: [],
  causes: [],
  failures: [],
  consents: [],
};

async function start() {
  const script = document.querySelector<HTMLElement>('script[data-harness]');
  // What a page of one's own told by `setCart` and the like.
  const globals = globalThis as Record<symbol, CustomShop | undefined>;
  const key = Symbol.for('goeswith.shop');
  globals[key] ??= {};
  const adapter = await findAdapter(globals[key], script?.dataset ?? {}, platformOf);
  const loop = new CartLoop(adapter, {
    changed: (cart, cause) => {
      told.carts.push(cart);
      told.causes.push(cause);
    },
    failed: ({ code, message }) => told.failures.push(`${code}: ${message}`),
  });
  const details = (wanted: { id: string; url: string }[], currency: string) =>
    adapter.details(wanted, currency);
  Object.assign(window, {
    widget: {
      told,
      platform: adapter.platform,
      details,
      /** As the controller adds; resolves to '' or to why it was refused. */
      async add(wanted: { id: string; url: string }, currency: string) {
        const [product] = await details([wanted], currency);
        if (!product) return `${wanted.id} is unknown to the shop`;
        try {
          await adapter.add(product);
          return '';
        } catch (error) {
          return cleanText((error as Error).message) || 'refused';
        } finally {
          loop.look('shopper');
        }
      },
    },
  });
  adapter.consent?.((agrees) => told.consents.push(agrees));
  loop.start();
}

start().catch((error) => {
  told.failures.push(`${error.code ?? error.name}: ${error.message}`);
  Object.assign(window, { widget: { told, platform: '' } });
});
