import { html } from '../html.mjs';
import { block, cards, crumbs, priceOf } from './parts.mjs';

export function product(shop, product) {
  const { department } = product;
  const { title, slug } = department;
  const near = moreFrom(product);
  const all = html`<a class="text-link" href="/department/${slug}">See all</a>`;
  return {
    title: product.title,
    current: slug,
    main: html`${crumbs(['Home', '/'], [title, `/department/${slug}`], [product.title])}
    <article class="product">
      <div class="product-picture">
        <img src="${product.picture}" alt="${product.title}" width="400" height="400"
          fetchpriority="high">
      </div>
      <div class="product-text">
        ${product.brand && html`<p class="brand">${product.brand}</p>`}
        <h1>${product.title}</h1>
        ${priceOf(shop, product)}
        ${product.price === null ? soldOut : buyBox(shop, product)}
        ${siblings(shop.catalogue.siblings(product))}
        <dl class="facts">${facts(product).map(
          ([name, value]) => html`
          <div><dt>${name}</dt><dd>${value}</dd></div>`,
        )}
        </dl>
      </div>
    </article>
    <div class="block set-reserved"><goes-with-bundle product="${product.id}"></goes-with-bundle></div>
    <div class="block reserved"><goes-with product="${product.id}" limit="4"></goes-with></div>
    ${near.length > 0 && block('more', `More from ${title}`, cards(shop, near), all)}`,
  };
}

const soldOut = html`<p class="lead">We do not have it at the moment.</p>`;

const buyBox = (shop, { variantId, price }) => html`
        <form class="buy" action="/cart/add" method="post">
          <input type="hidden" name="id" value="${variantId}">
          <label class="unseen" for="quantity">Quantity</label>
          <select id="quantity" name="quantity">${Array.from(
            { length: 10 },
            (_, i) => html`<option>${i + 1}</option>`,
          )}</select>
          <button class="button">Add to cart</button>
          <p class="problem" role="alert" data-problem></p>
        </form>
        <ul class="promises">
          <li>${deliveryOf(shop, price)}</li>
          <li>Sent within one working day</li>
          <li>30 days to change your mind</li>
        </ul>`;

function deliveryOf({ freeFrom, freeFromAmount }, price) {
  if (!freeFrom) return 'Delivered to your door';
  return price >= freeFromAmount ? 'Free delivery' : `Free delivery from ${freeFrom}`;
}

const siblings = (products) =>
  products.length > 0 &&
  html`<div class="siblings"><h2>Also in</h2><ul>${products.map(
    ({ url, picture, title }) => html`
          <li><a href="${url}"><img src="${picture}" alt="" width="80" height="80">
            <span>${detailsOf(title)}</span></a></li>`,
  )}
        </ul></div>`;

/** "Larch moka pot, 6 cups, brass" is a Larch moka pot, and in detail 6 cups, brass. */
const detailsOf = (title) => title.split(',').slice(1).join(',').trim();

const MONTH = new Intl.DateTimeFormat('en', { month: 'long', year: 'numeric', timeZone: 'UTC' });

// Only what the catalogue says; a shop that invents virtues is found out.
function facts({ id, brand, department, colour, title, firstSeen }) {
  const since = new Date(`${firstSeen}T00:00:00Z`);
  return [
    ['Department', department.title],
    ['Maker', brand],
    ['Details', brand && detailsOf(title)],
    ['Colour or material', !brand && colour],
    ['With us since', !Number.isNaN(since.getTime()) && MONTH.format(since)],
    ['Article number', id],
  ].filter(([, value]) => value);
}

/** The next ones on the same shelf, other kinds of things first. */
function moreFrom({ id, kind, department: { products } }) {
  const at = products.findIndex((each) => each.id === id);
  const ring = [...products.slice(at + 1), ...products.slice(0, at)];
  const forSale = ring.filter(({ price }) => price !== null);
  const kinds = new Set([kind]);
  const others = forSale.filter((each) => !kinds.has(each.kind) && kinds.add(each.kind));
  return [...new Set([...others, ...forSale])].slice(0, 4);
}
