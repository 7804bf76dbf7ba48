// The demo shop with 10,000 products: its pages as they are and without the widget, and a page of
// one row by the widget or by another library.

import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build as bundle } from 'esbuild';
import { Answer, readBody, send } from '../../demo/shop/http.mjs';
import { route } from '../../demo/shop/routes.mjs';
import { openShop } from '../../demo/shop/shop.mjs';
import { build, cache, top } from '../lib/result.mjs';

const here = (file) => fileURLToPath(new URL(file, import.meta.url));
const goeswith = path.join(build, 'release', 'goeswith');
/** Of these, 10,000 are bought often enough, or new enough, to be in the model. */
const simulated = { products: 11_525, orders: 400_000, seed: 1 };

export const limit = 4;
const widget = /<script[^>]*\/dist\/goeswith\.js[^>]*><\/script>/;

/** Model and catalogue, made once and again when the command is newer. */
function prepare() {
  const folder = path.join(cache, 'page');
  const model = path.join(folder, 'shop.gw');
  const catalogue = path.join(folder, 'catalogue.csv');
  if (!existsSync(model) || statSync(model).mtimeMs < statSync(goeswith).mtimeMs) {
    mkdirSync(folder, { recursive: true });
    const size = Object.entries(simulated).flatMap(([name, value]) => [`--${name}`, `${value}`]);
    const run = (...args) => execFileSync(goeswith, args, { stdio: 'ignore' });
    const orders = path.join(folder, 'orders.csv');
    run('simulate', ...size, '-o', folder);
    run('train', orders, '--catalogue', catalogue, '-o', model);
    rmSync(orders);
  }
  const { products } = JSON.parse(execFileSync(goeswith, ['inspect', model, '--json']));
  return { model, catalogue, products };
}

/** The peer's library and its page's few lines in one file, as a shop would build them. */
async function peerScript(packages) {
  const { outputFiles } = await bundle({
    entryPoints: [here('peer.js')],
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    write: false,
    nodePaths: [path.join(packages, 'node_modules')],
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'error',
  });
  return Buffer.from(outputFiles[0].contents);
}

function leftOut({ message }) {
  console.log(`page: the other library cannot be built, its rows are left out: ${message}`);
  return null;
}

/**
 * A shop that listens. Any page of it can be asked for by a variant in front of its path:
 *
 * /as-it-is/...   what the demo shows
 * /without/...    without the script tag; its elements are names that mean nothing
 * /lean/...       a page of one row and nothing else, so that nothing else is measured
 * /far/...        that page with the row far below the first screen
 * /peer/...       that page with the row by the other library
 *
 * `offers`   set to the products that the peer's service answers with, whatever is asked
 * `hasPeer`  whether there is the other library
 */
export async function startShop(packages) {
  const { model, catalogue, products } = prepare();
  const config = path.join(top, 'demo', 'shop', 'shop.json');
  const shop = openShop({ catalogue, model, config, dist: path.join(top, 'web', 'dist') });
  const script = packages && (await peerScript(packages).catch(leftOut));
  const files = {
    '/peer.js': ['text/javascript; charset=utf-8', () => script],
    '/peer.css': ['text/css; charset=utf-8', () => readFileSync(here('peer.css'))],
    '/platform.js': ['text/javascript; charset=utf-8', () => platform(shop)],
  };
  const bench = { offers: [], catalogue: shop.catalogue, products, hasPeer: Boolean(script) };
  const answer = async (request) => {
    const file = files[request.url];
    if (request.url === '/peer.js' && !script) return null;
    if (file) return new Answer(file[1](), { type: file[0], cache: 'public, no-cache' });
    if (/^\/1\/indexes\/\*\/recommendations(\?|$)/.test(request.url)) {
      await readBody(request);
      return hits(bench.offers);
    }
    const [, variant, rest] = /^\/(as-it-is|without|lean|far|peer)(\/.*)$/.exec(request.url) ?? [];
    if (!variant) return route(shop, request);
    const { method, headers } = request;
    const page = await route(shop, { url: rest, method, headers });
    const product = shop.catalogue.byId(rest.split('/').pop());
    page.body = variantOf(String(page.body), variant, product);
    return page;
  };
  const server = createServer(async (request, response) => {
    try {
      await send(request, response, (await answer(request)) ?? new Answer('', { status: 404 }));
    } catch (error) {
      console.error(`${request.url}: ${error.stack}`);
      response.destroy();
    }
  });
  server.keepAliveTimeout = 0;
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  bench.origin = `http://127.0.0.1:${server.address().port}`;
  bench.close = () => {
    server.closeAllConnections();
    server.close();
  };
  return bench;
}

function variantOf(html, variant, product) {
  if (variant === 'as-it-is') return html;
  if (!widget.test(html)) throw new Error(`the demo's page has no ${widget} any more`);
  if (variant === 'without') return html.replace(widget, '');
  const tag = html.match(widget)?.[0];
  const row = `<goes-with product="${product.id}" limit="${limit}"></goes-with>`;
  const [tags, place] = {
    lean: [tag, row],
    // The shop's policy allows no style of an attribute's.
    far: [tag, `<pre>${'\n'.repeat(300)}</pre>${row}`],
    peer: [
      '<link rel="stylesheet" href="/peer.css"><script type="module" src="/peer.js"></script>',
      `<div id="offers" data-product="${product.id}" data-limit="${limit}"></div>`,
    ],
  }[variant];
  return `<!doctype html>
<html lang="en" data-currency="${product.currency}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${variant}</title>
<link rel="icon" href="data:,">
<script src="/platform.js"></script>
${tags}
<main>${place}</main>
</html>
`;
}

/** What a storefront tells every script of its page. */
const platform = ({ country, catalogue: { currency } }) =>
  `window.Shopify = ${JSON.stringify({
    shop: 'bench',
    routes: { root: '/' },
    currency: { active: currency, rate: '1.0' },
    country,
    locale: 'en',
  })};`;

const hits = (offers) =>
  new Answer(JSON.stringify({ results: [{ hits: offers, nbHits: offers.length }] }), {
    type: 'application/json; charset=utf-8',
    cache: 'no-store',
  });
