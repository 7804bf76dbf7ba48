import assert from 'node:assert/strict';
import { test } from 'node:test';
import { noConfig } from '../../web/config.js';
import { Recommender } from '../../web/engine/recommender.js';
import { FakeCore, type FakeOffer, type FakeProduct } from './fake_core.js';

const products: FakeProduct[] = [
  { id: 'A', title: 'Moka pot', url: '/p/A', price: 3650 },
  { id: 'B', title: 'Paper \u202efilters', url: 'javascript:alert(1)' },
  { id: '007', title: '' },
  { id: '🧦', title: 'x'.repeat(999) },
];
const all: FakeOffer[] = [
  [0, 8, 2, 20],
  [1, 6, 1, 0],
  [2, 0, 0, 0],
  [3, 0, 0, 0],
];

function setUp(offers: FakeOffer[] = all) {
  const core = new FakeCore(products, offers);
  let released = 0;
  const release = () => {
    released += 1;
  };
  const engine = { core, release };
  const recommender = new Recommender(engine, noConfig, 'https://shop.example/');
  return { core, recommender, released: () => released };
}
const ids = (offers: readonly { id: string }[]) => offers.map(({ id }) => id);

test('offers carry texts, reasons and evidence', () => {
  const [first, second] = setUp().recommender.recommend({ cart: [] });
  assert.deepEqual(first, {
    id: 'A',
    title: 'Moka pot',
    url: 'https://shop.example/p/A',
    image: '',
    priceMinor: 3650,
    score: 4,
    reason: 'together',
    support: 20,
  });
  assert.equal(second?.reason, 'likely');
  assert.equal(second?.title, 'Paper filters');
  assert.equal(second?.url, '');
  assert.equal(second?.priceMinor, null);
});

test('a product without a title is called by its id', () => {
  assert.equal(setUp().recommender.recommend({ cart: [] })[2]?.title, '007');
});

test('unknown and repeated ids do no harm', () => {
  const { core, recommender } = setUp();
  const offers = recommender.recommend({ cart: ['🧦', '🧦', '7', '__proto__', '', '007'] });
  assert.deepEqual(core.cartSeen, [3, 2]);
  assert.deepEqual(ids(offers), ['A', 'B']);
});

test('for a product, the cart is left out and only the product counts', () => {
  const { core, recommender } = setUp();
  const offers = recommender.recommend({ product: 'A', cart: ['B'], exclude: ['007'] });
  assert.deepEqual(core.cartSeen, [0]);
  assert.deepEqual(ids(offers), ['🧦']);
});

test('a limit is at most 64, and nonsense is none', () => {
  const { recommender } = setUp(Array.from({ length: 64 }, (): FakeOffer => [0, 1, 2, 1]));
  for (const limit of [64, 65, 1e9, Number.POSITIVE_INFINITY])
    assert.equal(recommender.recommend({ limit }).length, 64);
  for (const limit of [0, -1, Number.NaN]) assert.equal(recommender.recommend({ limit }).length, 0);
});

test('numbers out of range are no offers', () => {
  const wrong: FakeOffer[] = [
    [-1, 1, 2, 1],
    [4, 1, 2, 1],
    [0, 1, 11, 1],
    [0, 1, -1, 1],
    [0, 1, 2, -1],
    [1, 1, 2, 1],
  ];
  assert.deepEqual(ids(setUp(wrong).recommender.recommend({ limit: 10 })), ['B']);
});

test('a gap of nothing needs no product', () => {
  const { recommender } = setUp();
  assert.deepEqual(recommender.closeGap({ cart: [], gapMinor: 0 }), []);
  assert.deepEqual(ids(recommender.closeGap({ cart: ['A'], gapMinor: 5, limit: 1 })), ['B']);
});

test('after a trap the module is not asked again', () => {
  const { core, recommender } = setUp();
  core.ask = () => {
    throw new Error('unreachable');
  };
  assert.throws(() => recommender.recommend({}), { code: 'module-failed' });
  core.ask = () => 0;
  assert.throws(() => recommender.recommend({}), { code: 'recommender-closed' });
});

test('closing twice lets go once', () => {
  const { recommender, released } = setUp();
  recommender.close();
  recommender.close();
  assert.equal(released(), 1);
});
