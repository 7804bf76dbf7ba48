// From script start to offers drawn, beside the same row by another library.

import assert from 'node:assert/strict';
import { visit } from './browser.mjs';
import { limit } from './shop.mjs';

const pages = {
  goeswith: {
    path: '/lean',
    script: '/dist/goeswith.js',
    watch: { host: 'goes-with', price: '[part~=price]', count: limit },
    ids: '[data-id]',
  },
  algolia: {
    path: '/peer',
    script: '/peer.js',
    watch: { host: '#offers', price: '.price', count: limit },
    ids: '.offer',
  },
};

/** One page load: milliseconds, those of the main thread's processor, the ids that are shown. */
async function once(browser, shop, product, name, slowed) {
  const { path, script, watch, ids } = pages[name];
  const url = `${shop.origin}${path}/product/${product}`;
  const before = (session) => session.send('Performance.enable');
  return visit(browser, url, { slowed, watch, before }, async (page, session) => {
    const run = await page.evaluate(
      async ([script, host, ids]) => {
        const drawn = await window.bench.drawn;
        // Fetching begins before the parser comes to the tag: the browser looks ahead.
        const [{ startTime }] = performance.getEntriesByName(location.origin + script);
        const element = document.querySelector(host);
        const cards = [...(element.shadowRoot ?? element).querySelectorAll(ids)];
        return { ms: drawn - startTime, shown: cards.map(({ dataset }) => dataset.id) };
      },
      [script, watch.host, ids],
    );
    const { metrics } = await session.send('Performance.getMetrics');
    const processor = metrics.find((metric) => metric.name === 'ThreadTime').value * 1000;
    return { ...run, processor };
  });
}

/**
 * `rounds` page loads of each, in turn, either first every other time: { slowed: { name: [run] } }.
 * Without the other library, ours alone.
 */
export async function timeOffers(browser, shop, { product, rounds, slowings }) {
  const { shown } = await once(browser, shop, product, 'goeswith', 1);
  shop.offers = shown.map((id) => {
    const { title, url, picture, price } = shop.catalogue.byId(id);
    return { objectID: id, title, url, image: picture, price: price / 100 };
  });
  const names = Object.keys(pages).filter((name) => shop.hasPeer || name === 'goeswith');
  // Nothing is timed before each file was packed once.
  if (shop.hasPeer) await once(browser, shop, product, 'algolia', 1);
  const times = {};
  for (let round = 0; round < rounds; round++)
    for (const slowed of slowings)
      for (const name of round % 2 ? names.toReversed() : names) {
        const run = await once(browser, shop, product, name, slowed);
        assert.deepEqual(run.shown, shown, `${name} shows other offers`);
        times[slowed] ??= Object.fromEntries(names.map((each) => [each, []]));
        times[slowed][name].push(run);
      }
  return { shown, times };
}
