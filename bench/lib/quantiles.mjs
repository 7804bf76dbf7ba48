/** The value below which a share of the sorted values lies, between neighbours in proportion. */
export function quantile(values, share) {
  const sorted = Float64Array.from(values).sort();
  const at = share * (sorted.length - 1);
  const below = Math.floor(at);
  const above = Math.min(below + 1, sorted.length - 1);
  return sorted[below] + (sorted[above] - sorted[below]) * (at - below);
}

/** Median, fastest, and the middle half's width: what is left when a busy machine interrupts. */
export function summary(values) {
  const round = (value) => Number(value.toPrecision(4));
  return {
    median: round(quantile(values, 0.5)),
    min: round(quantile(values, 0)),
    quartile1: round(quantile(values, 0.25)),
    quartile3: round(quantile(values, 0.75)),
  };
}
