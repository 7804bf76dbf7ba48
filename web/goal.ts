import { type CartInput, toCart } from './cart/cart.js';
import type { Goal } from './config.js';
import type { StorefrontModule } from './engine/core.js';
import { parseDecimal } from './money.js';

/** How far a cart is from a reward, in minor units of the cart's currency. */
export interface GoalState {
  reward: Goal['reward'];
  currency: string;
  exponent: number;
  targetMinor: number;
  /** What counts of the cart, at most the target. */
  amountMinor: number;
  /** What is missing; 0 when reached. */
  gapMinor: number;
  reached: boolean;
}

/**
 * Where the cart stands, or null where that is not known for sure. The platform's own verdict on
 * free shipping overrides the arithmetic, which is the core's.
 */
export function goalState(
  input: CartInput,
  goal: Goal,
  goalMissing: StorefrontModule['goalMissing'],
): GoalState | null {
  const cart = toCart(input, 0);
  const { currency, exponent, lines } = cart;
  const target = parseDecimal(goal.amount.get(currency) ?? '', exponent);
  if (target === null) return null;
  const state = (gapMinor: number): GoalState => ({
    reward: goal.reward,
    currency,
    exponent,
    targetMinor: target,
    amountMinor: target - gapMinor,
    gapMinor,
    reached: gapMinor === 0,
  });

  if (cart.freeShippingNow === true) return state(0);
  // Platforms say "nothing to ship" of an empty cart too, and that one has everything before it.
  if (cart.needsShipping === false && lines.length > 0) return null;
  if (cart.subtotalMinor === null || cart.discountMinor === null) return null;
  let notCounted = 0;
  for (const line of lines) {
    if (!line.giftCard && !line.reward) continue;
    if (line.lineMinor === null) return null;
    notCounted += line.lineMinor;
  }
  const missing = goalMissing(
    cart.subtotalMinor,
    cart.discountMinor,
    notCounted,
    target,
    goal.basis === 'after',
  );
  // The checkout would not give what we would announce: say nothing.
  if (missing === 0 && cart.freeShippingNow === false) return null;
  return missing >= 0 && missing <= target ? state(missing) : null;
}
