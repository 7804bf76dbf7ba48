// `goeswith check` finds wrong configurations, each with its place and what would be right.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { workplace } from './goeswith.mjs';

const goal = (more) => ({ goals: [{ reward: 'free-shipping', amount: { EUR: '50' }, ...more }] });
const only = (json) => ({ goals: [json] });
const rule = (json) => ({ rules: [json] });

/** What is wrong, where it is told, and what is said to be right. */
const wrong = [
  ['no JSON', '{ "goals": [ }', 'line 1', /comma or a quote/],
  ['a list instead of an object', '[]', 'the whole file', /an object belongs here/],
  ['a key that is misspelt', { gaols: [] }, 'gaols', /known are .*goals/],
  ['a currency by name', { currency: 'Euro' }, 'currency', /such as "EUR"/],
  ['goals that are no list', { goals: {} }, 'goals', /a list belongs here/],
  ['a goal that is a number', only(50), 'goals[0]', /an object belongs here/],
  ['an unknown reward', goal({ reward: 'pony' }), 'goals[0].reward', /free-shipping, discount/],
  ['no amount', only({ reward: 'free-shipping' }), 'goals[0].amount', /"EUR": "50.00"/],
  ['an amount and items', goal({ items: 3 }), 'goals[0].amount', /not both/],
  ['an amount with a comma', goal({ amount: { EUR: '5,00' } }), 'goals[0].amount.EUR', /decimal/],
  ['an amount below 0', goal({ amount: { EUR: '-5' } }), 'goals[0].amount.EUR', /above 0/],
  ['an amount of 0', goal({ amount: { EUR: 0 } }), 'goals[0].amount.EUR', /above 0/],
  ['half a cent', goal({ amount: { EUR: '5.005' } }), 'goals[0].amount.EUR', /at most 2 decimals/],
  ['a tenth of a yen', goal({ amount: { JPY: '50.5' } }), 'goals[0].amount.JPY', /"5000"/],
  ['a currency that is none', goal({ amount: { euro: '5' } }), 'goals[0].amount.euro', /"EUR"/],
  [
    'items that are no number',
    only({ reward: 'message', text: 'x', items: 'three' }),
    'goals[0].items',
    /whole number from 1/,
  ],
  ['an unknown basis', goal({ basis: 'net' }), 'goals[0].basis', /"before" or "after"/],
  ['an unknown tax', goal({ tax: 'maybe' }), 'goals[0].tax', /"included", "excluded"/],
  ['a country by name', goal({ countries: ['Italy'] }), 'goals[0].countries', /such as "IT"/],
  ['a day that is none', goal({ from: '2026-02-30' }), 'goals[0].from', /"2026-12-24"/],
  [
    'days the other way round',
    goal({ from: '2026-12-24', until: '2026-12-01' }),
    'goals[0].until',
    /before "from"/,
  ],
  [
    'a discount without a percentage',
    only({ reward: 'discount', amount: { EUR: '50' } }),
    'goals[0]',
    /"percent": 10/,
  ],
  [
    'a percentage above 100',
    only({ reward: 'discount', percent: 110, amount: { EUR: '5' } }),
    'goals[0].percent',
    /1 to 100/,
  ],
  ['a percentage of shipping', goal({ percent: 10 }), 'goals[0].percent', /"discount"/],
  [
    'a gift that is not named',
    only({ reward: 'gift', amount: { EUR: '50' } }),
    'goals[0]',
    /id of the gift/,
  ],
  [
    'points without a number',
    only({ reward: 'points', amount: { EUR: '50' } }),
    'goals[0]',
    /"points": 100/,
  ],
  [
    'a message without words',
    only({ reward: 'message', amount: { EUR: '50' } }),
    'goals[0]',
    /"text"/,
  ],
  ['an empty part of the cart', goal({ only: {} }), 'goals[0].only', /conditions belong here/],
  [
    'a condition that is misspelt',
    goal({ except: { categry: 'Cups' } }),
    'goals[0].except.categry',
    /known are product, category/,
  ],
  ['rules that are no list', { rules: { do: 'pin' } }, 'rules', /a list belongs here/],
  ['a rule without an action', rule({ category: 'Cups' }), 'rules[0].do', /exclude, pin, boost/],
  ['an action that is misspelt', rule({ do: 'bost', by: 5 }), 'rules[0].do', /exclude, pin, boost/],
  ['everything excluded', rule({ do: 'exclude' }), 'rules[0]', /say what/],
  ['a pin of nothing', rule({ do: 'pin' }), 'rules[0]', /"product": \["A", "B"\]/],
  [
    'a boost of nothing',
    rule({ do: 'boost', brand: 'X' }),
    'rules[0].by|rules[0]',
    /"by" is missing/,
  ],
  ['a boost by a text', rule({ do: 'boost', brand: 'X', by: '50 %' }), 'rules[0].by', /1 to 900/],
  ['a burial by 200 %', rule({ do: 'bury', brand: 'X', by: 200 }), 'rules[0].by', /1 to 100/],
  [
    'a number that says nothing',
    rule({ do: 'exclude', brand: 'X', by: 5 }),
    'rules[0].by',
    /leave it out/,
  ],
  [
    'at most of an unknown kind',
    rule({ do: 'at-most', count: 1, of: 'colour' }),
    'rules[0].of',
    /category, brand, parent/,
  ],
  ['at most none', rule({ do: 'at-most', count: 0 }), 'rules[0].count', /1 to 100/],
  [
    'an unknown placement',
    rule({ do: 'exclude', tag: 'x', at: 'checkout' }),
    'rules[0].at',
    /home, product, cart/,
  ],
  [
    'an unknown stage',
    rule({ do: 'exclude', tag: 'x', for: 'rich' }),
    'rules[0].for',
    /first-visit/,
  ],
  ['a month 13', rule({ do: 'exclude', tag: 'x', months: [13] }), 'rules[0].months', /1 to 12/],
  [
    'a range the other way round',
    rule({ do: 'exclude', price: { from: { EUR: '9' }, to: { EUR: '5' } } }),
    'rules[0].price.to.EUR',
    /less than "from"/,
  ],
  [
    'a margin above 100',
    rule({ do: 'exclude', margin: { to: 120 } }),
    'rules[0].margin.to',
    /0 to 100/,
  ],
  [
    'near-price without a range',
    rule({ do: 'near-price' }),
    'rules[0].percent',
    /"from": 20, "to": 100/,
  ],
  [
    'an empty id',
    rule({ do: 'pin', product: [''] }),
    'rules[0].product',
    /a text, or a list of texts/,
  ],
  ['a row of nothing', { rows: [{ at: 'cart' }] }, 'rows[0].show', /"together", "best-sellers"/],
  [
    'a list that does not exist',
    { rows: [{ show: ['bestsellers'] }] },
    'rows[0].show',
    /best-sellers, new/,
  ],
  [
    'a scope that does not exist',
    { rows: [{ show: ['new:colour=red'] }] },
    'rows[0].show',
    /category=NAME/,
  ],
  ['a selection of numbers', { picked: [7] }, 'picked', /a list of texts/],
  [
    'an upgrade that is cheaper',
    { upgrade: { from: 50, to: 20 } },
    'upgrade.to',
    /the higher percentage/,
  ],
];

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
