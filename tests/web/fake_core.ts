import type { Core, TextSection } from '../../web/engine/core.js';

/** A product of the stand-in's model. */
export interface FakeProduct {
  id: string;
  title?: string;
  url?: string;
  price?: number;
}

/** What the stand-in answers: rows of product number, score, reason, support. */
export type FakeOffer = [product: number, score: number, reason: number, support: number];

/**
 * A module that answers what a test tells it to, in the form of the real one: views into one
 * memory, numbers only. It leaves the cart and what is excluded out, and nothing else.
 */
export class FakeCore implements Core {
  cartSeen: number[] = [];
  rulesSeen = new Uint32Array();
  #lines = new Float64Array();
  readonly #products: readonly FakeProduct[];
  readonly #offers: readonly FakeOffer[];
  #cart = new Uint32Array();
  #exclude = new Uint32Array();
  readonly #out = new Int32Array(64 * 4);

  constructor(products: readonly FakeProduct[], offers: readonly FakeOffer[]) {
    this.#products = products;
    this.#offers = offers;
  }

  model(sizeBytes: number): Uint8Array {
    return new Uint8Array(sizeBytes);
  }
  open(): number {
    return 0;
  }
  products(): number {
    return this.#products.length;
  }
  text(section: TextSection): Uint8Array {
    const lines = this.#products.map(({ id, title = '', url = '' }) => {
      return { 16: id, 17: title, 18: url, 19: '', 20: '', 21: '', 22: '' }[section];
    });
    if (section > 19) return new Uint8Array();
    return new TextEncoder().encode(lines.map((line) => `${line}\n`).join(''));
  }
  price(product: number): number {
    return this.#products[product]?.price ?? 0;
  }
  currency(): number {
    return 'E'.charCodeAt(0) | ('U'.charCodeAt(0) << 8) | ('R'.charCodeAt(0) << 16);
  }
  exponent(): number {
    return 2;
  }
  scale(): number {
    return 0.5;
  }
  cart(count: number): Uint32Array {
    this.#cart = new Uint32Array(Math.min(count, 500));
    return this.#cart;
  }
  exclude(count: number): Uint32Array {
    this.#exclude = new Uint32Array(Math.min(count, 500));
    return this.#exclude;
  }
  recommend(limit: number): number {
    this.cartSeen = [...this.#cart];
    const left = this.#offers.filter(
      ([product]) => !this.#cart.includes(product) && !this.#exclude.includes(product),
    );
    const rows = left.slice(0, limit);
    this.#out.set(rows.flat());
    return rows.length;
  }
  quantities(count: number): Uint32Array {
    return new Uint32Array(count);
  }
  viewed(count: number): Uint32Array {
    return new Uint32Array(count);
  }
  bought(count: number): Uint32Array {
    return new Uint32Array(3 * count);
  }
  lists(count: number): Uint32Array {
    return new Uint32Array(count);
  }
  rules(words: number): Uint32Array {
    this.rulesSeen = new Uint32Array(words);
    return this.rulesSeen;
  }
  setRules(): boolean {
    return true;
  }
  moment(): void {}
  bundle(): number {
    return this.recommend(2);
  }
  closeGap(gapMinor: number, _saves: number, _costs: number, limit: number): number {
    return gapMinor > 0 ? this.recommend(limit) : 0;
  }
  closeGapWithTwo(): number {
    return this.recommend(2);
  }
  lines(count: number): Float64Array {
    this.#lines = new Float64Array(5 * count);
    return this.#lines;
  }
  /** As `goal_missing` of src/recommend/goals.h, for a goal that all of the cart counts towards. */
  goalMissing(_goal: number, target: number, how: number, discount: number): number {
    const [items, after, tax, shown] = [how & 1, how & 2, (how >> 2) & 3, (how >> 4) & 3];
    const converts = tax !== 0 && tax !== shown;
    if (converts && shown === 0) return -1;
    let sum = 0;
    for (let at = 0; at < this.#lines.length; at += 5) {
      const [, amount, lineTax, pieces, counts] = this.#lines.subarray(at, at + 5);
      if (!counts) continue;
      if (!items && (amount! < 0 || (converts && lineTax! < 0))) return -1;
      sum += items ? pieces! : amount! + (converts ? (tax === 1 ? lineTax! : -lineTax!) : 0);
    }
    if (after && !items && discount < 0) return -1;
    return Math.max(0, target - Math.max(0, sum - (after && !items ? discount : 0)));
  }
  offers(): Int32Array {
    return this.#out;
  }
  delete(): void {}
}
