import { html } from '../html.mjs';
import { cartDrawer, cartLine } from './cart_parts.mjs';
import { icon } from './parts.mjs';

const SHOP_NAME = 'Osier & Elm';
const CLAIM = 'Well-made things for the kitchen, the table and the rest of the house.';

const logo = html`Osier <span>&amp;</span> Elm`;

/**
 * The page around `main`.
 *
 * `shop`   see openShop
 * `page`   title, main; current (a department's slug), drawer: false where the page is the cart,
 *          query: what was searched for
 * `count`  how many things are in this shopper's cart
 */
export const layout = (
  shop,
  { title, main, current = '', drawer = true, query = '' },
  count,
) => html`<!doctype html>
<html lang="en" data-currency="${shop.catalogue.currency}" data-country="${shop.country}">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>${title ? `${title} · ${SHOP_NAME}` : `${SHOP_NAME}: good things for every day`}</title>
  <meta name="description" content="${CLAIM}">
  <meta name="color-scheme" content="light dark">
  <link rel="icon" href="/static/icon.svg" type="image/svg+xml">
  <link rel="stylesheet" href="/static/base.css">
  <link rel="stylesheet" href="/static/shop.css">
  <link rel="stylesheet" href="/static/product.css">
  <link rel="stylesheet" href="/static/cart.css">
  <script type="module" src="/static/shop.js"></script>
  <script type="module" src="/dist/goeswith.js"
    data-model="/shop.gw" data-config="/shop.json"></script>
</head>
<body>
  <a class="skip" href="#main">Skip to content</a>
  ${header(shop, current, query, count)}
  <main id="main" tabindex="-1">
${main}
  </main>
  ${footer(shop)}
  ${drawer && cartDrawer}
  <template id="line">${cartLine(null)}</template>
</body>
</html>
`;

const header = ({ catalogue, freeFrom }, current, query, count) => html`<header class="header">
    <p class="promise">${freeFrom && `Free delivery from ${freeFrom}`}
      <span>${freeFrom && '· '}30 days to change your mind</span></p>
    <div class="header-row">
      <a class="logo" href="/">${logo}</a>
      <form class="search" action="/search" role="search">
        <label class="unseen" for="q">Search</label>
        <input id="q" name="q" type="search" value="${query}" autocomplete="off" maxlength="200"
          placeholder="Search ${catalogue.products.length.toLocaleString('en')} products">
        <button aria-label="Search">${icon.search}</button>
      </form>
      <a class="cart-link" href="/cart" data-cart-link
        aria-label="Cart, ${count} ${count === 1 ? 'item' : 'items'}">
        ${icon.cart}<span data-cart-count>${count}</span></a>
    </div>
    <nav class="departments" aria-label="Departments">
      <ul>${catalogue.departments.map(
        ({ slug, title }) => html`
        <li><a href="/department/${slug}"
          ${slug === current && html`aria-current="page"`}>${title}</a></li>`,
      )}
      </ul>
    </nav>
  </header>`;

const footer = ({ freeFrom, hasStudio, note }) => html`<footer class="footer">
    <div class="footer-row">
      <div>
        <p class="logo">${logo}</p>
        <p>${CLAIM}</p>
      </div>
      <ul>
        <li>${freeFrom ? `Free delivery from ${freeFrom}` : 'Careful delivery'}</li>
        <li>30 days to change your mind</li>
        <li>Packed without plastic</li>
      </ul>
      <ul>
        <li><a href="/cart">Your cart</a></li>
        <li><a href="/new">New arrivals</a></li>
        <li><a href="/variants/">Ways to use the widget</a></li>
        ${hasStudio && html`<li><a href="/studio/">Merchant’s studio</a></li>`}
      </ul>
    </div>
    <p class="small">${note || 'An invented shop with invented products.'}
      Nothing can be bought here, and nothing you do here leaves this page.</p>
  </footer>`;
