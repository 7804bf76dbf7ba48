import { html } from '../html.mjs';
import { cards, crumbs } from './layout.mjs';
import { newestFirst } from './selections.mjs';

const A_PAGE = 36;

const ORDERS = {
  '': ['Our order', (products) => products],
  new: ['Newest', newestFirst],
  'price-up': ['Price, low first', (products) => products.toSorted(byPrice)],
  'price-down': ['Price, high first', (products) => products.toSorted((a, b) => byPrice(b, a))],
};

// What is not for sale has no price to compare; it stays behind.
const byPrice = (a, b) => (a.price ?? Infinity) - (b.price ?? Infinity) || 0;

/** A department: a grid in pages, in the order that the shopper chose. */
export function department(shop, department, query) {
  return {
    title: department.title,
    current: department.slug,
    main: html`${crumbs(['Home', '/'], [department.title])}
<h1>${department.title}</h1>
${grid(shop, department.products, `/department/${department.slug}`, query)}`,
  };
}

export function arrivals(shop, query) {
  const products = newestFirst(shop.catalogue.products).slice(0, 4 * A_PAGE);
  return {
    title: 'New arrivals',
    main: html`${crumbs(['Home', '/'], ['New arrivals'])}
<h1>New arrivals</h1>
${grid(shop, products, '/new', query)}`,
  };
}

export function search(shop, query) {
  const text = query.get('q') ?? '';
  const found = shop.catalogue.search(text);
  return {
    title: text ? `Search: ${text}` : 'Search',
    query: text,
    main: html`${crumbs(['Home', '/'], ['Search'])}
<h1>${text ? html`Results for “${text}”` : 'Search'}</h1>
${
  found.length > 0
    ? grid(shop, found, '/search', query)
    : html`<p class="lead">${text ? 'Nothing here by that name. A shorter word may find more.' : 'Which thing are you looking for?'}</p><div class="block"><goes-with limit="4"></goes-with></div>`
}`,
  };
}

function grid(shop, products, path, query) {
  const order = Object.hasOwn(ORDERS, query.get('sort') ?? '') ? (query.get('sort') ?? '') : '';
  const pages = Math.max(1, Math.ceil(products.length / A_PAGE));
  const page = Math.min(pages, Math.max(1, Number.parseInt(query.get('page') ?? '1', 10) || 1));
  const shown = ORDERS[order][1](products).slice((page - 1) * A_PAGE, page * A_PAGE);
  const link = (change) => {
    const target = new URLSearchParams(query.has('q') ? { q: query.get('q') } : {});
    for (const [name, value] of Object.entries({ sort: order, ...change })) {
      if (value) target.set(name, value);
    }
    return target.size > 0 ? `${path}?${target}` : path;
  };
  return html`<div class="sorting"><p class="quiet">${products.length.toLocaleString('en')} ${products.length === 1 ? 'product' : 'products'}</p>
<nav aria-label="Order"><ul>${Object.entries(ORDERS).map(
    ([name, [title]]) => html`<li><a href="${link({ sort: name })}"${name === order && html` aria-current="true"`}>${title}</a></li>`,
  )}</ul></nav></div>
${cards(shop, shown, 4)}
${
  pages > 1 &&
  html`<nav class="pages" aria-label="Pages">${page > 1 && html`<a class="button soft" href="${link({ page: page > 2 && page - 1 })}">Earlier</a>`}<p>Page ${page} of ${pages}</p>${page < pages && html`<a class="button soft" href="${link({ page: page + 1 })}">More</a>`}</nav>`
}`;
}
