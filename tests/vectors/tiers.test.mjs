// Order goals of every kind: the command and the page say what the cases of tiers.json say. And the
// merchant's rules: the page offers what the command offers.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { dice } from './dice.mjs';
import { kept } from './kept.mjs';
import { missing } from './module.mjs';
import { startPage } from './page.mjs';

const command = fileURLToPath(new URL('../../build/release/goeswith', import.meta.url));
const skip = missing || (!existsSync(command) && `${command} is not built`);

function workplace(t) {
  const folder = mkdtempSync(join(tmpdir(), 'goeswith-tiers-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  return {
    write: (name, content) => writeFileSync(join(folder, name), content),
    read: (name) => new Uint8Array(readFileSync(join(folder, name))),
    run(...args) {
      const done = spawnSync(command, args, { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 28 });
      assert.equal(done.status, 0, done.stderr);
      return done.stdout;
    },
  };
}

/** A model of three products: two cups, one of them on sale, and a pot. */
function smallModel(place) {
  const lines = ['order_id,product_id,price,currency'];
  for (let i = 0; i < 20; i++) for (const id of ['A', 'B', 'C']) lines.push(`${i},${id},10.00,EUR`);
  place.write('orders.csv', lines.join('\n'));
  place.write(
    'catalogue.csv',
    'id,category,brand,tags\nA,Cups,Other,\nB,Cups,Other,sale\nC,Pots,Ferro,\n',
  );
}

test('goals are what the cases say, in the command and in the page', { skip }, async (t) => {
  const place = workplace(t);
  smallModel(place);
  const recommenderOf = await startPage(t);
  for (const { name, goal, cart, expect } of kept('tiers.json'))
    await t.test(name, () => {
      const config = JSON.stringify({ goals: [goal] });
      place.write('shop.json', config);
      place.write('cart.json', JSON.stringify(cart));
      place.run('check', 'shop.json');
      const train = ['orders.csv', '--catalogue', 'catalogue.csv', '--config', 'shop.json'];
      place.run('train', ...train, '-o', 'shop.gw');
      const args = ['goals', 'shop.json', '--cart', 'cart.json', '--model', 'shop.gw', '--json'];
      const [native] = JSON.parse(place.run(...args)).goals;
      const numbers = native.shown && [
        native.targetMinor ?? native.targetItems,
        native.amountMinor ?? native.items,
        native.missingMinor ?? native.missingItems,
        native.reached,
        native.lost,
      ];
      assert.deepEqual(native.shown ? numbers : null, expect);
      const [page] = recommenderOf(place.read('shop.gw'), config).goals(cart);
      const told = page && [page.targetMinor, page.amountMinor, page.gapMinor];
      assert.deepEqual(told ? [...told, page.reached, page.lost] : null, expect);
    });
});

test('a goal with a mistake in it changes nothing about the goals behind it', {
  skip,
}, async (t) => {
  const place = workplace(t);
  smallModel(place);
  place.run('train', 'orders.csv', '--catalogue', 'catalogue.csv', '-o', 'shop.gw');
  const sound = (category) => ({
    reward: 'discount',
    percent: 5,
    amount: { EUR: '50.00' },
    only: { category },
  });
  const config = JSON.stringify({
    goals: [{ ...sound('Pots'), only: { categry: 'Pots' } }, sound('Cups'), sound('Pots')],
  });
  const cart = { currency: 'EUR', lines: [{ productId: 'A', lineMinor: 6000 }] };
  place.write('shop.json', config);
  place.write('cart.json', JSON.stringify(cart));
  const args = ['goals', 'shop.json', '--cart', 'cart.json', '--model', 'shop.gw', '--json'];
  const native = JSON.parse(place.run(...args)).goals.map(({ missingMinor }) => missingMinor);
  assert.deepEqual(native, [0, 5000]);
  const page = (await startPage(t))(place.read('shop.gw'), config);
  assert.deepEqual(
    page.goals(cart).map(({ gapMinor }) => gapMinor),
    native,
  );
  assert.match(page.problems[0].message, /goals\[0\]\.only\.categry/);
});

test('what was bought on one day is one order, in the command and in the page', {
  skip,
}, async (t) => {
  const place = workplace(t);
  smallModel(place);
  place.run('train', 'orders.csv', '-o', 'shop.gw');
  const page = (await startPage(t))(place.read('shop.gw'));
  for (const days of [
    [3, 3],
    [3, 30],
  ]) {
    const bought = [
      { id: 'A', daysAgo: days[0] },
      { id: 'B', daysAgo: days[1] },
    ];
    const told = bought.map(({ id, daysAgo }) => `${id}@${daysAgo}`).join();
    const args = ['recommend', 'shop.gw', '--bought', told, '--json', '--top', '2'];
    const native = JSON.parse(place.run(...args)).items.map(({ id, score }) => [id, score]);
    assert.deepEqual(
      page.recommend({ bought, limit: 2 }).map(({ id, score }) => [id, score]),
      native,
    );
    assert.equal(native[0][1] === native[1][1], days[0] === days[1]);
  }
});

test('a rule of months holds for what closes a gap too', { skip }, (t) => {
  const place = workplace(t);
  smallModel(place);
  place.run('train', 'orders.csv', '-o', 'shop.gw');
  place.write('cart.json', '{"currency":"EUR","lines":[{"productId":"A","lineMinor":4500}]}');
  const goals = [{ reward: 'free-shipping', amount: { EUR: '50.00' } }];
  const rules = [{ do: 'exclude', product: 'B', months: [7] }];
  place.write('shop.json', JSON.stringify({ goals, rules }));
  const closers = (day) => {
    const args = ['goals', 'shop.json', '--cart', 'cart.json', '--model', 'shop.gw', '--json'];
    const [goal] = JSON.parse(place.run(...args, '--day', day)).goals;
    return goal.closers.flatMap(({ products }) => products.map(({ id }) => id));
  };
  assert.ok(closers('2026-06-15').includes('B'));
  assert.ok(!closers('2026-07-15').includes('B'));
});

test('a goal that a discount takes away again is lost', { skip }, (t) => {
  const place = workplace(t);
  place.write(
    'shop.json',
    '{"goals":[{"reward":"free-shipping","amount":{"EUR":"50.00"}},{"reward":"points","points":10,"amount":{"EUR":"90"}}]}',
  );
  const cart = { currency: 'EUR', lines: [{ productId: 'A', lineMinor: 5200 }] };
  place.write('before.json', JSON.stringify(cart));
  place.write('cart.json', JSON.stringify({ ...cart, discountMinor: 300 }));
  const args = ['goals', 'shop.json', '--cart', 'cart.json', '--before', 'before.json'];
  const { goals } = JSON.parse(place.run(...args, '--json'));
  assert.deepEqual(
    goals.map(({ lost, missingMinor }) => [lost, missingMinor]),
    [
      [true, 100],
      [false, 4100],
    ],
  );
  assert.match(place.run(...args), /^free-shipping: lost again, 1\.00 EUR to go/);
});

/** Rules, rows and lists of every kind, drawn from a shop's own words. */
function randomConfig(random, { ids, categories, brands }) {
  const one = (list) => list[random.below(list.length)];
  const select = () =>
    [
      () => ({ product: [one(ids), one(ids), 'unknown'] }),
      () => ({ category: one(categories) }),
      () => ({ category: [one(categories), one(categories)], brand: one(brands) }),
      () => ({ price: { from: { EUR: '5.00' }, to: { EUR: `${10 + random.below(40)}` } } }),
      () => ({ brand: one(brands), price: { to: { EUR: '30' } } }),
    ][random.below(5)]();
  const makers = [
    () => ({ do: 'exclude', ...select() }),
    () => ({ do: 'pin', product: [one(ids), one(ids)] }),
    () => ({ do: 'boost', by: 1 + random.below(300), ...select() }),
    () => ({ do: 'bury', by: 1 + random.below(100), ...select() }),
    () => ({ do: 'share', of: 'category', ...(random.below(2) ? select() : {}) }),
    () => ({ do: 'differ', of: 'brand', ...(random.below(2) ? select() : {}) }),
    () => ({ do: 'near-price', percent: { from: random.below(50), to: 60 + random.below(200) } }),
    () => ({ do: 'at-most', count: 1 + random.below(2), of: one(['category', 'brand', 'parent']) }),
  ];
  const rules = Array.from({ length: random.below(6) }, () => ({
    ...makers[random.below(makers.length)](),
    ...(random.below(3) === 0 && { with: { category: one(categories) } }),
    ...(random.below(4) === 0 && { at: one(['cart', 'product', 'home']) }),
    ...(random.below(6) === 0 && { for: 'business' }),
    ...(random.below(6) === 0 && { until: '2030-12-24' }),
  }));
  const lists = [
    'together',
    'likely',
    'best-sellers',
    'new',
    'trending',
    'upgrade',
    'picked',
    `best-sellers:category=${one(categories)}`,
    `new:brand=${one(brands)}`,
    'best-sellers:cart-category',
    'best-sellers:top-product-category',
    'goes-with',
  ];
  const rows = random.below(2) ? [{ show: [one(lists), one(lists), 'best-sellers'] }] : [];
  return { rules, rows, picked: [one(ids), one(ids)], upgrade: { from: 5, to: 150 } };
}

test('under 150 configurations the page offers what the command offers', { skip }, async (t) => {
  const place = workplace(t);
  place.run('simulate', '--products', '300', '--orders', '8000', '--seed', '5', '-o', '.');
  place.run('train', 'orders.csv', '--catalogue', 'catalogue.csv', '-o', 'shop.gw');
  const recommenderOf = await startPage(t);
  const rows = new TextDecoder().decode(place.read('catalogue.csv')).split('\n').slice(1, -1);
  const cells = rows.map((row) =>
    [...row.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map((cell) => cell[1]),
  );
  const words = {
    ids: cells.map(([id]) => id),
    categories: [...new Set(cells.map((row) => row[6]))].filter((name) => !name.includes('"')),
    brands: [...new Set(cells.map((row) => row[7]))].filter((name) => !name.includes('"')),
  };
  const random = dice(11);
  let ruled = 0;
  for (let round = 0; round < 150; round++) {
    const config = JSON.stringify(randomConfig(random, words));
    place.write('shop.json', config);
    const recommender = recommenderOf(place.read('shop.gw'), config);
    assert.deepEqual(recommender.problems, [], config);
    const cart = Array.from({ length: random.below(4) }, () => words.ids[random.below(60)]);
    const product = random.below(2) ? words.ids[random.below(60)] : undefined;
    if (product && !recommender.has(product)) continue;
    const args = ['recommend', 'shop.gw', '--config', 'shop.json', '--json', '--top', '12'];
    for (const id of cart) args.push('--cart', id);
    if (product) args.push('--product', product, '--at', 'product');
    const ids = (offers) => offers.map(({ id, reason }) => `${id} ${reason}`);
    const native = JSON.parse(place.run(...args)).items;
    const offers = recommender.recommend({ cart, product, limit: 12 });
    assert.deepEqual(ids(offers), ids(native), `${config} ${args.join(' ')}`);
    if (product) {
      const bundle = JSON.parse(place.run(...args, '--bundle')).items;
      assert.deepEqual(ids(recommender.bundle({ product, cart })), ids(bundle), config);
    }
    ruled += native.length > 0;
  }
  assert.ok(ruled > 100, `${ruled} configurations left something to offer`);
});
