import { type CartInput, modelId, toCart } from './cart/cart.js';
import type { Goal, Reward } from './config.js';
import type { Core } from './engine/core.js';
import { today } from './json.js';
import { parseDecimal } from './money.js';

/** How far a cart is from a reward, in minor units of the cart's currency, or in pieces. */
export interface GoalState {
  reward: Reward;
  /** Whether the numbers are pieces and not minor units. */
  items: boolean;
  currency: string;
  exponent: number;
  targetMinor: number;
  /** What counts of the cart, at most the target. */
  amountMinor: number;
  /** What is missing; 0 when reached. */
  gapMinor: number;
  reached: boolean;
  /** It was reached before, and is not any more. */
  lost: boolean;
  /** What the shopper saves by it and what it costs the merchant, where that is told. */
  savesMinor: number | null;
  costsMinor: number;
  /** What a reward is told with: percent off, points, a multiplier of them, a gift, a message. */
  percent: number;
  points: number;
  times: number;
  product: string;
  text: string;
}

const mostLines = 500;
const taxes = ['as-shown', 'included', 'excluded'] as const;

/**
 * Where the cart stands with the goal number `at`, or null where that is not known for sure. The
 * platform's own verdict on free shipping overrides the arithmetic, which is the core's.
 *
 * `numberOf`  the model's number of a product, or undefined where it does not know it
 */
export function goalState(
  input: CartInput,
  goal: Goal,
  at: number,
  core: Pick<Core, 'memory' | 'room' | 'goalMissing'>,
  numberOf: (id: string) => number | undefined,
  { day } = today(),
): GoalState | null {
  const cart = toCart(input, 0);
  const { currency, exponent, lines, discountMinor } = cart;
  if (day < goal.from || day > goal.until) return null;
  if (goal.countries.length > 0 && !goal.countries.includes(cart.country)) return null;
  const amountOf = (amounts: Goal['amount']) => parseDecimal(amounts.get(currency) ?? '', exponent);
  const items = goal.items > 0;
  const target = items ? goal.items : amountOf(goal.amount);
  if (target === null) return null;
  const { reward, percent, points, times, product: giftId, text } = goal;
  const state = (gapMinor: number): GoalState => ({
    reward,
    items,
    currency,
    exponent,
    targetMinor: target,
    amountMinor: target - gapMinor,
    gapMinor,
    reached: gapMinor === 0,
    lost: false,
    savesMinor: amountOf(goal.value),
    costsMinor: amountOf(goal.cost) ?? 0,
    ...{ percent, points, times, product: giftId, text },
  });

  const shipping = reward === 'free-shipping';
  // Platforms say "nothing to ship" of an empty cart too, and that one has everything before it.
  if (shipping && cart.needsShipping === false && lines.length > 0) return null;
  if (shipping && cart.freeShippingNow === true) return state(0);
  const rows = lines.slice(0, mostLines).flatMap((line) => {
    const gift = giftId !== '' && [line.sku, line.variantId, line.productId].includes(giftId);
    const counts =
      !line.giftCard && !line.reward && !gift && (line.shippable !== false || !shipping);
    const id = modelId(line, (level) => numberOf(level) !== undefined);
    const product = id === undefined ? undefined : numberOf(id);
    return [product ?? -1, line.lineMinor ?? -1, line.taxMinor ?? -1, line.qty, Number(counts)];
  });
  new Float64Array(core.memory(), core.room(), rows.length).set(rows);
  const shown = cart.taxIncluded === null ? 0 : cart.taxIncluded ? 1 : 2;
  const how =
    Number(items) |
    (Number(goal.basis === 'after') << 1) |
    (taxes.indexOf(goal.tax) << 2) |
    (shown << 4);
  const missing = core.goalMissing(at, how, target, discountMinor ?? -1, rows.length / 5);
  // The checkout would not give what we would announce: say nothing.
  if (shipping && missing === 0 && cart.freeShippingNow === false) return null;
  return missing >= 0 && missing <= target ? state(missing) : null;
}

/** The goal that the cart is nearest to, by the share that is missing; else the last one reached. */
export function nextGoal(goals: readonly GoalState[]): GoalState | undefined {
  const share = ({ gapMinor, targetMinor }: GoalState) => gapMinor / targetMinor;
  const ahead = goals.filter(({ reached }) => !reached).sort((a, b) => share(a) - share(b));
  return ahead[0] ?? goals.at(-1);
}
