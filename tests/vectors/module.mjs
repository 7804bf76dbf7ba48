// The storefront module as it was built, under node: it was linked for pages, so the binary is read
// from disk and handed to it.

import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const built = new URL('../../build/wasm/', import.meta.url);
export const script = new URL('storefront.js', built);
const binary = new URL('storefront.wasm', built);
const stand = new URL('storefront_js.js', built);

/** Why the tests of the module cannot run, or false: what `skip` of node:test takes. */
export const missing =
  ![script, binary, stand].every((file) => existsSync(file)) &&
  `${fileURLToPath(built)} has no module`;

/** The core as a page runs it, and as a page without WebAssembly does. */
export const kinds = ['WebAssembly', 'JavaScript'];

/** A module of its own, as `web/engine/core.d.ts` describes it. */
export async function startModule(kind = kinds[0]) {
  const { default: createStorefront } = await import((kind === kinds[0] ? script : stand).href);
  return createStorefront({
    instantiateWasm(imports, done) {
      WebAssembly.instantiate(readFileSync(binary), imports).then(done);
    },
  });
}

/** Opens a model in a core and returns the status. */
export function open(core, bytes) {
  const room = core.model(bytes.length);
  new Uint8Array(core.memory(), room, bytes.length).set(bytes);
  return core.open();
}

/** Puts rules in force and returns whether they are sound. */
export function setRules(core, words) {
  const room = core.rules(words.length);
  new Uint32Array(core.memory(), room, words.length).set(words);
  return core.setRules() === 1;
}

const noneAtHand = 0xffffffff;
const cartPlacement = 2;

function answers(core, { cart, exclude = [] }, ...question) {
  const words = [noneAtHand, cartPlacement, 0, 0, 0, cart.length, exclude.length, 0, 0, 0, 0];
  new Uint32Array(core.memory(), core.room()).set([...words, ...cart, ...exclude]);
  const count = core.ask(...question);
  return Array.from({ length: count }, (_, i) => [
    ...new Int32Array(core.memory(), core.offers() + 16 * i, 4),
  ]);
}

/** The offers for a cart, as the lists of four numbers that stand in the kept cases. */
export function recommend(core, question, limit) {
  return answers(core, question, 0, limit, 0, -1, 0);
}

export function closeGap(core, question, gapMinor, limit) {
  return answers(core, question, 2, limit, gapMinor, -1, 0);
}

/** What a cart lacks for a goal of plain amounts: what counts, and what does not. */
export function goalMissing(core, { lines, notCounted = 0, discounts = 0, target, basis }) {
  const rows = [-1, lines - notCounted, -1, 1, 1, -1, notCounted, -1, 1, 0];
  new Float64Array(core.memory(), core.room(), rows.length).set(rows);
  return core.goalMissing(0, basis === 'after' ? 2 : 0, target, discounts, 2);
}
