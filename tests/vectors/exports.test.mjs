// The list of names that ends bindings/storefront.cpp, the TypeScript type that says the same, and
// what the built module has.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { missing, startModule } from './module.mjs';

const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

function boundNames() {
  const bindings = read('bindings/storefront.cpp').split('EMSCRIPTEN_BINDINGS')[1];
  return {
    classes: [...bindings.matchAll(/class_<\w+>\("(\w+)"\)/g)].map((match) => match[1]),
    methods: [...bindings.matchAll(/\n\s*\.function\("(\w+)"/g)].map((match) => match[1]),
    functions: [...bindings.matchAll(/emscripten::function\("(\w+)"/g)].map((match) => match[1]),
  };
}

/** The members of an interface: names at the begin of a line, two spaces in. */
function membersOf(name) {
  const body = read('web/engine/core.d.ts').match(
    new RegExp(`export interface ${name} \\{\\n(.*?)\\n\\}`, 's'),
  )[1];
  return [...body.matchAll(/^ {2}(\w+)[(:]/gm)].map((match) => match[1]);
}

test('what is bound is what the TypeScript type names', () => {
  const { classes, methods, functions } = boundNames();
  assert.ok(methods.length > 10);
  // Every bound class has `delete`; Embind brings it.
  assert.deepEqual([...methods, 'delete'].sort(), membersOf('Core').sort());
  assert.deepEqual([...classes, ...functions].sort(), membersOf('StorefrontModule').sort());
});

test('the built module has what the TypeScript type names, and no more', {
  skip: missing,
}, async () => {
  const module = await startModule();
  for (const name of membersOf('StorefrontModule')) assert.equal(typeof module[name], 'function');
  for (const name of membersOf('Core'))
    assert.equal(typeof module.Core.prototype[name], 'function');
  const { classes, methods, functions } = boundNames();
  assert.deepEqual(
    Object.keys(module.Core.prototype)
      .filter((name) => name !== 'constructor')
      .sort(),
    methods.sort(),
  );
  assert.deepEqual(classes, ['Core']);
  assert.deepEqual(functions, []);
});
