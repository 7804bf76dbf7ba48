import type { OrderValues } from './orders.js';
import { printed } from './tiers.js';

/** Of the largest orders so many in a hundred are one bar: they would press the others together. */
const tail = 0.98;

export interface Bar {
  from: number;
  /** Infinite in the last, which has all that is left. */
  to: number;
  orders: number;
}

/** How many orders came to what, in bars as wide as an amount that a shop would print. */
export function barsOf(orders: OrderValues, exponent: number, most: number): Bar[] {
  if (orders.count === 0) return [];
  const end = Math.max(orders.quantile(tail), 1);
  const step = printed(end / most, exponent);
  const bars: Bar[] = [];
  let from = 0;
  for (; from <= end; from += step)
    bars.push({ from, to: from + step, orders: orders.between(from, from + step).count });
  const left = orders.between(from, Number.POSITIVE_INFINITY).count;
  if (left > 0) bars.push({ from, to: Number.POSITIVE_INFINITY, orders: left });
  return bars;
}
