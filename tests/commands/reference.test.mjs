// Every example of web/README.md is run: configurations are checked, against a model too, and
// commands have to answer.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import Ajv from 'ajv/dist/2020.js';
import { run, top, workplace } from './goeswith.mjs';

const page = readFileSync(path.join(top, 'web/README.md'), 'utf8');
const examples = [...page.matchAll(/`((?:\{ "|goeswith )[^`]+)`/g)].map((match) => match[1]);

/** A whole configuration around an example of a part of one. */
function wholeConfig(text) {
  const json = JSON.parse(text);
  if (json.do) return { rules: [json] };
  if (json.reward) return { goals: [json] };
  if (json.show) return { rows: [json] };
  return json;
}

/** The invented shop of 300 products, with tags and margins, and an experiment in its orders. */
function demoShop(t) {
  const place = workplace(t);
  place.run('simulate', '--products', '300', '--orders', '40000', '--seed', '1', '-o', '.');
  const rows = place.read('catalogue.csv').toString().trimEnd().split('\n');
  const tags = ['summer, sale', 'winter, spare part', 'picnic', ''];
  place.write(
    'catalogue.csv',
    rows.map((row, i) => `${row},${i ? `"${tags[i % 4]}",${i % 60}` : 'tags,margin'}`).join('\n'),
  );
  const named = examples.filter((text) => text.startsWith('{')).map(wholeConfig);
  const all = (key) => named.flatMap((config) => config[key] ?? []);
  place.write('tags.json', JSON.stringify({ rules: all('rules') }));
  const config = { goals: all('goals').slice(0, 3), rules: all('rules').slice(0, 4) };
  place.write('shop.json', JSON.stringify({ ...config, picked: ['MOK-1000', 'CDL-1140'] }));
  place.write(
    'cart.json',
    '{"currency":"EUR","lines":[{"productId":"MOK-1000","lineMinor":3650}]}',
  );
  const train = ['--catalogue', 'catalogue.csv', '--config', 'tags.json', '-o', 'shop.gw'];
  const { status, err } = place.run('train', 'orders.csv', ...train);
  assert.equal(status, 0, err);
  const orders = ['order_id,product_id,price,tags,shop'];
  for (let i = 0; i < 400; i++)
    orders.push(
      `${i},A,${5 + (i % 7)},goeswith-${i % 3 ? 'shown' : 'hidden'},${i % 2 ? 'a' : 'b'}`,
    );
  place.write('measured.csv', orders.join('\n'));
  return place;
}

test('every example of the reference is run', async (t) => {
  assert.ok(examples.length > 60, `${examples.length} examples`);
  const place = demoShop(t);
  for (const text of examples)
    await t.test(text, () => {
      if (text.startsWith('{')) {
        place.write('one.json', JSON.stringify(wholeConfig(text)));
        const { status, out } = place.run('check', 'one.json', '--model', 'shop.gw');
        assert.equal(status, 0, out);
        return;
      }
      const words = text.match(/(?:[^\s"]|"[^"]*")+/g).slice(1);
      if (words.includes('...')) return;
      const args = words.map((word) => (word === 'orders.csv' ? 'measured.csv' : word));
      const { status, out, err } = place.run(...args);
      assert.equal(status, 0, err);
      // A head and at least one offer, but where there can be none.
      const offers = words[0] === 'recommend' && !/--list (likely|due-again)/.test(text);
      assert.ok(!offers || out.trim().split('\n').length > 1, `${text}\n${out}`);
    });
});

test('what the reference names is what there is', () => {
  const { err } = run(['recommend', 'x', '--list', 'nothing']);
  for (const [, list] of page.matchAll(/^\| `([a-z-]+)` \| [^|]+ \| `goeswith recommend/gm))
    assert.ok(err.includes(list), list);
  const names = /there are ([^;]+);/.exec(err)[1].split(', ');
  for (const name of names) assert.match(page, new RegExp(`^\\| \`${name}\``, 'm'), name);
});

test('the schema says of every example and of every wrong configuration what check says', async () => {
  const { wrong } = await import('./wrong.mjs');
  const schema = JSON.parse(readFileSync(path.join(top, 'web/shop.schema.json'), 'utf8'));
  const sound = new Ajv({ strict: true, strictRequired: false, strictTypes: false }).compile(
    schema,
  );
  for (const text of examples.filter((one) => one.startsWith('{')))
    assert.ok(sound(wholeConfig(text)), `${text}: ${JSON.stringify(sound.errors?.[0])}`);
  // What depends on two values at once, or on the calendar, is beyond a schema.
  const missed = wrong.filter(([, config]) => typeof config !== 'string' && sound(config));
  assert.ok(missed.length <= wrong.length / 3, missed.map(([name]) => name).join(', '));
});
