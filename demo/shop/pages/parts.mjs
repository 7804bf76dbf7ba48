import { html } from '../html.mjs';

const drawn = (shape) => html`<svg viewBox="0 0 24 24" aria-hidden="true">${shape}</svg>`;

export const icon = {
  cart: drawn(html`<path d="M6 8h12l1 12H5L6 8Zm3 0V6.5a3 3 0 0 1 6 0V8"/>`),
  search: drawn(html`<circle cx="11" cy="11" r="6"/><path d="m15.5 15.5 4.5 4.5"/>`),
  close: drawn(html`<path d="m6 6 12 12M18 6 6 18"/>`),
  plus: drawn(html`<path d="M12 5v14M5 12h14"/>`),
};

/** Products in a grid; the first `eager` of them stand in the first screen. */
export const cards = (shop, products, eager = 0) => html`
    <ul class="cards">${products.map((product, i) => card(shop, product, i < eager))}
    </ul>`;

const card = (shop, product, isEager) => html`
      <li class="card">
        <a href="${product.url}">
          <img src="${product.picture}" alt="" width="400" height="400"
            ${!isEager && html`loading="lazy"`} decoding="async">
          <span class="card-title">${product.title}</span>
        </a>
        ${product.brand && html`<p class="card-brand">${product.brand}</p>`}
        <div class="card-end">
          ${priceOf(shop, product)}
          ${product.price !== null && quickAdd(product)}
        </div>
      </li>`;

const quickAdd = ({ variantId, title }) => html`<form action="/cart/add" method="post">
            <input type="hidden" name="id" value="${variantId}">
            <button class="add" aria-label="Add to cart: ${title}">${icon.plus}</button>
          </form>`;

export const priceOf = (shop, { price }) =>
  price === null
    ? html`<p class="price gone">Not for sale now</p>`
    : html`<p class="price">${shop.money(price)}</p>`;

/** A titled part of a page, with a way to more of the same. */
export const block = (id, title, content, more = '') => html`
    <section class="block" aria-labelledby="t-${id}" id="${id}">
      <div class="block-top"><h2 id="t-${id}">${title}</h2>${more}</div>
      ${content}
    </section>`;

/** The way back up, [title, url] each; the last step is the page itself and has no url. */
export const crumbs = (...steps) => html`
    <nav class="crumbs" aria-label="You are here"><ol>${steps.map(
      ([title, url]) =>
        html`<li>${url ? html`<a href="${url}">${title}</a>` : html`<span aria-current="page">${title}</span>`}</li>`,
    )}</ol></nav>`;
