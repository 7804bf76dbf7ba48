// A shop on BigCommerce: the storefront's carts in floats, a theme that changes them by other
// addresses, the open data layer, and prices for whoever has the theme's token.

import { themeScript, without } from './platform.mjs';
import { catalogue, Refusal } from './store.mjs';

const numbers = Object.fromEntries(
  catalogue.map(({ id, number, variant }) => [id, [number, variant]]),
);
const carts = '/api/storefront/carts';

export const bigcommerce = {
  name: 'BigCommerce',
  adapter: 'bigcommerce',
  cannot: {
    card: 'its gift certificates are no products',
    verdict: 'its cart does not tell what shipping costs',
    renewed: 'its cart needs no nonce',
  },
  url: ({ handle }) => `/${handle}/`,
  globals: ['bodlEvents', 'BCData', 'jQuery'],
  open: (store) => new BigCommerce(store),
};

class BigCommerce {
  #store;
  #id = 0;
  #conflict = false;

  constructor(store) {
    this.#store = store;
  }

  kindOf({ method, path }) {
    if (path === carts && method === 'GET') return 'read';
    if (path === '/graphql') return 'details';
    if (method !== 'POST') return undefined;
    if (path === carts || path.startsWith(`${carts}/`) || path === '/remote/v1/cart/add')
      return 'add';
    return path === '/remote/v1/cart/update' ? 'change' : undefined;
  }

  answer({ method, path, body, headers }) {
    if (path === '/graphql') return this.#graph(body, headers);
    if (path === carts && method === 'GET') return { body: this.#cart() };
    if (method !== 'POST') return null;
    const [, id] = /^\/api\/storefront\/carts\/([\w-]+)\/items$/.exec(path) ?? [];
    const ours = path === carts || id;
    if (ours && this.#conflict) {
      this.#conflict = false;
      return { status: 409, body: { status: 409, title: 'The cart has another version' } };
    }
    if (id && id !== this.#key())
      return { status: 404, body: { status: 404, title: 'No such cart' } };
    try {
      if (ours)
        for (const { productId, variantId, quantity } of body.lineItems) {
          const product = this.#store.find(productId);
          if (product?.variant !== variantId) throw new Refusal('No such variant');
          this.#store.add(productId, quantity);
        }
      else if (path === '/remote/v1/cart/add') this.#store.add(body.product_id, body.qty);
      else if (path === '/remote/v1/cart/update') this.#store.change(body.product_id, body.qty);
      else return null;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      if (ours) return { status: 422, body: { status: 422, title: error.message } };
      return { body: { data: { error: error.message } } };
    }
    if (this.#id === 0) this.#id = 1;
    return { body: ours ? this.#cart()[0] : { data: {} } };
  }

  conflict() {
    this.#conflict = true;
  }

  truth() {
    const truth = without(this.#store.truth(), { line: ['giftCard'] });
    return { ...truth, freeShippingNow: null };
  }

  #key() {
    return `d4e9-${this.#id}`;
  }

  #cart() {
    const { lines, off, subtotal, currency, exponent } = this.#store;
    if (lines.length === 0) return [];
    if (this.#id === 0) this.#id = 1;
    const major = (minor) => minor / 10 ** exponent;
    const item = (line) => {
      const { product, qty, reward } = line;
      const unit = this.#store.unit(line);
      const list = this.#store.price(product);
      return {
        id: `${product.number}-${reward}`,
        parentId: null,
        productId: product.number,
        variantId: product.variant,
        sku: product.id,
        name: product.title,
        quantity: qty,
        listPrice: major(list),
        salePrice: major(unit),
        extendedListPrice: major(list) * qty,
        extendedSalePrice: major(unit) * qty,
        couponAmount: 0,
        isShippingRequired: product.shippable,
        isMutable: !reward,
      };
    };
    const of = (shippable) =>
      lines.filter(({ product }) => product.shippable === shippable).map(item);
    return [
      {
        id: this.#key(),
        email: 'shopper@shop.example',
        currency: { code: currency, symbol: 'x', decimalPlaces: exponent },
        isTaxIncluded: true,
        baseAmount: major(subtotal),
        discountAmount: major(off),
        cartAmount: major(subtotal - off),
        coupons: [],
        version: 3,
        lineItems: {
          physicalItems: of(true),
          digitalItems: of(false),
          giftCertificates: [],
          customItems: [],
        },
      },
    ];
  }

  /** Answers `ALIAS:product(sku:"…")` and `ALIAS:product(entityId:…)` of a query. */
  #graph({ query = '' }, headers) {
    if (headers.authorization !== 'Bearer t0ken') return { status: 401, body: { errors: [] } };
    const { exponent, currency } = this.#store;
    const site = {};
    for (const [, alias, key, value] of query.matchAll(
      /(\w+):product\((sku|entityId):("(?:[^"\\]|\\.)*"|\d+)\)/g,
    )) {
      const name = JSON.parse(value);
      const product = catalogue.find((one) => (key === 'sku' ? one.id : one.number) === name);
      const stock = product && this.#store.stock(product);
      site[alias] = product
        ? {
            entityId: product.number,
            name: product.title,
            path: `/${product.handle}/`,
            minPurchaseQuantity: null,
            availabilityV2: { status: 'Available' },
            defaultImage: { url: '/i/x.svg' },
            productOptions: { edges: [] },
            variants: {
              edges: [
                {
                  node: {
                    entityId: product.variant,
                    sku: product.id,
                    prices: {
                      price: {
                        value: this.#store.price(product) / 10 ** exponent,
                        currencyCode: currency,
                      },
                    },
                    inventory: { isInStock: stock > 0, aggregated: { availableToSell: stock } },
                  },
                },
              ],
            },
          }
        : null;
    }
    return { body: { data: { site } } };
  }

  page(widget) {
    const { currency } = this.#store;
    const tag = widget.replace(
      '<script ',
      `<script data-token="t0ken" data-currency="${currency}" `,
    );
    return `<!doctype html><html lang="en"><meta charset="utf-8"><title>BigCommerce</title>
      <script>
        ${themeScript}
        const ears = {};
        const channel = (names) => Object.fromEntries(names.map((name) =>
          [name, (call) => { (ears[name] ??= []).push(call); }]));
        const tell = (name, what) => { for (const call of ears[name] ?? []) call(what); };
        window.bodlEvents = { cart: channel(['addItem', 'removeItem', 'viewed']),
          consent: channel(['loaded', 'updated']) };
        const heard = {};
        window.jQuery = () => ({
          on: (name, call) => { (heard[name] ??= []).push(call); },
          trigger: (name, what) => { for (const call of heard[name] ?? []) call({}, what); },
        });
        const numbers = ${JSON.stringify(numbers)};
        const change = async (path, id, qty) => {
          const body = { product_id: numbers[id][0], qty };
          const answer = await send('POST', '/remote/v1/cart/' + path, body);
          await fire(() => jQuery(document.body).trigger('cart-quantity-update', 1),
            () => tell(path === 'add' ? 'addItem' : 'removeItem', { product_id: body.product_id }));
          if (answer?.data?.error) throw new Error('refused');
        };
        theme.add = (id, qty = 1) => change('add', id, qty);
        theme.change = (id, qty) => change('update', id, qty);
        theme.consent = (agrees) =>
          tell('updated', { functional: agrees, analytics: false, advertising: agrees });
      </script>${tag}`;
  }
}
