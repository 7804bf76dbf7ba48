// Everything in one file, for platforms that host no .wasm and pages that may not run one.

import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import vm from 'node:vm';
import { carried, encode } from '../../web/build/one_file.mjs';
import {
  assertQuiet,
  codes,
  eventually,
  offersOf,
  openPage,
  test,
  toldBy,
} from '../browser/support/browser.mjs';
import { startShop } from '../browser/support/shop.mjs';
import { dist, expected, ownCart, page as pageOf, serve } from './support.mjs';

const shop = await startShop();
const { files } = JSON.parse(readFileSync(join(dist, 'integrity.json'), 'utf8'));

const tags = (src, kind, more = '') => `
  <script ${kind} src="${src}" data-model="/shop.gw" data-config="/shop.json" ${more}></script>
  <script ${kind && 'type="module"'} nonce="shop">
    const { onPrices, setCart } = goeswith;
    ${ownCart}
  </script>`;

const policy = (script) =>
  [
    "default-src 'none'",
    `script-src 'self' 'nonce-shop' ${script}`,
    "connect-src 'self'",
    "img-src 'self' data:",
    "require-trusted-types-for 'script'",
  ].join('; ');

/** Opens a page with one file, and tells what of Goeswith it asked for. */
async function open(t, path, options) {
  const { page, heard } = await openPage(t);
  await page.goto(pageOf(shop, path, options));
  const asked = () =>
    heard.requests.map(({ path }) => path).filter((path) => /dist|assets|\.wasm/.test(path));
  return { page, heard, asked };
}

test('one file, as a classic script: offers are drawn and no other file is asked for', async (t) => {
  const headers = { 'Content-Security-Policy': policy("'wasm-unsafe-eval'") };
  const hash = `integrity="${files['goeswith-one-file.js']}"`;
  const src = '/dist/goeswith-one-file.js';
  const { page, heard, asked } = await open(t, '/one', { tags: tags(src, '', hash), headers });
  assert.deepEqual(await offersOf(page, 'goes-with'), expected(shop));
  assert.deepEqual(asked(), [src]);
  assert.deepEqual((await toldBy(page)).violations, []);
  assertQuiet(heard);
});

test('one file, as a module, from a theme’s asset folder with "?v="', async (t) => {
  const cdn = await serve(dist, { headers: { 'Access-Control-Allow-Origin': '*' } });
  const src = `${cdn.origin}/goeswith-one-file.js?v=1234`;
  const { page, heard } = await open(t, '/one-module', { tags: tags(src, 'type="module"') });
  assert.deepEqual(await offersOf(page, 'goes-with'), expected(shop));
  assert.deepEqual(cdn.asked, ['/goeswith-one-file.js?v=1234']);
  assertQuiet(heard);
});

test('one file: languages are inside too', async (t) => {
  const { page } = await openPage(t);
  const url = pageOf(shop, '/one-german', { tags: tags('/dist/goeswith-one-file.js', '') });
  shop.pages.get('/one-german').body = shop.pages
    .get('/one-german')
    .body.replace('lang="en"', 'lang="de"');
  await page.goto(url);
  await offersOf(page, 'goes-with');
  assert.equal(
    await page.locator('goes-with .card button').first().textContent(),
    'In den Warenkorb',
  );
});

test('one file: a page that forbids WebAssembly is told so, and nothing breaks', async (t) => {
  const headers = { 'Content-Security-Policy': policy('') };
  const src = '/dist/goeswith-one-file.js';
  const { page, heard } = await open(t, '/one-forbidden', { tags: tags(src, ''), headers });
  await eventually(async () =>
    assert.deepEqual(await codes(page, 'goes-with'), ['module-blocked']),
  );
  assert.deepEqual(heard.errors, []);
});

const noWasm = 'goeswith-no-wasm.js';

test('one file without WebAssembly: the same offers where the policy forbids it', async (t) => {
  if (!existsSync(join(dist, noWasm))) {
    t.skip('the core was not built as JavaScript');
    return;
  }
  const headers = { 'Content-Security-Policy': policy('') };
  const src = `/dist/${noWasm}`;
  const { page, heard, asked } = await open(t, '/no-wasm', { tags: tags(src, ''), headers });
  assert.deepEqual(await offersOf(page, 'goes-with'), expected(shop));
  assert.deepEqual(asked(), [src]);
  assert.deepEqual((await toldBy(page)).violations, []);
  assertQuiet(heard);
});

test('names that HTML took from the page do not stop it', async (t) => {
  const clobber = '<a id="goeswith" href="/x">x</a><img name="currentScript" alt="">';
  const options = { tags: clobber + tags('/dist/goeswith-one-file.js', '') };
  const { page, heard } = await open(t, '/one-clobbered', options);
  assert.deepEqual(await offersOf(page, 'goes-with'), expected(shop));
  assert.deepEqual(heard.errors, []);
});

test('every byte of a module comes back from the text that carries it', async () => {
  const all = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte));
  for (const bytes of [Buffer.alloc(0), all, randomBytes(5000)]) {
    assert.match(encode(bytes), /^[!-~]*$/);
    // Nothing that ends a text, escapes in it, or ends a script that is pasted into a page.
    assert.doesNotMatch(encode(bytes), /['"\\/]/);
    const source = carried(bytes)
      .replace(/export const binaryUrl.*/, '')
      .replace('export const askBinary =', 'askBinary =');
    const context = { Response, Uint8Array };
    vm.runInNewContext(source, context);
    const answer = await context.askBinary();
    assert.equal(answer.headers.get('content-type'), 'application/wasm');
    assert.deepEqual(Buffer.from(await answer.arrayBuffer()), bytes);
  }
});
