/**
 * The storefront module, as `bindings/storefront.cpp` exports it. Only numbers and memory views
 * cross: a view is filled or copied in the statement that asks for it, because it is empty after
 * the memory has grown.
 */
export interface Core {
  /** Makes room for a model file of `sizeBytes` and returns the bytes to fill; empty: no memory. */
  model(sizeBytes: number): Uint8Array;
  /** Checks what was filled in, once. 0, or the number of a `Status` (src/model/status.h). */
  open(): number;
  /** How many products the model has. */
  products(): number;
  /** UTF-8 of a text section, one line a product; empty where the model has none. */
  text(section: TextSection): Uint8Array;
  /** The planning price of a product in minor units, 0 unknown. */
  price(product: number): number;
  /** Three letters, first in the lowest byte; 0 where unknown. */
  currency(): number;
  exponent(): number;
  /** A score is the integer that an offer carries times this. */
  scale(): number;
  /** Room for the product numbers of a cart of `count` (500 at most; fewer are returned). */
  cart(count: number): Uint32Array;
  /** Room for product numbers that must not be offered: not for sale, on the page already. */
  exclude(count: number): Uint32Array;
  /** Fills `offers()` for the cart and returns how many, at most `limit` (64 at most). */
  recommend(limit: number): number;
  /** Fills `offers()` with what best closes a gap in the order's amount, best first. */
  closeGap(gapMinor: number, limit: number): number;
  /** Four numbers an offer: product number, score, reason, support (orders, at least). */
  offers(): Int32Array;
  delete(): void;
}

/** The kinds of `src/model/layout.h`: ids, titles, urls, images. */
export type TextSection = 16 | 17 | 18 | 19;

export interface StorefrontModule {
  Core: { new (): Core };
  /** What a cart still lacks for a goal, in minor units; 0 when it is reached. */
  goalMissing(
    linesMinor: number,
    discountsMinor: number,
    notCountedMinor: number,
    targetMinor: number,
    afterDiscounts: boolean,
  ): number;
}

/** What `web/dist/storefront.js` exports by default: Emscripten's factory. */
export default function createStorefront(options: {
  instantiateWasm?: (
    imports: WebAssembly.Imports,
    done: (instance: WebAssembly.Instance, module?: WebAssembly.Module) => void,
  ) => object;
}): Promise<StorefrontModule>;
