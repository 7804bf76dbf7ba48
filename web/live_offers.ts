import type { Adapter, LiveProduct } from './cart/adapter.js';
import type { ShownOffer } from './elements/told.js';
import type { Offer } from './engine/recommender.js';
import { formatMoney } from './money.js';
import { cleanText, safeUrl, shopUrl } from './text.js';

/** A shop that does not tell its prices by then has none to tell. */
const patienceMs = 10_000;
/** Details are asked for a few at a time, so that one that is sold out costs no second round. */
const smallestBatch = 2;

/**
 * Joins offers with what the shop sells them for now. What is sold out, unpriced or unknown to the
 * shop is no offer.
 */
export class LiveOffers {
  readonly #adapter: Adapter;
  readonly #products = new Map<string, LiveProduct>();
  /** What has fewer pieces, where the shop tells how many, is no offer. */
  leastStock = 1;

  constructor(adapter: Adapter) {
    this.#adapter = adapter;
  }

  /** A product that was shown, for adding. */
  product(id: string): LiveProduct | undefined {
    return this.#products.get(id);
  }

  /**
   * Goes through the offers, best first, until `enough` says so of those that are for sale. Throws
   * when the adapter does.
   */
  async take(
    offers: readonly Offer[],
    batchSize: number,
    currency: string,
    locale: string,
    enough: (shown: readonly ShownOffer[]) => boolean,
  ): Promise<ShownOffer[]> {
    const shown: ShownOffer[] = [];
    for (let at = 0; at < offers.length && !enough(shown); ) {
      const size = Math.max(batchSize - shown.length, smallestBatch);
      const batch = offers.slice(at, at + size);
      at += size;
      const live = await this.#details(batch, currency);
      for (const offer of batch) {
        const product = live.get(offer.id);
        if (product) this.#products.set(offer.id, product);
        const enough = (product?.stock ?? this.leastStock) >= this.leastStock;
        const show = product && enough && toShown(offer, product, locale);
        if (show) shown.push(show);
      }
    }
    return shown;
  }

  async #details(offers: readonly Offer[], currency: string): Promise<Map<string, LiveProduct>> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(reject, patienceMs, new Error('the shop did not tell its prices'));
    });
    try {
      const products = await Promise.race([this.#adapter.details(offers, currency), late]);
      return new Map(products.map((product) => [product.id, product]));
    } finally {
      clearTimeout(timer);
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
