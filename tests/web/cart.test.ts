import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type CartInput, modelCart, sameCart, toCart } from '../../web/cart/cart.js';

test('a cart of two lines adds up by itself', () => {
  const cart = toCart(
    { currency: 'EUR', lines: [{ productId: 'A', qty: 2, unitMinor: 450 }, { lineMinor: 100 }] },
    7,
  );
  assert.equal(cart.seq, 7);
  assert.equal(cart.exponent, 2);
  assert.equal(cart.subtotalMinor, 1000);
  assert.equal(cart.discountMinor, 0);
  assert.equal(cart.needsShipping, null);
  assert.equal(cart.freeShippingNow, null);
});

test('what a line costs is unknown, never 0, where nobody told', () => {
  const cart = toCart({ currency: 'EUR', lines: [{ productId: 'A' }] }, 1);
  assert.equal(cart.lines[0]?.unitMinor, null);
  assert.equal(cart.subtotalMinor, null);
});

test('amounts that are no whole minor units are unknown', () => {
  for (const unitMinor of [4.5, -1, '450', Number.NaN, null, 2 ** 60])
    assert.equal(toCart({ lines: [{ unitMinor }] }, 1).lines[0]?.lineMinor, null);
});

test('a hostile cart is a small cart', () => {
  const line = { productId: 'A', qty: 1, name: `\u202eevil\u0000${'x'.repeat(9999)}` };
  const cart = toCart({ currency: '<b>', locale: {}, lines: Array(9999).fill(line) }, 1);
  assert.equal(cart.currency, '');
  assert.equal(cart.locale, '');
  assert.equal(cart.lines.length, 500);
  assert.ok(cart.lines[0]!.name.length <= 200);
  assert.match(cart.lines[0]!.name, /^evil x+$/);
});

test('lines that are not lines are left out', () => {
  const lines = [null, 5, 'x', { qty: 0 }, { qty: -1 }, { qty: 'many' }, { productId: 'A' }];
  assert.equal(toCart({ lines } as CartInput, 1).lines.length, 1);
  assert.deepEqual(toCart({ lines: 'no' } as never, 1).lines, []);
});

test('a line is the first of its ids that the model knows', () => {
  const cart = toCart(
    {
      lines: [
        { sku: 'S', variantId: 41, productId: 7001, handle: 'mug' },
        { sku: '', variantId: 'V', productId: 'P', handle: 'h' },
        { sku: 'unknown' },
        { sku: 'S' },
      ],
    },
    1,
  );
  assert.deepEqual(modelCart(cart, (id) => ['S', '41', 'P', 'h'].includes(id)).ids, ['S', 'P']);
  assert.deepEqual(modelCart(cart, (id) => id === 'mug').ids, ['mug']);
});

test('leading zeros, quotes and emoji of an id are kept', () => {
  const ids = ['007', '"x", y', '🧦', ' a '];
  const cart = toCart({ lines: ids.map((productId) => ({ productId })) }, 1);
  assert.deepEqual(modelCart(cart, () => true).ids, ids);
});

test('pieces of a product add up over its lines', () => {
  const lines = [
    { productId: 'A', qty: 2 },
    { productId: 'B', qty: 1 },
    { productId: 'A', qty: 3 },
  ];
  assert.deepEqual(
    modelCart(toCart({ lines }, 1), () => true),
    { ids: ['A', 'B'], quantities: [5, 1] },
  );
});

test('the same cart read twice is the same cart', () => {
  const input = { currency: 'EUR', lines: [{ productId: 'A', qty: 1, unitMinor: 1 }] };
  assert.ok(sameCart(toCart(input, 1), toCart(input, 2)));
  assert.ok(!sameCart(toCart(input, 1), toCart({ ...input, discountMinor: 1 }, 1)));
});
