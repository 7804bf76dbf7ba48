import type { Core, StorefrontModule, TextSection } from '../../web/engine/core.js';

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
      return { 16: id, 17: title, 18: url, 19: '' }[section];
    });
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
  closeGap(gapMinor: number, limit: number): number {
    return gapMinor > 0 ? this.recommend(limit) : 0;
  }
  offers(): Int32Array {
    return this.#out;
  }
  delete(): void {}
}

/** As `goal_state` of src/recommend/goals.h. */
export const goalMissing: StorefrontModule['goalMissing'] = (
  lines,
  discounts,
  notCounted,
  target,
  after,
) => Math.max(0, target - Math.max(0, lines - notCounted - (after ? discounts : 0)));
