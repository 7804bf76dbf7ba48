import { globalObject, methodOf } from '../globals.js';
import { currencyCode, exponentOf, minorOf } from '../money.js';
import type { Adapter, LiveProduct, Wanted } from './adapter.js';
import type { CartInput } from './cart.js';

// Top-level constants of classic theme scripts (Dawn and its kin) are no properties of window.
declare const PUB_SUB_EVENTS: unknown;

/** Answers of the Ajax API; every field may be missing. */
interface AjaxCart {
  currency?: unknown;
  items?: readonly Record<string, unknown>[];
  items_subtotal_price?: unknown;
  total_price?: unknown;
  requires_shipping?: unknown;
  attributes?: unknown;
}

interface AjaxVariant {
  id?: unknown;
  sku?: unknown;
  price?: unknown;
  available?: unknown;
}

interface AjaxProduct {
  title?: unknown;
  url?: unknown;
  featured_image?: unknown;
  variants?: readonly AjaxVariant[];
}

/** The Ajax API writes amounts times 100 whatever the currency, if nobody measured otherwise. */
const usualScale = 100;
const patienceMs = 10_000;

export class ShopifyAdapter implements Adapter {
  readonly platform = 'shopify';
  readonly calls = /\/cart\/(add|change|update|clear)(\.js)?(\?|$)/;
  readonly #products = new Map<string, Promise<LiveProduct | null>>();
  #scale: Promise<number | null> | undefined;

  async read(signal: AbortSignal): Promise<CartInput> {
    const cart = (await this.#fetch('cart.js', { signal })) as AjaxCart;
    const currency = currencyCode(cart.currency);
    const exponent = exponentOf(currency);
    const scale = await this.#scaleOf(currency, cart.total_price);
    const minor = (value: unknown) => toMinor(value, scale, exponent);
    const subtotal = minor(cart.items_subtotal_price);
    const total = minor(cart.total_price);
    return {
      currency,
      exponent,
      locale: globalObject('Shopify')?.locale,
      country: globalObject('Shopify')?.country,
      lines: (Array.isArray(cart.items) ? cart.items : []).map((item) => ({
        key: item.key,
        productId: item.product_id,
        variantId: item.variant_id,
        sku: item.sku,
        handle: item.handle,
        name: item.product_title,
        qty: item.quantity,
        unitMinor: minor(item.final_price),
        // `line_price` is also after what is taken off the whole cart, whatever the docs say.
        lineMinor: minor(item.final_line_price),
        shippable: item.requires_shipping,
        giftCard: item.gift_card,
      })),
      subtotalMinor: subtotal,
      discountMinor: subtotal === null || total === null ? null : Math.max(0, subtotal - total),
      attributes: cart.attributes,
      needsShipping: cart.requires_shipping,
    };
  }

  listen(changed: () => void): void {
    // Fires before the change; its promise settles after it, refused or not.
    const whenSettled = (event: Event) => {
      const { promise } = event as Event & { promise?: unknown };
      Promise.resolve(promise).then(changed, changed);
    };
    document.addEventListener('shopify:cart:lines-update', whenSettled);
    document.addEventListener('shopify:cart:discount-update', whenSettled);

    const name = themeEvent();
    if (name !== undefined) methodOf(globalThis, 'subscribe')?.(name, changed);
  }

  async add({ variantId }: LiveProduct): Promise<void> {
    const actions = globalObject('actions', globalObject('Shopify'));
    // The default action reloads the page; a theme's own one keeps its drawer in step.
    const update = actions?.updateCart;
    if (typeof update === 'function' && methodOf(update, 'isDefault')?.() === false) {
      const lines = [{ merchandiseId: `gid://shopify/ProductVariant/${variantId}`, quantity: 1 }];
      const outcome = (await update.call(actions, { lines })) as
        | { userErrors?: readonly { message?: string }[] }
        | undefined;
      const refusal = outcome?.userErrors?.[0];
      if (refusal) throw new Error(refusal.message ?? 'the shop refused');
      return;
    }
    // Variant ids of real shops are numbers, and the Ajax API wants them as such.
    const id = /^\d{1,15}$/.test(variantId) ? Number(variantId) : variantId;
    await this.#post('cart/add.js', { items: [{ id, quantity: 1 }] });
    const name = themeEvent();
    if (name !== undefined) methodOf(globalThis, 'publish')?.(name, { source: 'goeswith' });
    methodOf(actions, 'openCart')?.();
  }

  /** Order exports show it among the note attributes. */
  async label(name: string, value: string): Promise<void> {
    await this.#post('cart/update.js', { attributes: { [name]: value } });
  }

  #post(path: string, body: object): Promise<unknown> {
    const headers = { 'Content-Type': 'application/json' };
    return this.#fetch(path, { method: 'POST', headers, body: JSON.stringify(body) });
  }

  async details(wanted: readonly Wanted[], currency: string): Promise<LiveProduct[]> {
    const products = await Promise.all(wanted.map((product) => this.#details(product, currency)));
    return products.filter((product) => product !== null);
  }

  /** A product's live details, fetched once a page. */
  #details(wanted: Wanted, currency: string): Promise<LiveProduct | null> {
    const key = `${currency} ${wanted.id}`;
    let details = this.#products.get(key);
    if (!details) {
      details = this.#fetchDetails(wanted, currency);
      this.#products.set(key, details);
      // What failed may be had the next time it is wanted.
      details.catch(() => this.#products.delete(key));
    }
    return details.catch(() => null);
  }

  async #fetchDetails({ id, url }: Wanted, currency: string): Promise<LiveProduct | null> {
    const handle = lastSegment(url) || encodeURIComponent(id);
    const product = (await this.#fetch(`products/${handle}.js`)) as AjaxProduct;
    const variants = Array.isArray(product.variants) ? product.variants : [];
    const variant =
      variants.find(({ sku, id: variantId }) => sku === id || String(variantId) === id) ??
      variants.find(({ available }) => available === true);
    const exponent = exponentOf(currency);
    const price = toMinor(variant?.price, await this.#scaleOf(currency, 0), exponent);
    if (!variant || price === null || currency === '') return null;
    return {
      id,
      variantId: String(variant.id),
      title: String(product.title ?? ''),
      url: typeof product.url === 'string' ? product.url : '',
      image: typeof product.featured_image === 'string' ? product.featured_image : '',
      priceMinor: price,
      exponent,
      currency,
      available: variant.available === true,
    };
  }

  /**
   * What the integers of the Ajax API are times the amount. With two decimals it is 100 in every
   * theme; otherwise themes disagree and it is measured, or unknown for three decimals.
   */
  async #scaleOf(currency: string, total: unknown): Promise<number | null> {
    const exponent = exponentOf(currency);
    if (exponent === 2) return usualScale;
    if (!this.#scale && minorOf(total)) this.#scale = measureScale(total as number);
    return (await this.#scale) ?? (exponent < 2 ? usualScale : null);
  }

  async #fetch(path: string, init: RequestInit = {}): Promise<unknown> {
    const root = globalObject('routes', globalObject('Shopify'))?.root;
    const base = new URL(typeof root === 'string' ? root : '/', location.href);
    const response = await fetch(new URL(path, base), {
      signal: AbortSignal.timeout(patienceMs),
      credentials: 'same-origin',
      ...init,
    });
    const isJson = /json|javascript/.test(response.headers.get('content-type') ?? '');
    const body: unknown = isJson ? await response.json() : null;
    if (response.ok && typeof body === 'object' && body !== null) return body;
    const { description } = (body ?? {}) as { description?: unknown };
    throw new Error(
      typeof description === 'string' ? description : `${path} answered ${response.status}`,
    );
  }
}

/** An integer of the Ajax API in our minor units, if it is one. */
function toMinor(value: unknown, scale: number | null, exponent: number): number | null {
  const amount = minorOf(value);
  if (amount === null || scale === null) return null;
  return minorOf(Math.round((amount * 10 ** exponent) / scale));
}

/** Compares the cart's total with what the standard action tells in major units. */
async function measureScale(total: number): Promise<number | null> {
  try {
    const actions = globalObject('actions', globalObject('Shopify'));
    const answer = (await methodOf(actions, 'getCart')?.()) as
      | { cart?: { cost?: { totalAmount?: { amount?: unknown } } } }
      | undefined;
    const amount = Number(answer?.cart?.cost?.totalAmount?.amount);
    return amount > 0 ? total / amount : null;
  } catch {
    return null;
  }
}

function themeEvent(): string | undefined {
  const events = typeof PUB_SUB_EVENTS === 'undefined' ? undefined : PUB_SUB_EVENTS;
  const name = (events as { cartUpdate?: unknown } | undefined)?.cartUpdate;
  return typeof name === 'string' ? name : undefined;
}

function lastSegment(url: string): string {
  if (url === '') return '';
  const path = new URL(url, document.baseURI).pathname;
  return path.split('/').filter(Boolean).pop() ?? '';
}
