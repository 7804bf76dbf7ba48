/**
 * What orders came to, made ready for questions: sorted, with the sums from the smallest on. Amounts
 * are whole minor units; sums of them are exact up to 2^53.
 */
export class OrderValues {
  readonly #sorted: Float64Array;
  /** The sum of the first so many. */
  readonly #sums: Float64Array;
  /** Orders of which nobody knows what they came to. */
  readonly unknown: number;

  /** `amounts`  of each order, below 0 where unknown. Time grows as sorting does. */
  constructor(amounts: Float64Array) {
    const known = amounts.filter((amount) => amount >= 0).sort();
    this.#sorted = known;
    this.unknown = amounts.length - known.length;
    this.#sums = new Float64Array(known.length + 1);
    for (let at = 0; at < known.length; at++) this.#sums[at + 1] = this.#sums[at]! + known[at]!;
  }

  get count(): number {
    return this.#sorted.length;
  }
  get sum(): number {
    return this.#sums[this.count]!;
  }
  get most(): number {
    return this.#sorted.at(-1) ?? 0;
  }

  /** How many orders came to less. */
  below(amount: number): number {
    let [low, high] = [0, this.count];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#sorted[middle]! < amount) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** How many came to `from` or more and less than `to`, and to how much together. */
  between(from: number, to: number): { count: number; sum: number } {
    const [first, last] = [this.below(from), this.below(to)];
    if (last <= first) return { count: 0, sum: 0 };
    return { count: last - first, sum: this.#sums[last]! - this.#sums[first]! };
  }

  /** The amount that this share of the orders comes to at most: the middle one for a half. */
  quantile(share: number): number {
    const at = Math.ceil(share * this.count) - 1;
    return this.#sorted[Math.min(Math.max(at, 0), this.count - 1)] ?? 0;
  }
}
