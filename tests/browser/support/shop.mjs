// The demo shop in this process, over the invented shop's orders, and the command that answers the
// same carts.

import assert from 'node:assert/strict';
import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { createShopServer, openShop } from '../../../demo/shop/shop.mjs';
import { run, top } from '../../commands/goeswith.mjs';

/** What came into the shop after its model was made. */
const newcomers = `NEW-1,Brand-new kettle,,,24.00,EUR,Coffee & tea,,
"NEW 2/""é"", 50%",Brand-new cup,,,8.00,EUR,Coffee & tea,,
`;

/** Trained shops by their orders: test files that run in one process share them. */
const trained = new Map();

function train(orders) {
  const folder = mkdtempSync(join(tmpdir(), 'goeswith-shop-'));
  after(() => rmSync(folder, { recursive: true, force: true }));
  const file = (name) => join(folder, name);
  const catalogue = file('catalogue.csv');
  const model = file('shop.gw');
  const sizes = ['--products', '300', '--orders', '40000', '--seed', '1'];
  if (orders) answer('catalogue', orders, '-o', catalogue);
  else answer('simulate', ...sizes, '-o', folder);
  answer('train', orders ?? file('orders.csv'), '--catalogue', catalogue, '-o', model);
  if (!orders) appendFileSync(catalogue, newcomers);
  return { file, catalogue, model };
}

/**
 * The invented shop, or one over `orders` as ./demo/run would make it, trained and listening until
 * the tests end.
 *
 * `catalogue`  what it sells; `catalogue.products` are in the order of the file
 * `pages`      path to { body, type, headers }: answered before the shop is asked
 */
export async function startShop(orders) {
  if (!trained.has(orders)) trained.set(orders, train(orders));
  const { file, catalogue, model } = trained.get(orders);
  const config = join(top, 'demo/shop/shop.json');
  const shop = openShop({ catalogue, model, config, dist: join(top, 'web/dist') });
  const behind = createShopServer(shop);
  const pages = new Map();
  const server = createServer((request, response) => {
    const page = pages.get(request.url);
    if (!page) return behind.emit('request', request, response);
    const { body, type = 'text/html; charset=utf-8', headers } = page;
    response.writeHead(200, { 'Content-Type': type, ...headers }).end(body);
  });
  // A connection that is closed for idling just as a request goes out on it fails that request.
  server.keepAliveTimeout = 0;
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  after(() => {
    server.closeAllConnections();
    server.close();
  });
  const origin = `http://localhost:${server.address().port}`;
  return { origin, pages, catalogue: shop.catalogue, model, config, ...asked(model, config, file) };
}

/** What the command says. */
function asked(model, config, file) {
  return {
    /** The ids that go with a cart, best first, and why. */
    recommend(cart, limit = 64, ...more) {
      const ids = cart.flatMap((id) => ['--cart', id]);
      const args = [...ids, '--top', String(limit), '--json', ...more];
      return JSON.parse(answer('recommend', model, ...args)).items;
    },
    /** The first goal of a configuration for a cart as the adapters give it. */
    goal(cart, settings = config) {
      writeFileSync(file('cart.json'), JSON.stringify(cart));
      return JSON.parse(answer('goals', settings, '--cart', file('cart.json'), '--json')).goals[0];
    },
    write(name, text) {
      writeFileSync(file(name), text);
      return file(name);
    },
  };
}

function answer(...args) {
  const { status, out, err } = run(args);
  assert.equal(status, 0, err);
  return out;
}
