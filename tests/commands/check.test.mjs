// `goeswith check` finds wrong configurations, each with its place and what would be right.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { workplace } from './goeswith.mjs';
import { goal, rule, wrong } from './wrong.mjs';

test(`${wrong.length} wrong configurations are found, each with its place and what is right`, async (t) => {
  assert.ok(wrong.length >= 40);
  const place = workplace(t);
  for (const [name, config, where, right] of wrong)
    await t.test(name, () => {
      place.write('shop.json', typeof config === 'string' ? config : JSON.stringify(config));
      const { status, out } = place.run('check', 'shop.json');
      assert.equal(status, 1);
      const told = out.trim().split('\n');
      const places = where.split('|').map((one) => `shop.json: ${one}: `);
      const line = told.find((text) => places.some((start) => text.startsWith(start)));
      assert.ok(line, `${where} in\n${out}`);
      assert.match(line, right);
    });
});

test('every mistake of a file is told at once', (t) => {
  const place = workplace(t);
  place.write(
    'shop.json',
    JSON.stringify({ ...goal({ basis: 'net' }), ...rule({ do: 'pin' }), x: 1 }),
  );
  const { out, err } = place.run('check', 'shop.json');
  assert.equal(out.trim().split('\n').length, 3);
  assert.match(err, /3 mistakes/);
});

test('with a model, names that it does not know are found', (t) => {
  const place = workplace(t);
  const lines = ['order_id,product_id,price,currency'];
  for (let i = 0; i < 20; i++) for (const id of ['A', 'B']) lines.push(`${i},${id},10.00,EUR`);
  place.write('orders.csv', lines.join('\n'));
  place.write('catalogue.csv', 'id,category,tags\nA,Cups,sale\nB,Cups,\n');
  place.run('train', 'orders.csv', '--catalogue', 'catalogue.csv', '-o', 'shop.gw');
  place.write(
    'shop.json',
    JSON.stringify({
      goals: [{ reward: 'free-shipping', amount: { USD: '50' }, only: { category: 'Hats' } }],
      rules: [
        { do: 'pin', product: ['A', 'Z'] },
        { do: 'exclude', category: 'cups' },
        { do: 'exclude', tag: 'old' },
        { do: 'boost', by: 5, brand: 'Ferro' },
        { do: 'bury', by: 5, price: { to: { USD: '5' } } },
        { do: 'exclude', category: 'Cups' },
      ],
      rows: [{ show: 'new:category=Hats' }],
      picked: ['A', 'Y'],
    }),
  );
  assert.equal(place.run('check', 'shop.json').status, 0);
  const { status, out } = place.run('check', 'shop.json', '--model', 'shop.gw');
  assert.equal(status, 1);
  assert.deepEqual(
    out
      .trim()
      .split('\n')
      .map((line) => line.split(': ')[1])
      .sort(),
    [
      'goals[0].amount',
      'goals[0].only.category',
      'picked',
      'rows[0].show',
      'rules[0].product',
      'rules[1].category',
      'rules[2].tag',
      'rules[3].brand',
      'rules[4].price',
    ],
  );
  assert.match(out, /knows no product "Z"; the spelling of the orders/);
});
