import type { Adapter } from './cart/adapter.js';
import type { Cart } from './cart/cart.js';
import { CartLoop, type Cause } from './cart/loop.js';
import { type Config, noConfig } from './config.js';
import type { Ask, Shop, ShownOffer, Told } from './elements/told.js';
import { tell } from './elements/told.js';
import type { Offer, Recommender } from './engine/recommender.js';
import { Failure, toFailure } from './failure.js';
import type { GoalState } from './goal.js';
import { LiveOffers } from './live_offers.js';
import { pause } from './pause.js';
import { type Filling, nothing, type Occasion, type Plan, planOf } from './plan.js';
import { localeOf, type Say, speak, speakOf } from './strings/strings.js';
import type { Visitor } from './visitor.js';
import { isNear, nearMargin } from './watch.js';

/** Offers beyond the places of an element whose price is asked for too: some will be sold out. */
const spare = 4;
/** A page that has not told its cart by then is told what it forgot. */
const cartPatienceMs = 5000;

/** An element that asked, and whether what it shows is out of date. */
interface Place {
  ask: Ask;
  stale: boolean;
  /** Undefined until somebody has looked. */
  near: boolean | undefined;
  offers: readonly ShownOffer[];
}

/**
 * Between cart, engine and elements: listens to what elements ask, and tells them again whenever
 * the cart changes. The only place that knows all three.
 */
export class Controller {
  #adapter!: Adapter;
  readonly #visitor: Visitor;
  #live!: LiveOffers;
  #loop!: CartLoop;
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

  constructor(visitor: Visitor) {
    this.#visitor = visitor;
    this.#shop = this.#shopIn('');
    this.#near = new IntersectionObserver((entries) => this.#cameNear(entries), {
      rootMargin: nearMargin,
    });
  }

  /** Listens to elements; nothing is shown before `start`, `serve` and `configure`. */
  listen(): void {
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
  }

  /** Reads the cart, now and after every change. */
  start(adapter: Adapter): void {
    this.#adapter = adapter;
    this.#live = new LiveOffers(adapter);
    this.#loop = new CartLoop(adapter, {
      changed: (cart, cause) => this.#cartChanged(cart, cause),
      failed: (failure) => this.#doubt(failure),
      anew: () => this.#live.forget(),
    });
    this.#loop.start();
    setTimeout(() => {
      // A platform's cart that is late or fails tells so itself.
      if (this.#cart || adapter.platform !== 'custom') return;
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
    await this.#visitor.remember(config, this.#adapter, () => this.#memoryChanged());
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
    this.#places.set(element, { ask, stale: true, near: undefined, offers: [] });
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
    const places = [...this.#places];
    // All at once: whoever looks between two changes of a page makes the browser lay it out.
    for (const [element, place] of places) place.near ??= isNear(element);
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
    if (waiting.length === 0) return;
    const taken = new Set<string>();
    for (const [element, { stale, offers }] of places)
      if (element.isConnected && !stale) for (const { id } of offers) taken.add(id);
    const goals = recommender.goals(cart).map((goal) => this.#remember(goal));
    const occasion = { recommender, cart, goals, config: this.#config, visitor: this.#visitor };

    // The whole view asks once: for what is likely to be shown, and for some that may take its place.
    const likely = new Set(taken);
    const wanted: Offer[] = [];
    for (const [, place] of waiting) {
      if (wanted.length > 0) await pause();
      const { offers, places } = this.#planOf(place, { ...occasion, taken: likely });
      wanted.push(...offers.slice(0, Math.max(places + spare, 2 * places)));
      for (const { id } of offers.slice(0, places)) likely.add(id);
    }
    if (round !== this.#round) return;
    let failure: Failure | undefined;
    try {
      await this.#live.ask(wanted, cart.currency);
    } catch (error) {
      failure = toFailure(error, 'offers-failed');
    }
    if (round !== this.#round) return;

    for (const [element, place] of waiting) {
      const plan = this.#planOf(place, { ...occasion, taken }, element);
      const filling = plan.fill(this.#live.shown(plan.offers, this.#shop.locale));
      for (const { id } of filling.offers) taken.add(id);
      // A shop may tell its prices the next time.
      place.stale = failure !== undefined;
      if (failure) report(element, failure);
      this.#tell(element, place, filling);
    }
  }

  /** A list that does not exist is this element's mistake alone, and told to `told`. */
  #planOf({ ask, offers }: Place, occasion: Occasion, told?: Told): Plan {
    try {
      return planOf(ask, offers, occasion);
    } catch (error) {
      if (!(error instanceof Failure) || error.code !== 'list-unknown') throw error;
      if (told) report(told, error);
      return nothing;
    }
  }

  #tell(element: Told, place: Place, { offers, goals, bundleMinor }: Filling): void {
    place.offers = offers;
    element.shop = this.#shop;
    element.announce = this.#cause === 'shopper';
    if (goals) element.goals = goals;
    if (bundleMinor !== undefined) element.bundleMinor = bundleMinor;
    element.offers = offers;
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

  /** Tells of a goal that was reached in this visit and is not any more. */
  #remember(goal: GoalState): GoalState {
    const key = `${goal.reward} ${goal.targetMinor} ${goal.currency}`;
    if (goal.reached) this.#reached.add(key);
    return { ...goal, lost: !goal.reached && this.#reached.has(key) };
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
    } catch (error) {
      // Sold out, most likely.
      this.#live.forget(id);
      this.#allStale();
      throw error;
    } finally {
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

function report(target: EventTarget, { code, message }: Failure): void {
  tell(target, 'goeswith:error', { code, message });
}
