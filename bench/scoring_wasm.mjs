// Asks the storefront module and plain JavaScript the same carts, in the system's Chromium.

import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { quantile, summary } from './lib/quantiles.mjs';
import { against, build, cache, keep, micro, skip, table, thousands, top } from './lib/result.mjs';

const name = 'scoring-wasm';
const chromium = [process.env.CHROME_PATH, '/usr/bin/chromium', '/usr/bin/google-chrome'].find(
  (file) => file && existsSync(file),
);
if (!chromium) skip(name, 'there is no Chromium (CHROME_PATH names one)');

const asked = {
  catalogues: [1_000, 10_000, 100_000],
  sizes: [1, 5, 20],
  rounds: 192,
  openings: 11,
  ruled: { products: 10_000, cart: 10, rules: 50, goals: 3 },
};
/** Microseconds for a cart of 5 among 10,000 products. */
const line = 10;
/** Microseconds for all that a page asks for one cart, under fifty rules. */
const ruledLine = 100;

const models = path.join(cache, 'models');
const program = path.join(build, 'release', 'goeswith_bench');
const last = path.join(models, '100000.20.carts');
if (!existsSync(last) || statSync(last).mtimeMs < statSync(program).mtimeMs) {
  mkdirSync(models, { recursive: true });
  execFileSync(program, ['--write-models', models]);
}

const types = { html: 'text/html', js: 'text/javascript', wasm: 'application/wasm' };
const folders = { models, storefront: path.join(build, 'wasm') };
const fileOf = (url) => {
  const file = path.basename(url === '/' ? 'index.html' : url);
  const folder = url.startsWith('/models/')
    ? folders.models
    : file.startsWith('storefront.')
      ? folders.storefront
      : path.join(top, 'bench', 'page');
  return path.join(folder, file);
};

// The page fetches what it is asked for and posts what it measured: no driver stands between.
let tell;
const told = new Promise((resolve) => {
  tell = resolve;
});
const server = createServer(async (request, response) => {
  if (request.method === 'POST') {
    const parts = [];
    for await (const part of request) parts.push(part);
    response.end();
    tell(JSON.parse(Buffer.concat(parts).toString()));
    return;
  }
  if (request.url === '/asked.json') {
    response.end(JSON.stringify(asked));
    return;
  }
  const file = fileOf(request.url);
  if (!existsSync(file)) {
    response.writeHead(404).end();
    return;
  }
  response.writeHead(200, {
    'Content-Type': types[path.extname(file).slice(1)] ?? 'application/octet-stream',
    // Isolated pages have a clock of 5 µs instead of 100.
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Embedder-Policy': 'require-corp',
  });
  response.end(readFileSync(file));
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));

const version =
  execFileSync(chromium, ['--version'], { stdio: ['ignore', 'pipe', 'ignore'] })
    .toString()
    .match(/\S+ [\d.]+/)?.[0] ?? 'a browser without a version';
const profile = mkdtempSync(path.join(os.tmpdir(), 'goeswith-bench-'));
const browser = spawn(
  chromium,
  [
    ...['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
    ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
    ...[`--user-data-dir=${profile}`, `http://127.0.0.1:${server.address().port}/`],
  ],
  { stdio: 'ignore', detached: true },
);
const gone = new Promise((resolve) => {
  browser.on('exit', resolve);
  browser.on('error', resolve);
});
const patience = setTimeout(
  () => tell({ error: 'the page said nothing for five minutes' }),
  300_000,
);
const { rows: measured, error } = await Promise.race([
  told,
  gone.then(() => ({ error: `${chromium} ended before the page was done` })),
]);
clearTimeout(patience);
server.close();
if (browser.exitCode === null && browser.pid) process.kill(-browser.pid);
await gone;
rmSync(profile, { recursive: true, force: true, maxRetries: 10 });
if (error) throw new Error(error);

const { rounds: ruledTimes, ...ruled } = measured.find(({ what }) => what === 'rules');
const withRules = { ...ruled, unit: 'microseconds', browser: version, wasm: summary(ruledTimes) };
const rows = measured
  .filter(({ what }) => what !== 'rules')
  .map(({ pairs, boundary, ...row }) => ({
    ...row,
    unit: row.what === 'open' ? 'milliseconds' : 'microseconds',
    browser: version,
    pairs: pairs.length,
    wasm: summary(pairs.map(([wasm]) => wasm)),
    ...(boundary ? { boundary: summary(boundary) } : {}),
    plain: summary(pairs.map(([, plain]) => plain)),
    ratio: Number(
      quantile(
        pairs.map(([wasm, plain]) => plain / wasm),
        0.5,
      ).toFixed(2),
    ),
  }));
keep(name, {
  rows: [...rows, withRules],
  tables: [
    table(
      [
        ...['products', 'cart', 'WebAssembly, µs', 'fastest', 'at most', 'boundary alone'],
        ...['plain JavaScript, µs', 'fastest', 'plain / WebAssembly'],
      ],
      rows
        .filter(({ what }) => what === 'recommend')
        .map(({ products, cart, wasm, boundary, plain, ratio }) => [
          thousands(products),
          cart,
          micro(wasm.median),
          micro(wasm.min),
          products === 10_000 && cart === 5 ? against(wasm.median, line) : '',
          micro(boundary.median),
          micro(plain.median),
          micro(plain.min),
          ratio.toFixed(2),
        ]),
    ),
    table(
      [
        ...['opening a model of', 'WebAssembly, ms', 'fastest'],
        ...['plain JavaScript, ms', 'fastest', 'plain / WebAssembly'],
      ],
      rows
        .filter(({ what }) => what === 'open')
        .map(({ products, wasm, plain, ratio }) => [
          `${thousands(products)} products`,
          micro(wasm.median),
          micro(wasm.min),
          micro(plain.median),
          micro(plain.min),
          ratio.toFixed(2),
        ]),
    ),
    table(
      ['all for one cart', 'WebAssembly, µs', 'fastest', 'middle half', 'at most'],
      [
        [
          '10 products, 10,000 in the shop, 50 rules, 3 goals, a gap closed alone and in pairs',
          micro(withRules.wasm.median),
          micro(withRules.wasm.min),
          `${micro(withRules.wasm.quartile1)} to ${micro(withRules.wasm.quartile3)}`,
          against(withRules.wasm.median, ruledLine),
        ],
      ],
    ),
    `${version}, ${rows[1].pairs} pairs of batches of 256 carts.`,
  ],
});
