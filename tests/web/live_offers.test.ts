import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Adapter, LiveProduct } from '../../web/cart/adapter.js';
import type { Offer } from '../../web/engine/recommender.js';
import { LiveOffers } from '../../web/live_offers.js';
import { stopClock } from './clock.js';

Object.assign(globalThis, { document: { baseURI: 'https://shop.example/' } });

const offer = (id: string): Offer => ({
  id,
  title: `model's ${id}`,
  url: `https://shop.example/p/${id}`,
  image: '',
  priceMinor: 100,
  score: 1,
  reason: 'together',
  support: 20,
});
const live = (id: string, changes: Partial<LiveProduct> = {}): LiveProduct => ({
  id,
  variantId: id,
  title: '',
  url: '',
  image: '',
  priceMinor: 435,
  exponent: 2,
  currency: 'EUR',
  available: true,
  ...changes,
});

function setUp(products: LiveProduct[]) {
  const asked: string[] = [];
  const adapter = {
    details: async (wanted) => {
      asked.push(wanted.map(({ id }) => id).join(''));
      return products.filter(({ id }) => wanted.some((product) => product.id === id));
    },
  } as Partial<Adapter> as Adapter;
  const offers = new LiveOffers(adapter);
  const take = async (ids: string, currency = 'EUR') => {
    await offers.ask([...ids].map(offer), currency);
    return offers.shown([...ids].map(offer), 'en');
  };
  return { asked, offers, take };
}

test('what is shown costs what the shop asks now', async () => {
  const [shown] = await setUp([live('A')]).take('A');
  assert.deepEqual([shown?.price, shown?.title], ['€4.35', "model's A"]);
});

test('what is sold out, unpriced or unknown to the shop is no offer', async () => {
  const products = [
    live('A', { available: false }),
    live('B', { priceMinor: 0 }),
    live('C', { currency: '?' }),
    live('E'),
    live('F'),
  ];
  const shown = await setUp(products).take('ABCDEFG');
  assert.deepEqual(
    shown.map(({ id }) => id),
    ['E', 'F'],
  );
});

test('of a product with too few pieces none is shown', async () => {
  const { offers, take } = setUp([live('A', { stock: 2 }), live('B', { stock: 3 }), live('C')]);
  offers.leastStock = 3;
  const shown = await take('ABC');
  assert.deepEqual(
    shown.map(({ id }) => id),
    ['B', 'C'],
  );
});

test('all that is not known is asked for at once, and once', async () => {
  const { asked, take } = setUp([...'ABCD'].map((id) => live(id)));
  await Promise.all([take('AABC'), take('BC')]);
  await take('CBAD');
  assert.deepEqual(asked, ['ABC', 'D']);
});

test('what the shop left out is asked for again, and so is what is in doubt', async () => {
  const { asked, offers, take } = setUp([live('A'), live('B')]);
  await take('ABX');
  await take('ABX');
  offers.forget('B');
  assert.deepEqual(offers.shown([offer('B')], 'en'), [], 'what is in doubt is not shown');
  await take('AB');
  offers.forget();
  await take('AB');
  assert.deepEqual(asked, ['ABX', 'X', 'B', 'AB']);
});

test('in another currency, and after five minutes, prices are news', async (t) => {
  const { asked, take } = setUp([live('A')]);
  await take('A');
  await take('A', 'USD');
  const now = Date.now();
  t.mock.method(Date, 'now', () => now + 299_000);
  await take('A', 'USD');
  t.mock.restoreAll();
  t.mock.method(Date, 'now', () => now + 301_000);
  await take('A', 'USD');
  assert.deepEqual(asked, ['A', 'A', 'A']);
});

test('a link that leads away and a picture that is a script are dropped', async () => {
  const hostile = live('A', { url: 'https://evil.example/', image: 'javascript:alert(1)' });
  const [shown] = await setUp([hostile]).take('A');
  assert.equal(shown?.url, 'https://shop.example/p/A');
  assert.equal(shown?.image, '');
});

test('what was shown can be added, what was not cannot', async () => {
  const { offers, take } = setUp([live('A')]);
  await take('AB');
  assert.equal(offers.product('A')?.variantId, 'A');
  assert.equal(offers.product('B'), undefined);
});

test('a shop that never tells its prices is given up on, and asked again', async (t) => {
  const pass = stopClock(t);
  let asked = 0;
  const silent = {
    details: () => {
      asked += 1;
      return new Promise(() => {});
    },
  } as Partial<Adapter> as Adapter;
  const offers = new LiveOffers(silent);
  for (const times of [1, 2]) {
    const taken = offers.ask([offer('A')], 'EUR');
    pass(10_000);
    await assert.rejects(taken, { message: 'the shop did not tell its prices' });
    assert.equal(asked, times);
  }
});
