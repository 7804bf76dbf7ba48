import { html } from '../html.mjs';
import { block, cards } from './parts.mjs';
import { faceOf, newArrivals, seasonal, seasonOf, staffPicks } from './selections.mjs';

const A_SHELF = 8;
const FEWEST = 4;

export function home(shop) {
  const { catalogue } = shop;
  const season = seasonOf(shop.today);
  const chosen = seasonal(catalogue, season, A_SHELF);
  const fresh = newArrivals(catalogue, A_SHELF);
  const picks = staffPicks(catalogue, [...chosen, ...fresh], A_SHELF);
  const hasSeason = chosen.length >= FEWEST;
  return {
    title: '',
    main: html`
    ${hasSeason ? hero(season, chosen.slice(0, 3), '#season') : hero(PLAIN, fresh.slice(0, 3), '/new')}
    ${block('departments', 'Departments', tiles(catalogue.departments))}
    ${hasSeason && block('season', season.title, cards(shop, chosen))}
    <div class="block reserved"><goes-with limit="4"></goes-with></div>
    ${block('new', 'New arrivals', cards(shop, fresh), html`<a class="text-link" href="/new">All new arrivals</a>`)}
    <div class="block reserved"><goes-with-list list="trending" limit="4"></goes-with-list></div>
    ${picks.length >= FEWEST && block('picks', 'Chosen by our staff', cards(shop, picks))}`,
  };
}

// A shop that has nothing of the season's kinds makes no words about the weather.
const PLAIN = {
  title: 'Good things for every day',
  text: 'Chosen with care, and made to be used.',
};

const hero = ({ title, text }, products, more) => html`<section class="hero">
      <div class="hero-text">
        <h1>${title}</h1>
        <p>${text}</p>
        <p><a class="button" href="${more}">See what we chose</a>
          <a class="text-link" href="/new">New arrivals</a></p>
      </div>
      <div class="scene">${products.map(
        (product) => html`
        <a href="${product.url}">
          <img src="${product.picture}" alt="${product.title}" width="400" height="400"></a>`,
      )}
      </div>
    </section>`;

function tiles(departments) {
  const taken = new Set();
  return html`<ul class="tiles">${departments.map(
    (department) => html`
        <li><a href="/department/${department.slug}">
          <img src="${faceOf(department, taken).picture}" alt="" width="400" height="400">
          <span>${department.title}</span></a></li>`,
  )}
      </ul>`;
}
