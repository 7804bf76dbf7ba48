import { ask, globalObject, methodOf, objects, Refused } from '../globals.js';
import type { Adapter, LiveProduct, Wanted } from './adapter.js';
import type { CartInput } from './cart.js';

type Answer = Record<string, unknown>;

const store = 'wc/store/v1/';
/** Only jQuery's own listeners hear these. */
const classic =
  'added_to_cart removed_from_cart updated_cart_totals updated_wc_div wc_cart_emptied applied_coupon ' +
  'removed_coupon wc_fragments_loaded wc_fragments_refreshed updated_checkout';

/** Classic and block carts alike, through the Store API. */
export class WooCommerceAdapter implements Adapter {
  readonly platform = 'woocommerce';
  readonly calls =
    /\/wc\/store\/v1\/(cart\/|batch)|wc-ajax=(add_to_cart|remove_|apply_|update_)|[?&]add-to-cart=/;
  /** Lets the shopper write; every answer brings the next one. */
  #nonce = '';

  async read(signal: AbortSignal): Promise<CartInput> {
    const cart = await this.#call('cart', { signal });
    const totals = globalObject('totals', cart) ?? {};
    const items = objects(cart.items);
    const taxIncluded = showsTax(items);
    // The shop's setting, whatever the currency usually has.
    const exponent = totals.currency_minor_unit;
    const shown = (sums: Answer, name: string, tax = `${name}_tax`) =>
      add(amountOf(sums[name]), taxIncluded === false ? 0 : amountOf(sums[tax]));
    const needsShipping = cart.needs_shipping;
    return {
      ...{ currency: totals.currency_code, exponent, taxIncluded, needsShipping },
      locale: document.documentElement.lang,
      lines: items.map((item) => {
        const sums = globalObject('totals', item) ?? {};
        const lineMinor = shown(sums, 'line_subtotal');
        return {
          key: item.key,
          productId: item.id,
          variantId: item.id,
          sku: textOf(item.sku),
          name: textOf(item.name),
          qty: item.quantity,
          unitMinor: amountOf(globalObject('prices', item)?.price),
          lineMinor,
          taxMinor: amountOf(sums.line_subtotal_tax),
          // Which line is shipped nobody tells; that none is, the cart does.
          shippable: needsShipping === false ? false : null,
          giftCard: /gift.?card/.test(`${item.type}`),
          // A line that costs nothing and cannot be changed is the shop's own gift.
          reward: lineMinor === 0 && globalObject('quantity_limits', item)?.editable === false,
        };
      }),
      subtotalMinor: shown(totals, 'total_items'),
      discountMinor: shown(totals, 'total_discount'),
      freeShippingNow: freeShipping(cart),
    };
  }

  listen(changed: () => void): void {
    jQueryBody()?.('on', classic, () => changed());
    for (const name of ['added_to', 'removed_from'])
      document.body.addEventListener(`wc-blocks_${name}_cart`, () => changed());
    addEventListener('wc-blocks_store_sync_required', () => changed());
    const data = globalObject('data', globalObject('wp'));
    const cartStore = methodOf(data, 'select')?.('wc/store/cart') as object | undefined;
    if (!cartStore) return;
    const known = () => methodOf(cartStore, 'getCartData')?.();
    let last = known();
    methodOf(data, 'subscribe')?.(() => {
      const now = known();
      if (now !== last) changed();
      last = now;
    }, 'wc/store/cart');
  }

  async add({ variantId }: LiveProduct): Promise<void> {
    const write = () =>
      this.#call('cart/add-item', {
        body: { id: Number(variantId), quantity: 1 },
        headers: { Nonce: this.#nonce },
      });
    try {
      if (!this.#nonce) await this.#call('cart');
      await write().catch(async (error) => {
        if (error.status !== 401 && error.status !== 403) throw error;
        await this.#call('cart');
        await write();
      });
    } catch (error) {
      throw error instanceof Refused ? new Error(textOf(error.message)) : error;
    }
    // Carts of every age draw themselves anew; whether a drawer opens is the shop's own setting.
    const detail = { preserveCartData: false };
    document.body.dispatchEvent(
      new CustomEvent('wc-blocks_added_to_cart', { detail, bubbles: true }),
    );
    const sync = { detail: { type: 'from_@wordpress/data' } };
    dispatchEvent(new CustomEvent('wc-blocks_store_sync_required', sync));
    jQueryBody()?.('trigger', 'wc_fragment_refresh');
  }

  /** Ids are the shop's numbers, or else its SKUs. */
  async details(wanted: readonly Wanted[], currency: string): Promise<LiveProduct[]> {
    const ids = wanted.map(({ id }) => id);
    const by = ids.every((id) => /^\d+$/.test(id)) ? 'id' : 'sku';
    const query = { per_page: '100', [by === 'id' ? 'include' : 'sku']: `${ids}` };
    const products = objects(await this.#call('products', {}, query));
    return ids.flatMap((id) => {
      const product = products.find((one) => textOf(`${one[by]}`) === id);
      const prices = globalObject('prices', product);
      const priceMinor = amountOf(prices?.price);
      if (!product || priceMinor === null || prices?.currency_code !== currency) return [];
      const [image] = objects(product.images);
      const left = product.low_stock_remaining;
      return {
        id,
        variantId: `${product.id}`,
        title: textOf(product.name),
        url: `${product.permalink}`,
        image: `${image?.thumbnail || image?.src}`,
        priceMinor,
        exponent: Number(prices.currency_minor_unit),
        currency,
        // Where something must be chosen first, a button cannot add.
        available:
          product.is_in_stock === true &&
          product.is_purchasable !== false &&
          product.has_options !== true,
        stock: typeof left === 'number' ? left : undefined,
      };
    });
  }

  consent(told: (agrees: boolean) => void): void {
    const tell = () => {
      const agrees = methodOf(globalThis, 'wp_has_consent')?.('preferences');
      if (typeof agrees === 'boolean') told(agrees);
    };
    for (const name of ['wp_listen_for_consent_change', 'wp_consent_type_defined'])
      document.addEventListener(name, tell);
    tell();
  }

  async #call(path: string, init: Parameters<typeof ask>[1] = {}, query = {}): Promise<Answer> {
    const link = document.querySelector<HTMLLinkElement>('link[rel="https://api.w.org/"]');
    const root = new URL(link?.href || '/wp-json/', location.origin);
    // The page may name its own server alone.
    const own = root.origin === location.origin ? root.href : `${location.origin}/wp-json/`;
    const url = new URL(own + store + path);
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, `${value}`);
    const { body, headers } = await ask(url.href, init);
    this.#nonce = headers.get('Nonce') ?? this.#nonce;
    return body;
  }
}

/** Whether prices hold the tax; null where no line has any. Only what a line costs gives it away. */
function showsTax(items: readonly Answer[]): boolean | null {
  for (const item of items) {
    const sums = globalObject('totals', item) ?? {};
    const [net, tax] = [amountOf(sums.line_subtotal), amountOf(sums.line_subtotal_tax)];
    const unit = amountOf(globalObject('prices', item)?.price);
    if (net === null || unit === null || !tax) continue;
    return Math.abs(unit * Number(item.quantity) - net) > tax / 2;
  }
  return null;
}

/** The shop's word, once it knows where to ship: every parcel may go free. */
function freeShipping(cart: Answer): boolean | null {
  const parcels = objects(cart.shipping_rates);
  if (!cart.has_calculated_shipping || !cart.needs_shipping || parcels.length === 0) return null;
  return parcels.every(({ shipping_rates }) =>
    objects(shipping_rates).some(({ method_id }) => method_id === 'free_shipping'),
  );
}

/** Amounts are texts of whole minor units. */
function amountOf(value: unknown): number | null {
  return /^\d{1,15}$/.test(`${value}`) ? Number(value) : null;
}

const add = (a: number | null, b: number | null) => (a === null || b === null ? null : a + b);

const named: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

/** The text of what WordPress writes as HTML: without tags, entities as what they stand for. */
function textOf(html: unknown): string {
  return `${html ?? ''}`
    .replace(/<[a-z/!][^>]*>/gi, '')
    .replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{1,9}));/gi, (all, decimal, hex, name) => {
      const code = decimal ? Number(decimal) : Number.parseInt(hex, 16);
      if (name) return Object.hasOwn(named, name) ? (named[name] as string) : all;
      return code <= 0x10ffff ? String.fromCodePoint(code) : '';
    });
}

/** Calls a method of jQuery's over the body, where jQuery is. */
function jQueryBody(): ((method: string, ...args: unknown[]) => void) | undefined {
  const jQuery = methodOf(globalThis, 'jQuery');
  return (
    jQuery &&
    ((method, ...args) => void methodOf(jQuery(document.body) as object, method)?.(...args))
  );
}
