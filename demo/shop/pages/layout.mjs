import { html } from '../html.mjs';

export const SHOP_NAME = 'Osier & Elm';

const icon = {
  cart: html`<svg viewBox="0 0 24 24" aria-hidden="true"><path d="M6 8h12l1 12H5L6 8Zm3 0V6.5a3 3 0 0 1 6 0V8"/></svg>`,
  search: html`<svg viewBox="0 0 24 24" aria-hidden="true"><circle cx="11" cy="11" r="6"/><path d="m15.5 15.5 4.5 4.5"/></svg>`,
  close: html`<svg viewBox="0 0 24 24" aria-hidden="true"><path d="m6 6 12 12M18 6 6 18"/></svg>`,
  plus: html`<svg viewBox="0 0 24 24" aria-hidden="true"><path d="M12 5v14M5 12h14"/></svg>`,
};
export { icon };

/**
 * The page around `main`.
 *
 * `shop`   catalogue, money, freeFrom (text or null), note, hasStudio
 * `page`   title, main; current (a department's slug), drawer: false where the page is the cart
 * `count`  how many things are in this shopper's cart
 */
export const layout = (shop, { title, main, current = '', drawer = true, query = '' }, count) => html`<!doctype html>
<html lang="en" data-currency="${shop.catalogue.currency}" data-country="${shop.country}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title ? `${title} · ${SHOP_NAME}` : `${SHOP_NAME}: good things for every day`}</title>
<meta name="description" content="Well-made things for the kitchen, the table and the rest of the house.">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="/static/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/static/base.css">
<link rel="stylesheet" href="/static/shop.css">
<link rel="stylesheet" href="/static/cart.css">
<script type="module" src="/static/shop.js"></script>
<script type="module" src="/dist/goeswith.js" data-model="/shop.gw" data-config="/shop.json"></script>
</head>
<body>
<a class="skip" href="#main">Skip to content</a>
<header class="header">
<p class="promise">${shop.freeFrom && html`Free delivery from ${shop.freeFrom}`}<span>${shop.freeFrom && ' · '}30 days to change your mind</span></p>
<div class="header-row">
<a class="logo" href="/">Osier <span>&amp;</span> Elm</a>
<form class="search" action="/search" role="search">
<label class="unseen" for="q">Search</label>
<input id="q" name="q" type="search" placeholder="Search ${shop.catalogue.products.length.toLocaleString('en')} products" value="${query}" autocomplete="off" maxlength="200">
<button aria-label="Search">${icon.search}</button>
</form>
<a class="cart-link" href="/cart" data-cart-link aria-label="Cart, ${count} ${count === 1 ? 'item' : 'items'}">${icon.cart}<span data-cart-count>${count}</span></a>
</div>
<nav class="departments" aria-label="Departments"><ul>${shop.catalogue.departments.map(
  (department) => html`<li><a href="/department/${department.slug}"${department.slug === current && html` aria-current="page"`}>${department.title}</a></li>`,
)}</ul></nav>
</header>
<main id="main" tabindex="-1">
${main}
</main>
<footer class="footer">
<div class="footer-row">
<div><p class="logo">Osier <span>&amp;</span> Elm</p><p>Well-made things for the kitchen, the table and the rest of the house.</p></div>
<ul>
<li>${shop.freeFrom ? `Free delivery from ${shop.freeFrom}` : 'Careful delivery'}</li>
<li>30 days to change your mind</li>
<li>Packed without plastic</li>
</ul>
<ul>
<li><a href="/cart">Your cart</a></li>
<li><a href="/new">New arrivals</a></li>
${shop.hasStudio && html`<li><a href="/studio/">Merchant’s studio</a></li>`}
</ul>
</div>
<p class="small">${shop.note || 'An invented shop with invented products.'} Nothing can be bought here, and nothing you do here leaves this page.</p>
</footer>
${drawer && cartDrawer}
<template id="line">${cartLine(null)}</template>
</body>
</html>
`;

/** The drawer is empty until the shop's script fills it; without the script nothing opens it. */
const cartDrawer = html`<dialog class="drawer" id="drawer" aria-labelledby="drawer-title">
<div class="drawer-top"><h2 id="drawer-title" tabindex="-1" autofocus>Your cart</h2><button class="plain" data-close aria-label="Close the cart">${icon.close}</button></div>
<div class="drawer-body">
<goes-with-goal heading="3"></goes-with-goal>
<p class="problem" role="alert" data-problem></p>
<ul class="lines" data-lines></ul>
<p class="quiet" data-empty hidden>Nothing in it yet.</p>
<goes-with limit="2" heading="3"></goes-with>
</div>
<div class="drawer-end">
<p class="total"><span>Total</span> <strong data-total></strong></p>
<a class="button wide" href="/thank-you" data-check-out>Check out</a>
<a class="text-link" href="/cart">See the whole cart</a>
</div>
</dialog>`;

/** One line of the cart; `item` as /cart.js tells it, or null for the template of the script. */
export function cartLine(item, money = () => '') {
  const { title = '', url = '', image = '', quantity = 1, key = '', price = 0 } = item ?? {};
  const button = (value, name, sign) =>
    html`<button name="quantity" value="${value}" aria-label="${name}: ${title}">${sign}</button>`;
  return html`<li class="line" data-key="${key}">
<a class="line-picture" href="${url}" tabindex="-1" aria-hidden="true">${image && html`<img src="${image}" alt="" width="160" height="160">`}</a>
<div class="line-text"><a class="line-title" href="${url}">${title}</a><p class="quiet"><span data-price>${quantity > 1 && `${money(price)} each`}</span></p></div>
<p class="line-total" data-line-total>${money(price * quantity)}</p>
<form class="line-form" action="/cart/change" method="post">
<input type="hidden" name="id" value="${key}">
<span class="stepper">${button(quantity - 1, 'One less', '−')}<span data-quantity><span class="unseen">Quantity </span>${quantity}</span>${button(quantity + 1, 'One more', '+')}</span>
${button(0, 'Remove', 'Remove')}
</form>
</li>`;
}

/** A product in a list; `eager` where it stands in the first screen. */
export const card = (shop, product, eager = false) => html`<li class="card">
<a href="${product.url}"><img src="${product.picture}" alt="" width="400" height="400"${eager ? '' : html` loading="lazy"`} decoding="async"><span class="card-title">${product.title}</span></a>
${product.brand && html`<p class="card-brand">${product.brand}</p>`}
<div class="card-end">${priceOf(shop, product)}${
  product.price !== null && html`<form action="/cart/add" method="post"><input type="hidden" name="id" value="${product.variantId}"><button class="add" aria-label="Add to cart: ${product.title}">${icon.plus}</button></form>`
}</div>
</li>`;

export const cards = (shop, products, eager = 0) =>
  html`<ul class="cards">${products.map((product, i) => card(shop, product, i < eager))}</ul>`;

export const priceOf = (shop, { price }) =>
  price === null
    ? html`<p class="price gone">Not for sale now</p>`
    : html`<p class="price">${shop.money(price)}</p>`;

/** The way back up; the last step is the page itself. */
export const crumbs = (...steps) => html`<nav class="crumbs" aria-label="You are here"><ol>${steps.map(
  ([title, url]) => html`<li>${url ? html`<a href="${url}">${title}</a>` : html`<span aria-current="page">${title}</span>`}</li>`,
)}</ol></nav>`;
