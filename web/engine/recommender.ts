import type { CartInput } from '../cart/cart.js';
import { type Config, loadConfig, mistake, noConfig } from '../config.js';
import { Failure, toFailure } from '../failure.js';
import { type GoalState, goalState } from '../goal.js';
import { type Placement, placements, type Stage, stages, today } from '../json.js';
import { rescaleUp } from '../money.js';
import { safeUrl } from '../text.js';
import type { Core } from './core.js';
import { type Engine, openEngine } from './engine.js';
import { listsFor, listWords } from './lists.js';
import { ruleWords } from './rules.js';
import { Texts } from './texts.js';

/** Why a product is offered. Only `together` may be called "bought together". */
export type Reason = (typeof reasons)[number];

// By number, as src/recommend/offer.h has them.
const reasons = [
  'best-seller',
  'likely',
  'together',
  'bought-before',
  'new',
  'trending',
  'upgrade',
  'viewed',
  'seen-not-bought',
  'due-again',
  'picked',
] as const;

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

/** Where a row stands and who looks; the merchant's rules and rows go by it. */
export interface Setting {
  /** 'product' where a product is at hand, else 'cart', unless given. */
  placement?: Placement;
  /** 'first-visit' unless given. */
  stage?: Stage;
  /** What was looked at on this device, newest first. */
  viewed?: readonly string[];
  /** What was bought, newest first; what was bought on one day is one order. */
  bought?: readonly { id: string; daysAgo?: number }[];
}

export interface RecommendOptions extends Setting {
  /** Product ids. Those that the model does not know are skipped. */
  cart?: readonly string[];
  /** Pieces of each product of `cart`; one of each unless given. */
  quantities?: readonly number[];
  /**
   * Lists that fill the row in order: 'together', 'best-sellers:cart-category', ... Those that the
   * configuration names for the placement unless given, else what goes with the cart and then best
   * sellers.
   */
  lists?: readonly string[];
  /** What goes with this product; what is in the cart is still left out. */
  product?: string | undefined;
  /** At most 64, and 4 unless given. */
  limit?: number;
  exclude?: readonly string[];
}

export interface CloseGapOptions extends Setting {
  cart: readonly string[];
  /** In minor units of the model's currency. */
  gapMinor: number;
  /** What closing it saves the shopper: a best seller costs no more than that. Null: not known. */
  savesMinor?: number | null;
  /** What the reward costs the merchant. */
  costsMinor?: number;
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

const maxOffers = 64;
const maxNumbers = 500;
const noneAtHand = 0xffffffff;

// One module answers several recommenders, each with rules of its own.
const inForce = new WeakMap<Core, Recommender>();

export class Recommender {
  readonly products: number;
  /** Of the model's prices: three letters, or ''. */
  readonly currency: string;
  readonly exponent: number;
  readonly #engine: Engine;
  readonly #texts: Texts;
  readonly #base: string | undefined;
  #config!: Config;
  #rules: number[] = [];
  #problems: readonly Failure[] = [];
  #closed = false;

  constructor(engine: Engine, config: Config, base?: string) {
    const { core } = engine;
    this.products = core.products();
    this.currency = currencyText(core.currency());
    this.exponent = core.exponent();
    this.#engine = engine;
    this.#texts = new Texts(core);
    this.#base = base;
    this.config = config;
  }

  /** The goals, rules and rows in force. */
  get config(): Config {
    return this.#config;
  }

  set config(config: Config) {
    const { currency, exponent } = this;
    const names = { texts: this.#texts, currency, exponent };
    const { words, goals, problems } = ruleWords(config, names);
    const rows = config.rows.filter(({ lists }, at) => {
      let known = true;
      listWords(lists, this.#texts, (name) => {
        known = false;
        problems.push(mistake(`rows[${at}].show: there is no list "${name}"`));
      });
      return known;
    });
    this.#rules = words;
    this.#config = { ...config, goals, rows };
    this.#problems = [...config.problems, ...problems];
    inForce.delete(this.#engine.core);
  }

  /** What is wrong in the configuration; what it touches is left out. */
  get problems(): readonly Failure[] {
    return this.#problems;
  }

  /** Whether the model knows a product. */
  has(id: string): boolean {
    return this.#texts.number(id) !== undefined;
  }

  /** What fills a row for the cart, or for a product, best first. */
  recommend(options: RecommendOptions): Offer[] {
    const { limit = 4 } = options;
    const wanted = Math.min(Math.max(Math.trunc(limit) || 0, 0), maxOffers);
    return this.#ask(options, (core) => Math.min(core.recommend(wanted), wanted));
  }

  /** The one or two products that complete a product, and go with each other. */
  bundle(options: RecommendOptions & { product: string }): Offer[] {
    return this.has(options.product) ? this.#ask(options, (core) => core.bundle()) : [];
  }

  /** What best closes a gap in the order's amount, best first; affinity and fit together. */
  closeGap(options: CloseGapOptions): Offer[] {
    const { gapMinor, savesMinor, costsMinor = 0, limit = 4 } = options;
    if (!(gapMinor > 0)) return [];
    return this.#ask(options, (core) =>
      core.closeGap(gapMinor, savesMinor ?? -1, costsMinor, Math.min(limit, maxOffers)),
    );
  }

  /** Two products that close a gap together which neither closes alone; none where there are none. */
  closeGapWithTwo(options: CloseGapOptions): Offer[] {
    const { gapMinor, savesMinor, costsMinor = 0 } = options;
    if (!(gapMinor > 0)) return [];
    return this.#ask(options, (core) =>
      core.closeGapWithTwo(gapMinor, savesMinor ?? -1, costsMinor),
    );
  }

  /** A product as an offer that needs no reason, or undefined where the model does not know it. */
  product(id: string): Offer | undefined {
    const number = this.#texts.number(id);
    return number === undefined ? undefined : this.#offer(number, 0, 'best-seller', 0);
  }

  /**
   * How far the cart is from each configured goal, in their order. Left out is what is not known for
   * sure: another currency, an amount that the adapter could not tell, a cart without anything to
   * ship.
   */
  goals(cart: CartInput): GoalState[] {
    const { core } = this.#engine;
    const numberOf = (id: string) => this.#texts.number(id);
    return this.#guard(() =>
      this.config.goals.flatMap((goal, at) => goalState(cart, goal, at, core, numberOf) ?? []),
    );
  }

  /** The first of `goals`, or null. */
  goal(cart: CartInput): GoalState | null {
    return this.goals(cart)[0] ?? null;
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

  #ask(options: RecommendOptions, fill: (core: Core) => number): Offer[] {
    const { cart = [], product, exclude = [], viewed = [], bought = [], quantities = [] } = options;
    const { placement = product === undefined ? 'cart' : 'product', stage = 'first-visit' } =
      options;
    const { core } = this.#engine;
    const words = listWords(
      options.lists ?? listsFor(this.config, placement, stage),
      this.#texts,
      (name) => {
        throw new Failure('list-unknown', `there is no list "${name}"`);
      },
    );
    // Lists were asked for, and the model has none of their categories: there is nothing to say.
    if (words.length === 0 && options.lists?.length) return [];
    const inCart = this.#numbers(product === undefined ? cart : [product]);
    const excluded = this.#numbers(product === undefined ? exclude : [...cart, ...exclude]);
    const pieces = product === undefined ? this.#pieces(inCart, cart, quantities) : [];
    const seen = this.#numbers(viewed);
    let ordersAgo = 0;
    const history = bought.slice(0, maxNumbers).flatMap(({ id, daysAgo = 0 }, at) => {
      const before = bought[at - 1];
      if (before && (before.daysAgo ?? 0) !== daysAgo) ordersAgo += 1;
      const number = this.#texts.number(id);
      return number === undefined ? [] : [number, ordersAgo, daysAgo];
    });
    const { day, month } = today();
    const at = product === undefined ? undefined : this.#texts.number(product);
    const rows = this.#guard(() => {
      fillRoom(core.cart(inCart.length), inCart);
      fillRoom(core.exclude(excluded.length), excluded);
      fillRoom(core.quantities(pieces.length), pieces);
      fillRoom(core.viewed(seen.length), seen);
      fillRoom(core.bought(history.length / 3), history);
      fillRoom(core.lists(words.length), words);
      core.moment(
        at ?? noneAtHand,
        placements.indexOf(placement),
        stages.indexOf(stage),
        day,
        month,
      );
      return core.offers().slice(0, fill(core) * 4);
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
      if (numbers.size === maxNumbers) break;
    }
    return [...numbers];
  }

  /** Pieces of each number; none where nobody told them. */
  #pieces(
    numbers: readonly number[],
    cart: readonly string[],
    quantities: readonly number[],
  ): number[] {
    if (quantities.length === 0) return [];
    const pieces = new Map<number | undefined, number>();
    cart.forEach((id, at) => {
      const number = this.#texts.number(id);
      pieces.set(number, (pieces.get(number) ?? 0) + (quantities[at] ?? 1));
    });
    return numbers.map((number) => pieces.get(number) ?? 1);
  }

  /** After a trap the memory of the module can hold anything, so it is not asked again. */
  #guard<T>(ask: () => T): T {
    if (this.#closed) throw new Failure('recommender-closed', 'this recommender is closed');
    try {
      const { core } = this.#engine;
      if (inForce.get(core) !== this) {
        core.rules(this.#rules.length).set(this.#rules);
        core.setRules();
        inForce.set(core, this);
      }
      return ask();
    } catch (error) {
      this.#closed = true;
      throw toFailure(error, 'module-failed');
    }
  }
}

function fillRoom(room: Uint32Array, numbers: readonly number[]): void {
  room.set(numbers.slice(0, room.length));
}

function currencyText(packed: number): string {
  if (packed === 0) return '';
  return String.fromCharCode(packed & 255, (packed >> 8) & 255, (packed >> 16) & 255);
}
