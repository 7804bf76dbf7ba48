// From another host, and from the asset folder of a shop's theme.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  assertQuiet,
  codes,
  eventually,
  offersOf,
  openPage,
  shownIds,
  test,
  toldBy,
} from '../browser/support/browser.mjs';
import { startShop } from '../browser/support/shop.mjs';
import { dist, expected, ownCart, page as pageOf, serve } from './support.mjs';

const shop = await startShop();
const { files } = JSON.parse(readFileSync(join(dist, 'integrity.json'), 'utf8'));
const cors = {
  'Access-Control-Allow-Origin': '*',
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'Cache-Control': 'public, max-age=31536000, immutable',
};
const policyFor = (origin) =>
  [
    "default-src 'none'",
    `script-src 'self' ${origin} 'nonce-shop' 'wasm-unsafe-eval'`,
    `connect-src 'self' ${origin}`,
    "img-src 'self' https: data:",
    "require-trusted-types-for 'script'",
  ].join('; ');

/** The tag with its hash, as the build prints it, and the shop's own script after it. */
const tags = (at, { map = '', suffix = '' } = {}) => `${map}
  <script type="module" src="${at}/goeswith.js${suffix}" crossorigin="anonymous"
    integrity="${files['goeswith.js']}" data-model="/shop.gw" data-config="/shop.json"></script>
  <script type="module" nonce="shop">
    import { onPrices, setCart } from '${at}/goeswith.js${suffix}';
    ${ownCart}
  </script>`;

test('a content delivery network: another host, under a strict policy, with hashes', async (t) => {
  const cdn = await serve(dist, { headers: cors });
  const { page, heard } = await openPage(t);
  const headers = { 'Content-Security-Policy': policyFor(cdn.origin) };
  await page.goto(pageOf(shop, '/cdn', { tags: tags(cdn.origin), headers }));
  assert.deepEqual(await offersOf(page, 'goes-with'), expected(shop));
  assert.deepEqual((await toldBy(page)).violations, []);
  assertQuiet(heard);
  assert.ok(cdn.asked.some((path) => path.endsWith('.wasm')));
});

test('a host without CORS: nothing is shown, and nothing breaks', async (t) => {
  const cdn = await serve(dist);
  const { page, heard } = await openPage(t);
  await page.goto(pageOf(shop, '/no-cors', { tags: tags(cdn.origin) }));
  await eventually(() => assert.ok(heard.failed.some((line) => line.includes('goeswith.js'))));
  assert.deepEqual(await shownIds(page, 'goes-with'), []);
  assert.deepEqual(heard.errors, []);
});

/** A host that has other bytes under the names that match. */
const tampered = (names, more) =>
  serve(dist, {
    headers: cors,
    change: (path, bytes) => (names.test(path) ? Buffer.concat([bytes, Buffer.from(more)]) : bytes),
  });

test('a module that is not the one of the build does not run', async (t) => {
  const cdn = await tampered(/\.wasm$/, [0]);
  const { page, heard } = await openPage(t);
  await page.goto(pageOf(shop, '/other-module', { tags: tags(cdn.origin) }));
  await eventually(async () =>
    assert.deepEqual(await codes(page, 'goes-with'), ['module-changed']),
  );
  assert.deepEqual(await shownIds(page, 'goes-with'), []);
  assert.deepEqual(heard.errors, []);
});

test('a tag’s file that is not the one of the build does not run', async (t) => {
  const cdn = await tampered(/goeswith\.js$/, '\nwindow.changed = true;');
  const { page } = await openPage(t);
  await page.goto(pageOf(shop, '/other-tag', { tags: tags(cdn.origin) }));
  await page.evaluate(() => new Promise((done) => setTimeout(done, 500)));
  assert.equal(await page.evaluate(() => window.changed), undefined);
  assert.deepEqual(await shownIds(page, 'goes-with'), []);
});

test('the record’s import map: a file that the script imports must be the one of the build', async (t) => {
  const record = readFileSync(join(dist, 'script-record.md'), 'utf8');
  const [, map] = /(<script type="importmap">[\s\S]*?<\/script>)/.exec(record);
  const at = (origin) => ({ map: map.replaceAll('/FOLDER', origin) });

  const right = await serve(dist, { headers: cors });
  const { page, heard } = await openPage(t);
  await page.goto(pageOf(shop, '/map', { tags: tags(right.origin, at(right.origin)) }));
  assert.deepEqual(await offersOf(page, 'goes-with'), expected(shop));
  assertQuiet(heard);

  const wrong = await tampered(/app-\w+\.js$/, '\nwindow.changed = true;');
  await page.goto(pageOf(shop, '/other-app', { tags: tags(wrong.origin, at(wrong.origin)) }));
  await eventually(async () => assert.deepEqual(await codes(page, 'goes-with'), ['script-failed']));
  assert.equal(await page.evaluate(() => window.changed), undefined);
});

test('a theme’s asset folder: all files flat, each address with "?v=", the module too', async (t) => {
  const cdn = await serve(dist, { headers: cors });
  const { page, heard } = await openPage(t);
  await page.goto(pageOf(shop, '/theme', { tags: tags(cdn.origin, { suffix: '?v=1234' }) }));
  assert.deepEqual(await offersOf(page, 'goes-with'), expected(shop));
  assertQuiet(heard);
  // Were it asked for without its "?v=", it would have been loaded and run a second time.
  assert.deepEqual(
    cdn.asked.filter((path) => path.includes('/goeswith.js')),
    ['/goeswith.js?v=1234'],
  );
});

test('what a page loads lies in one folder, without folders in it', () => {
  const loaded = Object.keys(files).filter((file) => /\.(js|wasm|css)$/.test(file));
  assert.ok(loaded.length > 5);
  assert.deepEqual(
    loaded.filter((file) => file.includes('/')),
    [],
  );
});
