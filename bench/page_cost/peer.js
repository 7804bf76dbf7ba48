// The same row by Algolia's library, as its documentation begins: what goes with one product, asked
// of a service by the product's id. The service is this very shop, and answers at once.

import recommend from '@algolia/recommend';
import { frequentlyBoughtTogether } from '@algolia/recommend-js';

const container = document.querySelector('#offers');
const { product, limit } = container.dataset;
const { protocol, host: url } = location;
const money = new Intl.NumberFormat(document.documentElement.lang, {
  style: 'currency',
  currency: document.documentElement.dataset.currency,
});

frequentlyBoughtTogether({
  container,
  recommendClient: recommend('BENCH', 'bench', {
    hosts: [{ url, protocol: protocol.slice(0, -1), accept: 3 }],
  }),
  indexName: 'products',
  objectIDs: [product],
  maxRecommendations: Number(limit),
  itemComponent: ({ item, html }) => html`
    <a class="offer" data-id=${item.objectID} href=${item.url}>
      <img src=${item.image} alt="" width="320" height="320" loading="lazy" decoding="async" />
      <span class="name">${item.title}</span>
    </a>
    <p class="price">${money.format(item.price)}</p>
    <button type="button" aria-label=${`Add to cart: ${item.title}`}>Add to cart</button>
  `,
});
