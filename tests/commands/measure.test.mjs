// What `goeswith measure` tells of an experiment, and when it says that it cannot.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { workplace } from './goeswith.mjs';

/** Numbers from 0 to 1 that are the same on every run. */
function steady(seed) {
  let state = seed;
  return () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state / 2147483648;
  };
}

/** Orders of which three in ten saw nothing; those who saw offers add a second product more often. */
function experiment(orders, { lift = 0, seed = 1 } = {}) {
  const next = steady(seed);
  const lines = ['order_id,product_id,qty,price,customer_id,tags,notes,shop'];
  for (let order = 0; order < orders; order++) {
    const hidden = next() < 0.3;
    const label = hidden ? 'hidden' : 'shown';
    const count = next() < 0.3 + (hidden ? 0 : lift) ? 2 : 1;
    for (let i = 0; i < count; i++)
      lines.push(
        [
          order,
          `P${Math.floor(next() * 40)}`,
          1,
          (10 + 50 * next()).toFixed(2),
          `c${order % 1500}`,
          `"vip, goeswith-${label}"`,
          `"gift: no\ngoeswith: ${label}"`,
          order % 2 ? 'Rome' : 'Turin',
        ].join(),
      );
  }
  return `${lines.join('\n')}\n`;
}

test('a lift is told, with its interval, from tags and from notes alike', (t) => {
  const place = workplace(t);
  place.write('orders.csv', experiment(3000, { lift: 0.2 }));
  const measure = (...args) => {
    const { status, out, err } = place.run('measure', 'orders.csv', ...args, '--json');
    assert.equal(status, 0, err);
    return JSON.parse(out);
  };
  const told = measure('--label', 'tags', '--prefix', 'goeswith-');
  assert.equal(told.control, 'hidden');
  assert.deepEqual(
    told.labels.map(({ label }) => label),
    ['hidden', 'shown'],
  );
  const [hidden, shown] = told.labels;
  assert.equal(hidden.orders + shown.orders, 3000);
  for (const arm of told.labels)
    for (const key of [
      'average_order_value',
      'attach_rate',
      'items_per_order',
      'revenue_per_order',
    ])
      assert.ok(arm[key].low < arm[key].value && arm[key].value < arm[key].high, key);
  assert.ok(Math.abs(hidden.attach_rate.value - 0.3) < 0.05);
  assert.ok(shown.difference.attach_rate.told);
  assert.ok(shown.difference.attach_rate.low < 0.2 && shown.difference.attach_rate.high > 0.15);
  assert.equal(hidden.difference, undefined);
  const notes = measure('--label', 'notes', '--prefix', 'goeswith:');
  assert.deepEqual(notes.labels, told.labels);
  assert.deepEqual(measure('--label', 'tags', '--prefix', 'goeswith-'), told);
});

test('a further column splits the answer, and says that chance has more to play with', (t) => {
  const place = workplace(t);
  place.write('orders.csv', experiment(2000, { lift: 0.2 }));
  const args = [
    'measure',
    'orders.csv',
    '--label',
    'Tags',
    '--prefix',
    'goeswith-',
    '--by',
    'shop',
  ];
  const { by, labels } = JSON.parse(place.run(...args, '--json').out);
  assert.deepEqual(
    by.map(({ value }) => value),
    ['Rome', 'Turin'],
  );
  const orders = by.map((group) => group.labels[0].orders);
  assert.equal(orders[0] + orders[1], labels[0].orders);
  const { out, err } = place.run(...args);
  assert.match(out, /== shop: Rome ==/);
  assert.match(err, /one in twenty differs by chance/);
});

test('where it cannot tell, it says so, and how many orders it would take', (t) => {
  const place = workplace(t);
  place.write('few.csv', experiment(120));
  const few = place.run('measure', 'few.csv', '--label', 'tags', '--prefix', 'goeswith-');
  assert.match(few.out, /cannot tell yet: \d+ shoppers, and 100 in each label is the least/);
  place.write('none.csv', experiment(1500, { seed: 4 }));
  const none = place.run('measure', 'none.csv', '--label', 'tags', '--prefix', 'goeswith-');
  assert.match(
    none.out,
    /average order value .*cannot tell yet: 5 % would show in about \d+00 ord/,
  );
});

test('what cannot be compared is refused, with what there is', (t) => {
  const place = workplace(t);
  place.write('orders.csv', experiment(200));
  const refused = (pattern, status, ...args) => {
    const done = place.run('measure', 'orders.csv', ...args);
    assert.equal(done.status, status);
    assert.match(done.err, pattern);
    assert.equal(done.out, '');
  };
  refused(/orders\.csv:1: there is no column "label"; there are order_id, /, 1, '--label', 'label');
  refused(/no order has a label/, 1, '--label', 'tags', '--prefix', 'other-');
  refused(/every label .* is no; two are needed/, 1, '--label', 'notes', '--prefix', 'gift:');
  refused(/has 40 values; is that the label/, 1, '--label', 'product_id');
  refused(
    /no order has the label x; there are hidden, shown/,
    2,
    ...['--label', 'tags', '--prefix', 'goeswith-', '--control', 'x'],
  );
  refused(/--label is required/, 2);
});

test('orders without a label or an amount are counted and said', (t) => {
  const place = workplace(t);
  const lines = ['order_id,product_id,price,arm'];
  for (let i = 0; i < 40; i++)
    lines.push(`${i},A,${i === 0 ? '' : '4.35'},${['a', 'b', ''][i % 3]}`);
  place.write('orders.csv', lines.join('\n'));
  const { out, err } = place.run('measure', 'orders.csv', '--label', 'arm', '--json');
  const told = JSON.parse(out);
  assert.equal(told.orders_without_label, 13);
  assert.equal(told.labels[0].orders_without_amount, 1);
  assert.ok(Math.abs(told.labels[0].average_order_value.value - 4.35) < 1e-9);
  assert.ok(told.labels[0].revenue_per_order.value < 4.35);
  assert.match(err, /13 of 40 orders have no label/);
  assert.match(err, /no order names a customer/);
});
