// What editors are told of the elements is what their doc blocks say, and what the elements do.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { test } from 'node:test';
import { Ajv } from 'ajv';
import { elementsOf, resolved } from '../../web/build/doc_blocks.mjs';
import { offersOf, openPage, test as pageTest } from '../browser/support/browser.mjs';
import { startShop } from '../browser/support/shop.mjs';
import { dist, ownCart, page as pageOf, top } from './support.mjs';

const shop = await startShop();

const read = (file) => JSON.parse(readFileSync(join(dist, file), 'utf8'));
const manifest = read('custom-elements.json');
const elements = new Map(manifest.modules[0].declarations.map((one) => [one.tagName, one]));
const kinds = {
  attr: 'attributes',
  slot: 'slots',
  fires: 'events',
  cssprop: 'cssProperties',
  csspart: 'cssParts',
};
const tags = ['goes-with', 'goes-with-bundle', 'goes-with-goal', 'goes-with-list'];

const folder = join(top, 'web', 'elements');
const sources = readdirSync(folder)
  .filter((file) => file.endsWith('.ts'))
  .map((file) => ({ file, text: readFileSync(join(folder, file), 'utf8') }));
const namesOf = (element, kind) => element[kind].map(({ name }) => name);

test('the manifest is one of schema 2, and package.json names it', () => {
  const schema = createRequire(import.meta.url)('custom-elements-manifest/schema.json');
  const validate = new Ajv({ strict: false }).compile(schema);
  assert.ok(validate(manifest), JSON.stringify(validate.errors));
  assert.match(manifest.schemaVersion, /^2\./);
  const { customElements, 'web-types': webTypes } = JSON.parse(
    readFileSync(join(top, 'package.json'), 'utf8'),
  );
  assert.equal(customElements, 'web/dist/custom-elements.json');
  assert.equal(webTypes, './web/dist/web-types.json');
  assert.deepEqual([...elements.keys()].sort(), tags);
});

test('every attribute, slot, event, property and part of the doc blocks is in the manifest', () => {
  let count = 0;
  for (const { text } of sources)
    for (const [, block] of text.matchAll(/\/\*\*([\s\S]*?)\*\//g)) {
      const [, tag] = /^[\s*]*<([\w-]+)>/.exec(block) ?? [];
      if (!tag) continue;
      // Read differently from how the build reads it: line by line, up to the second space.
      for (const [, word, said] of block.matchAll(/^ \* @(\w+)(?: \{\w+\})? (.*)$/gm)) {
        assert.ok(kinds[word], `@${word}`);
        const [list] = said.split(/ {2}|, and /);
        const names = namesOf(elements.get(tag), kinds[word]);
        for (const name of list.split(/, */).filter((one) => /^[\w:-]+$/.test(one))) {
          assert.ok(names.includes(name), `<${tag}> @${word} ${name}`);
          count += 1;
        }
      }
    }
  assert.ok(count > 60, `${count} names`);
});

test('every custom property that the elements read is in the manifest', () => {
  const told = new Set([...elements.values()].flatMap((one) => namesOf(one, 'cssProperties')));
  for (const { file, text } of sources)
    for (const [, name] of text.matchAll(/var\((--goes-with-[\w-]+)/g))
      assert.ok(told.has(name), `${file}: ${name}`);
});

test('every event that the elements tell is in the manifest', () => {
  const told = new Set([...elements.values()].flatMap((one) => namesOf(one, 'events')));
  for (const event of ['add', 'click', 'error', 'goal', 'view'])
    assert.ok(told.has(`goeswith:${event}`), event);
});

test('VS Code and JetBrains complete the same tags and attributes', () => {
  const { tags: vscode } = read('html-custom-data.json');
  const jetBrains = read('web-types.json').contributions.html.elements;
  for (const tag of tags) {
    const attributes = namesOf(elements.get(tag), 'attributes');
    for (const all of [vscode, jetBrains])
      assert.deepEqual(
        namesOf(
          all.find(({ name }) => name === tag),
          'attributes',
        ),
        attributes,
      );
  }
  const { parts } = jetBrains.find(({ name }) => name === 'goes-with').css;
  assert.ok(parts.some(({ name }) => name === 'title'));
});

test('a doc block that says what nobody reads stops the build', () => {
  const block = (line) => `/**\n * <x-y> is.\n *\n * ${line}\n */\nexport class X extends Y {}`;
  assert.throws(() => elementsOf(block('@attribute size')), /<x-y>: there is no @attribute/);
  const like = elementsOf(block('@csspart those of <x-z>'));
  assert.throws(() => resolved(like), /there is no <x-z>/);
  assert.throws(() => elementsOf('/** <x-y> is. */\nconst x = 1;'), /no class/);
});

pageTest('every part that a page draws is in the manifest', async (t) => {
  const { page } = await openPage(t);
  const script = `<script type="module" src="/dist/goeswith.js" data-model="/shop.gw"
      data-config="/shop.json"></script>
    <script type="module">
      import { onPrices, setCart } from '/dist/goeswith.js';
      ${ownCart}
    </script>`;
  const drawn = `<goes-with evidence></goes-with><goes-with-goal></goes-with-goal>
    <goes-with-bundle product="MOK-1000"></goes-with-bundle><goes-with-list></goes-with-list>`;
  await page.goto(pageOf(shop, '/parts', { tags: script, elements: drawn }));
  for (const tag of ['goes-with', 'goes-with-list']) await offersOf(page, tag);
  await page.locator('goes-with-goal [role=progressbar]').waitFor();
  await page.locator('goes-with-bundle [part~=total]').waitFor();
  for (const tag of tags) {
    const parts = await page
      .locator(tag)
      .evaluate(({ shadowRoot }) =>
        [...shadowRoot.querySelectorAll('[part]')].flatMap(({ part }) => [...part]),
      );
    const told = namesOf(elements.get(tag), 'cssParts');
    const unknown = [...new Set(parts)].filter((part) => !told.includes(part));
    assert.ok(parts.length > 3, `${tag}: ${parts}`);
    assert.deepEqual(unknown, [], tag);
  }
});
