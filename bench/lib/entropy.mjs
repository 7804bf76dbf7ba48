// How few bits the edges of a model can take: the empirical entropy that no code goes below which
// knows how popular each neighbour is, and nothing else.

/** Shannon's entropy of how often things come, in bits a thing. */
function entropy(counts) {
  const values = [...counts.values()];
  const total = values.reduce((sum, count) => sum + count, 0);
  return values.reduce((sum, count) => sum - (count / total) * Math.log2(count / total), 0);
}

const countOf = (things) => {
  const counts = new Map();
  for (const thing of things) counts.set(thing, (counts.get(thing) ?? 0) + 1);
  return counts;
};

const log2Factorial = (n) => {
  let sum = 0;
  for (let i = 2; i <= n; i++) sum += Math.log2(i);
  return sum;
};

/**
 * Bits an edge: the entropy of the neighbours' numbers over the whole graph, less what the order
 * within a row would tell (a row is a set: log2 of its length's factorial), and the entropy of the
 * codes (weight and support class).
 */
export function entropyBound(rows) {
  const edges = rows.flat();
  const neighbours = entropy(countOf(edges.map(({ neighbour }) => neighbour)));
  const codes = entropy(
    countOf(edges.map(({ weight, supportClass }) => `${weight} ${supportClass}`)),
  );
  const orders = rows.reduce((sum, row) => sum + log2Factorial(row.length), 0) / edges.length;
  return neighbours - orders + codes;
}
