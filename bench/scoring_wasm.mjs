// Asks the storefront module and plain JavaScript the same carts, in the system's Chromium.

import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { quantile, summary } from './lib/quantiles.mjs';
import { against, build, cache, keep, micro, skip, table, thousands, top } from './lib/result.mjs';

const name = 'scoring-wasm';
const chromium = [process.env.CHROME_PATH, '/usr/bin/chromium', '/usr/bin/google-chrome'].find(
  (file) => file && existsSync(file),
);
if (!chromium) skip(name, 'there is no Chromium (CHROME_PATH names one)');
const { chromium: browserType } = await import('playwright-core');

const catalogues = [1_000, 10_000, 100_000];
/** Microseconds for a cart of 5 among 10,000 products. */
const line = 10;

const models = path.join(cache, 'models');
const program = path.join(build, 'release', 'goeswith_bench');
const last = path.join(models, '100000.20.carts');
if (!existsSync(last) || statSync(last).mtimeMs < statSync(program).mtimeMs) {
  mkdirSync(models, { recursive: true });
  execFileSync(program, ['--write-models', models]);
}

const types = { html: 'text/html', js: 'text/javascript', wasm: 'application/wasm' };
const folders = { models, storefront: path.join(top, 'web', 'dist') };
const fileOf = (url) => {
  const file = path.basename(url === '/' ? 'index.html' : url);
  const folder = url.startsWith('/models/')
    ? folders.models
    : file.startsWith('storefront.')
      ? folders.storefront
      : path.join(top, 'bench', 'page');
  return path.join(folder, file);
};
const server = createServer((request, response) => {
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

const browser = await browserType.launch({
  executablePath: chromium,
  args: [
    ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
    ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
  ],
});
const version = `Chromium ${browser.version()}`;
let measured;
try {
  const page = await browser.newPage();
  page.on('pageerror', (error) => console.error(error.message));
  await page.goto(`http://127.0.0.1:${server.address().port}/`);
  await page.waitForFunction(() => 'measure' in globalThis);
  measured = await page.evaluate((options) => globalThis.measure(options), {
    catalogues,
    sizes: [1, 5, 20],
    rounds: 192,
    openings: 11,
  });
} finally {
  await browser.close();
  server.close();
}

const rows = measured.map(({ pairs, boundary, ...row }) => ({
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
  rows,
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
    `${version}, ${rows[1].pairs} pairs of batches of 256 carts.`,
  ],
});
