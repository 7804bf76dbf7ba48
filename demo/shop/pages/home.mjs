import { html } from '../html.mjs';
import { cards } from './layout.mjs';
import { faceOf, newArrivals, seasonal, seasonOf, staffPicks } from './selections.mjs';

export function home(shop) {
  const { catalogue } = shop;
  const season = seasonOf(shop.today);
  const window = seasonal(catalogue, season, 8);
  const fresh = newArrivals(catalogue, 8);
  const picks = staffPicks(catalogue, [...window.slice(0, 7), ...fresh], 8);
  const scene = (window.length >= 3 ? window : fresh).slice(0, 3);
  const taken = new Set();
  return {
    title: '',
    main: html`<section class="hero">
<div class="hero-text"><h1>${season.title}</h1><p>${season.text}</p><p><a class="button" href="#season">See what we chose</a> <a class="text-link" href="/new">New arrivals</a></p></div>
<div class="scene">${scene.map(({ url, picture, title }) => html`<a href="${url}"><img src="${picture}" alt="${title}" width="400" height="400"></a>`)}</div>
</section>
<section class="block" aria-labelledby="t-departments"><h2 id="t-departments">Departments</h2><ul class="tiles">${catalogue.departments.map(
      (department) => html`<li><a href="/department/${department.slug}"><img src="${faceOf(department, taken).picture}" alt="" width="400" height="400"><span>${department.title}</span></a></li>`,
    )}</ul></section>
${window.length >= 4 && html`<section class="block" id="season" aria-labelledby="t-season"><h2 id="t-season">${season.title}</h2>${cards(shop, window)}</section>`}
<div class="block reserved"><goes-with limit="4"></goes-with></div>
<section class="block" aria-labelledby="t-new"><div class="block-top"><h2 id="t-new">New arrivals</h2><a class="text-link" href="/new">All new arrivals</a></div>${cards(shop, fresh)}</section>
${picks.length >= 4 && html`<section class="block" aria-labelledby="t-picks"><h2 id="t-picks">Chosen by our staff</h2>${cards(shop, picks)}</section>`}`,
  };
}
