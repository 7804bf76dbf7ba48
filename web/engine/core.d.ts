/**
 * The storefront module, as `bindings/storefront.cpp` exports it. Only numbers and memory views
 * cross: a view is filled or copied in the statement that asks for it, because it is empty after
 * the memory has grown. Room for numbers is for 500 at most; fewer are returned.
 */
export interface Core {
  /** Makes room for a model file of `sizeBytes` and returns the bytes to fill; empty: no memory. */
  model(sizeBytes: number): Uint8Array;
  /** Checks what was filled in, once. 0, or the number of a `Status` (src/model/status.h). */
  open(): number;
  /** How many products the model has. */
  products(): number;
  /** UTF-8 of a text section, one line a product or name; empty where the model has none. */
  text(section: TextSection): Uint8Array;
  /** The planning price of a product in minor units, 0 unknown. */
  price(product: number): number;
  /** Three letters, first in the lowest byte; 0 where unknown. */
  currency(): number;
  exponent(): number;
  /** A score is the integer that an offer carries times this. */
  scale(): number;
  /** Room for the product numbers of a cart. */
  cart(count: number): Uint32Array;
  /** Room for the pieces of each product of the cart. */
  quantities(count: number): Uint32Array;
  /** Room for product numbers that must not be offered: not for sale, on the page already. */
  exclude(count: number): Uint32Array;
  /** Room for what was viewed on this device, newest first. */
  viewed(count: number): Uint32Array;
  /** Room for what was bought: product number, orders ago, days ago. */
  bought(count: number): Uint32Array;
  /** Room for the lists that fill a row; words of `ListStep` (src/recommend/moment.h). */
  lists(count: number): Uint32Array;
  /** Room for the merchant's rules, of any size: `RuleList` (src/recommend/rules.h). */
  rules(words: number): Uint32Array;
  /** Puts them in force; false, and no rules, where they are not sound. */
  setRules(): boolean;
  /** Where and when rows are asked for. `product` is at hand, 0xFFFFFFFF none. */
  moment(product: number, placement: number, stage: number, day: number, month: number): void;
  /** Fills `offers()` for the cart and returns how many, at most `limit` (64 at most). */
  recommend(limit: number): number;
  /** Fills `offers()` with the one or two that complete the product at hand. */
  bundle(): number;
  /**
   * Fills `offers()` with what best closes a gap in the order's amount, best first. `savesMinor` is
   * what the shopper saves by it, below 0 unknown; `costsMinor` what it costs the merchant.
   */
  closeGap(gapMinor: number, savesMinor: number, costsMinor: number, limit: number): number;
  /** Fills `offers()` with two that close it together; 2 or 0. */
  closeGapWithTwo(gapMinor: number, savesMinor: number, costsMinor: number): number;
  /** Room for a cart's lines: product, amount, tax (below 0: unknown), pieces, whether it counts. */
  lines(count: number): Float64Array;
  /**
   * What the lines still lack for a goal of the rules, below 0 where that is not known. `how`: bit 0
   * items, bit 1 after discounts, bits 2 and 3 the tax wanted, 4 and 5 the tax shown (`Tax` of
   * src/recommend/goals.h).
   */
  goalMissing(goal: number, targetMinor: number, how: number, discountsMinor: number): number;
  /** Four numbers an offer: product number, score, reason, support (orders, at least). */
  offers(): Int32Array;
  delete(): void;
}

/** The kinds of `src/model/layout.h`: ids, titles, urls, images; names of categories, brands, tags. */
export type TextSection = 16 | 17 | 18 | 19 | 20 | 21 | 22;

export interface StorefrontModule {
  Core: { new (): Core };
}

/** What `web/dist/storefront.js` exports by default: Emscripten's factory. */
export default function createStorefront(options: {
  instantiateWasm?: (
    imports: WebAssembly.Imports,
    done: (instance: WebAssembly.Instance, module?: WebAssembly.Module) => void,
  ) => object;
}): Promise<StorefrontModule>;
