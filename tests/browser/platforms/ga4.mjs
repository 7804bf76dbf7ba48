// A shop on a platform that nobody knows, whose pages tell their shopping to an analytics tag. It has no
// address for a cart; its page prices and adds by onPrices() and onAdd(), and may leave that out.

import { decimal, themeScript, without } from './platform.mjs';
import { catalogue, Refusal } from './store.mjs';

const silent = 'a data layer tells of purchases, not of this';
const unread = 'there is no address to read the cart from';
const reasons = {
  [silent]: ['gift', 'card', 'unshipped', 'verdict', 'consent'],
  [unread]:
    'many lost meanwhile restored tabs refused silent limitedRead brokenRead htmlRead emptyRead'.split(
      ' ',
    ),
  'what its own script does to add is its own affair': ['renewed', 'conflict'],
};

export const ga4 = {
  name: 'A data layer',
  adapter: 'ga4',
  cannot: Object.fromEntries(
    Object.entries(reasons).flatMap(([reason, keys]) => keys.map((key) => [key, reason])),
  ),
  // What is taken off the cart is not told, so that a goal counts before it.
  config: {
    goals: [{ reward: 'free-shipping', amount: { EUR: '50.00' }, basis: 'before' }],
  },
  url: ({ handle }) => `/product/${handle}`,
  globals: ['dataLayer', 'gtag'],
  open: (store) => new DataLayer(store),
};

class DataLayer {
  /** Whether the page calls onPrices() and onAdd(). */
  speaks = true;
  #store;

  constructor(store) {
    this.#store = store;
  }

  kindOf({ method, path }) {
    if (path === '/prices') return 'details';
    return method === 'POST' ? { '/basket/add': 'add', '/basket': 'change' }[path] : undefined;
  }

  answer({ path, query, body }) {
    if (path === '/prices') return { body: this.#prices(query.get('ids').split(',')) };
    if (!/^\/basket/.test(path)) return null;
    const { product, qty, to } = body;
    const before = this.#store.line(product)?.qty ?? 0;
    try {
      if (to === undefined) this.#store.add(product, qty);
      else this.#store.change(product, to);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return { status: 409, body: { reason: error.message } };
    }
    const after = this.#store.line(product)?.qty ?? 0;
    const line = { product: this.#store.find(product), qty: Math.abs(after - before), off: 0 };
    const event = after > before ? 'add_to_cart' : 'remove_from_cart';
    return { body: { event, items: [this.#item(line)] } };
  }

  truth() {
    const line = ['productId', 'variantId', 'unitMinor', 'shippable', 'giftCard', 'reward'];
    const truth = without(this.#store.truth(), { line, whole: ['totalMinor'] });
    return { ...truth, discountMinor: null, needsShipping: null, freeShippingNow: null };
  }

  #prices(ids) {
    return catalogue
      .filter(({ id }) => ids.includes(id))
      .map((product) => ({
        id: product.id,
        price: decimal(this.#store.price(product), this.#store.exponent),
        title: product.title,
        image: '/i/x.svg',
        stock: this.#store.stock(product),
        available: this.#store.stock(product) > 0,
      }));
  }

  #item(line) {
    const { product, qty } = line;
    const price = decimal(this.#store.unit(line), this.#store.exponent);
    return { item_id: product.id, item_name: product.title, price: Number(price), quantity: qty };
  }

  page(widget) {
    const { currency, lines, subtotal, exponent } = this.#store;
    const items = lines.map((line) => this.#item(line));
    const ecommerce = { currency, value: Number(decimal(subtotal, exponent)), items };
    return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Some shop</title>
      <script>
        ${themeScript}
        window.dataLayer = window.dataLayer || [];
        function gtag() { dataLayer.push(arguments); }
        gtag('js', new Date());
        dataLayer.push({ ecommerce: null });
        dataLayer.push({ event: 'view_cart', ecommerce: ${JSON.stringify(ecommerce).replaceAll('<', '\\u003c')} });
        const change = async (path, body) => {
          const { event, items, reason } = (await send('POST', path, body)) ?? {};
          if (!event) throw new Error(reason ?? 'the shop is closed');
          await fire(() => gtag('event', event, { currency: '${currency}', items }));
        };
        theme.add = (product, qty = 1) => change('/basket', { product, qty });
        theme.change = (product, to) => change('/basket', { product, to });
      </script>${this.speaks ? speech : ''}${widget}`;
  }
}

const speech = `<script type="module">
  import { onAdd, onPrices } from '/dist/goeswith.js';
  onPrices(async (ids) => send('GET', '/prices?ids=' + ids.map(encodeURIComponent)));
  onAdd(({ id }) => change('/basket/add', { product: id, qty: 1 }));
</script>`;
