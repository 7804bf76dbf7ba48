import type { CartInput } from '../cart/cart.js';
import { type Config, loadConfig, mistake, noConfig } from '../config.js';
import { Failure, toFailure } from '../failure.js';
import { type GoalState, goalState } from '../goal.js';
import { type Placement, placements, type Stage, stages, today } from '../json.js';
import { currencyCode, rescaleUp } from '../money.js';
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
  /** What the model's bytes have to be: a hash as of an HTML `integrity` attribute. */
  integrity?: string | undefined;
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
    openEngine(new URL(options.model, base).href, options.integrity),
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
  readonly #scale: number;
  #config!: Config;
  #rules: number[] = [];
  #problems: readonly Failure[] = [];
  #closed = false;

  constructor(engine: Engine, config: Config, base?: string) {
    const { core } = engine;
    // struct Shape of src/model/layout.h
    const shape = new DataView(core.memory(), core.section(1), 24);
    const word = (at: number) => shape.getUint32(at, true);
    this.products = word(0);
    this.currency = currencyCode(
      String.fromCharCode(...[12, 13, 14].map((at) => shape.getUint8(at))),
    );
    this.exponent = word(16);
    this.#scale = shape.getFloat32(8, true);
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
    const rows = config.rows.filter(({ show }, at) => {
      let known = true;
      listWords(show, this.#texts, (name) => {
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
    return this.#ask(0, options);
  }

  /** The one or two products that complete a product, and go with each other. */
  bundle(options: RecommendOptions & { product: string }): Offer[] {
    return this.has(options.product) ? this.#ask(1, options) : [];
  }

  /** What best closes a gap in the order's amount, best first; affinity and fit together. */
  closeGap(options: CloseGapOptions): Offer[] {
    return options.gapMinor > 0 ? this.#ask(2, options) : [];
  }

  /** Two products that close a gap together which neither closes alone; none where there are none. */
  closeGapWithTwo(options: CloseGapOptions): Offer[] {
    return options.gapMinor > 0 ? this.#ask(3, options) : [];
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
    const numberOf = (id: string) => this.#texts.number(id);
    return this.#guard((core) =>
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

  /** It answers no more, and holds nothing that others do not hold. */
  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#engine.release();
  }

  /** `what` as `Core.ask` has it. */
  #ask(what: number, options: RecommendOptions & Partial<CloseGapOptions>): Offer[] {
    const { cart = [], product, exclude = [], viewed = [], bought = [], quantities = [] } = options;
    const { placement = product === undefined ? 'cart' : 'product', stage = 'first-visit' } =
      options;
    const { limit = 4, gapMinor = 0, savesMinor, costsMinor = 0 } = options;
    const lists = listWords(
      options.lists ?? listsFor(this.config, placement, stage),
      this.#texts,
      (name) => {
        throw new Failure('list-unknown', `there is no list "${name}"`);
      },
    );
    // Lists were asked for, and the model has none of their categories: there is nothing to say.
    if (lists.length === 0 && options.lists?.length) return [];
    const at = product === undefined ? undefined : this.#texts.number(product);
    const inCart = this.#numbers(product === undefined ? cart : [product]);
    const excluded = this.#numbers(product === undefined ? exclude : [...cart, ...exclude]);
    const pieces = product === undefined ? this.#pieces(inCart, cart, quantities) : [];
    let ordersAgo = 0;
    const history = bought.slice(0, maxNumbers).flatMap(({ id, daysAgo = 0 }, place) => {
      const before = bought[place - 1];
      if (before && (before.daysAgo ?? 0) !== daysAgo) ordersAgo += 1;
      const number = this.#texts.number(id);
      return number === undefined ? [] : [number, ordersAgo, daysAgo];
    });
    const { day, month } = today();
    const parts = [inCart, excluded, pieces, this.#numbers(viewed), lists.slice(0, maxNumbers)];
    const question = [
      ...[at ?? noneAtHand, placements.indexOf(placement), stages.indexOf(stage), day, month],
      ...[...parts.map(({ length }) => length), history.length / 3],
      ...[...parts, history].flat(),
    ];
    const most = Math.min(Math.max(Math.trunc(limit) || 0, 0), maxOffers);
    const rows = this.#guard((core) => {
      new Uint32Array(core.memory(), core.room(), question.length).set(question);
      const count = Math.min(
        core.ask(what, most, gapMinor, savesMinor ?? -1, costsMinor),
        maxOffers,
      );
      return new Int32Array(core.memory(), core.offers(), 4 * count).slice();
    });

    const offers: Offer[] = [];
    for (let row = 0; row < rows.length; row += 4) {
      const [number, score, reason, support] = rows.subarray(row, row + 4);
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
    // The section of prices, which a model may be without.
    const price = core.sectionSize(6) && core.section(6) + 4 * number;
    return {
      id,
      title: this.#texts.title(number) || id,
      url: safeUrl(this.#texts.url(number), this.#base),
      image: safeUrl(this.#texts.image(number), this.#base),
      priceMinor: (price && new DataView(core.memory(), price).getUint32(0, true)) || null,
      score: score * this.#scale,
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

  #guard<T>(ask: (core: Core) => T): T {
    const engine = this.#engine;
    if (this.#closed || engine.broken)
      throw new Failure('recommender-closed', 'this recommender is closed');
    try {
      const { core } = engine;
      const rules = this.#rules;
      if (inForce.get(core) !== this) {
        const room = core.rules(rules.length);
        // Rows that leave out what the merchant excludes, or none.
        if (!room) throw new Error('no memory for the rules');
        new Uint32Array(core.memory(), room, rules.length).set(rules);
        core.setRules();
        inForce.set(core, this);
      }
      return ask(core);
    } catch (error) {
      engine.broken = true;
      this.close();
      throw toFailure(error, 'module-failed');
    }
  }
}
