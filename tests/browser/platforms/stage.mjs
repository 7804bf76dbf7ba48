// A fake platform on a server of its own, and pages of it in the browser.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { after } from 'node:test';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { decimal } from './platform.mjs';
import { catalogue, Store } from './store.mjs';

const top = fileURLToPath(new URL('../../../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'goeswith-stage-'));
after(() => rmSync(folder, { recursive: true, force: true }));

/** The adapters' files as a page loads them: whatever stands in web/dist under the adapter's name. */
export const adapterFile = (name) => new RegExp(`^/dist/${name}-\\w+\\.js$`);

const types = {
  '.js': 'text/javascript',
  '.wasm': 'application/wasm',
  '.gw': 'application/octet-stream',
  '.json': 'application/json',
};

let harness;
/** The parts of web/cart in one bundle, made once a test file. */
function bundle() {
  harness ??= build({
    entryPoints: [fileURLToPath(new URL('harness.ts', import.meta.url))],
    outdir: join(folder, 'harness'),
    absWorkingDir: top,
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    logLevel: 'warning',
  });
  return harness;
}

const models = new Map();
/** A model of enough orders in which everything was bought together with everything. */
function modelOf(platform) {
  if (models.has(platform)) return models.get(platform);
  const idOf = platform.modelId ?? (({ id }) => id);
  const quoted = (text) => `"${String(text).replaceAll('"', '""')}"`;
  const rows = ['id,title,url,price,currency'];
  for (const p of catalogue)
    rows.push(
      [idOf(p), p.title, platform.url(p), decimal(p.price.EUR, 2), 'EUR'].map(quoted).join(),
    );
  const orders = ['order_id,product_id,quantity,customer_id'];
  for (let order = 0; order < 200; order += 1)
    for (const at of [order, order * 3 + 1, order * 7 + 2, order * 7 + 4])
      orders.push(`${order},${quoted(idOf(catalogue[at % catalogue.length]))},1,c${order}`);
  const file = (name) => join(folder, `${platform.adapter}-${name}`);
  writeFileSync(file('orders.csv'), orders.join('\n'));
  writeFileSync(file('catalogue.csv'), rows.join('\n'));
  const args = ['train', file('orders.csv'), '--catalogue', file('catalogue.csv')];
  const goeswith = join(top, 'build', 'release', 'goeswith');
  const { status, stderr } = spawnSync(goeswith, [...args, '-o', file('shop.gw')]);
  if (status !== 0) throw new Error(String(stderr));
  const model = readFileSync(file('shop.gw'));
  models.set(platform, model);
  return model;
}

const config = {
  history: true,
  goals: [{ reward: 'free-shipping', amount: { EUR: '50.00', JPY: '8000', KWD: '15.000' } }],
};

/** What a merchant pastes; with `elements` the real thing, else the harness. */
const widget = ({ elements, named }) => {
  const name = named === undefined ? '' : ` data-platform="${named}"`;
  return elements === undefined
    ? `<script type="module" src="/harness/harness.js" data-harness${name}></script>`
    : `<script type="module" src="/dist/goeswith.js" data-model="/shop.gw" data-config="/shop.json"${name}>
       </script>${elements}`;
};

/**
 * The shop of a platform, listening until the test ends.
 *
 * `store`, `fake`  see store.mjs and platform.mjs
 * `requests`       all that came in: `{ kind, method, path, headers, body, at }`
 * `faults`         what befalls requests: `{ kind, times = Infinity, ...fault }`, the first that fits
 *                  is used: `{ answer: { status, type, body } }` instead of the platform's own answer,
 *                  `{ silence: true }`, or `{ until: promise }`, which holds the platform's answer of
 *                  the moment back
 * `address(...)`   of a page: `{ elements, named, html }`
 */
export async function openStage(t, platform, currency = 'EUR') {
  await bundle();
  const store = new Store(currency);
  const fake = platform.open(store);
  const stage = { platform, store, fake, requests: [], faults: [] };
  const pages = new Map();

  const server = createServer(async (request, response) => {
    const { pathname, search, searchParams } = new URL(request.url, 'http://shop');
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    const text = Buffer.concat(chunks).toString('utf8');
    const { method, headers } = request;
    const asked = { method, path: pathname, query: searchParams, headers, text };
    asked.body = parse(text, headers['content-type'] ?? '');
    const page = pages.get(pathname);
    const file = page === undefined && fileOf(pathname);
    const kind = page === undefined && !file ? fake.kindOf(asked) : undefined;
    stage.requests.push({ ...asked, path: pathname + search, kind, at: Date.now() });
    const send = ({ status = 200, type = 'application/json', headers = {}, body = '' }) =>
      response
        .writeHead(status, { 'Content-Type': type, 'Cache-Control': 'no-store', ...headers })
        .end(typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body));
    if (page !== undefined) return send({ type: 'text/html; charset=utf-8', body: page });
    if (file) return send(file);

    const fault = stage.faults.find((one) => one.kind === kind && (one.times ?? 1) > 0);
    if (fault?.times) fault.times -= 1;
    if (fault?.silence) return;
    const answer = fault?.answer ?? fake.answer(asked);
    // What is held back is the answer of this moment, written now.
    const { body } = answer ?? {};
    const kept = answer && { ...answer, body: Buffer.isBuffer(body) ? body : write(body) };
    await fault?.until;
    send(kept ?? { status: 404, type: 'text/plain', body: 'Not Found' });
  });
  const write = (body) => (typeof body === 'string' ? body : JSON.stringify(body));

  function fileOf(path) {
    if (path === '/favicon.ico') return { status: 204, type: 'image/x-icon' };
    if (path === '/shop.gw') return { type: types['.gw'], body: modelOf(platform) };
    if (path === '/shop.json') return { body: { ...config, ...platform.config } };
    const [, root, name = ''] = /^\/(dist|harness)\/([\w.-]+)$/.exec(path) ?? [];
    if (!root) return undefined;
    const from = root === 'dist' ? join(top, 'web', 'dist') : join(folder, 'harness');
    if (!readdirSync(from).includes(name)) return { status: 404, type: 'text/plain' };
    return { type: types[extname(name)], body: readFileSync(join(from, name)) };
  }

  server.keepAliveTimeout = 0;
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  stage.origin = `http://localhost:${server.address().port}`;
  stage.address = ({ html, ...what } = {}) => {
    const path = `/a-page-${pages.size}`;
    pages.set(path, html ? html(widget(what)) : fake.page(widget(what)));
    return stage.origin + path;
  };
  stage.of = (kind) => stage.requests.filter((request) => request.kind === kind);
  return stage;
}

function parse(text, type) {
  try {
    if (/json/.test(type)) return JSON.parse(text);
  } catch {
    return {};
  }
  if (/x-www-form-urlencoded/.test(type)) return Object.fromEntries(new URLSearchParams(text));
  if (!/multipart/.test(type)) return {};
  const fields = {};
  for (const [, name, value] of text.matchAll(/name="([^"]*)"\r\n\r\n([^\r]*)\r\n/g))
    fields[name] = value;
  return fields;
}
