import type { ShopConfig } from '../../shop_config.js';
import { store } from '../../view.js';
import { kept } from '../see/kept.js';
import type { Assumptions, Range } from './economics.js';
import { money } from './money.js';
import { OrderValues } from './orders.js';
import { printed, usualPrice } from './tiers.js';

/** What the merchant assumes; what was not filled in goes by the shop's own orders. */
export interface Assumed {
  /** Of orders within reach of a goal, per mille. */
  goalTake: Range;
  /** Of all orders, per mille. */
  offerTake: Range;
  margin: number;
  given: boolean;
  gapMinor: number | null;
  parcelMinor: number | null;
  priceMinor: number | null;
}

const start: Assumed = {
  goalTake: { low: 50, high: 150 },
  offerTake: { low: 20, high: 60 },
  ...{ margin: 400, given: false, gapMinor: null, parcelMinor: null, priceMinor: null },
};

/** A parcel is taken for so much of a middle order until somebody says what it costs. */
const parcelOfOrder = 0.07;

export interface Draft {
  text: string;
  config: ShopConfig | null;
}

/** What is decided besides shop.json, kept while the merchant goes through the steps. */
class Decisions extends EventTarget {
  assumed = start;
  /** shop.json as it was written last, with what it was read as: nothing where it is no object. */
  draft: Draft | null = null;

  readonly #orders = kept((amounts: Float64Array | null, scale: number) =>
    amounts
      ? new OrderValues(
          scale === 1 ? amounts : amounts.map((one) => (one < 0 ? one : Math.round(one / scale))),
        )
      : null,
  );
  readonly #usual = kept((products: typeof store.state.products) =>
    usualPrice(products?.products ?? []),
  );

  get orders(): OrderValues | null {
    return this.#orders(store.state.amounts, this.#scale);
  }

  /** Orders that tell no currency are counted in hundredths, and yen, named afterwards, have none. */
  get #scale(): number {
    const { exponent } = money();
    return 10 ** ((store.state.products?.exponent ?? exponent) - exponent);
  }

  get #usualMinor(): number {
    return Math.round(this.#usual(store.state.products) / this.#scale);
  }

  /** What one product more costs, as far as that is known. */
  get priceMinor(): number {
    return this.assumed.priceMinor ?? this.#usualMinor;
  }

  get parcelMinor(): number {
    const middle = this.orders?.quantile(0.5) ?? 0;
    return this.assumed.parcelMinor ?? printed(middle * parcelOfOrder, money().exponent);
  }

  get assumptions(): Assumptions {
    const { goalTake: take, margin, given, gapMinor } = this.assumed;
    const usual = this.#usualMinor || (this.orders?.quantile(0.5) ?? 0) / 4;
    return { take, margin, given, gapMinor: gapMinor ?? printed(usual, money().exponent) };
  }

  assume(part: Partial<Assumed>): void {
    this.assumed = { ...this.assumed, ...part };
    this.#tell();
  }

  write(draft: Draft | null): void {
    this.draft = draft;
    this.#tell();
  }

  readonly #unfolded = new Map<string, boolean>();

  /** Whether somebody opened or closed what is folded away; nothing where nobody did. */
  unfolded(key: string): boolean | undefined {
    return this.#unfolded.get(key);
  }

  unfold(key: string, open: boolean): void {
    if (this.#unfolded.get(key) === open) return;
    this.#unfolded.set(key, open);
    this.#tell();
  }

  #tell(): void {
    this.dispatchEvent(new Event('change'));
  }
}

export const decisions = new Decisions();
