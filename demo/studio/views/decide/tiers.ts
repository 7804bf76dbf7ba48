import type { OrderValues } from './orders.js';

/** Where orders are too few, a threshold out of them says nothing. */
export const fewestOrders = 20;
/** A threshold that fewer orders reach is out of sight for most. */
const fewestAbove = 0.05;
/** A tier is worth its own line when it is so much above the one before. */
const apart = 1.25;

/** A threshold that is suggested, and where it lies among the orders. */
export interface Tier {
  minor: number;
  /** The share of orders that come to less than the order it was taken from. */
  above: number;
}

/**
 * The next amount that a shop would print, at or above: 40, 45, 50 between ten and a hundred; 110,
 * 120 below two hundred, then 250, 300. Of yen the same with two more noughts.
 */
export function printed(minor: number, exponent: number): number {
  const unit = 10 ** exponent;
  if (minor <= unit) return unit;
  const magnitude = 10 ** Math.floor(Math.log10(minor / unit) + 1e-9);
  const step = Math.max(unit, (minor / unit < 2 * magnitude ? 0.1 : 0.5) * magnitude * unit);
  return Math.round(Math.ceil(minor / step - 1e-9) * step);
}

/**
 * One to three thresholds out of the shop's own orders: above the middle order, above three quarters,
 * and above nine tenths of them. Each is an amount that a shop would print, clearly above the one
 * before, and reached by one order in twenty at least; the first is there in any case. None where
 * orders are too few.
 */
export function tiersOf(orders: OrderValues, exponent: number): Tier[] {
  if (orders.count < fewestOrders || orders.most <= 0) return [];
  const tiers: Tier[] = [];
  for (const above of [0.5, 0.75, 0.9]) {
    const minor = printed(orders.quantile(above) + 1, exponent);
    const reached = (orders.count - orders.below(minor)) / orders.count;
    const before = tiers.at(-1)?.minor ?? 0;
    if (tiers.length > 0 && (minor < before * apart || reached < fewestAbove)) continue;
    tiers.push({ minor, above });
  }
  return tiers;
}

/**
 * What one product more costs: half of the pieces that sell cost that or less. 0 where no price is
 * known.
 */
export function usualPrice(
  products: readonly { priceMinor: number; share: number }[],
  most = 500,
): number {
  const priced = products
    .slice(0, most)
    .filter(({ priceMinor, share }) => priceMinor > 0 && share > 0)
    .sort((a, b) => a.priceMinor - b.priceMinor);
  const half = priced.reduce((sum, { share }) => sum + share, 0) / 2;
  let sum = 0;
  for (const { priceMinor, share } of priced) {
    sum += share;
    if (sum >= half) return priceMinor;
  }
  return 0;
}
