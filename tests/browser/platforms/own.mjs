// A shop of one's own: no platform, a page that tells its cart by setCart(), its prices by onPrices(),
// and adds by onAdd().

import { themeScript } from './platform.mjs';
import { catalogue, Refusal } from './store.mjs';

const untold = 'nobody but the page knows its cart';
const unread = 'the page tells its cart, and nobody asks for it';

export const own = {
  name: 'A shop of one’s own',
  adapter: 'custom',
  cannot: {
    many: 'reading what the page told takes no request that could be counted',
    lost: untold,
    meanwhile: unread,
    restored: untold,
    tabs: untold,
    limitedRead: unread,
    brokenRead: unread,
    htmlRead: unread,
    emptyRead: unread,
    silent: unread,
    renewed: 'what its own script does to add is its own affair',
    conflict: 'what its own script does to add is its own affair',
    clobbered: 'it reads no globals',
    consent: 'a page says it itself, by setConsent()',
  },
  url: ({ handle }) => `/goods/${handle}`,
  globals: [],
  open: (store) => new Own(store),
};

class Own {
  #store;

  constructor(store) {
    this.#store = store;
  }

  kindOf({ method, path }) {
    if (path === '/own/cart') return 'read';
    if (path === '/own/prices') return 'details';
    if (method !== 'POST') return undefined;
    return { '/own/add': 'add', '/own/change': 'change' }[path];
  }

  answer({ path, query, body }) {
    if (path === '/own/cart') return { body: this.#cart() };
    if (path === '/own/prices') return { body: this.#prices(query.get('ids').split(',')) };
    try {
      if (path === '/own/add') this.#store.add(body.id, body.qty);
      else if (path === '/own/change') this.#store.change(body.id, body.qty);
      else return null;
    } catch (error) {
      if (error instanceof Refusal) return { status: 409, body: { reason: error.message } };
      throw error;
    }
    return { body: { done: true } };
  }

  truth() {
    return this.#store.truth();
  }

  #cart() {
    const { totalMinor, ...cart } = this.#store.truth();
    return cart;
  }

  #prices(ids) {
    const { currency } = this.#store;
    return catalogue
      .filter(({ id }) => ids.includes(id))
      .map((product) => ({
        id: product.id,
        priceMinor: this.#store.price(product),
        currency,
        title: product.title,
        image: '/i/x.svg',
        stock: this.#store.stock(product),
        available: this.#store.stock(product) > 0,
      }));
  }

  page(widget) {
    return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Own</title>
      <script type="module">
        import { onAdd, onPrices, setCart } from '/dist/goeswith.js';
        ${themeScript}
        if (document.prerendering)
          await new Promise((shown) => document.addEventListener('prerenderingchange', shown));
        const tell = async () => setCart(await send('GET', '/own/cart'));
        const change = async (path, body) => {
          const done = await send('POST', path, body);
          const { status } = theme.answer;
          await fire(tell);
          if (status >= 400 || !done?.done) throw new Error(done?.reason ?? 'the shop is closed');
        };
        theme.add = (id, qty = 1) => change('/own/add', { id, qty });
        theme.change = (id, qty) => change('/own/change', { id, qty });
        onPrices(async (ids) => send('GET', '/own/prices?ids=' + ids.map(encodeURIComponent)));
        onAdd(({ id }) => change('/own/add', { id, qty: 1 }));
        await tell();
      </script>${widget}`;
  }
}
