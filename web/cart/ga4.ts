import { Failure } from '../failure.js';
import { globalObject, objects } from '../globals.js';
import { currencyCode, exponentOf, minorOfMajor } from '../money.js';
import { cleanId, cleanText } from '../text.js';
import type { Adapter, LiveProduct } from './adapter.js';
import type { CartInput } from './cart.js';
import { field, lacking, type Told } from './platform.js';

const maxItems = 200;
/** On the function that we put in the place of `push`, so that nobody does it twice. */
const mark = Symbol.for('goeswith');

const words = 'add_to_cart remove_from_cart view_cart purchase';

interface Item {
  id: string;
  variant: string;
  name: string;
  qty: number;
  price: unknown;
}

/** `gtag('event', name, params)` pushes its very arguments; a tag manager's snippet an object. */
function eventOf(entry: unknown): { name: string; params: Record<string, unknown> } | undefined {
  const called = Object(entry) as ArrayLike<unknown>;
  const { event, ecommerce } = field(entry);
  const [name, params] = called[0] === 'event' ? [called[1], called[2]] : [event, ecommerce];
  return words.split(' ').includes(`${name}`)
    ? { name: `${name}`, params: field(params) }
    : undefined;
}

/**
 * For shops without a known platform that tell their shopping to an analytics tag. What was told is
 * all that is known: a page that has not shown the whole cart (`view_cart`) has one with unknown
 * content, for which no goal is told.
 */
export class Ga4Adapter implements Adapter {
  readonly platform = 'ga4';
  readonly #items = new Map<string, Item>();
  readonly #pattern: RegExp | undefined;
  #currency: string;
  /** What the whole cart is worth, as far as it was told with it. */
  #value: unknown;
  #whole = false;
  #changed = () => {};

  constructor(told: Told) {
    this.#currency = currencyCode(told.currency);
    try {
      this.#pattern = told.itemId === undefined ? undefined : new RegExp(told.itemId);
    } catch {
      throw new Failure(
        'platform-unknown',
        `data-item-id="${told.itemId}" is no regular expression`,
      );
    }
    this.#watch();
  }

  async read(): Promise<CartInput> {
    const exponent = exponentOf(this.#currency);
    const items = [...this.#items.values()];
    const lines = items.map(({ id, variant, name, qty, price }) => {
      const unitMinor = minorOfMajor(price, exponent);
      return {
        key: `${id} ${variant}`,
        sku: this.#pattern?.exec(id)?.[1] ?? id,
        productId: id,
        variantId: variant,
        name,
        qty,
        lineMinor: unitMinor === null ? null : Math.round(unitMinor * qty),
      };
    });
    const sum = lines.reduce((all, { lineMinor }) => all + (lineMinor ?? Number.NaN), 0);
    const value = minorOfMajor(this.#value, exponent);
    const whole = this.#whole && (value === null || value === sum);
    return {
      currency: this.#currency,
      // What is not known of the cart stands in it as a line without a price.
      lines: whole ? lines : [...lines, { key: 'unknown', lineMinor: null }],
      discountMinor: null,
    };
  }

  listen(changed: () => void): void {
    this.#changed = changed;
  }

  async add(): Promise<void> {
    throw new Error('nobody called onAdd(), and a data layer adds nothing');
  }

  async details(): Promise<LiveProduct[]> {
    return lacking('a data layer tells no prices: call onPrices(), and onAdd() to add');
  }

  /** Hears what is pushed, and what was. */
  #watch(): void {
    const page = globalThis as { dataLayer?: unknown };
    // HTML that poses as the layer is nobody's; the tag's own snippet goes on with what it finds.
    if (!globalObject('dataLayer')) page.dataLayer = [];
    const layer = page.dataLayer;
    if (!Array.isArray(layer)) throw new Failure('platform-unknown', 'dataLayer is no list');
    for (const entry of layer) this.#hear(entry);
    const { push } = layer;
    if (mark in push) return;
    const hear = (entries: readonly unknown[]) => {
      for (const entry of entries) this.#hear(entry);
      this.#changed();
    };
    const heard = function (this: unknown, ...entries: unknown[]): number {
      try {
        return push.apply(this as unknown[], entries);
      } finally {
        hear(entries);
      }
    };
    layer.push = Object.assign(heard, { [mark]: true });
  }

  /** Additions and removals are differences, a look at the cart is its state. */
  #hear(entry: unknown): void {
    const event = eventOf(entry);
    if (!event) return;
    const { name, params } = event;
    if (name === 'purchase' || name === 'view_cart') {
      this.#items.clear();
      this.#whole = true;
    }
    // After a difference the value that was told is that of the difference.
    this.#value = name === 'view_cart' ? params.value : undefined;
    if (name === 'purchase') return;
    this.#currency = currencyCode(params.currency) || this.#currency;
    for (const item of objects(params.items).slice(0, maxItems)) {
      const id = cleanId(item.item_id);
      const variant = cleanId(item.item_variant);
      const key = JSON.stringify([id, variant]);
      const before = this.#items.get(key);
      const pieces = item.quantity === undefined ? 1 : Number(item.quantity);
      const qty = (before?.qty ?? 0) + (name === 'remove_from_cart' ? -pieces : pieces);
      this.#items.delete(key);
      if (id === '' || !(qty > 0) || this.#items.size >= maxItems) continue;
      const price = item.price ?? before?.price;
      this.#items.set(key, { id, variant, name: cleanText(item.item_name), qty, price });
    }
  }
}
