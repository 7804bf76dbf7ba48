import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { toCart } from '../../web/cart/cart.js';
import { Ga4Adapter } from '../../web/cart/ga4.js';
import type { Told } from '../../web/cart/platform.js';
import { FakeNode, forget } from './page.js';

const page = globalThis as { dataLayer?: unknown };
let layer: unknown[] = [];
beforeEach(() => {
  forget();
  layer = [];
  page.dataLayer = layer;
});

function gtag(..._: unknown[]): void {
  // biome-ignore lint/complexity/noArguments: it is what the snippet of the tag pushes
  layer.push(arguments);
}
const moka = {
  item_id: 'MOKA-3',
  item_name: 'Moka',
  item_variant: 'Red',
  price: 24.5,
  quantity: 1,
};
const filter = { item_id: 'FILTER', item_name: 'Filters', price: '4.35', quantity: '3' };
const push = (event: string, ...items: object[]) =>
  layer.push({ event, ecommerce: { currency: 'EUR', items } });
const view = (items: object[], value?: unknown) =>
  layer.push({ event: 'view_cart', ecommerce: { currency: 'EUR', value, items } });
const start = (told: Told = {}) => {
  const adapter = new Ga4Adapter(told);
  return async () => {
    const { lines, ...cart } = toCart(await adapter.read(), 1);
    const told = lines.map(({ sku, qty, lineMinor }) => `${qty} ${sku || '?'} ${lineMinor}`);
    return { ...cart, lines, told };
  };
};

test('a look at the cart is its state, additions and removals are differences', async () => {
  const read = start();
  view([moka, filter], 37.55);
  assert.deepEqual((await read()).told, ['1 MOKA-3 2450', '3 FILTER 1305']);
  push('add_to_cart', { ...filter, quantity: 2 });
  assert.deepEqual((await read()).told, ['1 MOKA-3 2450', '5 FILTER 2175']);
  push('remove_from_cart', moka);
  push('remove_from_cart', { ...filter, quantity: 9 });
  assert.deepEqual((await read()).told, []);
  view([moka]);
  const { told, currency, subtotalMinor, discountMinor } = await read();
  assert.deepEqual(
    [told, currency, subtotalMinor, discountMinor],
    [['1 MOKA-3 2450'], 'EUR', 2450, null],
  );
});

test('what was pushed before the script came is heard too, and gtag() like a push', async () => {
  view([moka]);
  gtag('event', 'add_to_cart', { items: [filter] });
  gtag('config', 'G-1');
  const read = start();
  assert.deepEqual((await read()).told, ['1 MOKA-3 2450', '3 FILTER 1305']);
});

test('a cart that was never shown whole has something in it that nobody knows', async () => {
  const read = start();
  assert.deepEqual((await read()).told, ['1 ? null']);
  push('add_to_cart', moka);
  const { told, subtotalMinor } = await read();
  assert.deepEqual([told, subtotalMinor], [['1 MOKA-3 2450', '1 ? null'], null]);
});

test('items that do not make the value that was told are not the whole cart', async () => {
  const read = start();
  view([moka], 49);
  assert.deepEqual((await read()).told, ['1 MOKA-3 2450', '1 ? null']);
  view([moka], '24.50');
  assert.deepEqual((await read()).told, ['1 MOKA-3 2450']);
});

test('a purchase leaves an empty cart, and a reset of the layer changes nothing', async () => {
  const read = start();
  view([moka]);
  layer.push({ ecommerce: null });
  assert.deepEqual((await read()).told, ['1 MOKA-3 2450']);
  push('purchase', moka);
  assert.deepEqual((await read()).told, []);
});

test('variants of one product are lines of their own', async () => {
  const read = start();
  view([moka, { ...moka, item_variant: 'Blue' }]);
  assert.equal((await read()).lines.length, 2);
  push('remove_from_cart', { ...moka, item_variant: 'Blue' });
  assert.deepEqual(
    (await read()).lines.map(({ variantId }) => variantId),
    ['Red'],
  );
});

test('the shop’s own id is cut out of the one that is told', async () => {
  const read = start({ itemId: '^shopify_[A-Z]+_\\d+_(\\d+)$' });
  view([{ ...moka, item_id: 'shopify_IT_7001_41' }, filter]);
  assert.deepEqual(
    (await read()).lines.map(({ sku, productId }) => [sku, productId]),
    [
      ['41', 'shopify_IT_7001_41'],
      ['FILTER', 'FILTER'],
    ],
  );
  assert.throws(() => new Ga4Adapter({ itemId: '(' }), { code: 'platform-unknown' });
});

test('at most 200 items are kept', async () => {
  const read = start();
  view(Array.from({ length: 500 }, (_, at) => ({ ...moka, item_id: `P${at}` })));
  assert.equal((await read()).lines.length, 200);
});

test('nonsense is heard without harm', async () => {
  const read = start();
  view([moka]);
  for (const entry of [
    ...[null, undefined, 5, 'event', [], ['event'], { event: 5 }, { event: 'add_to_cart' }],
    ...[
      { event: 'add_to_cart', ecommerce: { items: 'none' } },
      { event: 'view_item', ecommerce: {} },
    ],
    { event: 'add_to_cart', ecommerce: { items: [null, 7, {}, { item_id: {} }] } },
    { event: 'add_to_cart', ecommerce: { items: [{ item_id: 'X', quantity: 'many' }] } },
    { event: 'add_to_cart', ecommerce: { items: [{ item_id: 'X', quantity: -1 }] } },
    { event: '__proto__', ecommerce: { items: [moka] } },
  ])
    layer.push(entry);
  assert.deepEqual((await read()).told, ['1 MOKA-3 2450']);
});

test('push stays what it was: who it is called on, what it returns and what it throws', () => {
  const calls: unknown[] = [];
  const own = Object.assign([] as unknown[], {
    push(this: unknown, ...entries: unknown[]) {
      calls.push([this, ...entries]);
      if (entries[0] === 'bad') throw new Error('the tag’s own');
      return 42;
    },
  });
  page.dataLayer = own;
  const adapter = new Ga4Adapter({});
  let heard = 0;
  adapter.listen(() => {
    heard += 1;
  });
  const { push } = own;
  assert.equal(push.call('somebody', 1, 2), 42);
  assert.throws(() => own.push('bad'), { message: 'the tag’s own' });
  assert.deepEqual(calls, [
    ['somebody', 1, 2],
    [own, 'bad'],
  ]);
  assert.equal(heard, 2);
  new Ga4Adapter({});
  assert.equal(own.push, push, 'nobody does it twice');
});

test('a layer that does not exist yet or is an element is made, one that is none is refused', () => {
  for (const poser of [undefined, new FakeNode()]) {
    page.dataLayer = poser;
    new Ga4Adapter({});
    assert.ok(Array.isArray(page.dataLayer));
  }
  page.dataLayer = { push: () => {} };
  assert.throws(() => new Ga4Adapter({}), { code: 'platform-unknown' });
});

test('a data layer adds nothing and tells no prices, and says so once', async () => {
  const adapter = new Ga4Adapter({});
  await assert.rejects(adapter.add(), /onAdd/);
  await assert.rejects(adapter.details(), { code: 'prices-unknown' });
  assert.deepEqual(await adapter.details(), []);
});
