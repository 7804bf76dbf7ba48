import { html } from '../html.mjs';
import { cards, crumbs, priceOf } from './layout.mjs';

export function product(shop, product) {
  const { department } = product;
  const siblings = shop.catalogue.siblings(product);
  return {
    title: product.title,
    current: department.slug,
    main: html`${crumbs(['Home', '/'], [department.title, `/department/${department.slug}`], [product.title])}
<article class="product">
<div class="product-picture"><img src="${product.picture}" alt="${product.title}" width="400" height="400" fetchpriority="high"></div>
<div class="product-text">
${product.brand && html`<p class="brand">${product.brand}</p>`}
<h1>${product.title}</h1>
${priceOf(shop, product)}
${product.price === null ? html`<p class="lead">We do not have it at the moment.</p>` : buyBox(shop, product)}
${
  siblings.length > 0 &&
  html`<div class="siblings"><h2>Also in</h2><ul>${siblings.map(
    ({ url, picture, title }) => html`<li><a href="${url}"><img src="${picture}" alt="" width="80" height="80"><span>${partAfterName(title)}</span></a></li>`,
  )}</ul></div>`
}
<dl class="facts">${facts(product).map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>
</div>
</article>
<div class="block reserved"><goes-with product="${product.id}" limit="4"></goes-with></div>
${moreFrom(shop, product)}`,
  };
}

const buyBox = (shop, { variantId, price }) => html`<form class="buy" action="/cart/add" method="post">
<input type="hidden" name="id" value="${variantId}">
<label class="unseen" for="quantity">Quantity</label>
<select id="quantity" name="quantity">${Array.from({ length: 10 }, (_, i) => html`<option>${i + 1}</option>`)}</select>
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

const partAfterName = (title) => title.slice(title.indexOf(',') + 1).trim();

const MONTH = new Intl.DateTimeFormat('en', { month: 'long', year: 'numeric', timeZone: 'UTC' });

// Only what the catalogue says; a shop that invents virtues is found out.
function facts({ id, brand, department, colour, title, firstSeen }) {
  const [, ...details] = title.split(',').map((part) => part.trim());
  const rows = [['Department', department.title]];
  if (brand) rows.push(['Maker', brand]);
  if (details.length > 0 && brand) rows.push(['Details', details.join(', ')]);
  else if (colour) rows.push(['Colour or material', colour]);
  if (firstSeen) {
    const since = new Date(`${firstSeen}T00:00:00Z`);
    if (!Number.isNaN(since.getTime())) rows.push(['With us since', MONTH.format(since)]);
  }
  rows.push(['Article number', id]);
  return rows;
}

function moreFrom(shop, { id, kind, department }) {
  const others = department.products.filter((each) => each.id !== id && each.price !== null);
  const at = department.products.findIndex((each) => each.id === id);
  // The ones after it on the shelf, another kind of thing first.
  const ring = [...others.slice(at), ...others.slice(0, at)];
  const kinds = new Set([kind]);
  const varied = ring.filter((each) => !kinds.has(each.kind) && kinds.add(each.kind));
  const shown = [...new Set([...varied, ...ring])].slice(0, 4);
  if (shown.length === 0) return '';
  return html`<section class="block" aria-labelledby="t-more"><div class="block-top"><h2 id="t-more">More from ${department.title}</h2><a class="text-link" href="/department/${department.slug}">See all</a></div>${cards(shop, shown)}</section>`;
}
