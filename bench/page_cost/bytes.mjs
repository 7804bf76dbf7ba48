// What the network carries for a page: before an element is near the screen, and in all.

import { visit } from './browser.mjs';
import { limit } from './shop.mjs';

const calmMs = 1500;
const kinds = [
  ['script', /^\/dist\/.*\.js$/],
  ['module', /^\/dist\/.*\.wasm$/],
  ['model', /^\/shop\.gw$/],
  ['configuration', /^\/shop\.json$/],
  ['cart and live prices', /^\/((cart|products\/[^/]+)\.js|api\/.*)$/],
];

/** Requests and bytes of each kind, headers included, on a page whose row is far below. */
export async function countBytes(browser, shop, product) {
  const watch = { host: 'goes-with', price: '[part~=price]', count: limit };
  const url = `${shop.origin}/far/product/${product}`;
  return visit(browser, url, { watch, before: listen }, async (page, _, files) => {
    await page.waitForLoadState('load');
    await page.waitForTimeout(calmMs);
    const before = tally(files);
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await page.evaluate(() => window.bench.drawn);
    await page.waitForTimeout(calmMs);
    return { before, all: tally(files) };
  });
}

async function listen(session) {
  const files = new Map();
  session.on('Network.requestWillBeSent', ({ requestId, request }) =>
    files.set(requestId, { path: new URL(request.url).pathname, bytes: 0 }),
  );
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    files.get(requestId).bytes = encodedDataLength;
  });
  await session.send('Network.enable');
  return files;
}

function tally(files) {
  const all = [...files.values()];
  return kinds.map(([kind, pattern]) => {
    const own = all.filter(({ path }) => pattern.test(path));
    return { kind, requests: own.length, bytes: own.reduce((sum, { bytes }) => sum + bytes, 0) };
  });
}
