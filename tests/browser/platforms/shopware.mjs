// A shop on Shopware 6: the cart as JSON without its currency, forms whose answers are empty, plugins with
// emitters, and prices for whoever has the sales channel's key and the shopper's context.

import { themeScript, without } from './platform.mjs';
import { catalogue, Refusal } from './store.mjs';

const uuid = (number) => number.toString(16).padStart(32, 'a');
const ids = Object.fromEntries(catalogue.map(({ id, number }) => [id, uuid(number)]));

export const shopware = {
  name: 'Shopware',
  adapter: 'shopware',
  cannot: {
    gift: 'a gift is the business of an extension',
    card: 'a gift card is the business of an extension',
    renewed: 'its session cookie is all that it asks for',
    conflict: 'its cart has no versions that could meet',
  },
  url: ({ handle }) => `/de/${handle}`,
  globals: ['PluginManager', 'router', 'accessKey'],
  open: (store) => new Shopware(store),
};

class Shopware {
  #store;

  constructor(store) {
    this.#store = store;
  }

  kindOf({ method, path }) {
    if (path === '/de/checkout/cart.json') return 'read';
    if (path === '/de/store-api/product') return 'details';
    if (method !== 'POST') return undefined;
    if (path === '/de/checkout/line-item/add') return 'add';
    return path.startsWith('/de/checkout/line-item/') ? 'change' : undefined;
  }

  answer({ method, path, body, headers }) {
    if (path === '/de/checkout/cart.json') return { body: this.#cart() };
    if (path === '/de/store-api/product') return this.#products(body, headers);
    if (method !== 'POST') return null;
    const [, changed] = /^\/de\/checkout\/line-item\/change-quantity\/(\w+)$/.exec(path) ?? [];
    try {
      if (path === '/de/checkout/line-item/add') {
        const [, id] = /^lineItems\[(\w+)\]/.exec(Object.keys(body)[0]) ?? [];
        const field = (name) => body[`lineItems[${id}][${name}]`];
        if (field('type') !== 'product' || field('referencedId') !== id) return { status: 400 };
        this.#store.add(this.#number(id), field('quantity'));
      } else if (changed) this.#store.change(this.#number(changed), body.quantity);
      else return null;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
    // Why something was refused is told by the next page.
    return { type: 'text/html', body: '' };
  }

  truth() {
    const truth = without(this.#store.truth(), { line: ['variantId', 'giftCard'] });
    for (const line of truth.lines) line.productId = uuid(Number(line.productId));
    return truth;
  }

  #number(id) {
    return catalogue.find(({ number }) => uuid(number) === id)?.number;
  }

  #cart() {
    const { lines, off, subtotal, needsShipping, shippingFree, exponent } = this.#store;
    const major = (minor) => minor / 10 ** exponent;
    const price = (unit, qty) => ({
      unitPrice: major(unit),
      totalPrice: major(unit) * qty,
      quantity: qty,
      calculatedTaxes: [{ tax: major(Math.round((unit * qty * 19) / 119)), taxRate: 19 }],
    });
    const promotion = {
      id: 'p1',
      referencedId: 'SPRING',
      label: 'Spring',
      quantity: 1,
      type: 'promotion',
      good: false,
      price: price(-off, 1),
    };
    return {
      token: 'c0ntext',
      price: {
        totalPrice: major(subtotal - off),
        positionPrice: major(subtotal),
        taxStatus: 'gross',
      },
      lineItems: [
        ...lines.map((line) => ({
          id: uuid(line.product.number),
          referencedId: uuid(line.product.number),
          label: line.product.title,
          quantity: line.qty,
          type: 'product',
          good: true,
          states: [line.product.shippable ? 'is-physical' : 'is-download'],
          payload: { productNumber: line.product.id },
          price: price(this.#store.unit(line), line.qty),
        })),
        ...(off ? [promotion] : []),
      ],
      deliveries:
        needsShipping && shippingFree !== null
          ? [{ shippingCosts: { totalPrice: shippingFree ? 0 : 4.9 } }]
          : [],
      errors: {},
    };
  }

  #products({ filter = [] }, headers) {
    const { exponent } = this.#store;
    if (headers['sw-access-key'] !== 'SWSC' || headers['sw-context-token'] !== 'c0ntext')
      return { status: 403, body: { errors: [{ status: '403', title: 'Forbidden' }] } };
    const among = (name) => filter[0].queries.find(({ field }) => field === name)?.value ?? [];
    if (among('id').some((id) => !/^[0-9a-f]{32}$/.test(id))) return { status: 400, body: {} };
    const elements = catalogue
      .filter(
        ({ id, number }) =>
          among('productNumber').includes(id) || among('id').includes(uuid(number)),
      )
      .map((product) => ({
        id: uuid(product.number),
        productNumber: product.id,
        translated: { name: product.title },
        calculatedPrice: { unitPrice: this.#store.price(product) / 10 ** exponent, quantity: 1 },
        calculatedPrices: [],
        availableStock: this.#store.stock(product),
        available: this.#store.stock(product) > 0,
        isCloseout: true,
        minPurchase: 1,
        childCount: 0,
        cover: { media: { url: '/i/x.svg' } },
      }));
    return { body: { elements, total: elements.length } };
  }

  page(widget) {
    const { currency } = this.#store;
    const tag = widget.replace(
      '<script ',
      `<script data-token="SWSC" data-currency="${currency}" `,
    );
    return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Shopware</title>
      <script>
        ${themeScript}
        window.router = { 'frontend.cart.offcanvas': '/de/checkout/offcanvas' };
        class Emitter {
          #heard = {};
          subscribe(name, call) { (this.#heard[name] ??= []).push(call); }
          publish(name, detail) { for (const call of this.#heard[name] ?? []) call({ detail }); }
        }
        document.$emitter = new Emitter();
        const plugin = () => ({ $emitter: new Emitter(), fetch() { this.$emitter.publish('fetch'); } });
        const plugins = { CartWidget: [plugin()], OffCanvasCart: [plugin()] };
        window.PluginManager = class {
          static getPluginInstances(name) {
            if (!plugins[name]) throw new Error('The plugin "' + name + '" is not registered');
            return plugins[name];
          }
        };
        const ids = ${JSON.stringify(ids)};
        const change = async (path, fields) => {
          await send('POST', '/de/checkout/line-item/' + path, new URLSearchParams(fields));
          await fire(() => plugins.OffCanvasCart[0].$emitter.publish('offCanvasOpened'),
            () => plugins.CartWidget[0].fetch());
        };
        theme.add = (id, qty = 1) => change('add', Object.fromEntries(Object.entries(
          { id: ids[id], referencedId: ids[id], type: 'product', quantity: qty })
          .map(([name, value]) => ['lineItems[' + ids[id] + '][' + name + ']', value])));
        theme.change = (id, qty) => change('change-quantity/' + ids[id], { quantity: qty });
        theme.consent = (agrees) => {
          document.cookie = 'cookie-preference=1; path=/';
          document.cookie = 'goeswith=1; path=/' + (agrees ? '' : '; max-age=0');
          document.$emitter.publish('CookieConfiguration_Update', { goeswith: agrees });
        };
      </script>${tag}`;
  }
}
