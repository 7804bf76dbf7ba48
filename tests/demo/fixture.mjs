import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createShopServer, openShop } from '../../demo/shop/shop.mjs';

export const HEADER = 'id,title,url,image,price,currency,category,brand,first_seen\n';

/** Ids and titles that a careless shop breaks on, one that cannot be sold, and two plain ones. */
export const CATALOGUE = `${HEADER}MUG-1,"Heron mug, 0.2 l, ochre",/product/MUG-1,/picture/mug/C8913B.svg,12.50,EUR,Table,Umberlow,2025-01-02
POT-1,Larch teapot,,,30.00,EUR,Table,Umberlow,2025-03-02
GONE,Sold out plate,,,,EUR,Table,,2025-03-03
007,"<script>alert(""x"")</script> & 'sons'",,,5.00,EUR,Odd & ends,"O'Neill <b>",
..,Two dots,,,1.00,EUR,Odd & ends,,
"a/b ""c"",☕?#%",Kettle,,https://elsewhere.example/k.png,19.99,EUR,Odd & ends,,not a date
`;

const CONFIG = { goals: [{ reward: 'free-shipping', amount: { EUR: '50.00' } }] };

/** A folder with what a shop is started with; a value of null leaves that file out. */
export function shopFiles({
  catalogue = CATALOGUE,
  config = JSON.stringify(CONFIG),
  dist,
  studio = {},
} = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'shop-'));
  const write = (name, text) => {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  for (const [name, text] of Object.entries(dist ?? { 'goeswith.js': 'export {};' })) {
    write(`dist/${name}`, text);
  }
  for (const [name, text] of Object.entries(studio)) write(`studio/${name}`, text);
  return {
    catalogue: write('catalogue.csv', catalogue),
    config: write('shop.json', config),
    model: write('shop.gw', 'model'),
    dist: join(folder, 'dist'),
    studio: join(folder, 'studio'),
    remove: () => rmSync(folder, { recursive: true }),
  };
}

/** Runs `use` with a listening shop and a shopper: `get` and `post` keep the shopper's cookie. */
export async function withShop(files, use) {
  const prepared = shopFiles(files);
  const shop = openShop(prepared);
  const server = createShopServer(shop);
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${server.address().port}`;
  try {
    await use({ shop, origin, ...shopper(origin) });
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    prepared.remove();
  }
}

export function shopper(origin) {
  let cookie = '';
  const call = async (path, init) => {
    const headers = { Cookie: cookie, ...init?.headers };
    const response = await fetch(origin + path, { redirect: 'manual', ...init, headers });
    cookie = response.headers.get('set-cookie')?.split(';')[0] ?? cookie;
    return response;
  };
  const post = async (path, body) => {
    const headers = { 'Content-Type': 'application/json' };
    const response = await call(path, { method: 'POST', headers, body: JSON.stringify(body) });
    return { status: response.status, body: await response.json() };
  };
  const form = (path, fields) => call(path, { method: 'POST', body: new URLSearchParams(fields) });
  return { call, post, form, json: async (path) => (await call(path)).json() };
}

const SERVER = fileURLToPath(new URL('../../demo/shop/server.mjs', import.meta.url));

/** Runs the server's command to its end. */
export const run = (args) =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [SERVER, ...args]);
    const told = { out: '', err: '' };
    child.stdout.on('data', (text) => {
      told.out += text;
    });
    child.stderr.on('data', (text) => {
      told.err += text;
    });
    child.on('close', (status) => resolve({ status, ...told }));
  });
