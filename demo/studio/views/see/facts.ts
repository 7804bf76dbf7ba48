import type { MapReport, PairReport, ProductsReport } from '../../messages.js';
import type { Session } from '../../session.js';
import type { ShopConfig } from '../../shop_config.js';
import { store } from '../../view.js';
import { kept } from './kept.js';

/** How many of the strongest pairs are asked for: what a person may search through and sort. */
export const mostPairs = 2000;
/** Links of a product on the map: more would be a ball of wool. */
const linksEach = 4;

/** A product by its number, which is its rank by sales. */
export type Product = ProductsReport['products'][number];

/**
 * What the step shows besides what the store holds, asked of the worker once a shop. It asks within
 * the very event that tells of a new shop: the worker answers in order, and the grade, which takes
 * longest, is asked for right after that event.
 */
class Facts extends EventTarget {
  pairs: readonly PairReport[] | null = null;
  map: MapReport | null = null;
  never: readonly number[] | null = null;
  /** How many products the map was asked for. */
  mapped = 0;
  /** Whether the worker has yet to say what is on it. */
  mapping = false;
  /** What could not be told, as a sentence. */
  trouble = '';
  #of: ProductsReport | null = null;
  #config: ShopConfig | null = null;
  readonly #numbers = new Map<string, number>();

  constructor() {
    super();
    store.addEventListener('change', () => this.#look());
  }

  /** The product's number by its id, or -1. */
  numberOf(id: string): number {
    const products = store.state.products?.products ?? [];
    if (this.#numbers.size === 0)
      for (const [at, { id: one }] of products.entries()) this.#numbers.set(one, at);
    return this.#numbers.get(id) ?? -1;
  }

  /** The product's name by its id, or the id. */
  titleOf(id: string): string {
    return store.state.products?.products[this.numberOf(id)]?.title ?? id;
  }

  /** The best seller that has a neighbour: it is shown first, so that nobody looks at nothing. */
  get first(): string {
    const { products = [] } = store.state.products ?? {};
    return (products.find(({ neighbours }) => neighbours > 0) ?? products[0])?.id ?? '';
  }

  /** What is known of a product, and what would be offered with it. */
  about(id: string, place: 'cart' | 'product', config: ShopConfig) {
    return this.#about(id, place, config, store.session);
  }
  readonly #about = kept((id: string, place: string, config: ShopConfig, session?: Session) => {
    const row = place === 'cart' ? { cart: [id] } : { product: id };
    if (!session) return Promise.reject(new Error('stopped'));
    return Promise.all([
      session.ask('product', id),
      session.ask('offers', { config: JSON.stringify(config), row }),
    ]);
  });

  async askMap(products: number): Promise<void> {
    this.mapped = products;
    this.mapping = true;
    this.dispatchEvent(new Event('change'));
    await this.#ask(store.session?.ask('map', { products, edges: linksEach }), (map) => {
      if (this.mapped === products) [this.map, this.mapping] = [map, false];
    });
  }

  #look(): void {
    const { products, config, step } = store.state;
    if (products !== this.#of) {
      this.#of = products;
      this.#config = null;
      this.#numbers.clear();
      [this.pairs, this.map, this.never, this.trouble] = [null, null, null, ''];
      if (products) {
        this.#ask(store.session?.ask('pairs', mostPairs), (pairs) => {
          this.pairs = pairs;
        });
        this.askMap(innerWidth < 600 ? 100 : 200);
        // Who shows it hears of what went wrong.
        this.about(this.first, 'cart', config).catch(() => {});
      }
    }
    // The rules decide what is never offered; while they are being written nobody looks here.
    if (products && config !== this.#config && (this.#config === null || step === 'see')) {
      this.#config = config;
      this.#ask(store.session?.ask('neverOffered', JSON.stringify(config)), (never) => {
        if (config === this.#config) this.never = never;
      });
    }
  }

  /** Keeps an answer, unless another shop was opened meanwhile. */
  async #ask<A>(asked: Promise<A> | undefined, keep: (answer: A) => void): Promise<void> {
    const of = this.#of;
    try {
      const answer = await asked;
      if (of !== this.#of || answer === undefined) return;
      keep(answer);
    } catch (error) {
      if (of !== this.#of) return;
      this.trouble = sentenceOf(error);
    }
    this.dispatchEvent(new Event('change'));
  }
}

export const facts = new Facts();

/** What a question that failed says to the merchant. */
export function sentenceOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message === 'stopped'
    ? 'The worker of this shop was stopped. Open the orders again to ask it more.'
    : message;
}
