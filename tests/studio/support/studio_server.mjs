// The studio as `demo/studio/build.mjs` makes it, but a script that lets a test hold the store and
// ask other workers; and pages of it.

import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { after } from 'node:test';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { openPage } from '../../browser/support/browser.mjs';

export const top = fileURLToPath(new URL('../../../', import.meta.url));
export const folder = join(top, 'build', 'studio-page');
if (!existsSync(join(folder, 'studio.wasm')))
  throw new Error('build/studio-page is missing: node demo/studio/build.mjs makes it');

/** An invented shop, as files. */
export const sample = ['orders.csv', 'catalogue.csv'].map((file) =>
  join(top, 'build', 'sample', file),
);

const types = {
  ...{ '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' },
  ...{ '.wasm': 'application/wasm', '.svg': 'image/svg+xml' },
};
const { outputFiles } = await build({
  stdin: {
    contents: `import './studio.ts';
      import { Session } from './session.ts';
      import { kit, sampleFiles, workerParts } from './supplies.ts';
      import { store } from './view.ts';
      const loaded = Promise.allSettled([kit(), sampleFiles(), workerParts()]);
      Object.assign(globalThis, { store, Session, loaded });`,
    ...{ resolveDir: join(top, 'demo', 'studio'), loader: 'ts' },
  },
  ...{ bundle: true, format: 'esm', target: 'es2022', write: false, absWorkingDir: top },
});
const script = outputFiles[0].text;

/**
 * Serves the studio.
 *
 * `ending`   calls what it is given when nobody needs it any more
 * `instead`  texts by path that are served instead of files; null is a file that is not there
 */
async function serve(ending, instead = {}) {
  const answers = { '/studio.js': script, ...instead };
  const server = createServer(({ url }, response) => {
    const path = new URL(url, 'http://studio').pathname.replace(/\/$/, '/index.html');
    const file = join(folder, path);
    const answer = path in answers ? answers[path] : existsSync(file) ? readFileSync(file) : null;
    if (answer === null || path.includes('..')) return response.writeHead(404).end();
    response.writeHead(200, {
      'content-type': types[extname(path)] ?? 'application/octet-stream',
    });
    response.end(answer);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  ending(() => {
    server.close();
    server.closeAllConnections();
  });
  return `http://127.0.0.1:${server.address().port}/`;
}
const whole = serve(after);

/** The studio's worker, with a script that runs before it. */
export const workerBehind = (before) => ({
  '/worker.js': `${before}\n${readFileSync(join(folder, 'worker.js'), 'utf8')}`,
});

/**
 * A page of the studio with all that it loads.
 *
 * `before`   runs in the page before its scripts do
 * `instead`  as `serve` takes it
 */
export async function openStudio(t, { before, instead, ...options } = {}) {
  const opened = await openPage(t, options);
  const { page } = opened;
  if (before) await page.addInitScript(before);
  await page.goto(await (instead ? serve((end) => t.after(end), instead) : whole));
  await page.waitForFunction(() => globalThis.loaded);
  return opened;
}

/** Gives the page files, as the array `given`: paths, or what Playwright takes for files. */
export async function give(page, files) {
  await page.evaluate(() => {
    const input = document.createElement('input');
    Object.assign(input, { type: 'file', multiple: true, id: 'given', hidden: true });
    document.body.append(input);
  });
  await page.setInputFiles('#given', files);
  await page.evaluate(() => {
    const input = document.querySelector('#given');
    globalThis.given = [...input.files];
    input.remove();
  });
}

/** Drops what was given, on an element of the page. */
export const drop = (page, on = 'footer') =>
  page.evaluate((selector) => {
    const dataTransfer = new DataTransfer();
    for (const file of globalThis.given) dataTransfer.items.add(file);
    for (const name of ['dragover', 'drop'])
      document
        .querySelector(selector)
        .dispatchEvent(new DragEvent(name, { dataTransfer, bubbles: true, cancelable: true }));
  }, on);

/** An element's text, the spaces as one sees them. */
export const words = (locator) =>
  locator.textContent().then((text) => text.replace(/\s+/g, ' ').trim());

/** The model's bytes, once there is one. */
export async function modelOf(page) {
  await page.waitForFunction(() => globalThis.store.state.model !== null);
  const text = await page.evaluate(() => globalThis.store.state.model.toBase64?.() ?? null);
  if (text !== null) return Buffer.from(text, 'base64');
  return Buffer.from(await page.evaluate(() => [...globalThis.store.state.model]));
}

/** Waits until nothing is going on. */
export const idle = (page, timeout) =>
  page.waitForFunction(() => globalThis.store.state.work === null, null, { timeout });
