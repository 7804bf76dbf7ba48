// How far a cart is from a goal, in the words of src/recommend/goals.h.

export function goalState(
  { linesMinor, discountsMinor = 0, notCountedMinor = 0 },
  targetMinor,
  afterDiscounts,
) {
  const counted = linesMinor - notCountedMinor - (afterDiscounts ? discountsMinor : 0);
  const amountMinor = Math.max(0, counted);
  const missingMinor = Math.max(0, targetMinor - amountMinor);
  return { amountMinor, missingMinor, reached: missingMinor === 0 };
}
