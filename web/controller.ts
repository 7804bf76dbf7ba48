import type { Adapter } from './cart/adapter.js';
import { type Cart, modelCart } from './cart/cart.js';
import { CartLoop, type Cause } from './cart/loop.js';
import { type Amounts, type Config, noConfig } from './config.js';
import type { Ask, Shop, ShownOffer, Told } from './elements/told.js';
import { tell } from './elements/told.js';
import type { Offer, Recommender } from './engine/recommender.js';
import { Failure, toFailure } from './failure.js';
import { type GoalState, nextGoal } from './goal.js';
import { LiveOffers } from './live_offers.js';
import { bundlePrice, parseDecimal } from './money.js';
import { localeOf, type Say, speak, speakOf } from './strings/strings.js';
import type { Visitor } from './visitor.js';

/** How far from the screen an element is filled. */
const nearMargin = '400px';
/** Candidates for each place of a row, because some will be sold out. */
const spare = 3;
const gapCandidates = 12;
/** For a shopper who sends much back. */
const fewOffers = 2;
/** A page that has not told its cart by then is told what it forgot. */
const cartPatienceMs = 5000;

/** An element that asked, and whether what it shows is out of date. */
interface Place {
  ask: Ask;
  stale: boolean;
  near: boolean;
  offers: readonly ShownOffer[];
}

/** What one round found for an element. */
interface Filling {
  offers: readonly ShownOffer[];
  goals?: readonly GoalState[];
  bundleMinor?: number | null;
}

/**
 * Between cart, engine and elements: listens to what elements ask, and tells them again whenever
 * the cart changes. The only place that knows all three.
 */
export class Controller {
  readonly #adapter: Adapter;
  readonly #visitor: Visitor;
  readonly #live: LiveOffers;
  readonly #loop: CartLoop;
  readonly #places = new Map<Told, Place>();
  readonly #near: IntersectionObserver;
  #recommender: Recommender | undefined;
  #config = noConfig;
  #say: Say = speak();
  #shop: Shop;
  #cart: Cart | null = null;
  #cause: Cause = 'page';
  #round = 0;
  #planned = false;
  readonly #reached = new Set<string>();
  /** Before it is known what must not be offered, nothing is. */
  #configured = false;
  #broken: Failure | undefined;

  constructor(adapter: Adapter, visitor: Visitor) {
    this.#adapter = adapter;
    this.#visitor = visitor;
    this.#live = new LiveOffers(adapter);
    this.#shop = this.#shopIn('');
    this.#loop = new CartLoop(adapter, {
      changed: (cart, cause) => this.#cartChanged(cart, cause),
      failed: (failure) => this.#doubt(failure),
    });
    this.#near = new IntersectionObserver((entries) => this.#cameNear(entries), {
      rootMargin: nearMargin,
    });
  }

  /** Listens to elements and reads the cart; nothing is shown before `serve` and `configure`. */
  start(): void {
    document.addEventListener('goeswith:ask', (event) => {
      const [element] = event.composedPath();
      this.#asked(element as Told, event.detail);
    });
    document.addEventListener('goeswith:view', (event) => {
      const ids = event.detail.offers.map(({ id }) => id);
      const place = this.#places.get(event.composedPath()[0] as Told);
      this.#visitor.wasShown(ids, place?.ask.kind !== 'goal');
    });
    document.addEventListener('goeswith:click', ({ detail }) => this.#visitor.asksFor(detail.id));
    document.addEventListener('goeswith:add', ({ detail }) => this.#visitor.asksFor(detail.id));
    this.#loop.start();
    setTimeout(() => {
      // A platform's cart that is late or fails tells so itself.
      if (this.#cart || this.#adapter.platform !== 'custom') return;
      this.#doubt(new Failure('cart-unknown', 'no known platform, and nobody called setCart()'));
    }, cartPatienceMs);
  }

  /** The model is open: answers what was asked meanwhile. */
  serve(recommender: Recommender): void {
    this.#recommender = recommender;
    recommender.config = this.#config;
    this.#tellProblems();
    this.#plan();
  }

  /** There are no answers, and there will be none: everything hides itself and says why. */
  giveUp(failure: Failure): void {
    this.#broken = failure;
    this.#doubt(failure);
  }

  /** Puts goals in force, and tells what is wrong with them. */
  async configure(config: Config): Promise<void> {
    this.#config = config;
    await this.#learnLanguage(config);
    await this.#visitor.remember(config, () => this.#memoryChanged());
    this.#live.leastStock = config.stock;
    this.#configured = true;
    if (this.#recommender) this.#recommender.config = config;
    this.#tellProblems();
    this.#memoryChanged();
  }

  /** What this page is about is remembered too, whenever the shopper agreed. */
  #memoryChanged(): void {
    for (const { ask } of this.#places.values())
      if (ask.kind !== 'goal' && ask.product) this.#visitor.sees(ask.product);
    this.#allStale();
  }

  /** English is here already, other languages and the shop's own words are fetched. */
  async #learnLanguage({ strings }: Config): Promise<void> {
    try {
      this.#say = await speakOf(document.documentElement.lang, strings);
      this.#shop = this.#shopIn(this.#cart?.locale ?? '');
    } catch (error) {
      this.#report(toFailure(error, 'language-failed'));
    }
  }

  #report(failure: Failure): void {
    for (const [element] of this.#places) report(element, failure);
  }

  /**
   * Tells what is wrong in the configuration, once it and the model are there: to the goals, or where
   * there is none to the first element.
   */
  #tellProblems(): void {
    if (!this.#configured) return;
    const all = [...this.#places];
    const goals = all.filter(([, { ask }]) => ask.kind === 'goal');
    for (const [element] of goals.length > 0 ? goals : all.slice(0, 1))
      for (const problem of this.#problems()) report(element, problem);
  }

  /** None before the model is there, which shows more of them. */
  #problems(): readonly Failure[] {
    return (this.#configured && this.#recommender?.problems) || [];
  }

  #asked(element: Told, ask: Ask): void {
    if (ask.kind !== 'goal' && ask.product) this.#visitor.sees(ask.product);
    const known = this.#places.get(element);
    if (known) {
      known.ask = ask;
      known.stale = true;
      this.#plan();
      return;
    }
    this.#places.set(element, { ask, stale: true, near: false, offers: [] });
    this.#near.observe(element);
    if (this.#broken) report(element, this.#broken);
    if (ask.kind === 'goal') for (const problem of this.#problems()) report(element, problem);
  }

  #cameNear(entries: readonly IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of entries) {
      const place = this.#places.get(target as Told);
      if (place) place.near = isIntersecting;
    }
    this.#plan();
  }

  #cartChanged(cart: Cart, cause: Cause): void {
    this.#cart = cart;
    this.#cause = cause;
    this.#shop = this.#shopIn(cart.locale);
    this.#allStale();
  }

  #allStale(): void {
    for (const place of this.#places.values()) place.stale = true;
    this.#plan();
  }

  /** Several reasons to fill within one task are one round. */
  #plan(): void {
    if (this.#planned) return;
    this.#planned = true;
    queueMicrotask(() => {
      this.#planned = false;
      this.#fill().catch((error) => {
        const failure = toFailure(error, 'offers-failed');
        // A module that trapped answers no more; a shop may tell its prices the next time.
        if (failure.code === 'module-failed') this.giveUp(failure);
        else this.#doubt(failure);
      });
    });
  }

  /**
   * Fills what is near and out of date, one after the other, so that no product stands twice on the
   * page: what comes first keeps it. A round that a newer one overtook tells nobody.
   */
  async #fill(): Promise<void> {
    const cart = this.#cart;
    const recommender = this.#recommender;
    if (!cart || !recommender || !this.#configured || this.#broken) return;
    this.#round += 1;
    const round = this.#round;
    await this.#visitor.label(this.#config, cart, (name, value) => {
      // Nobody waits for it, and a cart that takes no attribute is not the shopper's business.
      this.#adapter
        .label?.(name, value)
        .catch((error) => this.#report(toFailure(error, 'label-failed')));
    });
    if (round !== this.#round) return;
    const waiting = this.#inOrder().filter(([, { stale, near }]) => stale && near);
    const taken = new Set<string>();
    for (const [element, { stale, offers }] of this.#places)
      if (element.isConnected && !stale) for (const { id } of offers) taken.add(id);

    const found: [Told, Place, Filling][] = [];
    for (const [element, place] of waiting) {
      const filling = await this.#find(recommender, place, cart, taken).catch((error) => {
        // A list that does not exist is this element's mistake alone.
        if (error?.code !== 'list-unknown') throw error;
        report(element, error);
        return { offers: [] };
      });
      if (round !== this.#round) return;
      for (const { id } of filling.offers) taken.add(id);
      found.push([element, place, filling]);
    }
    for (const [element, place, filling] of found) {
      place.stale = false;
      place.offers = filling.offers;
      element.shop = this.#shop;
      element.announce = this.#cause === 'shopper';
      if (filling.goals) element.goals = filling.goals;
      if (filling.bundleMinor !== undefined) element.bundleMinor = filling.bundleMinor;
      element.offers = filling.offers;
    }
  }

  /** Rows before goals, because those have more to choose from; each as they stand on the page. */
  #inOrder(): [Told, Place][] {
    for (const [element] of this.#places)
      if (!element.isConnected) {
        this.#places.delete(element);
        this.#near.unobserve(element);
      }
    const isGoal = ({ ask }: Place) => Number(ask.kind === 'goal');
    const follows = (a: Node, b: Node) =>
      a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
    return [...this.#places].sort(
      ([a, first], [b, second]) => isGoal(first) - isGoal(second) || follows(a, b),
    );
  }

  async #find(
    recommender: Recommender,
    { ask, offers: before }: Place,
    cart: Cart,
    taken: ReadonlySet<string>,
  ): Promise<Filling> {
    if (this.#visitor.hides) return { offers: [], goals: [] };
    // What is on the page already is not taken away from under the shopper's eyes.
    if (ask.kind !== 'goal' && before.length === 0 && this.#visitor.hasSeenEnough(this.#config))
      return { offers: [] };
    const { ids, quantities } = modelCart(cart, (id) => recommender.has(id));
    const { currency } = cart;
    const { locale } = this.#shop;
    const { stage, viewed, bought, sendsBack } = this.#visitor;
    if (ask.kind === 'row') {
      // Who sends much back sees less, and something better rather than something more.
      const limit = sendsBack ? Math.min(ask.limit, fewOffers) : ask.limit;
      const lists = sendsBack ? ['upgrade', 'together'] : ask.lists;
      const offers = recommender.recommend({
        cart: ids,
        quantities,
        product: ask.product,
        ...(lists && { lists }),
        ...(ask.placement && { placement: ask.placement }),
        ...{ stage, viewed, bought },
        limit: limit * spare,
        exclude: [...taken],
      });
      const shown = await this.#live.take(
        this.#visitor.stepBack(offers),
        limit,
        currency,
        locale,
        (found) => found.length >= limit,
      );
      return { offers: shown.slice(0, limit) };
    }
    if (ask.kind === 'bundle') {
      const { product } = ask;
      const itself = recommender.product(product);
      const question = { product, cart: ids, stage, exclude: [...taken] };
      const others = itself ? recommender.bundle(question) : [];
      if (!itself || others.length === 0) return { offers: [] };
      const live = await this.#live.take(
        [itself, ...others],
        ask.limit,
        currency,
        locale,
        () => false,
      );
      // Without the product itself there is nothing to complete.
      const [first] = live;
      if (first?.id !== product) return { offers: [] };
      const shown = live.filter((offer) => sameMoney(offer, first));
      // The price is that of the whole bundle.
      const whole = shown.length === others.length + 1;
      return { offers: shown, bundleMinor: whole ? this.#bundlePrice(shown) : null };
    }
    const goals = recommender.goals(cart).map((goal) => this.#remember(goal));
    const goal = nextGoal(goals);
    const offers =
      goal && !goal.reached && !goal.items
        ? await this.#closers(recommender, goal, ids, taken)
        : [];
    return { goals, offers };
  }

  /** What the merchant's bundle price makes of these products; null where there is none. */
  #bundlePrice(offers: readonly ShownOffer[]): number | null {
    const { percent, amount, price } = this.#config.bundle;
    const [{ currency, exponent }] = offers as [ShownOffer];
    const minor = (amounts: Amounts) => parseDecimal(amounts.get(currency) ?? '', exponent);
    const sum = offers.reduce((all, { priceMinor }) => all + priceMinor, 0);
    return bundlePrice(sum, { percent, amount: minor(amount), price: minor(price) });
  }

  /** Tells of a goal that was reached in this visit and is not any more. */
  #remember(goal: GoalState): GoalState {
    const key = `${goal.reward} ${goal.targetMinor} ${goal.currency}`;
    if (goal.reached) this.#reached.add(key);
    return { ...goal, lost: !goal.reached && this.#reached.has(key) };
  }

  /**
   * What closes the gap at live prices: one product that fits, else two that do so together, else
   * the cheapest one that reaches it.
   */
  async #closers(
    recommender: Recommender,
    { gapMinor, exponent, currency, savesMinor, costsMinor }: GoalState,
    cart: readonly string[],
    taken: ReadonlySet<string>,
  ): Promise<readonly ShownOffer[]> {
    if (recommender.currency !== currency) return [];
    const toModel = (minor: number) => recommender.toModelMinor(minor, exponent);
    const question = {
      cart,
      gapMinor: toModel(gapMinor),
      savesMinor: savesMinor === null ? null : toModel(savesMinor),
      costsMinor: toModel(costsMinor),
      stage: this.#visitor.stage,
      limit: gapCandidates,
      exclude: [...taken],
    };
    const priced = (offer: ShownOffer) => sameMoney(offer, { currency, exponent });
    const closes = (offer: ShownOffer) => priced(offer) && offer.priceMinor >= gapMinor;
    const fits = (offer: ShownOffer) => closes(offer) && offer.priceMinor <= 2 * gapMinor;
    const take = (offers: readonly Offer[], enough: (found: readonly ShownOffer[]) => boolean) =>
      this.#live.take(offers, 2, currency, this.#shop.locale, enough);
    const shown = await take(recommender.closeGap(question), (found) => found.some(fits));
    const one = shown.find(fits);
    if (one) return [one];
    const two = (await take(recommender.closeGapWithTwo(question), () => false)).filter(priced);
    const sum = two.reduce((all, { priceMinor }) => all + priceMinor, 0);
    if (two.length === 2 && sum >= gapMinor && sum <= 2 * gapMinor) return two;
    return shown
      .filter(closes)
      .sort((a, b) => a.priceMinor - b.priceMinor)
      .slice(0, 1);
  }

  #shopIn(cartLocale: string): Shop {
    const locale = localeOf(cartLocale, document.documentElement.lang);
    return { locale, say: this.#say, add: (id) => this.#add(id) };
  }

  async #add(id: string): Promise<void> {
    const product = this.#live.product(id);
    if (!product) throw new Error(`${id} is not on the page any more`);
    try {
      await this.#adapter.add(product);
    } finally {
      // A refused product may have changed the cart, and its stock is news in any case.
      this.#loop.look('shopper');
    }
  }

  /** On any doubt an element hides itself; the shop goes on. */
  #doubt(failure: Failure): void {
    for (const [element, place] of this.#places) {
      // Products stay sensible when the cart is in doubt; a promise about the order does not.
      if (this.#broken || place.ask.kind === 'goal') {
        place.offers = [];
        element.goals = [];
        element.offers = [];
      }
      report(element, failure);
    }
  }
}

type Unit = Pick<ShownOffer, 'currency' | 'exponent'>;

/** Whether two amounts can be compared and added. */
function sameMoney(a: Unit, b: Unit): boolean {
  return a.currency === b.currency && a.exponent === b.exponent;
}

function report(target: EventTarget, { code, message }: Failure): void {
  tell(target, 'goeswith:error', { code, message });
}
