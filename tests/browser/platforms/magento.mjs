// A shop on Magento, with the theme Luma (RequireJS, customer-data, jQuery) or Hyvä (events on window,
// the cart kept in localStorage). Both read the cart as a section of private content.

import { decimal, escapeHtml, themeScript, without } from './platform.mjs';
import { catalogue, Refusal } from './store.mjs';

const numbers = Object.fromEntries(catalogue.map(({ id, number }) => [id, number]));

const cannot = {
  gift: 'a gift is a line like any other',
  verdict: 'its cart section does not tell what shipping costs',
  renewed: 'its form key is a cookie that only a page renews',
  conflict: 'its cart has no versions that could meet',
  consent: 'its core asks nobody for consent',
};
// Discounts are not told, so that a goal counts before them.
const config = {
  goals: [{ reward: 'free-shipping', amount: { EUR: '50.00' }, basis: 'before' }],
};
const url = ({ handle }) => `/en/coffee/${handle}.html`;

export const luma = {
  name: 'Magento Luma',
  adapter: 'magento',
  cannot,
  config,
  url,
  globals: ['require', 'BASE_URL', 'jQuery', 'checkout'],
  open: (store) => new Magento(store, luma, lumaScript),
};

export const hyva = {
  name: 'Magento Hyvä',
  adapter: 'magento',
  cannot: {
    ...cannot,
    many: 'its theme keeps the cart in the page, so that a change costs no reading',
    meanwhile: 'its theme keeps the cart in the page, so that a change costs no reading',
  },
  config,
  url,
  globals: ['hyva', 'BASE_URL'],
  open: (store) => new Magento(store, hyva, hyvaScript),
};

const section = '/en/customer/section/load/';
const types = { CARD: 'giftcard', COURSE: 'downloadable' };

class Magento {
  /** Percent on top of the prices of the section, in the subtotal: shops that show prices with tax. */
  tax = 0;
  #store;
  #script;
  #platform;

  constructor(store, platform, script) {
    this.#store = store;
    this.#platform = platform;
    this.#script = script;
  }

  /** What the theme itself asks for says so in its address, as customer-data does. */
  kindOf({ method, path, query }) {
    if (path === section) return query.has('force_new_section_timestamp') ? undefined : 'read';
    if (path === '/en/graphql') return 'details';
    if (method !== 'POST') return undefined;
    if (path.startsWith('/en/checkout/cart/add/')) return 'add';
    return path.startsWith('/en/checkout/sidebar/') ? 'change' : undefined;
  }

  answer({ method, path, query, body, headers }) {
    if (path === section) return { body: { cart: this.#cart() } };
    if (path === '/en/graphql') return this.#graph(query.get('query') ?? '', headers);
    const [, id] = /^\/en\/checkout\/cart\/add\/product\/(\d+)\/$/.exec(path) ?? [];
    try {
      if (method === 'POST' && id) {
        if (body.form_key !== 'k3y' || !/form_key=k3y/.test(headers.cookie ?? ''))
          throw new Refusal('Invalid Form Key');
        this.#store.add(id, body.qty);
        return { body: [] };
      }
      if (path === '/en/checkout/sidebar/updateItemQty/') {
        this.#store.change(body.item_id, body.item_qty);
        return { body: { success: true } };
      }
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      // Why is told by the next page, in a message.
      return { body: { backUrl: `/en/coffee/${id}.html` } };
    }
    return null;
  }

  truth() {
    const truth = without(this.#store.truth(), {
      line: ['variantId', 'unitMinor', 'reward'],
      whole: ['totalMinor'],
    });
    for (const line of truth.lines) if (line.giftCard) line.shippable = null;
    return { ...truth, discountMinor: null, freeShippingNow: null };
  }

  #cart() {
    const { lines, subtotal, exponent } = this.#store;
    const major = (minor) => decimal(minor, exponent);
    return {
      summary_count: lines.reduce((sum, { qty }) => sum + qty, 0),
      subtotalAmount: lines.length > 0 ? `${major(subtotal)}${exponent ? '00' : ''}` : null,
      subtotal: '<span class="price">…</span>',
      possible_onepage_checkout: true,
      website_id: '1',
      storeId: '1',
      data_id: Math.floor(Date.now() / 1000),
      items: lines.map((line) => ({
        item_id: `${line.product.number}`,
        product_id: `${line.product.number}`,
        product_type: types[line.product.id] ?? 'simple',
        product_sku: line.product.id,
        product_name: escapeHtml(line.product.title),
        qty: line.qty,
        product_price: '<span class="price">…</span>',
        product_price_value: this.#before(this.#store.unit(line)) / 10 ** exponent,
        product_has_url: true,
        options: [],
      })),
    };
  }

  /** The price without tax, with four decimals more than money has, as the database keeps it. */
  #before(minor) {
    return Math.round((minor / (1 + this.tax / 100)) * 1e4) / 1e4;
  }

  #graph(query, headers) {
    const wanted = (name) => {
      const found = new RegExp(`${name}:\\{in:(\\[.*?\\])\\}\\}`).exec(query);
      return found ? JSON.parse(found[1]) : [];
    };
    const { exponent, currency } = this.#store;
    const item = (product) => ({
      __typename: 'SimpleProduct',
      id: product.number,
      sku: product.id,
      name: product.title,
      url_key: product.handle,
      stock_status: this.#store.stock(product) > 0 ? 'IN_STOCK' : 'OUT_OF_STOCK',
      only_x_left_in_stock: this.#store.stock(product) < 5 ? this.#store.stock(product) : null,
      small_image: { url: '/i/x.svg' },
      price_range: {
        minimum_price: {
          final_price: {
            value: this.#store.price(product) / 10 ** exponent,
            currency: headers['content-currency'] ?? currency,
          },
        },
      },
      options: [],
    });
    const answer = (name, key) => ({
      items: catalogue.filter((product) => wanted(name).includes(product[key])).map(item),
    });
    return { body: { data: { a: answer('sku', 'id'), b: answer('url_key', 'handle') } } };
  }

  page(widget) {
    const { currency } = this.#store;
    const tag = widget.replace('<script ', `<script data-currency="${currency}" `);
    return `<!doctype html><html lang="en"><meta charset="utf-8"><title>${this.#platform.name}</title>
      <script>
        var BASE_URL = location.origin + '/en/';
        document.cookie = 'form_key=k3y; path=/';
        ${themeScript}
        const numbers = ${JSON.stringify(numbers)};
        const load = () => send('GET', BASE_URL
          + 'customer/section/load/?sections=cart&force_new_section_timestamp=true');
        const form = (fields) => new URLSearchParams({ ...fields, form_key: 'k3y' });
        ${this.#script}
        theme.add = (id, qty = 1) => change('ajax:addToCart',
          'checkout/cart/add/product/' + numbers[id] + '/', form({ product: numbers[id], qty }));
        theme.change = (id, qty) => change('ajax:updateCartItemQty', 'checkout/sidebar/updateItemQty/',
          form({ item_id: numbers[id], item_qty: qty }));
      </script>${tag}`;
  }
}

// jQuery's events are heard by jQuery alone; the section is loaded after them.
const lumaScript = `
  const listeners = {};
  window.jQuery = () => ({
    on: (names, call) => { for (const name of names.split(' ')) (listeners[name] ??= []).push(call); },
    trigger: (name) => { for (const call of listeners[name] ?? []) call({ type: name }); },
  });
  const subscribed = [];
  const observable = Object.assign(() => window.luma, { subscribe: (call) => subscribed.push(call) });
  const reload = async () => {
    window.luma = (await load()).cart;
    for (const call of subscribed) call(window.luma);
  };
  window.require = (names, use, fail) => setTimeout(() =>
    names[0] === 'Magento_Customer/js/customer-data' ? use({ get: () => observable, reload }) : fail());
  document.write('<script type="text/x-magento-init">{}<\\/script>');
  const change = async (event, path, body) => {
    const answer = await send('POST', BASE_URL + path, body, { 'X-Requested-With': 'XMLHttpRequest' });
    await fire(() => jQuery(document).trigger(event), reload);
    if (answer?.backUrl) throw new Error('refused');
  };
`;

// The cart is kept with a number of its own; a cookie tells the number that the shop gave last.
const hyvaScript = `
  window.hyva = { getFormKey: () => 'k3y' };
  const keep = async () => {
    const data = await load();
    localStorage['mage-cache-storage'] = JSON.stringify(data);
    document.cookie = 'section_data_ids='
      + encodeURIComponent(JSON.stringify({ cart: data.cart.data_id })) + '; path=/';
    dispatchEvent(new CustomEvent('private-content-loaded', { detail: { data } }));
  };
  addEventListener('reload-customer-section-data', keep);
  const change = async (event, path, body) => {
    const answer = await send('POST', BASE_URL + path, body, { 'X-Requested-With': 'XMLHttpRequest' });
    await fire(() => dispatchEvent(new CustomEvent('reload-customer-section-data')));
    if (answer?.backUrl) throw new Error('refused');
  };
`;
