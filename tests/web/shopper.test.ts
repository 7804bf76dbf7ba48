import assert from 'node:assert/strict';
import { test } from 'node:test';
import { labelOf } from '../../web/experiment.js';
import { forget, Shopper } from '../../web/shopper.js';

/** A storage as browsers have it. */
function storage(kept: Record<string, string> = {}) {
  const items = new Map(Object.entries(kept));
  return {
    items,
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
    removeItem: (key: string) => void items.delete(key),
  } as unknown as Storage & { items: Map<string, string> };
}
const on = (day: number) => ({ day, month: 1 });

test('what was viewed comes newest first, once each, and stays for the next page', () => {
  const kept = storage();
  const first = new Shopper(kept, on(100));
  for (const id of ['A', 'B', 'A', 'C']) first.sees(id);
  assert.deepEqual(new Shopper(kept, on(100)).viewed, ['C', 'A', 'B']);
});

test('orders are told once, with the days since', () => {
  const kept = storage();
  const shopper = new Shopper(kept, on(100));
  shopper.orders(['A', 'B']);
  shopper.orders(['A', 'B']);
  shopper.orders([]);
  assert.deepEqual(new Shopper(kept, on(130)).bought, [
    { id: 'A', daysAgo: 30 },
    { id: 'B', daysAgo: 30 },
  ]);
});

test('stages follow from visits and orders', () => {
  const kept = storage();
  assert.equal(new Shopper(kept, on(1)).stage, 'first-visit');
  assert.equal(new Shopper(kept, on(1)).stage, 'first-visit');
  assert.equal(new Shopper(kept, on(5)).stage, 'looking');
  new Shopper(kept, on(5)).orders(['A']);
  assert.equal(new Shopper(kept, on(9)).stage, 'first-purchase');
  new Shopper(kept, on(9)).orders(['B']);
  assert.equal(new Shopper(kept, on(12)).stage, 'returning');
  assert.equal(new Shopper(kept, on(400)).stage, 'away');
});

test('what is shown on three pages and never asked for is ignored, until it is asked for', () => {
  const kept = storage();
  for (let page = 0; page < 3; page++) {
    const shopper = new Shopper(kept, on(1));
    assert.equal(shopper.ignores('A'), false);
    shopper.wasShown(['A']);
    shopper.wasShown(['A']);
  }
  const shopper = new Shopper(kept, on(2));
  assert.ok(shopper.ignores('A'));
  shopper.asksFor('A');
  assert.equal(shopper.ignores('A'), false);
});

test('rows are counted by the day', () => {
  const kept = storage();
  const shopper = new Shopper(kept, on(1));
  shopper.wasShown(['A']);
  shopper.wasShown(['B']);
  assert.equal(new Shopper(kept, on(1)).rowsToday, 2);
  assert.equal(new Shopper(kept, on(2)).rowsToday, 0);
});

test('memory is bounded, and what others wrote into it does no harm', () => {
  const kept = storage();
  const shopper = new Shopper(kept, on(1));
  for (let i = 0; i < 500; i++) {
    shopper.sees(`P${i}`);
    shopper.wasShown([`P${i}`]);
    shopper.orders([`P${i}`]);
  }
  assert.ok(kept.items.get('goeswith.history')!.length < 20_000);
  for (const text of [
    '',
    '[]',
    'null',
    '{"viewed":7,"orders":[1,{"day":"x"}],"ignored":{"A":"x"}}',
  ])
    assert.deepEqual(new Shopper(storage({ 'goeswith.history': text }), on(1)).viewed, []);
  forget(kept);
  assert.equal(kept.items.size, 0);
});

test('a label is drawn by its share, kept in the tab, and the cart’s own wins', () => {
  const experiment = { name: 'test', hidden: 10 };
  assert.equal(
    labelOf(experiment, {}, null, () => 0.099),
    'hidden',
  );
  assert.equal(
    labelOf(experiment, {}, null, () => 0.1),
    'shown',
  );
  const tab = storage();
  assert.equal(
    labelOf(experiment, {}, tab, () => 0),
    'hidden',
  );
  assert.equal(
    labelOf(experiment, {}, tab, () => 0.9),
    'hidden',
  );
  assert.equal(
    labelOf(experiment, { test: 'shown' }, tab, () => 0),
    'shown',
  );
  assert.equal(
    labelOf(experiment, {}, tab, () => 0),
    'shown',
  );
  let hidden = 0;
  for (let i = 0; i < 20_000; i++) hidden += Number(labelOf(experiment, {}, null) === 'hidden');
  assert.ok(Math.abs(hidden / 20_000 - 0.1) < 0.01, `${hidden}`);
});
