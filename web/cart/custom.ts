import { currencyCode, exponentOf, minorOf, parseDecimal } from '../money.js';
import { cleanId } from '../text.js';
import type { Adapter, LiveProduct, Wanted } from './adapter.js';
import type { CartInput } from './cart.js';

/** A product as a page describes it. The price is one of the two; without one it is not shown. */
export interface ProductInput {
  id: string;
  /** A decimal text: '4.35'. */
  price?: string;
  /** Or minor units: 435. */
  priceMinor?: number;
  /** The cart's, unless given. */
  currency?: string;
  /** True unless given. */
  available?: boolean;
  /** Pieces left; "stock" of shop.json is what is wanted at least. */
  stock?: number;
  title?: string;
  url?: string;
  image?: string;
  variantId?: string;
}

/** Tells the current price and stock of products that are about to be shown. */
export type Pricer = (
  ids: readonly string[],
) => readonly ProductInput[] | Promise<readonly ProductInput[]>;

/** Puts a product into the shop's cart, then calls `setCart`. Throw to say that it failed. */
export type Adder = (product: LiveProduct) => unknown;

/** Writes an experiment's label where the shop's order export shows it. */
export type Labeler = (name: string, value: string) => unknown;

/** What a shop without a known platform tells through `setCart`, `onPrices` and `onAdd`. */
export interface CustomShop {
  cart?: CartInput | null | undefined;
  pricer?: Pricer | undefined;
  adder?: Adder | undefined;
  labeler?: Labeler | undefined;
  /** Whether the shopper agrees that this device remembers; undefined: nobody said. */
  consent?: boolean | undefined;
  /** Orders that pages told of. */
  orders?: string[][];
  /** Called after consent or an order was told. */
  remembered?: (() => void) | undefined;
  /** Set when a copy of the script is at work on this page. */
  started?: boolean;
  /** Called after any of them changed; see `listen` of an adapter. */
  changed?: ((anew?: boolean) => void) | undefined;
}

/**
 * For shops of one's own: the page tells its cart and its prices, and adds products itself. Laid over
 * a platform's adapter, what the page tells itself wins, and the rest is the platform's.
 */
export class CustomAdapter implements Adapter {
  readonly platform: string;
  readonly #shop: CustomShop;
  readonly #under: Adapter | undefined;

  constructor(shop: CustomShop, under?: Adapter) {
    this.#shop = shop;
    this.#under = under;
    this.platform = under?.platform ?? 'custom';
  }

  get calls(): RegExp | undefined {
    return this.#under?.calls;
  }

  async read(signal: AbortSignal): Promise<CartInput | null> {
    return this.#shop.cart ?? (await this.#under?.read(signal)) ?? null;
  }

  listen(changed: (anew?: boolean) => void): void {
    this.#shop.changed = changed;
    try {
      this.#under?.listen(changed);
    } catch {
      // A theme whose events break is heard by its calls.
    }
  }

  async add(product: LiveProduct): Promise<void> {
    if (this.#shop.adder) await this.#shop.adder(product);
    else if (this.#under) await this.#under.add(product);
    else throw new Error('nobody called onAdd()');
  }

  async label(name: string, value: string): Promise<void> {
    if (this.#shop.labeler) await this.#shop.labeler(name, value);
    else await this.#under?.label?.(name, value);
  }

  async details(wanted: readonly Wanted[], currency: string): Promise<LiveProduct[]> {
    const { pricer } = this.#shop;
    if (!pricer) return (await this.#under?.details(wanted, currency)) ?? [];
    const products = await pricer(wanted.map(({ id }) => id));
    return (Array.isArray(products) ? products : []).flatMap((product) => {
      const live = toLive(product, currency);
      return live ? [live] : [];
    });
  }

  consent(told: (agrees: boolean) => void): void {
    this.#under?.consent?.(told);
  }
}

function toLive(product: ProductInput, cartCurrency: string): LiveProduct | null {
  const id = cleanId(product?.id);
  const currency = currencyCode(product?.currency ?? cartCurrency);
  const exponent = exponentOf(currency);
  const priceMinor = minorOf(product?.priceMinor) ?? parseDecimal(`${product?.price}`, exponent);
  if (id === '' || currency === '' || priceMinor === null) return null;
  const { variantId = id, title = '', url = '', image = '', available = true, stock } = product;
  return { id, variantId, title, url, image, priceMinor, exponent, currency, available, stock };
}
