// What the step "Decide" reckons with, held to the same sums made order by order.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { modulesOf } from './support/modules.mjs';

const { OrderValues, outcomeOf, averageOf, tiersOf, printed, usualPrice, barsOf } = await modulesOf(
  'views/decide/orders.ts',
  'views/decide/economics.ts',
  'views/decide/tiers.ts',
  'views/decide/bars.ts',
);

/** The same numbers every time. */
function dice(seed) {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
const shop = (seed, count, most = 20_000) => {
  const roll = dice(seed);
  return Float64Array.from({ length: count }, () => (roll(25) === 0 ? -1 : roll(most)));
};
const known = (amounts) => [...amounts].filter((amount) => amount >= 0);

test('orders are counted and summed as one would by hand, and unknown ones are left out', () => {
  for (const seed of [1, 2, 3]) {
    const amounts = shop(seed, 500, 300);
    const orders = new OrderValues(amounts);
    const list = known(amounts);
    assert.equal(orders.count, list.length);
    assert.equal(orders.unknown, amounts.length - list.length);
    for (let from = 0; from < 320; from += 7) {
      const within = list.filter((amount) => amount >= from && amount < from + 30);
      assert.deepEqual(orders.between(from, from + 30), {
        count: within.length,
        sum: within.reduce((sum, amount) => sum + amount, 0),
      });
      assert.equal(orders.below(from), list.filter((amount) => amount < from).length);
    }
    const sorted = list.sort((a, b) => a - b);
    for (const share of [0.1, 0.5, 0.9, 1]) {
      const value = orders.quantile(share);
      assert.ok(sorted.filter((amount) => amount <= value).length >= share * sorted.length);
      assert.ok(sorted.filter((amount) => amount < value).length < share * sorted.length);
    }
  }
});

/** The formulas of outcomeOf, order by order, in millionths of a minor unit. */
function byHand(amounts, threshold, { take, margin, gapMinor, given }, cost) {
  return [take.low, take.high].map((p) => {
    let [takers, sales, gained, spent] = [0n, 0n, 0n, 0n];
    for (const amount of known(amounts)) {
      const reward = (of) =>
        'eachMinor' in cost ? 1000n * BigInt(cost.eachMinor) : BigInt(cost.ofOrder) * BigInt(of);
      if (amount >= threshold) spent += given ? 0n : 1000n * reward(amount);
      else if (amount >= Math.max(1, threshold - gapMinor)) {
        const missing = BigInt(threshold - amount);
        takers += BigInt(p);
        sales += BigInt(p) * missing;
        gained += BigInt(p) * missing * BigInt(margin);
        spent += BigInt(p) * reward(threshold);
      }
    }
    return { takers, sales, gained, spent };
  });
}
const down = (value, by) => {
  const whole = value / by;
  return Number(value < 0n && value % by !== 0n ? whole - 1n : whole);
};

test('what a goal costs and brings is what its orders cost and bring one by one, to the penny', () => {
  const roll = dice(11);
  for (let round = 0; round < 200; round++) {
    const amounts = shop(round + 1, 1 + roll(300));
    const threshold = 1 + roll(22_000);
    const low = roll(400);
    const assumed = {
      take: { low, high: low + roll(600) },
      ...{ margin: roll(1001), gapMinor: roll(6000), given: roll(3) === 0 },
    };
    const cost = roll(2) ? { eachMinor: roll(1500) } : { ofOrder: roll(300) };
    const told = outcomeOf(new OrderValues(amounts), threshold, assumed, cost);
    const [first, last] = byHand(amounts, threshold, assumed, cost);
    const left = [first, last].map(({ gained, spent }) => down(gained - spent, 1_000_000n));
    assert.deepEqual(
      {
        ...{ takers: told.takers, salesMinor: told.salesMinor, marginMinor: told.marginMinor },
        ...{ costMinor: told.costMinor, leftMinor: told.leftMinor },
      },
      {
        takers: { low: down(first.takers, 1000n), high: down(last.takers, 1000n) },
        salesMinor: { low: down(first.sales, 1000n), high: down(last.sales, 1000n) },
        marginMinor: { low: down(first.gained, 1_000_000n), high: down(last.gained, 1_000_000n) },
        costMinor: {
          low: 0 - down(-first.spent, 1_000_000n),
          high: 0 - down(-last.spent, 1_000_000n),
        },
        leftMinor: { low: Math.min(...left), high: Math.max(...left) },
      },
    );
    const nobody = byHand(amounts, threshold, { ...assumed, take: { low: 0, high: 0 } }, cost);
    assert.equal(told.anywayMinor, 0 - down(-nobody[0].spent, 1_000_000n));
    const list = known(amounts);
    assert.equal(told.above, list.filter((amount) => amount >= threshold).length);
    assert.ok(told.leftMinor.low <= told.leftMinor.high);
  }
});

test('the take rate at which a goal pays is the least one that does', () => {
  const roll = dice(5);
  let found = 0;
  for (let round = 0; round < 200; round++) {
    const orders = new OrderValues(shop(round + 50, 200));
    const threshold = 2000 + roll(16_000);
    const cost = roll(2) ? { eachMinor: roll(40) } : { ofOrder: roll(10) };
    const at = (rate) => {
      const take = { low: rate, high: rate };
      const assumed = { take, margin: 400, gapMinor: 4000, given: false };
      return outcomeOf(orders, threshold, assumed, cost);
    };
    const { breakEven } = at(0);
    if (breakEven === null) {
      assert.ok(at(1000).leftMinor.high < 0 || at(1000).within === 0);
      continue;
    }
    found += 1;
    assert.ok(at(breakEven).leftMinor.low >= 0, `${breakEven} pays`);
    if (breakEven > 0) assert.ok(at(breakEven - 1).leftMinor.high < 0, `${breakEven - 1} does not`);
  }
  assert.ok(found > 20, `${found} of 200 goals pay at all`);
});

test('a goal that loses by each taker has its lower end where more take it', () => {
  const orders = new OrderValues(Float64Array.of(4900, 4900));
  const assumed = { take: { low: 100, high: 500 }, margin: 300, gapMinor: 1000, given: false };
  const { leftMinor, breakEven } = outcomeOf(orders, 5000, assumed, { eachMinor: 500 });
  // A taker adds 100 and leaves 30 of it; the reward costs 500.
  assert.deepEqual(leftMinor, { low: -470, high: -94 });
  assert.equal(breakEven, null);
});

test('sums of a million large orders are exact', () => {
  const amounts = new Float64Array(1_000_000).fill(1_234_567_89);
  const orders = new OrderValues(amounts);
  assert.equal(orders.sum, 123_456_789_000_000);
  const assumed = {
    take: { low: 333, high: 333 },
    ...{ margin: 333, gapMinor: 100, given: false },
  };
  const { marginMinor, salesMinor } = outcomeOf(orders, 123_456_790, assumed, { ofOrder: 50 });
  assert.deepEqual(salesMinor, { low: 333_000, high: 333_000 });
  assert.deepEqual(marginMinor, { low: 110_889, high: 110_889 });
});

test('the average order before and after is that of the orders with one product more', () => {
  for (const seed of [1, 2, 3, 4]) {
    const list = known(shop(seed, 1000));
    const sum = list.reduce((all, amount) => all + amount, 0);
    const orders = new OrderValues(Float64Array.from(list));
    const told = averageOf(orders, { take: { low: 100, high: 250 }, priceMinor: 777, margin: 375 });
    assert.equal(told.beforeMinor, Math.round(sum / list.length));
    assert.equal(told.afterMinor.low, Math.round((sum + 0.1 * list.length * 777) / list.length));
    assert.equal(told.salesMinor.high, Math.floor(0.25 * list.length * 777 + 1e-6));
    assert.equal(told.marginMinor.high, Math.floor(0.09375 * list.length * 777 + 1e-6));
    assert.ok(Math.abs(told.growth.high - (250 * 777) / (sum / list.length)) < 1e-9);
  }
  assert.equal(averageOf(new OrderValues(new Float64Array()), {}), null, 'without orders none');
  const half = new OrderValues(Float64Array.of(1, 2));
  const assumed = { take: { low: 0, high: 0 }, priceMinor: 5, margin: 0 };
  assert.equal(averageOf(half, assumed).beforeMinor, 2, 'half a penny goes up');
});

test('amounts that a shop would print are round, and never below', () => {
  const text = (minor, exponent = 2) => printed(minor, exponent) / 10 ** exponent;
  assert.deepEqual(
    [1, 101, 999, 1000, 1001, 3870, 4000, 9501, 10_000, 10_100, 19_800, 20_100].map((m) => text(m)),
    [1, 2, 10, 10, 11, 40, 40, 100, 100, 110, 200, 250],
  );
  assert.deepEqual(
    [1, 480, 3870, 61_000].map((yen) => text(yen, 0)),
    [1, 500, 4000, 65_000],
  );
  assert.equal(text(41_234, 3), 45);
  for (let minor = 1; minor < 500_000; minor += 97) {
    assert.ok(printed(minor, 2) >= minor);
    assert.equal(printed(minor, 2) % 100, 0, 'no pennies');
    assert.equal(printed(printed(minor, 2), 2), printed(minor, 2), 'a round amount stays');
  }
});

test('one to three thresholds are suggested, each above the one before and within sight', () => {
  for (let seed = 1; seed < 60; seed++) {
    const orders = new OrderValues(shop(seed, 30 + seed * 11, 500 * seed));
    const tiers = tiersOf(orders, 2);
    assert.ok(tiers.length >= 1 && tiers.length <= 3);
    assert.ok(tiers[0].minor > orders.quantile(0.5), 'half of the orders are below the first');
    for (const [at, { minor }] of tiers.entries()) {
      assert.equal(minor, printed(minor, 2));
      if (at === 0) continue;
      assert.ok(minor >= 1.25 * tiers[at - 1].minor);
      assert.ok(orders.count - orders.below(minor) >= 0.05 * orders.count);
    }
  }
  assert.deepEqual(tiersOf(new OrderValues(new Float64Array(19).fill(5000)), 2), [], 'too few');
  assert.deepEqual(tiersOf(new OrderValues(new Float64Array(50)), 2), [], 'orders of nothing');
  const alike = tiersOf(new OrderValues(new Float64Array(50).fill(5000)), 2);
  assert.deepEqual(
    alike.map(({ minor }) => minor),
    [5500],
    'orders that are all alike have one',
  );
});

test('one product more costs what half of the pieces sold cost at most', () => {
  const of = (...pairs) => pairs.map(([priceMinor, share]) => ({ priceMinor, share }));
  assert.equal(usualPrice(of([900, 0.3], [300, 0.3], [500, 0.1])), 500);
  assert.equal(usualPrice(of([900, 0.9], [300, 0.1])), 900);
  assert.equal(usualPrice(of([0, 0.9], [300, 0])), 0, 'no price is known');
  assert.equal(usualPrice([]), 0);
});

test('the bars of the histogram hold every order once', () => {
  for (const seed of [1, 2, 3]) {
    const orders = new OrderValues(shop(seed, 700));
    const bars = barsOf(orders, 2, 40);
    assert.equal(
      bars.reduce((sum, bar) => sum + bar.orders, 0),
      orders.count,
    );
    assert.ok(bars.length <= 43);
    for (const [at, bar] of bars.entries()) if (at > 0) assert.equal(bar.from, bars[at - 1].to);
  }
  assert.deepEqual(barsOf(new OrderValues(new Float64Array()), 2, 40), []);
  assert.equal(barsOf(new OrderValues(Float64Array.of(0, 0)), 2, 40)[0].orders, 2);
});
