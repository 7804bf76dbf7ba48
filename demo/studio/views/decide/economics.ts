import type { OrderValues } from './orders.js';

/**
 * What goals and offers would bring, reckoned exactly. Amounts are whole minor units, shares are per
 * mille, products of both are BigInt; only the result is rounded, and against the merchant: what
 * comes in goes down, what goes out goes up.
 */

/** Two ends of what is assumed, and so of what comes out. */
export interface Range {
  low: number;
  high: number;
}

/** What nobody knows before a trial. */
export interface Assumptions {
  /** Of the orders within reach, how many take something more, per mille. */
  take: Range;
  /** What is left of a sale after buying the goods, per mille. */
  margin: number;
  /** How much may be missing so that one product closes it. */
  gapMinor: number;
  /** Orders above the threshold have the reward today already, so that it costs nothing new there. */
  given: boolean;
}

/** What a reward costs: so much each time, or per mille of the order. */
export type Cost = { eachMinor: number } | { ofOrder: number };

export interface Outcome {
  /** Orders that reach the threshold as they are. */
  above: number;
  /** Orders that one product would bring there. */
  within: number;
  /** What is missing in those, together. */
  missingMinor: number;
  /** Orders that would take something more. */
  takers: Range;
  /** Sales that come on top, of it the margin. */
  salesMinor: Range;
  marginMinor: Range;
  /** The reward, for orders that reach it anyway and for those that now do. */
  costMinor: Range;
  /** Of that, what it costs for orders that reach it anyway. */
  anywayMinor: number;
  /** Margin less cost, the lower end first; below 0 it costs more than it brings. */
  leftMinor: Range;
  /** The least take rate at which it costs no more than it brings, per mille; null where there is none. */
  breakEven: number | null;
}

const mille = 1000n;

/** Whole part towards minus infinity, as BigInt division has none. */
function floor(value: bigint, by: bigint): number {
  const down = value / by - (value % by < 0n ? 1n : 0n);
  return Number(down);
}
const ceil = (value: bigint, by: bigint): number => 0 - floor(-value, by);

/**
 * What a threshold of T would do to these orders, were they to come again.
 *
 * With A orders of T and more (sum a), R orders from T - gap to below T that lack S together, take
 * rate p, margin m, and a cost of c each time or a share q of the order:
 *
 *     takers = p R          sales = p S          margin = m p S
 *     cost   = c (A + p R)  or  q (a + p R T)    with A = a = 0 where they have the reward already
 *     left   = margin - cost, 0 at p = c A / (m S - c R)  or  q a / (m S - q R T)
 *
 * Each taker adds just what is missing: what is added beyond is left out, because nobody knows it.
 */
export function outcomeOf(
  orders: OrderValues,
  thresholdMinor: number,
  { take, margin, gapMinor, given }: Assumptions,
  cost: Cost,
): Outcome {
  const above = orders.between(thresholdMinor, Number.POSITIVE_INFINITY);
  // An order of nothing is no order that one product brings anywhere.
  const within = orders.between(Math.max(1, thresholdMinor - gapMinor), thresholdMinor);
  const missingMinor = within.count * thresholdMinor - within.sum;
  const paid = given ? { count: 0, sum: 0 } : above;

  // The cost in parts: what it is if nobody takes anything, and more for each who does.
  const c = 'eachMinor' in cost ? mille * BigInt(cost.eachMinor) : BigInt(Math.round(cost.ofOrder));
  const [base, each] =
    'eachMinor' in cost
      ? [mille * BigInt(paid.count), BigInt(within.count)]
      : [mille * BigInt(paid.sum), BigInt(within.count) * BigInt(thresholdMinor)];

  const ends = [take.low, take.high].map((rate) => {
    const p = BigInt(Math.round(rate));
    const sales = p * BigInt(missingMinor);
    const gained = sales * BigInt(Math.round(margin));
    const takers = p * BigInt(within.count);
    // In millionths of a minor unit, as the margin is.
    const spent = c * (base + p * each);
    return { takers, sales, gained, spent };
  });
  const [low, high] = ends as [(typeof ends)[0], (typeof ends)[0]];

  const slope = BigInt(missingMinor) * BigInt(Math.round(margin)) - c * each;
  const even = slope > 0n ? ceil(c * base, slope) : c * base === 0n && slope === 0n ? 0 : null;
  const million = mille * mille;
  const left = [low, high].map(({ gained, spent }) => floor(gained - spent, million));
  return {
    ...{ above: above.count, within: within.count, missingMinor },
    takers: { low: floor(low.takers, mille), high: floor(high.takers, mille) },
    salesMinor: { low: floor(low.sales, mille), high: floor(high.sales, mille) },
    marginMinor: { low: floor(low.gained, million), high: floor(high.gained, million) },
    costMinor: { low: ceil(low.spent, million), high: ceil(high.spent, million) },
    anywayMinor: ceil(c * base, million),
    // Where a taker costs more than it brings, taking more is the lower end.
    leftMinor: { low: Math.min(...left), high: Math.max(...left) },
    breakEven: even !== null && even <= 1000 ? even : null,
  };
}

export interface Average {
  beforeMinor: number;
  afterMinor: Range;
  /** How much the average grows, per mille. */
  growth: Range;
  /** Sales on top in all these orders, of it the margin. */
  salesMinor: Range;
  marginMinor: Range;
}

/**
 * The average order before and after offers, when of n orders of sum s the share p takes one product
 * more that costs c:
 *
 *     before = s / n    after = (s + p n c) / n    sales = p n c    margin = m p n c
 *
 * Null without orders. Averages are rounded to the nearest minor unit, sums down.
 */
export function averageOf(
  orders: Pick<OrderValues, 'count' | 'sum'>,
  { take, priceMinor, margin }: { take: Range; priceMinor: number; margin: number },
): Average | null {
  const { count, sum } = orders;
  if (count === 0) return null;
  const n = BigInt(count);
  const of = (rate: number) => {
    const sales = BigInt(Math.round(rate)) * n * BigInt(priceMinor);
    return {
      after: floor(2n * (mille * BigInt(sum) + sales) + mille * n, 2n * mille * n),
      growth: sum > 0 ? Number(sales) / sum : 0,
      sales: floor(sales, mille),
      margin: floor(sales * BigInt(Math.round(margin)), mille * mille),
    };
  };
  const [low, high] = [of(take.low), of(take.high)];
  return {
    beforeMinor: floor(2n * BigInt(sum) + n, 2n * n),
    afterMinor: { low: low.after, high: high.after },
    growth: { low: low.growth, high: high.growth },
    salesMinor: { low: low.sales, high: high.sales },
    marginMinor: { low: low.margin, high: high.margin },
  };
}
