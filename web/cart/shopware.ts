import { methodOf, objects, text } from '../globals.js';
import { exponentOf, minorOfMajor } from '../money.js';
import type { Adapter, LiveProduct, Wanted } from './adapter.js';
import type { CartInput } from './cart.js';
import { asked, cookie, field, lacking, pageCurrency, type Told } from './platform.js';

const uuid = /^[0-9a-f]{32}$/;

/** Plugins of that name that live on this page. The manager throws for one that it does not know. */
function plugins(name: string): object[] {
  try {
    return objects(
      methodOf(Object(Reflect.get(globalThis, 'PluginManager')), 'getPluginInstances')?.(name),
    );
  } catch {
    return [];
  }
}

/** Where the storefront begins: '/', or '/de/' where its language stands in the address. */
function at(path: string): URL {
  const known = text(field(Reflect.get(globalThis, 'router'))['frontend.cart.offcanvas']);
  const root = known.replace(/checkout\/offcanvas.*/, '');
  return new URL(path, new URL(root.startsWith('/') ? root : '/', location.href));
}

type Line = Record<string, unknown>;
const amount = (line: Line) => field(line.price).totalPrice;

export class ShopwareAdapter implements Adapter {
  readonly platform = 'shopware';
  readonly calls = /\/checkout\/(line-item|promotion|product|cart\/delete)/;
  readonly #told: Told;
  #context = '';

  constructor(told: Told) {
    this.#told = told;
  }

  async #cart(init?: { signal: AbortSignal }): Promise<Line> {
    const cart = await asked(at('checkout/cart.json'), { cache: 'no-store', ...init });
    if (!Array.isArray(cart.lineItems)) throw new Error('the shop did not tell its cart');
    this.#context = text(cart.token);
    return cart;
  }

  async read(signal: AbortSignal): Promise<CartInput> {
    const cart = await this.#cart({ signal });
    const currency = pageCurrency(this.#told);
    const exponent = exponentOf(currency);
    const minor = (value: unknown) => minorOfMajor(value, exponent);
    const items = objects(cart.lineItems);
    // What is below nothing is taken off the cart: promotions, credits.
    const less = items.filter((item) => Number(amount(item)) < 0);
    const taken = less.map((item) => minor(-Number(amount(item))));
    const { taxStatus } = field(cart.price);
    const taxed = taxStatus === 'gross' || taxStatus === 'net';
    const deliveries = objects(cart.deliveries).map((delivery) => field(delivery.shippingCosts));
    const shipping = deliveries.reduce((all, cost) => all + Number(cost.totalPrice), 0);
    const lines = items.filter((item) => !less.includes(item) && item.type !== 'promotion');
    const shippable = ({ states }: Line) =>
      Array.isArray(states) ? !states.includes('is-download') : null;
    return {
      currency,
      exponent,
      lines: lines.map((item) => ({
        key: item.id,
        productId: item.referencedId,
        sku: field(item.payload).productNumber,
        name: item.label,
        qty: item.quantity,
        unitMinor: minor(field(item.price).unitPrice),
        lineMinor: minor(amount(item)),
        taxMinor: taxed
          ? minor(
              objects(field(item.price).calculatedTaxes).reduce(
                (all, { tax }) => all + Number(tax),
                0,
              ),
            )
          : 0,
        shippable: shippable(item),
      })),
      discountMinor: taken.includes(null)
        ? null
        : taken.reduce<number>((all, minor) => all + minor!, 0),
      taxIncluded: typeof taxStatus === 'string' ? taxStatus !== 'net' : null,
      needsShipping: lines.some((item) => shippable(item) !== false),
      freeShippingNow:
        lines.length > 0 && deliveries.length > 0 && !Number.isNaN(shipping)
          ? minor(Math.max(0, shipping)) === 0
          : null,
    };
  }

  listen(changed: () => void): void {
    for (const [name, events] of [
      ['CartWidget', ['fetch']],
      ['OffCanvasCart', ['offCanvasOpened', 'fetchCartWidgets']],
    ] as const)
      for (const plugin of plugins(name))
        for (const event of events)
          methodOf(field(plugin).$emitter as object | undefined, 'subscribe')?.(event, () =>
            changed(),
          );
  }

  async add({ variantId: id }: LiveProduct): Promise<void> {
    const name = (key: string) => `lineItems[${id}][${key}]`;
    const token = document.querySelector<HTMLInputElement>(
      'form[action$="/line-item/add"] [name=_csrf_token]',
    )?.value;
    const body = new URLSearchParams({
      [name('id')]: id,
      [name('referencedId')]: id,
      [name('type')]: 'product',
      [name('quantity')]: '1',
      [name('stackable')]: '1',
      [name('removable')]: '1',
      // Shopware up to 6.4 wants it.
      ...(token && { _csrf_token: token }),
    });
    const pieces = (cart: Line) =>
      objects(cart.lineItems).reduce(
        (all, { referencedId, quantity }) => all + (referencedId === id ? Number(quantity) : 0),
        0,
      );
    const before = pieces(await this.#cart());
    // The answer is empty whether it was added or not.
    await asked(at('checkout/line-item/add'), { body }).catch((error) => {
      if (error.status !== 200) throw error;
    });
    const cart = await this.#cart();
    if (pieces(cart) <= before) {
      const [error] = Object.values(field(cart.errors));
      throw new Error(text(field(error).message) || 'the shop refused');
    }
    for (const widget of plugins('CartWidget')) methodOf(widget, 'fetch')?.();
  }

  /** A cookie of the name `goeswith` that the shop has registered with its cookie banner. */
  consent(told: (agrees: boolean) => void): void {
    const look = () => told(cookie('goeswith') !== '');
    if (cookie('cookie-preference') !== '') look();
    const emitter = Reflect.get(document, '$emitter');
    methodOf(Object(emitter), 'subscribe')?.('CookieConfiguration_Update', look);
  }

  async details(wanted: readonly Wanted[], currency: string): Promise<LiveProduct[]> {
    const { token } = this.#told;
    if (!token || !currency || !this.#context)
      return lacking('the script tag needs data-token and data-currency for Shopware’s prices');
    const ids = wanted.map(({ id }) => id);
    const queries = [
      { type: 'equalsAny', field: 'productNumber', value: ids },
      { type: 'equalsAny', field: 'id', value: ids.filter((id) => uuid.test(id)) },
    ].filter(({ value }) => value.length > 0);
    const body = {
      limit: ids.length * 2,
      filter: [{ type: 'multi', operator: 'or', queries }],
      associations: { cover: { associations: { media: {} } } },
      includes: {
        product:
          'id productNumber translated calculatedPrice calculatedPrices availableStock available isCloseout minPurchase childCount cover'.split(
            ' ',
          ),
        product_media: ['media'],
        media: ['url'],
      },
    };
    const headers = { 'sw-access-key': token, 'sw-context-token': this.#context };
    const answer = await asked(at('store-api/product'), { body, headers });
    const exponent = exponentOf(currency);
    return objects(answer.elements).flatMap((item) => {
      const id = ids.find((id) => id === item.productNumber) ?? text(item.id);
      const [first] = objects(item.calculatedPrices);
      const priceMinor = minorOfMajor((first ?? field(item.calculatedPrice)).unitPrice, exponent);
      if (!ids.includes(id) || priceMinor === null) return [];
      const stock = Number(item.availableStock);
      return [
        {
          id,
          variantId: text(item.id),
          title: text(field(item.translated).name),
          // The model's address reads better, where it has one.
          url: wanted.find((one) => one.id === id)?.url ? '' : `${at(`detail/${item.id}`)}`,
          image: text(field(field(item.cover).media).url),
          priceMinor,
          exponent,
          currency,
          // What has variants is not sold itself, and one button adds one piece.
          available:
            item.available === true &&
            !(Number(item.childCount) > 0) &&
            !(Number(item.minPurchase) > 1),
          // Only a closeout ends with its stock.
          stock: item.isCloseout === true ? stock : undefined,
        },
      ];
    });
  }
}
