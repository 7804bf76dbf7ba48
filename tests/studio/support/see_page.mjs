// The studio's page at its step "See", with a shop of the test's choice: the files that
// `demo/studio/build.mjs` makes, but a script that lets the test hold the store.

import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { after } from 'node:test';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { openPage, patienceMs } from '../../browser/support/browser.mjs';

export const top = fileURLToPath(new URL('../../../', import.meta.url));
const folder = join(top, 'build', 'studio-page');
if (!existsSync(join(folder, 'studio.wasm')))
  throw new Error('build/studio-page is missing: node demo/studio/build.mjs makes it');

const types = {
  ...{ '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' },
  ...{ '.wasm': 'application/wasm', '.svg': 'image/svg+xml' },
};

const { outputFiles } = await build({
  stdin: {
    contents: `import './studio.ts'; import { store } from './view.ts'; globalThis.store = store;`,
    ...{ resolveDir: join(top, 'demo', 'studio'), loader: 'ts' },
  },
  ...{ bundle: true, format: 'esm', target: 'es2022', write: false, absWorkingDir: top },
});
const script = outputFiles[0].text;

const server = createServer(({ url }, response) => {
  const path = new URL(url, 'http://studio').pathname.replace(/\/$/, '/index.html');
  const file = join(folder, path);
  if (path.includes('..') || !existsSync(file)) return response.writeHead(404).end();
  response.writeHead(200, {
    'content-type': types[extname(path)] ?? 'application/octet-stream',
  });
  response.end(path === '/studio.js' ? script : readFileSync(file));
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
after(() => server.close());
const { port } = server.address();

export const sample = ['orders.csv', 'catalogue.csv'].map((file) =>
  join(top, 'build', 'sample', file),
);

/**
 * Opens the studio and gives it orders.
 *
 * `files`  paths, or what Playwright takes for files; a name with "catalogue" is one
 * `until`  what to wait for; the grade unless given
 */
export async function openShop(
  t,
  files = sample,
  { until = '.grade', config = {}, ...options } = {},
) {
  const opened = await openPage(t, options);
  const { page } = opened;
  await page.goto(`http://127.0.0.1:${port}/`);
  await page.waitForFunction(() => 'store' in globalThis);
  await page.evaluate(() => {
    const input = document.createElement('input');
    Object.assign(input, { type: 'file', multiple: true, id: 'given', hidden: true });
    document.body.append(input);
  });
  await page.setInputFiles('#given', files);
  await page.evaluate((given) => {
    const input = document.querySelector('#given');
    const taken = [...input.files].map((file) => ({
      file,
      kind: file.name.includes('catalogue') ? 'catalogue' : 'orders',
    }));
    input.remove();
    const { store } = globalThis;
    store.set({ config: given });
    // What was on the page in the moment before the grade was.
    store.addEventListener('change', () => {
      if (!store.state.report || globalThis.beforeGrade) return;
      const there = (selector) => document.querySelector(selector) !== null;
      globalThis.beforeGrade = {
        grade: there('gs-see .grade'),
        waiting: document.querySelector('#see-grade')?.textContent ?? '',
        months: there('#see-read .chart-table'),
        pairs: there('.pairs tbody tr'),
        map: there('.map-list tbody tr'),
        product: there('.product .offers li'),
        never: there('.never tbody tr'),
      };
    });
    store.open(taken);
  }, config);
  await page
    .locator(`gs-see ${until}`)
    .first()
    .waitFor({ timeout: 2 * patienceMs });
  return opened;
}

/** What each cell of a table's rows says, the spaces as one sees them. */
export const cellsOf = (page, table) =>
  page
    .locator(`${table} tbody tr`)
    .evaluateAll((rows) =>
      rows.map((row) => [...row.cells].map((cell) => cell.textContent.replace(/\s+/g, ' ').trim())),
    );
