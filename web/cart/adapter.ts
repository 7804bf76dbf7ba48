import type { CartInput } from './cart.js';

/** A product whose live details are asked for. */
export interface Wanted {
  id: string;
  /** From the model; '' where it has none. */
  url: string;
}

/** A product as the shop sells it now. Text and addresses are cleaned by who shows them. */
export interface LiveProduct {
  id: string;
  /** What the platform calls the thing that goes into the cart. */
  variantId: string;
  /** '' leaves the model's own. */
  title: string;
  url: string;
  image: string;
  priceMinor: number;
  exponent: number;
  currency: string;
  available: boolean;
  /** Pieces left, where the shop tells. */
  stock?: number | undefined;
}

/** Between a shop platform and the widget; one file a platform, without a decision in it. */
export interface Adapter {
  readonly platform: string;
  /**
   * Addresses that change the cart when somebody calls them; the loop looks again when it sees one.
   * What `read` itself asks for must not match, or the cart is read for ever.
   */
  readonly calls?: RegExp | undefined;
  /** Reads the whole cart; null while there is none to read. Throws when it cannot. */
  read(signal: AbortSignal): Promise<CartInput | null>;
  /**
   * Calls back when the cart may have changed. Payloads are not trusted: we look again. With
   * `anew` more than the cart changed, and the same cart is news.
   */
  listen(changed: (anew?: boolean) => void): void;
  /** Puts one of a product into the cart. Throws when the shop refuses. */
  add(product: LiveProduct): Promise<void>;
  /** Writes an attribute of the cart, where the platform has such and its order exports show them. */
  label?(name: string, value: string): Promise<void>;
  /**
   * Live details, in any order, by one request if the platform allows it; what the shop does not
   * sell is left out. Nobody asks twice for the same soon, so that nothing need be kept.
   */
  details(wanted: readonly Wanted[], currency: string): Promise<LiveProduct[]>;
  /**
   * Tells whether the shopper agrees to be remembered, as soon as the platform's own consent knows
   * it, and again when that changes. Called only where the shop wants a memory.
   */
  consent?(told: (agrees: boolean) => void): void;
}
