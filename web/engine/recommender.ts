import type { CartInput } from '../cart/cart.js';
import { type Config, loadConfig, noConfig } from '../config.js';
import { Failure, toFailure } from '../failure.js';
import { type GoalState, goalState } from '../goal.js';
import { rescaleUp } from '../money.js';
import { safeUrl } from '../text.js';
import { type Engine, openEngine } from './engine.js';
import { Texts } from './texts.js';

/** Why a product is offered. Only `together` may be called "bought together". */
export type Reason = 'together' | 'likely' | 'best-seller';

export interface Offer {
  id: string;
  title: string;
  /** Absolute, or '' where the model has none. */
  url: string;
  image: string;
  /** The price when the model was made: for planning, never for showing. Null: unknown. */
  priceMinor: number | null;
  score: number;
  reason: Reason;
  /** In at least this many orders together with something in the cart; 0 unless `together`. */
  support: number;
}

export interface RecommendOptions {
  /** Product ids. Those that the model does not know are skipped. */
  cart?: readonly string[];
  /** What goes with this product; what is in the cart is still left out. */
  product?: string | undefined;
  /** At most 64, and 4 unless given. */
  limit?: number;
  exclude?: readonly string[];
}

export interface CloseGapOptions {
  cart: readonly string[];
  /** In minor units of the model's currency. */
  gapMinor: number;
  limit?: number;
  exclude?: readonly string[];
}

export interface RecommenderOptions {
  /** Address of shop.gw, relative to the page. */
  model: string;
  /** Address of shop.json, if there is one. */
  config?: string | undefined;
}

/**
 * Opens a model and answers carts from it, without a page or an element. Rejects with a `Failure`
 * when there is no model to answer from; mistakes in the configuration stand in `problems`.
 */
export async function createRecommender(options: RecommenderOptions): Promise<Recommender> {
  const base = globalThis.document?.baseURI ?? globalThis.location?.href;
  const [engine, config] = await Promise.all([
    openEngine(new URL(options.model, base).href),
    options.config ? loadConfig(options.config) : noConfig,
  ]);
  return new Recommender(engine, config, base);
}

const reasons: readonly Reason[] = ['best-seller', 'likely', 'together'];
const maxOffers = 64;
const maxCart = 500;

export class Recommender {
  /** The goals in force. */
  config: Config;
  readonly products: number;
  /** Of the model's prices: three letters, or ''. */
  readonly currency: string;
  readonly exponent: number;
  readonly #engine: Engine;
  readonly #texts: Texts;
  readonly #base: string | undefined;
  #closed = false;

  constructor(engine: Engine, config: Config, base?: string) {
    const { core } = engine;
    this.config = config;
    this.products = core.products();
    this.currency = currencyText(core.currency());
    this.exponent = core.exponent();
    this.#engine = engine;
    this.#texts = new Texts(core);
    this.#base = base;
  }

  /** What is wrong in the configuration; what it touches is left out. */
  get problems(): readonly Failure[] {
    return this.config.problems;
  }

  /** Whether the model knows a product. */
  has(id: string): boolean {
    return this.#texts.number(id) !== undefined;
  }

  /** What goes best with the cart, or with a product, best first. */
  recommend({ cart = [], product, limit = 4, exclude = [] }: RecommendOptions): Offer[] {
    if (product === undefined) return this.#ask(cart, exclude, limit, 'recommend');
    return this.#ask([product], [...cart, ...exclude], limit, 'recommend');
  }

  /** What best closes a gap in the order's amount, best first; affinity and fit together. */
  closeGap({ cart, gapMinor, limit = 4, exclude = [] }: CloseGapOptions): Offer[] {
    return gapMinor > 0 ? this.#ask(cart, exclude, limit, gapMinor) : [];
  }

  /**
   * How far the cart is from the configured goal; null where that is not known for sure: another
   * currency, an amount that the adapter could not tell, a cart without anything to ship.
   */
  goal(cart: CartInput): GoalState | null {
    const [goal] = this.config.goals;
    const { goalMissing } = this.#engine;
    return goal ? this.#guard(() => goalState(cart, goal, goalMissing)) : null;
  }

  /** An amount of the page in minor units of the model, rounded up. */
  toModelMinor(minor: number, exponent: number): number {
    return rescaleUp(minor, exponent, this.exponent);
  }

  /** Gives the memory back, unless somebody else uses the same model. It answers no more. */
  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#engine.release();
  }

  #ask(
    cart: readonly string[],
    exclude: readonly string[],
    limit: number,
    question: 'recommend' | number,
  ): Offer[] {
    const wanted = Math.min(Math.max(Math.trunc(limit) || 0, 0), maxOffers);
    const { core } = this.#engine;
    const inCart = this.#numbers(cart);
    const excluded = this.#numbers(exclude);
    const rows = this.#guard(() => {
      core.cart(inCart.length).set(inCart);
      core.exclude(excluded.length).set(excluded);
      const count =
        question === 'recommend' ? core.recommend(wanted) : core.closeGap(question, wanted);
      return core.offers().slice(0, Math.min(count, wanted) * 4);
    });

    const offers: Offer[] = [];
    for (let at = 0; at + 4 <= rows.length; at += 4) {
      const [number, score, reason, support] = rows.subarray(at, at + 4);
      const why = reasons[reason!];
      // The module is as trusted as any input: a number out of range is no product.
      if (number! >= 0 && number! < this.products && why && support! >= 0)
        offers.push(this.#offer(number!, score!, why, support!));
    }
    return offers;
  }

  #offer(number: number, score: number, reason: Reason, support: number): Offer {
    const { core } = this.#engine;
    const id = this.#texts.id(number);
    return {
      id,
      title: this.#texts.title(number) || id,
      url: safeUrl(this.#texts.url(number), this.#base),
      image: safeUrl(this.#texts.image(number), this.#base),
      priceMinor: core.price(number) || null,
      score: score * core.scale(),
      reason,
      support,
    };
  }

  #numbers(ids: readonly string[]): number[] {
    const numbers = new Set<number>();
    for (const id of ids) {
      const number = this.#texts.number(id);
      if (number !== undefined) numbers.add(number);
      if (numbers.size === maxCart) break;
    }
    return [...numbers];
  }

  /** After a trap the memory of the module can hold anything, so it is not asked again. */
  #guard<T>(ask: () => T): T {
    if (this.#closed) throw new Failure('recommender-closed', 'this recommender is closed');
    try {
      return ask();
    } catch (error) {
      this.#closed = true;
      throw toFailure(error, 'module-failed');
    }
  }
}

function currencyText(packed: number): string {
  if (packed === 0) return '';
  return String.fromCharCode(packed & 255, (packed >> 8) & 255, (packed >> 16) & 255);
}
