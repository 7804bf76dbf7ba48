import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CartInput } from '../../web/cart/cart.js';
import type { Goal } from '../../web/config.js';
import { goalState } from '../../web/goal.js';
import { goalMissing } from './fake_core.js';

const goal = (amount: Record<string, string>, basis: Goal['basis'] = 'after'): Goal => ({
  reward: 'free-shipping',
  amount: new Map(Object.entries(amount)),
  basis,
});
const fifty = goal({ EUR: '50.00' });
const state = (input: CartInput, of = fifty) =>
  goalState({ currency: 'EUR', ...input }, of, goalMissing);
const lines = (...amounts: (number | null)[]) => amounts.map((lineMinor) => ({ lineMinor }));

test('a cent below is missing, the amount itself is enough', () => {
  assert.equal(state({ lines: lines(4999) })?.gapMinor, 1);
  assert.equal(state({ lines: lines(5000) })?.reached, true);
  assert.equal(state({ lines: lines(5001) })?.amountMinor, 5000);
});

test('an empty cart has everything before it', () => {
  assert.equal(state({ lines: [], needsShipping: false })?.gapMinor, 5000);
});

test('discounts count when the goal says so', () => {
  const cart = { lines: lines(5200), discountMinor: 500 };
  assert.equal(state(cart)?.gapMinor, 300);
  assert.equal(state(cart, goal({ EUR: '50.00' }, 'before'))?.reached, true);
});

test('gift cards and gifts do not count', () => {
  const cart = {
    lines: [
      { lineMinor: 4000 },
      { lineMinor: 2500, giftCard: true },
      { lineMinor: 900, reward: true },
    ],
  };
  assert.equal(state(cart)?.gapMinor, 1000);
});

test('what is not known for sure is not said', () => {
  assert.equal(state({ currency: 'USD', lines: lines(100) }), null);
  assert.equal(state({ currency: '', lines: lines(100) }), null);
  assert.equal(state({ lines: lines(100, null) }), null);
  assert.equal(state({ lines: lines(100), discountMinor: null }), null);
  assert.equal(state({ lines: lines(100), discountMinor: 'five' }), null);
  assert.equal(state({ lines: lines(100), needsShipping: false }), null);
  assert.equal(state({ lines: lines(100) }, goal({ EUR: '50.005' })), null);
});

test('the verdict of the checkout wins', () => {
  assert.equal(state({ lines: lines(1), freeShippingNow: true })?.reached, true);
  assert.equal(state({ lines: lines(9000), freeShippingNow: false }), null);
  assert.equal(state({ lines: lines(1000), freeShippingNow: false })?.gapMinor, 4000);
});

test('yen and dinars are counted in their own units', () => {
  const yen = { currency: 'JPY', lines: lines(4999) };
  assert.equal(state(yen, goal({ JPY: '5000' }))?.gapMinor, 1);
  const dinar = { currency: 'KWD', lines: lines(4349) };
  assert.equal(state(dinar, goal({ KWD: '4.35' }))?.gapMinor, 1);
});
