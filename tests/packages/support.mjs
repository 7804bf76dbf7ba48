// The package as npm packs it, and hosts that serve it.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { after } from 'node:test';
import { fileURLToPath } from 'node:url';

export const top = fileURLToPath(new URL('../..', import.meta.url));
export const dist = join(top, 'web', 'dist');

/** A folder until the test file ends. */
export function folder() {
  const path = mkdtempSync(join(tmpdir(), 'goeswith-packages-'));
  after(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

/** A project with the package installed from its tarball, and `files`: name to text. */
export function project(files) {
  const path = folder();
  const npm = (...args) => execFileSync('npm', args, { cwd: path, encoding: 'utf8' });
  const [{ filename }] = JSON.parse(npm('pack', top, '--json', '--ignore-scripts'));
  writeFileSync(join(path, 'package.json'), '{ "type": "module", "private": true }');
  npm('install', filename, '--offline', '--omit=peer', '--no-audit', '--no-fund');
  // React is the shop's own; here it is the one of this project.
  for (const name of ['react', 'react-dom', 'scheduler', '@types', 'csstype'])
    symlinkSync(join(top, 'node_modules', name), join(path, 'node_modules', name));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(path, name), text);
  return { path, installed: join(path, 'node_modules', 'goeswith') };
}

const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
};

/**
 * Serves files of a folder on an origin of its own. `headers` go with each answer; `change(file,
 * bytes)` may give other bytes. `asked` are the paths that were asked for.
 */
export async function serve(root, { headers = {}, change = (_, bytes) => bytes } = {}) {
  const asked = [];
  const server = createServer((request, response) => {
    asked.push(request.url);
    const { pathname } = new URL(request.url, 'http://localhost');
    try {
      const bytes = change(pathname, readFileSync(join(root, pathname)));
      const type = types[extname(pathname)] ?? 'application/octet-stream';
      response.writeHead(200, { 'Content-Type': type, ...headers }).end(bytes);
    } catch {
      response.writeHead(404).end();
    }
  });
  server.keepAliveTimeout = 0;
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  after(() => {
    server.closeAllConnections();
    server.close();
  });
  return { origin: `http://localhost:${server.address().port}`, asked };
}

/** What a page of a shop of one's own tells; `from` is where goeswith.js is. */
export const ownCart = `
  onPrices((ids) => ids.map((id) => ({ id, price: '12.50' })));
  setCart({ currency: 'EUR', lines: [{ productId: 'MOK-1000', qty: 1, unitMinor: 3650 }] });`;

/** A page of the shop with a tag and a row. */
export function page(shop, path, { tags, headers, elements = '<goes-with></goes-with>' }) {
  shop.pages.set(path, {
    body: `<!doctype html><html lang="en"><meta charset="utf-8"><title>Shop</title>
      <link rel="icon" href="/static/icon.svg">${tags}${elements}`,
    headers,
  });
  return shop.origin + path;
}

/** What the command says goes with the cart of `ownCart`. */
export const expected = (shop) => shop.recommend(['MOK-1000'], 4).map(({ id }) => id);

/** Every file of a bundle as one text. */
export function bundleText(outputs) {
  assert.ok(outputs.length > 0);
  return outputs.join('\n');
}
