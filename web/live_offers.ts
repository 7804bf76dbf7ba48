import type { Adapter, LiveProduct } from './cart/adapter.js';
import type { ShownOffer } from './elements/told.js';
import type { Offer } from './engine/recommender.js';
import { formatMoney } from './money.js';
import { cleanText, safeUrl, shopUrl } from './text.js';

/** A shop that does not tell its prices by then has none to tell. */
const patienceMs = 10_000;
/** A page may stay open for days; its prices may not. */
const freshMs = 300_000;

/**
 * Joins offers with what the shop sells them for now. What is sold out, unpriced or unknown to the
 * shop is no offer.
 */
export class LiveOffers {
  readonly #adapter: Adapter;
  readonly #products = new Map<string, LiveProduct>();
  /** What was asked for, by id: settled once that answer is there. */
  readonly #asked = new Map<string, Promise<void>>();
  #currency = '';
  #since = 0;
  /** What has fewer pieces, where the shop tells how many, is no offer. */
  leastStock = 1;

  constructor(adapter: Adapter) {
    this.#adapter = adapter;
  }

  /** A product that was shown, for adding. */
  product(id: string): LiveProduct | undefined {
    return this.#products.get(id);
  }

  /** Its price and stock are in doubt, or everything's. */
  forget(id?: string): void {
    if (id === undefined) this.#asked.clear();
    else this.#asked.delete(id);
  }

  /**
   * Asks for all that is not known, at once, and waits until it is. What the shop left out is asked
   * for again the next time. Throws when the adapter does.
   */
  async ask(offers: readonly Offer[], currency: string): Promise<void> {
    const now = Date.now();
    if (currency !== this.#currency || now - this.#since > freshMs) {
      this.forget();
      this.#currency = currency;
      this.#since = now;
    }
    const ids = new Set<string>();
    const wanted = offers.filter(({ id }) => !this.#asked.has(id) && ids.size < ids.add(id).size);
    if (wanted.length > 0) {
      const answer = this.#fetch(wanted, currency);
      for (const id of ids) this.#asked.set(id, answer);
    }
    await Promise.all(new Set(offers.map(({ id }) => this.#asked.get(id))));
  }

  /** Those of the offers that are for sale, as far as is known. */
  shown(offers: readonly Offer[], locale: string): ShownOffer[] {
    return offers.flatMap((offer) => {
      const product = this.#asked.has(offer.id) && this.#products.get(offer.id);
      const enough = product && (product.stock ?? this.leastStock) >= this.leastStock;
      return (enough && toShown(offer, product, locale)) || [];
    });
  }

  async #fetch(wanted: readonly Offer[], currency: string): Promise<void> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(reject, patienceMs, new Error('the shop did not tell its prices'));
    });
    let products: readonly LiveProduct[] = [];
    try {
      products = await Promise.race([this.#adapter.details(wanted, currency), late]);
      // An answer in what was the currency before is nobody's.
      if (currency !== this.#currency) products = [];
    } finally {
      clearTimeout(timer);
      const came = new Map(products.map((product) => [product.id, product]));
      for (const { id } of wanted) {
        const product = came.get(id);
        if (product) this.#products.set(id, product);
        else this.forget(id);
      }
    }
  }
}

function toShown(offer: Offer, product: LiveProduct, locale: string): ShownOffer | null {
  const { priceMinor, exponent, currency } = product;
  const price = formatMoney({ minor: priceMinor, exponent, currency }, locale);
  if (!product.available || priceMinor <= 0 || price === '') return null;
  const base = document.baseURI;
  return {
    id: offer.id,
    title: cleanText(product.title) || offer.title,
    url: shopUrl(product.url, base) || shopUrl(offer.url, base),
    image: safeUrl(product.image, base) || offer.image,
    price,
    priceMinor,
    exponent,
    currency,
    reason: offer.reason,
    support: offer.support,
  };
}
