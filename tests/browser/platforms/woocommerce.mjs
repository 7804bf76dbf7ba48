// A WordPress shop with WooCommerce: the Store API, classic buttons that speak through jQuery, and a
// block cart that speaks through the window. Prices hold 22 % tax.

import { escapeHtml, themeScript, without } from './platform.mjs';
import { catalogue, Refusal } from './store.mjs';

export const woocommerce = {
  name: 'WooCommerce',
  adapter: 'woocommerce',
  cannot: {},
  url: ({ handle }) => `/product/${handle}/`,
  modelId: ({ number }) => `${number}`,
  globals: [
    'wc_add_to_cart_params',
    'wc_cart_fragments_params',
    'jQuery',
    'wp',
    'wc',
    'wp_has_consent',
  ],
  open: (store) => new WooCommerce(store),
};

const api = '/wp-json/wc/store/v1/';
const taxPercent = 22;
const net = (gross) => Math.round(gross / (1 + taxPercent / 100));

class WooCommerce {
  #store;
  #nonce = 'n1';
  #meets = false;

  constructor(store) {
    this.#store = store;
  }

  kindOf({ method, path, query }) {
    if (method === 'GET' && path === `${api}cart`) return 'read';
    if (path === `${api}products`) return 'details';
    if (method !== 'POST') return undefined;
    if (path === `${api}cart/add-item` || query.get('wc-ajax') === 'add_to_cart') return 'add';
    return path.startsWith(`${api}cart/`) ? 'change' : undefined;
  }

  answer({ method, path, query, headers, body }) {
    if (query.get('wc-ajax') === 'add_to_cart') return this.#classicAdd(body);
    if (path === `${api}products`) return { body: this.#products(query) };
    if (path === `${api}cart`) return this.#sent({ body: this.#cart() });
    if (method !== 'POST' || !path.startsWith(`${api}cart/`)) return null;
    if (headers.nonce !== this.#nonce)
      return headers.nonce
        ? this.#error(403, 'woocommerce_rest_invalid_nonce', 'Nonce is invalid.')
        : this.#error(401, 'woocommerce_rest_missing_nonce', 'Missing the Nonce header.');
    if (this.#meets) {
      this.#meets = false;
      this.#store.add('SPOON');
      const { status, body } = this.#error(
        409,
        'woocommerce_rest_cart_conflict',
        'The cart changed.',
      );
      return this.#sent({ status, body: { ...body, data: { status, cart: this.#cart() } } });
    }
    try {
      const key = path.slice(`${api}cart/`.length);
      if (key === 'add-item') this.#store.add(body.id, body.quantity);
      else if (key === 'update-item') this.#store.change(body.key.slice(1), body.quantity);
      else if (key === 'remove-item') this.#store.change(body.key.slice(1), 0);
      else return this.#error(404, 'rest_no_route', 'No route was found.');
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return this.#error(400, 'woocommerce_rest_product_out_of_stock', escapeHtml(error.message));
    }
    return this.#sent({ status: 201, body: this.#cart() });
  }

  expire() {
    this.#nonce = `n${Math.random()}`;
  }

  conflict() {
    this.#meets = true;
  }

  truth() {
    const truth = without(this.#store.truth(), {});
    const { needsShipping } = truth;
    for (const line of truth.lines) {
      // A simple product has one number; which of them is shipped nobody tells.
      line.variantId = line.productId;
      line.shippable = needsShipping ? null : false;
      line.taxMinor = line.lineMinor - net(line.lineMinor);
    }
    if (!needsShipping) truth.freeShippingNow = null;
    return truth;
  }

  /** Every answer of the cart brings the right to the next change. */
  #sent(answer) {
    return { ...answer, headers: { Nonce: this.#nonce, 'Cart-Token': 'not.for.us' } };
  }

  #error(status, code, message) {
    return { status, body: { code, message, data: { status } } };
  }

  #classicAdd({ product_id: id, quantity }) {
    try {
      this.#store.add(id, quantity);
      return { body: { fragments: { 'div.widget_shopping_cart_content': '<div></div>' } } };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return { body: { error: true, product_url: '/' } };
    }
  }

  #money(more) {
    const { currency, exponent } = this.#store;
    return {
      ...more,
      currency_code: currency,
      currency_minor_unit: exponent,
      currency_prefix: '',
      currency_suffix: ` ${currency}`,
      currency_decimal_separator: ',',
      currency_thousand_separator: '.',
    };
  }

  #cart() {
    const { lines, off, needsShipping, shippingFree } = this.#store;
    const items = lines.map((line) => {
      const { product, qty, reward } = line;
      const unit = this.#store.unit(line);
      const gross = unit * qty;
      return {
        key: `k${product.number}`,
        parent_item_key: null,
        id: product.number,
        type: product.giftCard ? 'gift-card' : 'simple',
        quantity: qty,
        quantity_limits: { minimum: 1, maximum: 99, multiple_of: 1, editable: !reward },
        name: escapeHtml(product.title),
        sku: product.id,
        permalink: `/product/${product.handle}/`,
        images: [{ id: 6, src: '/i/x.svg', thumbnail: '/i/x.svg', srcset: '', sizes: '' }],
        variation: [],
        item_data: [],
        prices: this.#money({
          price: `${unit}`,
          regular_price: `${this.#store.price(product)}`,
          sale_price: `${unit}`,
          raw_prices: { precision: 6, price: `${unit}0000` },
        }),
        totals: this.#money({
          line_subtotal: `${net(gross)}`,
          line_subtotal_tax: `${gross - net(gross)}`,
          line_total: `${net(gross)}`,
          line_total_tax: `${gross - net(gross)}`,
        }),
      };
    });
    const sum = (key) => items.reduce((all, { totals }) => all + Number(totals[key]), 0);
    const offSums = { total_discount: `${net(off)}`, total_discount_tax: `${off - net(off)}` };
    const rates = shippingFree
      ? [{ rate_id: 'free_shipping:12', method_id: 'free_shipping', price: '0', selected: false }]
      : [{ rate_id: 'flat_rate:1', method_id: 'flat_rate', price: '490', selected: true }];
    const known = needsShipping && shippingFree !== null;
    return {
      items,
      coupons: off
        ? [{ code: 'ten', discount_type: 'fixed_cart', totals: this.#money(offSums) }]
        : [],
      fees: [],
      totals: this.#money({
        total_items: `${sum('line_subtotal')}`,
        total_items_tax: `${sum('line_subtotal_tax')}`,
        ...offSums,
        total_shipping: null,
        total_shipping_tax: null,
        total_price: `${sum('line_subtotal') + sum('line_subtotal_tax') - off}`,
        total_tax: '0',
      }),
      needs_shipping: needsShipping,
      has_calculated_shipping: known,
      items_count: items.length,
      shipping_rates: known ? [{ package_id: 0, shipping_rates: rates }] : [],
      shipping_address: { first_name: 'Ada', country: 'IT' },
    };
  }

  #products(query) {
    const include = (query.get('include') ?? '').split(',');
    const skus = (query.get('sku') ?? '').split(',');
    return catalogue
      .filter(({ number, id }) => include.includes(`${number}`) || skus.includes(id))
      .map((product) => {
        const stock = this.#store.stock(product);
        return {
          id: product.number,
          name: escapeHtml(product.title),
          parent: 0,
          type: 'simple',
          permalink: `/product/${product.handle}/`,
          sku: product.id,
          prices: this.#money({ price: `${this.#store.price(product)}` }),
          images: [{ id: 6, src: '/i/x.svg', thumbnail: '/i/x.svg' }],
          has_options: false,
          is_purchasable: true,
          is_in_stock: stock > 0,
          low_stock_remaining: stock <= 5 ? stock : null,
        };
      });
  }

  page(widget) {
    const numbers = Object.fromEntries(catalogue.map(({ id, number }) => [id, number]));
    return `<!doctype html><html lang="en"><meta charset="utf-8"><title>WooCommerce</title>
      <link rel="https://api.w.org/" href="/wp-json/">
      <body class="theme-x woocommerce-no-js"><script>
        window.wc_add_to_cart_params = { ajax_url: '/wp-admin/admin-ajax.php', wc_ajax_url: '/?wc-ajax=%%endpoint%%' };
        // Its listeners and the browser's own do not hear each other.
        const heard = {};
        window.jQuery = () => ({
          on: (names, call) => { for (const name of names.split(' ')) (heard[name] ??= []).push(call); },
          trigger: (name, told) => { for (const call of heard[name] ?? []) call({ type: name }, told); },
        });
        ${themeScript}
        const body = jQuery(document.body);
        const numbers = ${JSON.stringify(numbers)};
        let nonce = '${this.#nonce}';
        // A classic button, then a block cart.
        theme.add = async (id, quantity = 1) => {
          const form = new URLSearchParams({ product_id: numbers[id], quantity });
          const answer = await send('POST', '/?wc-ajax=add_to_cart', form);
          if (!answer || answer.error) throw new Error('refused');
          await fire(() => body.trigger('added_to_cart', [answer.fragments]),
            () => body.trigger('wc_fragments_refreshed'),
            () => document.body.dispatchEvent(new CustomEvent('wc-blocks_added_to_cart')));
        };
        theme.change = async (id, quantity) => {
          const key = 'k' + numbers[id];
          const path = quantity ? 'update-item' : 'remove-item';
          await send('POST', '${api}cart/' + path, { key, quantity }, { Nonce: nonce });
          nonce = theme.answer.headers.get('Nonce') ?? nonce;
          if (theme.answer.status >= 400) throw new Error('refused');
          await fire(() => dispatchEvent(new CustomEvent('wc-blocks_store_sync_required',
            { detail: { type: 'from_iAPI' } })));
        };
        let agreed = false;
        window.wp_has_consent = (category) => category === 'preferences' && agreed;
        theme.consent = (agrees) => {
          agreed = agrees;
          const detail = { preferences: agrees ? 'allow' : 'deny' };
          document.dispatchEvent(new CustomEvent('wp_listen_for_consent_change', { detail }));
        };
      </script>${widget}`;
  }
}
