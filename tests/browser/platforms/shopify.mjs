// A shop on Shopify with a theme of today: standard storefront events, the Ajax API, a Dawn-like
// bus, the Storefront API for whoever asks it without a token.

import { decimal, escapeHtml, themeScript, without } from './platform.mjs';
import { catalogue, Refusal } from './store.mjs';

const variants = Object.fromEntries(catalogue.map(({ id, variant }) => [id, variant]));

export const shopify = {
  name: 'Shopify',
  adapter: 'shopify',
  cannot: {
    renewed: 'its cart needs no nonce',
    conflict: 'its cart has no versions that could meet',
    verdict: 'a cart does not tell whether shipping is free',
    gift: 'a gift is a line like any other, at a price of 0',
    stock: 'the Storefront API tells pieces only to whoever has a token',
  },
  url: ({ handle }) => `/products/${handle}`,
  globals: ['Shopify', 'PUB_SUB_EVENTS', 'subscribe', 'publish'],
  open: (store) => new Shopify(store),
};

const refused = (status, description) => ({
  status,
  body: { status, message: 'Cart Error', description },
});

class Shopify {
  /** Whether the Storefront API answers whoever has no token. */
  tokenless = true;
  #store;

  constructor(store) {
    this.#store = store;
    /** What the Ajax API's integers are times the amount. */
    this.scale = store.exponent === 3 ? 1000 : 100;
  }

  kindOf({ method, path }) {
    if (path === '/en/cart.js') return 'read';
    if (method === 'POST' && path === '/en/cart/add.js') return 'add';
    if (method === 'POST' && /^\/en\/cart\/(change|update|clear)\.js$/.test(path)) return 'change';
    if (/^\/en\/products\/[^/]+\.js$/.test(path) || path.endsWith('/graphql.json'))
      return 'details';
    return undefined;
  }

  answer({ method, path, body }) {
    if (path === '/en/cart.js') return { body: this.#cart() };
    // What the theme's standard action knows, in major units.
    if (path === '/en/standard-cart')
      return {
        body: { amount: decimal(this.#store.subtotal - this.#store.off, this.#store.exponent) },
      };
    if (path.endsWith('/graphql.json')) return method === 'POST' ? this.#graph(body) : null;
    const [, handle] = /^\/en\/products\/([^/]+)\.js$/.exec(path) ?? [];
    if (handle) return this.#product(decodeURIComponent(handle));
    if (method !== 'POST') return null;
    try {
      if (path === '/en/cart/add.js') {
        const items = Array.isArray(body.items) ? body.items : [body];
        for (const { id, quantity } of items) this.#store.add(id, quantity ?? 1);
        const ids = items.map(({ id }) => this.#store.line(id));
        return { type: 'text/javascript', body: { items: ids.map((line) => this.#item(line)) } };
      }
      if (path === '/en/cart/change.js') {
        this.#store.change(String(body.id).split(':')[0], body.quantity);
        return { type: 'text/javascript', body: this.#cart() };
      }
    } catch (error) {
      if (error instanceof Refusal) return refused(422, error.message);
      throw error;
    }
    return null;
  }

  truth() {
    return { ...without(this.#store.truth(), { line: ['reward'] }), freeShippingNow: null };
  }

  #amount(minor) {
    return Math.round((minor * this.scale) / 10 ** this.#store.exponent);
  }

  #item(line) {
    const { product, qty, off } = line;
    const price = this.#amount(this.#store.price(product));
    const final = this.#amount(this.#store.unit(line));
    const share = this.#store.subtotal
      ? Math.round((this.#store.off * this.#store.unit(line) * qty) / this.#store.subtotal)
      : 0;
    return {
      id: product.variant,
      variant_id: product.variant,
      product_id: product.number,
      key: `${product.variant}:ab`,
      quantity: qty,
      sku: product.id,
      handle: product.handle,
      title: `${product.title} - Default`,
      product_title: product.title,
      price,
      original_price: price,
      discounted_price: final,
      final_price: final,
      original_line_price: price * qty,
      final_line_price: final * qty,
      // Also after what is taken off the whole cart, whatever the docs say.
      line_price: final * qty - this.#amount(share),
      line_level_total_discount: this.#amount(off) * qty,
      gift_card: product.giftCard,
      requires_shipping: product.shippable,
      properties: {},
      url: `/products/${product.handle}?variant=${product.variant}`,
      image: '/i/x.svg',
    };
  }

  #cart() {
    const { lines, off, subtotal, currency, needsShipping } = this.#store;
    return {
      token: 'c1-9f',
      note: null,
      attributes: {},
      currency,
      item_count: lines.reduce((sum, { qty }) => sum + qty, 0),
      requires_shipping: needsShipping,
      items_subtotal_price: this.#amount(subtotal),
      total_discount: this.#amount(off),
      total_price: this.#amount(subtotal - off),
      cart_level_discount_applications: off
        ? [{ type: 'discount_code', title: 'SPRING', total_allocated_amount: this.#amount(off) }]
        : [],
      items: lines.map((line) => this.#item(line)),
    };
  }

  #product(handle) {
    const product = this.#store.find(handle);
    if (product?.handle !== handle) return { status: 404, type: 'text/html', body: '<h1>404</h1>' };
    const price = this.#amount(this.#store.price(product));
    const available = this.#store.stock(product) > 0;
    return {
      type: 'text/javascript',
      body: {
        id: product.number,
        title: product.title,
        handle,
        url: `/en/products/${handle}`,
        featured_image: '/i/x.svg',
        price,
        available,
        variants: [{ id: product.variant, sku: product.id, title: 'Default', price, available }],
      },
    };
  }

  /** Answers `ALIAS: product(handle: $NAME)` of a query; the fields are those that it names. */
  #graph({ query = '', variables = {} }) {
    const { exponent, currency } = this.#store;
    if (!this.tokenless) return { status: 401, body: { errors: [{ message: '' }] } };
    const data = {};
    for (const [, alias, name] of query.matchAll(
      /(\w+)\s*:\s*product\(\s*handle\s*:\s*\$(\w+)\s*\)/g,
    )) {
      const product = this.#store.find(variables[name]);
      data[alias] =
        product?.handle === variables[name]
          ? {
              title: product.title,
              featuredImage: { url: '/i/x.svg' },
              variants: {
                nodes: [
                  {
                    id: `gid://shopify/ProductVariant/${product.variant}`,
                    sku: product.id,
                    availableForSale: this.#store.stock(product) > 0,
                    price: {
                      amount: decimal(this.#store.price(product), exponent).replace(
                        /(\.\d)0+$/,
                        '$1',
                      ),
                      currencyCode: currency,
                    },
                  },
                ],
                pageInfo: { hasNextPage: false },
              },
            }
          : null;
    }
    if (Object.keys(data).length === 0) return { body: { errors: [{ message: 'no field' }] } };
    return { body: { data } };
  }

  page(widget) {
    const { currency } = this.#store;
    return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Shopify</title>
      <script>
        window.Shopify = { shop: 'demo.myshopify.com', locale: 'en', country: 'IT',
          currency: { active: '${escapeHtml(currency)}', rate: '1.0' }, routes: { root: '/en/' },
          theme: { name: 'Dawn' },
          actions: { getCart: async () => {
            const { amount } = await fetch('/en/standard-cart').then((answer) => answer.json());
            return { cart: { cost: { totalAmount: { amount, currencyCode: '${currency}' } } } };
          } } };
        const PUB_SUB_EVENTS = { cartUpdate: 'cart-update' };
        const heard = {};
        function subscribe(name, call) { (heard[name] ??= []).push(call); }
        function publish(name, told) { for (const call of heard[name] ?? []) call(told); }
        ${themeScript}
        const standard = (name, fields) =>
          document.body.dispatchEvent(Object.assign(new Event(name, { bubbles: true }), fields));
        // The event comes first, its promise settles when the change is over, refused or not.
        const change = async (action, lines, send) => {
          let settle;
          const promise = new Promise((resolve) => { settle = resolve; });
          const before = () => standard('shopify:cart:lines-update',
            { action, context: 'cart', lines, promise });
          const early = theme.events === 'usual' || theme.events === 'many';
          if (early) await fire(before);
          const cart = await send();
          settle(cart?.items ? { cart: { totalQuantity: cart.item_count } }
            : { cart: null, userErrors: [{ message: 'no' }] });
          const after = () => publish(PUB_SUB_EVENTS.cartUpdate, { source: 'product-form', cartData: {} });
          await (early ? fire(after) : fire(before, after));
          if (theme.answer.status >= 400) throw new Error('refused');
        };
        const ids = ${JSON.stringify(variants)};
        theme.add = (id, quantity = 1) => change('add', [{ merchandiseId: id, quantity }],
          () => send('POST', '/en/cart/add.js', { items: [{ id: ids[id], quantity }] }));
        theme.change = (id, quantity) => change('update', [{ id, quantity }],
          () => send('POST', '/en/cart/change.js', { id: ids[id] + ':ab', quantity }));
        theme.consent = (agrees) => {
          Shopify.customerPrivacy = { preferencesProcessingAllowed: () => agrees };
          document.dispatchEvent(new CustomEvent('visitorConsentCollected', { detail: {} }));
        };
      </script>${widget}`;
  }
}
