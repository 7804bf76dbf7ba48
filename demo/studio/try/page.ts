import { html, nothing, render } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { formatMoney } from '../../../web/money.js';
import type { FromFrame, TriedPage } from './messages.js';
import { type Words, wordsOf } from './words.js';

/** A product as the model knows it. */
export interface Known {
  title: string;
  priceMinor: number | null;
}

export interface Shop {
  page: TriedPage;
  currency: string;
  exponent: number;
  product: (id: string) => Known | undefined;
  tell: (what: FromFrame) => void;
}

/** Draws the page of a shop around the widget; the widget's elements find the cart by themselves. */
export function draw(shop: Shop): void {
  const words = wordsOf(shop.page.lang);
  const pieces = shop.page.lines.reduce((sum, { qty }) => sum + qty, 0);
  render(
    html`
      <header aria-label=${words.shop}><p class="shop"></p><p class="count">${words.cart} <span>${pieces}</span></p></header>
      <main aria-labelledby="about">${inside(shop, words)}</main>
      ${shop.page.placement === 'drawer' ? drawer(shop, words) : nothing}`,
    document.body,
  );
}

function inside(shop: Shop, words: Words) {
  switch (shop.page.placement) {
    case 'home':
      return html`<h1 id="about">${words.home}</h1><goes-with class="home" placement="home"></goes-with>`;
    case 'after-purchase':
      return html`<h1 id="about">${words.thanks}</h1><goes-with class="after" placement="after-purchase"></goes-with>`;
    case 'cart':
      return html`
        <h1 id="about">${words.cart}</h1>
        <goes-with-goal></goes-with-goal>
        ${lines(shop, words)}
        <goes-with class="cart" placement="cart"></goes-with>`;
    case 'product':
      return html`
        ${product(shop, words)}
        <goes-with-bundle product=${shop.page.product} granted></goes-with-bundle>
        <goes-with class="product" product=${shop.page.product} placement="product"></goes-with>`;
    case 'drawer':
      return html`<div class="beneath" inert>${product(shop, words)}</div>`;
  }
}

function product({ page, product, tell, ...money }: Shop, words: Words) {
  const known = product(page.product);
  const title = known?.title ?? words.product;
  return html`
    <article class="sold">
      <div class="picture" aria-hidden="true">${[...title][0]}</div>
      <div>
        <h1 id="about">${title}</h1>
        ${known?.priceMinor ? html`<p class="price">${amount(known.priceMinor, page.lang, money)}</p>` : nothing}
        <button type="button" class="add" @click=${() => tell({ add: page.product })}>${words.add}</button>
      </div>
    </article>`;
}

function drawer(shop: Shop, words: Words) {
  return html`
    <aside class="drawer" aria-labelledby="drawer">
      <h2 id="drawer">${words.cart}</h2>
      <goes-with-goal heading="3"></goes-with-goal>
      ${lines(shop, words)}
      <goes-with class="drawer-row" placement="drawer" layout="compact" limit="3" heading="3"></goes-with>
    </aside>`;
}

function lines({ page, product, tell, ...money }: Shop, words: Words) {
  if (page.lines.length === 0) return html`<p class="empty">${words.empty}</p>`;
  const known = page.lines.map((line) => ({ ...line, ...product(line.id) }));
  const total = known.reduce((sum, { qty, priceMinor }) => sum + qty * (priceMinor ?? 0), 0);
  const write = (minor: number) => amount(minor, page.lang, money);
  return html`
    <ul class="lines">${repeat(
      known,
      ({ id }) => id,
      ({ id, qty, title = id, priceMinor }) => html`
        <li data-line=${id}>
          <span class="name">${title}</span>
          <span class="qty">
            <button type="button" aria-label="${words.less}: ${title}" @click=${() => tell({ id, qty: qty - 1 })}>−</button>
            <span>${qty}</span>
            <button type="button" aria-label="${words.more}: ${title}" @click=${() => tell({ id, qty: qty + 1 })}>+</button>
          </span>
          <span class="price">${priceMinor ? write(priceMinor * qty) : nothing}</span>
        </li>`,
    )}</ul>
    <p class="total"><span>${words.total}</span> <span class="price">${write(total)}</span></p>`;
}

const amount = (minor: number, lang: string, money: { currency: string; exponent: number }) =>
  formatMoney({ minor, ...money }, lang);
