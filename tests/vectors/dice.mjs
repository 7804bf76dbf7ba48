/** Steady random numbers: Marsaglia's xorshift of 32 bits ("Xorshift RNGs", 2003). */
export function dice(seed) {
  let state = seed * 2654435769 || 1;
  const next = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state >>> 0;
  };
  /** 0 to `bound` - 1; 0 where there is no choice. */
  return { below: (bound) => (bound > 0 ? next() % bound : 0) };
}
