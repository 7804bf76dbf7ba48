import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CartInput } from '../../web/cart/cart.js';
import type { Goal } from '../../web/config.js';
import { parseConfig } from '../../web/config.js';
import { type GoalState, goalState, nextGoal } from '../../web/goal.js';
import { FakeCore } from './fake_core.js';

const goalOf = (goal: object): Goal => {
  const { goals, problems } = parseConfig(JSON.stringify({ goals: [goal] }));
  assert.deepEqual(problems, []);
  return goals[0]!;
};
const goal = (amount: Record<string, string>, basis: Goal['basis'] = 'after') =>
  goalOf({ reward: 'free-shipping', amount, basis });
const fifty = goal({ EUR: '50.00' });
const state = (input: CartInput, of = fifty) =>
  goalState({ currency: 'EUR', ...input }, of, 0, new FakeCore([], []), () => undefined);
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

test('pieces count where the goal says so', () => {
  const three = goalOf({ reward: 'gift', product: 'GIFT', items: 3 });
  const cart = { lines: [{ qty: 2 }, { qty: 4, giftCard: true }, { qty: 9, productId: 'GIFT' }] };
  assert.equal(state(cart, three)?.gapMinor, 1);
  assert.equal(state(cart, three)?.items, true);
  assert.equal(state({ lines: [{ qty: 3 }] }, three)?.reached, true);
});

test('a goal for some countries, or some days, is not shown elsewhere', () => {
  const italy = goalOf({ reward: 'free-shipping', amount: { EUR: '50' }, countries: ['IT', 'SM'] });
  assert.equal(state({ lines: lines(100), country: 'IT' }, italy)?.gapMinor, 4900);
  assert.equal(state({ lines: lines(100), country: 'FR' }, italy), null);
  assert.equal(state({ lines: lines(100) }, italy), null);
  const past = goalOf({ reward: 'free-shipping', amount: { EUR: '50' }, until: '2020-01-01' });
  assert.equal(state({ lines: lines(100) }, past), null);
});

test('tax is put on or taken off where the cart tells it, and nothing is said where not', () => {
  const net = goalOf({ reward: 'free-shipping', amount: { EUR: '50' }, tax: 'excluded' });
  const cart = { lines: [{ lineMinor: 6000, taxMinor: 1082 }], taxIncluded: true };
  assert.equal(state(cart, net)?.gapMinor, 82);
  assert.equal(state({ ...cart, taxIncluded: false }, net)?.reached, true);
  assert.equal(state({ lines: cart.lines }, net), null);
  assert.equal(state({ lines: lines(6000), taxIncluded: true }, net), null);
});

test('the nearest goal ahead is the one to speak of', () => {
  const at = (gapMinor: number, targetMinor: number) =>
    ({ gapMinor, targetMinor, reached: gapMinor === 0 }) as GoalState;
  const goals = [at(0, 3000), at(1000, 5000), at(5000, 10_000)];
  assert.equal(nextGoal(goals), goals[1]);
  assert.equal(nextGoal(goals.slice(0, 1)), goals[0]);
  assert.equal(nextGoal([]), undefined);
});
