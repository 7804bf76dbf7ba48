// The list of names that ends bindings/storefront.cpp, the TypeScript type that says the same, and
// what the built module has.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { kinds, missing, startModule } from './module.mjs';

const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

/** The names at the end of bindings/storefront.cpp, and the one of bindings/runtime.js. */
function boundNames() {
  const bindings = read('bindings/storefront.cpp').split('EMSCRIPTEN_BINDINGS')[1];
  const names = [...bindings.matchAll(/emscripten::function\("(\w+)"/g)];
  return [...names, ...read('bindings/runtime.js').matchAll(/Module\['(\w+)'\]/g)]
    .map(([, name]) => name)
    .sort();
}

/** The members of an interface: names at the begin of a line, two spaces in. */
function typedNames() {
  const [, body] = read('web/engine/core.d.ts').match(/export interface Core \{\n(.*?)\n\}/s);
  return [...body.matchAll(/^ {2}(\w+)\(/gm)].map(([, name]) => name).sort();
}

// Embind's own, of every module.
const embinds = ['BindingError', 'InternalError', 'UnboundTypeError'];

test('what is bound is what the TypeScript type names', () => {
  assert.ok(boundNames().length > 10);
  assert.deepEqual(boundNames(), typedNames());
});

for (const kind of kinds)
  test(`${kind}: the built module has what the TypeScript type names, and no more`, {
    skip: missing,
  }, async () => {
    const module = await startModule(kind);
    const functions = Object.keys(module).filter((name) => typeof module[name] === 'function');
    const own = functions.filter((name) => !embinds.includes(name) && name !== 'instantiateWasm');
    assert.deepEqual(own.sort(), typedNames());
  });
