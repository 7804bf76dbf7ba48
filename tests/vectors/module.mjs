// The storefront module as it was built, under node: it was linked for pages, so the binary is read
// from disk and handed to it.

import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const built = new URL('../../build/wasm/', import.meta.url);
export const script = new URL('storefront.js', built);
const binary = new URL('storefront.wasm', built);

/** Why the tests of the module cannot run, or false: what `skip` of node:test takes. */
export const missing =
  !(existsSync(script) && existsSync(binary)) && `${fileURLToPath(built)} has no module`;

/** A module of its own, as `web/engine/core.d.ts` describes it. */
export async function startModule() {
  const { default: createStorefront } = await import(script.href);
  return createStorefront({
    instantiateWasm(imports, done) {
      WebAssembly.instantiate(readFileSync(binary), imports).then(({ instance, module }) =>
        done(instance, module),
      );
      return {};
    },
  });
}

/** Opens a model in a core and returns the status. */
export function open(core, bytes) {
  core.model(bytes.length).set(bytes);
  return core.open();
}

const fill = (core, { cart, exclude = [] }) => {
  core.cart(cart.length).set(cart);
  core.exclude(exclude.length).set(exclude);
};

const offersOf = (core, count) =>
  Array.from({ length: count }, (_, i) => [...core.offers().subarray(4 * i, 4 * i + 4)]);

/** The offers for a cart, as the lists of four numbers that stand in the kept cases. */
export function recommend(core, question, limit) {
  fill(core, question);
  return offersOf(core, core.recommend(limit));
}

export function closeGap(core, question, gapMinor, limit) {
  fill(core, question);
  return offersOf(core, core.closeGap(gapMinor, -1, 0, limit));
}

/** What a cart lacks for a goal of plain amounts: what counts, and what does not. */
export function goalMissing(core, { lines, notCounted = 0, discounts = 0, target, basis }) {
  core.lines(2).set([-1, lines - notCounted, -1, 1, 1, -1, notCounted, -1, 1, 0]);
  return core.goalMissing(0, target, basis === 'after' ? 2 : 0, discounts);
}
