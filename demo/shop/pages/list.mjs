import { html } from '../html.mjs';
import { cards, crumbs } from './parts.mjs';
import { newestFirst } from './selections.mjs';

const A_PAGE = 36;

// What is not for sale has no price to compare and stays behind.
const byPrice = (sign) => (products) => {
  const amount = ({ price }) => (price === null ? Number.MAX_SAFE_INTEGER : sign * price);
  return [...products].sort((a, b) => amount(a) - amount(b));
};

const ORDERS = {
  '': ['Our order', (products) => products],
  new: ['Newest', newestFirst],
  'price-up': ['Low price', byPrice(1)],
  'price-down': ['High price', byPrice(-1)],
};

/** A department: a grid in pages, in the order that the shopper chose. */
export const department = (shop, { title, slug, products }, query) => ({
  title,
  current: slug,
  main: html`${crumbs(['Home', '/'], [title])}
    <h1>${title}</h1>
    ${grid(shop, products, `/department/${slug}`, query)}`,
});

export const arrivals = (shop, query) => ({
  title: 'New arrivals',
  main: html`${crumbs(['Home', '/'], ['New arrivals'])}
    <h1>New arrivals</h1>
    ${grid(shop, newestFirst(shop.catalogue.products).slice(0, 4 * A_PAGE), '/new', query)}`,
});

export function search(shop, query) {
  const text = query.get('q') ?? '';
  const found = shop.catalogue.search(text);
  return {
    title: text ? `Search: ${text}` : 'Search',
    query: text,
    main: html`${crumbs(['Home', '/'], ['Search'])}
    <h1>${text ? `Results for “${text}”` : 'Search'}</h1>
    ${found.length > 0 ? grid(shop, found, '/search', query) : nothingFound(text)}`,
  };
}

const nothingFound = (text) => html`<p class="lead">${
  text
    ? 'Nothing here by that name. A shorter word may find more.'
    : 'Which thing are you looking for?'
}</p>
    <div class="block reserved"><goes-with limit="4"></goes-with></div>`;

function grid(shop, products, path, query) {
  const asked = query.get('sort') ?? '';
  const order = Object.hasOwn(ORDERS, asked) ? asked : '';
  const pages = Math.max(1, Math.ceil(products.length / A_PAGE));
  const page = Math.min(pages, Math.max(1, Number.parseInt(query.get('page') ?? '1', 10) || 1));
  const shown = ORDERS[order][1](products).slice((page - 1) * A_PAGE, page * A_PAGE);
  const link = (change) => {
    const parts = { q: query.get('q'), sort: order, ...change };
    const target = new URLSearchParams(Object.entries(parts).filter(([, value]) => value));
    return target.size > 0 ? `${path}?${target}` : path;
  };
  return html`
    <div class="sorting">
      <p class="quiet">${products.length.toLocaleString('en')}
        ${products.length === 1 ? 'product' : 'products'}</p>
      <nav aria-label="Order"><ul>${Object.entries(ORDERS).map(
        ([name, [title]]) => html`
        <li><a href="${link({ sort: name })}"
          ${name === order && html`aria-current="true"`}>${title}</a></li>`,
      )}
      </ul></nav>
    </div>
    ${cards(shop, shown, 4)}
    ${pages > 1 && pager(page, pages, link)}`;
}

const pager = (page, pages, link) => html`<nav class="pages" aria-label="Pages">
      ${page > 1 && html`<a class="button soft" href="${link({ page: page > 2 && page - 1 })}">Earlier</a>`}
      <p>Page ${page} of ${pages}</p>
      ${page < pages && html`<a class="button soft" href="${link({ page: page + 1 })}">More</a>`}
    </nav>`;
