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
  const take = async (ids: string, count: number) =>
    offers.take([...ids].map(offer), count, 'EUR', 'en', (shown) => shown.length >= count);
  return { asked, offers, take };
}

test('what is shown costs what the shop asks now', async () => {
  const [shown] = await setUp([live('A')]).take('A', 1);
  assert.deepEqual([shown?.price, shown?.title], ['€4.35', "model's A"]);
});

test('what is sold out, unpriced or unknown to the shop gives its place to the next', async () => {
  const products = [
    live('A', { available: false }),
    live('B', { priceMinor: 0 }),
    live('C', { currency: '?' }),
    live('E'),
    live('F'),
  ];
  const shown = await setUp(products).take('ABCDEFG', 2);
  assert.deepEqual(
    shown.map(({ id }) => id),
    ['E', 'F'],
  );
});

test('no more products are asked for than are needed', async () => {
  const { asked, take } = setUp([...'ABCDEFGH'].map((id) => live(id)));
  await take('ABCDEFGH', 4);
  assert.deepEqual(asked, ['ABCD']);
});

test('a link that leads away and a picture that is a script are dropped', async () => {
  const hostile = live('A', { url: 'https://evil.example/', image: 'javascript:alert(1)' });
  const [shown] = await setUp([hostile]).take('A', 1);
  assert.equal(shown?.url, 'https://shop.example/p/A');
  assert.equal(shown?.image, '');
});

test('what was shown can be added, what was not cannot', async () => {
  const { offers, take } = setUp([live('A')]);
  await take('AB', 2);
  assert.equal(offers.product('A')?.variantId, 'A');
  assert.equal(offers.product('B'), undefined);
});

test('a shop that never tells its prices is given up on', async (t) => {
  const pass = stopClock(t);
  const silent = { details: () => new Promise(() => {}) } as Partial<Adapter> as Adapter;
  const taken = new LiveOffers(silent).take([offer('A')], 1, 'EUR', 'en', () => false);
  pass(10_000);
  await assert.rejects(taken, { message: 'the shop did not tell its prices' });
});
