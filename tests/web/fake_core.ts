import type { Core } from '../../web/engine/core.js';

/** A product of the stand-in's model. */
export interface FakeProduct {
  id: string;
  title?: string;
  url?: string;
  price?: number;
}

/** What the stand-in answers: rows of product number, score, reason, support. */
export type FakeOffer = [product: number, score: number, reason: number, support: number];

const [shapeAt, textsAt, roomAt, offersAt, rulesAt] = [64, 1024, 16384, 49152, 51200];

/**
 * A module that answers what a test tells it to, in the form of the real one: addresses in one
 * memory, numbers only. It leaves the cart and what is excluded out, and nothing else.
 */
export class FakeCore implements Core {
  cartSeen: number[] = [];
  rulesSeen = new Uint32Array();
  readonly #memory = new ArrayBuffer(65536);
  readonly #sections = new Map<number, { at: number; size: number }>();
  readonly #offers: readonly FakeOffer[];
  #ruleWords = 0;

  constructor(products: readonly FakeProduct[], offers: readonly FakeOffer[]) {
    this.#offers = offers;
    const shape = new DataView(this.#memory, shapeAt, 24);
    shape.setUint32(0, products.length, true);
    shape.setFloat32(8, 0.5, true);
    new Uint8Array(this.#memory, shapeAt + 12).set(new TextEncoder().encode('EUR'));
    shape.setUint32(16, 2, true);
    this.#sections.set(1, { at: shapeAt, size: 24 });
    let at = textsAt;
    const add = (kind: number, bytes: Uint8Array) => {
      new Uint8Array(this.#memory, at).set(bytes);
      this.#sections.set(kind, { at, size: bytes.length });
      at += Math.ceil(bytes.length / 4) * 4;
    };
    const prices = Uint32Array.from(products, ({ price = 0 }) => price);
    add(6, new Uint8Array(prices.buffer));
    const lines = (of: (product: FakeProduct) => string) =>
      new TextEncoder().encode(products.map((product) => `${of(product)}\n`).join(''));
    add(
      16,
      lines(({ id }) => id),
    );
    add(
      17,
      lines(({ title = '' }) => title),
    );
    add(
      18,
      lines(({ url = '' }) => url),
    );
    if (at > roomAt) throw new Error('these products need more memory');
  }

  memory(): ArrayBuffer {
    return this.#memory;
  }
  model(): number {
    return textsAt;
  }
  open(): number {
    return 0;
  }
  section(kind: number): number {
    return this.#sections.get(kind)?.at ?? 0;
  }
  sectionSize(kind: number): number {
    return this.#sections.get(kind)?.size ?? 0;
  }
  room(): number {
    return roomAt;
  }
  offers(): number {
    return offersAt;
  }
  rules(words: number): number {
    this.#ruleWords = words;
    return rulesAt;
  }
  setRules(): number {
    this.rulesSeen = new Uint32Array(this.#memory, rulesAt, this.#ruleWords).slice();
    return 1;
  }
  ask(what: number, limit: number, gapMinor: number): number {
    const question = new Uint32Array(this.#memory, roomAt, 4000);
    const [cart = 0, excluded = 0] = question.subarray(5);
    const silent = [...question.subarray(11, 11 + cart + excluded)];
    this.cartSeen = silent.slice(0, cart);
    if (what > 1 && !(gapMinor > 0)) return 0;
    const rows = this.#offers
      .filter(([product]) => !silent.includes(product))
      .slice(0, what % 2 ? 2 : limit);
    new Int32Array(this.#memory, offersAt).set(rows.flat());
    return rows.length;
  }
  /** As `goal_missing` of src/recommend/goals.h, for a goal that all of the cart counts towards. */
  goalMissing(_: number, how: number, target: number, discount: number, lines: number): number {
    const [items, after, tax, shown] = [how & 1, how & 2, (how >> 2) & 3, (how >> 4) & 3];
    const converts = tax !== 0 && tax !== shown;
    if (converts && shown === 0) return -1;
    let sum = 0;
    const numbers = new Float64Array(this.#memory, roomAt, 5 * lines);
    for (let at = 0; at < numbers.length; at += 5) {
      const [, amount, lineTax, pieces, counts] = numbers.subarray(at, at + 5);
      if (!counts) continue;
      if (!items && (amount! < 0 || (converts && lineTax! < 0))) return -1;
      sum += items ? pieces! : amount! + (converts ? (tax === 1 ? lineTax! : -lineTax!) : 0);
    }
    if (after && !items && discount < 0) return -1;
    return Math.max(0, target - Math.max(0, sum - (after && !items ? discount : 0)));
  }
}
