import { Failure, toFailure } from '../failure.js';
import type { Adapter } from './adapter.js';
import { type Cart, sameCart, toCart } from './cart.js';

/** Themes fire several events for one change. */
const settleMs = 200;
const patienceMs = 10_000;
/** A cart that keeps changing while it is read is shown as it was at last. */
const maxStale = 3;

/** Who made us look: the shopper, or the page by itself (first look, restored, another tab). */
export type Cause = 'shopper' | 'page';

export interface CartListener {
  changed(cart: Cart, cause: Cause): void;
  failed(failure: Failure): void;
  /** More than the cart may have changed: prices, stock. */
  anew?(): void;
}

/**
 * Keeps the cart known. Every signal says only "look again": wait for the page to settle, read,
 * compare, tell. One read is in flight; an answer that a later signal made stale is dropped, and
 * so is one that comes after its time.
 */
export class CartLoop {
  readonly #adapter: Adapter;
  readonly #listener: CartListener;
  #cart: Cart | null = null;
  #seq = 0;
  #stale = 0;
  #reading = false;
  #cause: Cause = 'page';
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(adapter: Adapter, listener: CartListener) {
    this.#adapter = adapter;
    this.#listener = listener;
  }

  /** Reads the cart now, and again after every signal. */
  start(): void {
    this.#adapter.listen((anew) => {
      // Themes hand over what they like.
      if (anew === true) {
        this.#cart = null;
        this.#listener.anew?.();
      }
      this.look('shopper');
    });
    addEventListener('pageshow', (event) => event.persisted && this.look('page'));
    addEventListener('storage', () => this.look('page'));
    document.addEventListener('visibilitychange', () => document.hidden || this.look('page'));
    const { calls } = this.#adapter;
    // Seen without patching `fetch`, whatever the theme tells or forgets.
    if (calls && typeof PerformanceObserver !== 'undefined')
      new PerformanceObserver((list) => {
        if (list.getEntries().some(({ name }) => calls.test(name))) this.look('shopper');
      }).observe({ type: 'resource' });
    this.#seq += 1;
    this.#read();
  }

  /** Something may have changed. */
  look(cause: Cause): void {
    // What the shopper did stays what the shopper did, although the page stirs too.
    if (cause === 'shopper') this.#cause = cause;
    this.#seq += 1;
    if (this.#reading) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#read(), settleMs);
  }

  async #read(): Promise<void> {
    const seq = this.#seq;
    const cause = this.#cause;
    this.#reading = true;
    const outcome = await this.#ask(seq);
    this.#reading = false;

    if (seq !== this.#seq && this.#stale < maxStale) {
      this.#stale += 1;
      this.#timer = setTimeout(() => this.#read(), settleMs);
      return;
    }
    const changedMeanwhile = seq !== this.#seq;
    this.#stale = 0;
    this.#cause = 'page';
    if (outcome instanceof Failure) {
      // What was known is in doubt, so the next answer is news even if it says the same.
      this.#cart = null;
      this.#listener.failed(outcome);
    } else if (outcome && !(this.#cart && sameCart(this.#cart, outcome))) {
      // The first cart is how the page began, not what the shopper did to it.
      const told = this.#cart ? cause : 'page';
      this.#cart = outcome;
      this.#listener.changed(outcome, told);
    }
    if (changedMeanwhile) this.look(cause);
  }

  async #ask(seq: number): Promise<Cart | Failure | null> {
    const abort = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        abort.abort();
        reject(new Failure('cart-timeout', 'the cart did not answer'));
      }, patienceMs);
    });
    try {
      const input = await Promise.race([this.#adapter.read(abort.signal), late]);
      return input && toCart({ ...input, platform: this.#adapter.platform }, seq);
    } catch (error) {
      return toFailure(error, 'cart-failed');
    } finally {
      clearTimeout(timer);
    }
  }
}
