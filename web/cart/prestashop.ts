import { globalObject, methodOf, objects, text } from '../globals.js';
import { currencyCode, exponentOf, minorOfMajor } from '../money.js';
import type { Adapter, LiveProduct, Wanted } from './adapter.js';
import type { CartInput } from './cart.js';
import { asked, field } from './platform.js';

/** The shop answers for one product at a time; more than these are not asked about in one go. */
const maxProducts = 6;
/** Of ours in the address of a reading, which changes nothing and is no signal. */
const mark = 'goeswith';

/** "12" or "12-31", as in ids; "/mug/12-mug.html" or "/12-31-mug-red.html", as in addresses. */
const plainId = /^(\d+)(?:-(\d+))?$/;
const idInUrl = /(?:\/|[?&]id_product=)(\d+)(?:-(\d+))?(?:-[^/]*\.html|&|$)/;

const prestashop = () => globalObject('prestashop');
const page = (name: string) => text(field(field(prestashop()?.urls).pages)[name]);

export class PrestaShopAdapter implements Adapter {
  readonly platform = 'prestashop';
  readonly calls: RegExp;

  constructor() {
    const cart = (page('cart') || '/cart').replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    this.calls = new RegExp(`${cart}(?!.*${mark})`);
  }

  /** Updating without naming a product changes nothing, and is answered with the whole cart. */
  async read(signal: AbortSignal): Promise<CartInput> {
    const url = new URL(page('cart') || '/cart', document.baseURI);
    for (const [name, value] of Object.entries({ ajax: '1', action: 'update', [mark]: '1' }))
      url.searchParams.set(name, value);
    const cart = field((await asked(url, { signal, cache: 'no-store' })).cart);
    if (!Array.isArray(cart.products)) throw new Error('the shop did not tell its cart');

    const currency = currencyCode(field(prestashop()?.currency).iso_code);
    const exponent = exponentOf(currency);
    const minor = (amount: unknown) => minorOfMajor(amount, exponent);
    const { products, discounts, shipping } = field(cart.subtotals);
    const shown = minor(field(products).amount);
    const items = objects(cart.products);
    const sumOf = (amounts: (number | null)[]) => amounts.reduce<number>((a, b) => a + (b ?? 0), 0);
    const gross = items.map((item) => minor(item.total_wt));
    const single = (item: object) => minor(field(item).price_amount ?? field(item).price_wt);
    const net = items.map((item) => {
      const unit = single(item);
      return unit === null ? null : unit * Number(item.quantity);
    });
    // A cent a line may be rounding; more is another tax than we think.
    const near = (amounts: (number | null)[]) =>
      shown !== null &&
      items.length > 0 &&
      !amounts.includes(null) &&
      Math.abs(sumOf(amounts) - shown) <= amounts.length;
    const taxIncluded = near(gross) ? true : near(net) ? false : null;
    const discount = field(discounts).amount;
    const free = minor(field(shipping).amount);
    const virtual = cart.is_virtual === true || cart.is_virtual === 1;
    return {
      currency,
      exponent,
      locale: text(field(prestashop()?.language).locale),
      country: text(field(prestashop()?.country).iso_code),
      lines: items.map((item, at) => ({
        key: `${item.id_product}-${item.id_product_attribute}-${item.id_customization}`,
        productId: item.id_product,
        variantId: Number(item.id_product_attribute) ? item.id_product_attribute : '',
        sku: item.reference,
        name: item.name,
        qty: item.quantity,
        // A price of which the tax is not known would be counted as the line's.
        unitMinor: taxIncluded === null ? null : single(item),
        lineMinor: taxIncluded ? gross[at] : taxIncluded === false ? net[at] : null,
        taxMinor: taxIncluded === false ? Math.max(0, gross[at]! - net[at]!) : null,
        shippable: item.is_virtual === undefined ? null : !Number(item.is_virtual),
        reward: item.is_gift === true || item.is_gift === 1,
      })),
      subtotalMinor: shown,
      // Told with or without a minus, by version.
      discountMinor: discounts
        ? minor(typeof discount === 'number' ? Math.abs(discount) : null)
        : 0,
      taxIncluded,
      needsShipping: items.length > 0 && !virtual,
      // An empty cart costs nothing to ship either.
      freeShippingNow: items.length > 0 && !virtual && free !== null ? free === 0 : null,
    };
  }

  listen(changed: () => void): void {
    const on = methodOf(prestashop(), 'on');
    // What comes with them is a string, a data set or a raw answer, by version and theme.
    for (const name of ['updateCart', 'updatedCart']) on?.(name, () => changed());
  }

  async add({ variantId }: LiveProduct): Promise<void> {
    const [, product = '', variant = '0'] = plainId.exec(variantId) ?? [];
    const body = new URLSearchParams({
      token: text(prestashop()?.static_token),
      id_product: product,
      id_product_attribute: variant,
      qty: '1',
      add: '1',
      action: 'update',
      ajax: '1',
    });
    const resp = await asked(page('cart') || '/cart', { body });
    const errors = resp.errors;
    const [refusal] = Array.isArray(errors) ? errors : [errors];
    if (resp.hasError === true || text(refusal) !== '' || resp.success !== true)
      throw new Error(text(refusal) || 'the shop refused');
    const reason = {
      idProduct: product,
      idProductAttribute: variant,
      idCustomization: 0,
      linkAction: 'add-to-cart',
      cart: resp.cart,
    };
    methodOf(prestashop(), 'emit')?.('updateCart', { reason, resp });
  }

  async details(wanted: readonly Wanted[]): Promise<LiveProduct[]> {
    const few = wanted.slice(0, maxProducts);
    const answers = await Promise.allSettled(few.map((one) => this.#details(one)));
    const found = answers.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    // One that is gone is a product less; all of them are a shop that does not tell its prices.
    const [first] = answers;
    if (found.length === 0 && first?.status === 'rejected') throw first.reason;
    return found.filter((product) => product !== null);
  }

  /** What the theme asks for its quick view. */
  async #details({ id, url }: Wanted): Promise<LiveProduct | null> {
    const [, product, variant] = plainId.exec(id) ?? idInUrl.exec(url) ?? [];
    if (!product) return null;
    const body = new URLSearchParams({ action: 'quickview', ajax: '1', id_product: product });
    if (variant) body.set('id_product_attribute', variant);
    const path = page('product') || '/index.php?controller=product';
    const live = field((await asked(path, { body })).product);
    const currency = currencyCode(field(prestashop()?.currency).iso_code);
    const exponent = exponentOf(currency);
    const priceMinor = minorOfMajor(live.price_amount, exponent);
    if (priceMinor === null || currency === '') return null;
    const large =
      field(field(field(live.cover).bySize).home_default).url ??
      field(field(live.cover).medium).url;
    const stock = Number(live.quantity);
    return {
      id,
      variantId: `${product}-${Number(live.id_product_attribute) || 0}`,
      title: text(live.name),
      url: text(live.url),
      image: text(large),
      priceMinor,
      exponent,
      currency,
      // Sold out, a catalogue without prices, a choice that is missing: there is no such address.
      available: text(live.add_to_cart_url) !== '' && !(Number(live.minimal_quantity) > 1),
      // What may be ordered without being there has no pieces left, and is for sale.
      stock: stock > 0 ? stock : undefined,
    };
  }
}
