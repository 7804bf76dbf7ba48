import { globalObject, methodOf, objects, text } from '../globals.js';
import type { Json } from '../json.js';
import { exponentOf, linesAsShown, minorOf, minorOfMajor } from '../money.js';
import type { Adapter, LiveProduct, Wanted } from './adapter.js';
import type { CartInput } from './cart.js';
import { asked, cookie, field, jQueryOf, pageCurrency, plain, type Told } from './platform.js';

const customerData = 'Magento_Customer/js/customer-data';
const fields = `{items{__typename id sku name url_key stock_status only_x_left_in_stock small_image{url}
price_range{minimum_price{final_price{value currency}}}...on CustomizableProductInterface{options{required}}}}`;

/** Where the shop's pages begin: '/', or '/fr/' where its language stands in the address. */
function at(path: string): URL {
  const base: unknown = Reflect.get(globalThis, 'BASE_URL');
  const root = new URL(text(base) || '/', document.baseURI);
  return new URL(path, root.origin === location.origin ? root : new URL('/', document.baseURI));
}

export class MagentoAdapter implements Adapter {
  readonly platform = 'magento';
  readonly calls =
    /\/checkout\/(sidebar\/|cart\/(add|delete|update|coupon))|\/rest\/.*\/carts\/mine|\/guest-carts\//;
  readonly #told: Told;
  /** Whether the theme has just told the cart, so that what it keeps is as good as the shop's word. */
  #kept = true;

  constructor(told: Told) {
    this.#told = told;
  }

  async read(signal: AbortSignal): Promise<CartInput> {
    const kept = this.#kept ? keptCart() : undefined;
    this.#kept = false;
    const section = at('customer/section/load/?sections=cart');
    const cart = kept ?? field((await asked(section, { signal, cache: 'no-store' })).cart);
    if (!Array.isArray(cart.items)) throw new Error('the shop did not tell its cart');

    const currency = pageCurrency(this.#told);
    const exponent = exponentOf(currency);
    const items = objects(cart.items);
    // A gift card may come by post or by mail.
    const shippable = ({ product_type: type }: Json) =>
      type === 'giftcard' ? null : !/^(virtual|downloadable)$/.test(`${type}`);
    const shown = items.length > 0 ? minorOfMajor(cart.subtotalAmount, exponent) : 0;
    const pieces = items.map(({ qty }) => Number(qty));
    // Prices stand here without tax, the subtotal stands as the shop shows it.
    const lines = linesAsShown(
      items.map(({ product_price_value: unit }, at) => Number(unit) * pieces[at]!),
      shown ?? -1,
      exponent,
      pieces.reduce((all, qty) => all + qty, 0),
    );
    return {
      currency,
      lines: items.map((item, at) => ({
        key: item.item_id,
        productId: item.product_id,
        sku: item.product_sku,
        name: plain(item.product_name),
        qty: item.qty,
        lineMinor: lines?.[at],
        shippable: shippable(item),
        giftCard: item.product_type === 'giftcard',
      })),
      subtotalMinor: shown,
      // Coupons are not told here.
      discountMinor: null,
      needsShipping: items.some((item) => shippable(item) !== false),
    };
  }

  listen(changed: () => void): void {
    const told = () => {
      this.#kept = true;
      changed();
    };
    addEventListener('private-content-loaded', told);
    withCustomerData((data) => {
      const cart = methodOf(data, 'get')?.('cart');
      if (typeof cart === 'function') methodOf(cart, 'subscribe')?.(told);
    });
    // These come before the theme has read the cart anew.
    const names = 'ajax:addToCart ajax:removeFromCart ajax:updateCartItemQty customer-data-reload';
    methodOf(jQueryOf(document), 'on')?.(names, () => changed());
  }

  async add({ variantId }: LiveProduct): Promise<void> {
    const input = document.querySelector<HTMLInputElement>('input[name=form_key]');
    const body = new URLSearchParams({
      product: variantId,
      qty: '1',
      form_key: cookie('form_key') || (input?.value ?? ''),
    });
    const path = `checkout/cart/add/product/${encodeURIComponent(variantId)}/`;
    const { backUrl } = await asked(at(path), { body });
    // Where the shop sends the shopper to choose, or to read why not; some send to the cart after it.
    if (backUrl !== undefined && !/\/checkout\/cart\b/.test(text(backUrl)))
      throw new Error('the shop refused, or wants the shopper to choose');
    dispatchEvent(new CustomEvent('reload-customer-section-data'));
    withCustomerData((data) => methodOf(data, 'reload')?.(['cart'], true));
  }

  async details(wanted: readonly Wanted[], currency: string): Promise<LiveProduct[]> {
    const ids = wanted.map(({ id }) => id);
    const keys = new Map(wanted.map(({ id, url }) => [urlKey(url), id]));
    keys.delete('');
    const by = (name: string, values: string[]) =>
      `products(filter:{${name}:{in:${JSON.stringify(values)}}},pageSize:${values.length})${fields}`;
    const query = `{a:${by('sku', ids)}${keys.size > 0 ? `b:${by('url_key', [...keys.keys()])}` : ''}}`;
    const url = at('graphql');
    url.searchParams.set('query', query);
    const store = cookie('store');
    const headers = {
      ...(store && { Store: store }),
      ...(currency && { 'Content-Currency': currency }),
    };
    const answer = await asked(url, { headers });
    const { a, b } = field(answer.data);
    if (!a) throw new Error(text(objects(answer.errors)[0]?.message) || 'the shop told no prices');
    // The same may be found by both, and by its address what another id names too.
    const found = new Map<string, LiveProduct>();
    for (const item of [a, b].flatMap((answer) => objects(field(answer).items))) {
      const sku = text(item.sku);
      const id = ids.includes(sku) ? sku : keys.get(text(item.url_key));
      const live = id !== undefined && !found.has(id) && toLive(id, item);
      if (live) found.set(live.id, live);
    }
    return [...found.values()];
  }
}

function toLive(id: string, item: Record<string, unknown>): LiveProduct | null {
  const price = field(field(field(item.price_range).minimum_price).final_price);
  const currency = text(price.currency);
  const exponent = exponentOf(currency);
  const priceMinor = minorOfMajor(price.value, exponent);
  if (priceMinor === null) return null;
  return {
    id,
    variantId: `${item.id}`,
    title: text(item.name),
    url: '',
    image: text(field(item.small_image).url),
    priceMinor,
    exponent,
    currency,
    // What has to be chosen first cannot be added by one button.
    available:
      item.stock_status === 'IN_STOCK' &&
      /^(Simple|Virtual)Product$/.test(text(item.__typename)) &&
      !objects(item.options).some(({ required }) => required === true),
    stock: minorOf(item.only_x_left_in_stock) ?? undefined,
  };
}

/** "moka-3-cups" of "/coffee/moka-3-cups.html". */
function urlKey(url: string): string {
  const [, key = ''] = /([^/]+?)(?:\.html?)?\/?(?:[?#].*)?$/.exec(url) ?? [];
  return key;
}

/** The cart that the theme keeps, if the shop has not said since that it is another. */
function keptCart(): Record<string, unknown> | undefined {
  try {
    const { cart } = JSON.parse(localStorage['mage-cache-storage']);
    const known = JSON.parse(cookie('section_data_ids')).cart;
    return typeof known === 'number' && cart.data_id >= known ? cart : undefined;
  } catch {
    return undefined;
  }
}

function withCustomerData(use: (data: object) => void): void {
  const load = methodOf(globalThis, 'require');
  // A theme without it must not fail for it.
  if (!globalObject('hyva'))
    load?.(
      [customerData],
      (data: unknown) => use(Object(data)),
      () => {},
    );
}
