// A shop on PrestaShop: JSON under text/html, floats of major units, a bus of its own, and a cart page
// that answers with the whole cart whatever it was asked to do.

import { escapeHtml, themeScript, without } from './platform.mjs';
import { catalogue, Refusal } from './store.mjs';

const numbers = Object.fromEntries(
  catalogue.map(({ id, number, variant }) => [id, [number, variant]]),
);
const html = 'text/html; charset=utf-8';

export const prestashop = {
  name: 'PrestaShop',
  adapter: 'prestashop',
  cannot: {
    card: 'it has no gift cards of its own',
    renewed: 'its token is that of the page, and is asked for from those who have signed in',
    conflict: 'its cart has no versions that could meet',
    live: 'it answers for one product a request',
    view: 'it answers for one product a request; a test of its own counts them',
    consent: 'its core asks nobody for consent',
  },
  url: ({ number, handle }) => `/en/home/${number}-${handle}.html`,
  globals: ['prestashop'],
  open: (store) => new PrestaShop(store),
};

class PrestaShop {
  /** Whether prices are shown with tax; where they are not, 22 percent are on top. */
  gross = true;
  #store;

  constructor(store) {
    this.#store = store;
  }

  kindOf({ method, path, query, body }) {
    const { add, update, delete: remove, action } = { ...Object.fromEntries(query), ...body };
    if (path === '/en/cart' && (add || update || remove)) return add ? 'add' : 'change';
    if (path === '/en/cart' && action === 'update') return 'read';
    if (method === 'POST' && action === 'quickview') return 'details';
    return undefined;
  }

  answer({ path, query, body }) {
    const asked = { ...Object.fromEntries(query), ...body };
    if (path === '/en/index.php' && asked.action === 'quickview') return this.#quickview(asked);
    if (path !== '/en/cart' || asked.action !== 'update' || !asked.ajax) return null;
    const { id_product: product, id_product_attribute: variant } = asked;
    try {
      if (asked.add) this.#buy(product, variant, asked.qty ?? 1, asked.token);
      if (asked.update) this.#store.change(product, asked.qty);
      if (asked.delete) this.#store.change(product, 0);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return { type: html, body: { hasError: true, errors: [error.message], quantity: 0 } };
    }
    return { type: html, body: { success: true, quantity: 1, cart: this.#cart(), errors: '' } };
  }

  truth() {
    const truth = this.#store.truth();
    for (const line of truth.lines) if (line.reward) line.lineMinor = 0;
    return without(truth, { line: ['giftCard'] });
  }

  #buy(id, variant, qty, token) {
    const product = this.#store.find(id);
    if (token !== 'f00d') throw new Refusal('Invalid token');
    if (product && Number(variant) !== 0 && product.variant !== Number(variant))
      throw new Refusal('This combination does not exist');
    this.#store.add(id, qty);
  }

  #major(minor) {
    return minor / 10 ** this.#store.exponent;
  }

  /** What an amount that is shown is with the tax. */
  #taxed(minor) {
    return this.gross ? minor : Math.round(minor * 1.22);
  }

  #cart() {
    const { lines, off, subtotal, needsShipping, shippingFree, exponent } = this.#store;
    const products = lines.map((line) => {
      const { product, qty, reward } = line;
      const unit = this.#store.unit(line);
      return {
        id: `${product.number}`,
        id_product: `${product.number}`,
        id_product_attribute: `${product.variant}`,
        id_customization: reward ? 1 : 0,
        name: product.title,
        quantity: qty,
        price: `${this.#major(unit)} x`,
        price_amount: this.#major(unit),
        price_wt: this.#major(this.#taxed(unit)),
        total_wt: this.#major(this.#taxed(unit)) * qty,
        reference: product.id,
        is_gift: reward,
        is_virtual: product.shippable ? 0 : 1,
      };
    });
    const amount = this.#major(subtotal);
    return {
      products,
      totals: { total: { amount: this.#major(subtotal - off) } },
      subtotals: {
        products: { amount: Number(amount.toFixed(exponent)) },
        discounts: off ? { amount: this.#major(off), value: `-${this.#major(off)}` } : null,
        shipping: shippingFree === null ? null : { amount: shippingFree ? 0 : 4.9, value: '' },
        tax: null,
      },
      products_count: lines.length,
      is_virtual: lines.length > 0 && !needsShipping,
      discounts: [],
      vouchers: { allowed: 1, added: {} },
    };
  }

  #quickview({ id_product: id }) {
    const product = this.#store.find(id);
    if (`${product?.number}` !== id) return { status: 404, type: html, body: '<h1>404</h1>' };
    const stock = this.#store.stock(product);
    const there = {
      id_product: id,
      id_product_attribute: product.variant,
      name: product.title,
      price: `${this.#major(this.#store.price(product))} x`,
      price_amount: this.#major(this.#store.price(product)),
      url: `/en/home/${id}-${product.handle}.html`,
      cover: { bySize: { home_default: { url: '/i/x.svg' } } },
      quantity: stock,
      allow_oosp: 0,
      minimal_quantity: '1',
      availability: stock > 0 ? 'available' : 'unavailable',
      add_to_cart_url: stock > 0 ? `/en/cart?add=1&id_product=${id}` : null,
    };
    return { body: { quickview_html: '<div></div>', product: there } };
  }

  page(widget) {
    return `<!doctype html><html lang="en"><meta charset="utf-8"><title>PrestaShop</title>
      <script>
        ${themeScript}
        const heard = {};
        window.prestashop = {
          cart: ${JSON.stringify(this.#cart()).replaceAll('<', '\\u003c')},
          currency: { iso_code: '${escapeHtml(this.#store.currency)}', sign: 'x' },
          language: { iso_code: 'en', locale: 'en-US' }, country: { iso_code: 'IT' },
          static_token: 'f00d',
          urls: { pages: { cart: location.origin + '/en/cart',
            product: location.origin + '/en/index.php?controller=product' } },
          on: (name, call) => { (heard[name] ??= []).push(call); },
          emit: (name, told) => { for (const call of heard[name] ?? []) call(told); },
        };
        const numbers = ${JSON.stringify(numbers)};
        // As the theme does: first what was done, then what came of it, raw in some versions.
        const change = async (what, reason) => {
          const body = new URLSearchParams({ ...what, ajax: '1', action: 'update', token: 'f00d' });
          const resp = await send('POST', prestashop.urls.pages.cart, body);
          await fire(() => prestashop.emit('updateCart', { reason, resp }),
            () => prestashop.emit('updatedCart', { eventType: 'updateCart', resp: theme.answer }));
          if (!resp?.success) throw new Error('refused');
        };
        const of = (id) => ({ id_product: numbers[id][0], id_product_attribute: numbers[id][1] });
        theme.add = (id, qty = 1) => change({ ...of(id), qty, add: '1' }, { linkAction: 'add-to-cart' });
        theme.change = (id, qty) => change(qty === 0 ? { ...of(id), delete: '1' }
          : { ...of(id), qty, update: '1' }, document.body.dataset);
      </script>${widget}`;
  }
}
