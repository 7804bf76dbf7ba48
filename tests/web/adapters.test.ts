import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { findAdapter } from '../../web/cart/adapters.js';

class Poser {}
let body = '';
Object.assign(globalThis, {
  Node: Poser,
  HTMLCollection: class {},
  document: { querySelector: () => (body.includes('woocommerce') ? {} : null) },
});
const globals = globalThis as Record<string, unknown>;

beforeEach(() => {
  body = '';
  for (const name of ['Shopify', 'wc_add_to_cart_params']) delete globals[name];
});

const found = async (shop = {}, named?: string) =>
  (await findAdapter(shop, { platform: named })).platform;

test('a shop is found by what its theme prints', async () => {
  assert.equal(await found(), 'custom');
  globals.Shopify = { routes: { root: '/' } };
  assert.equal(await found(), 'shopify');
  delete globals.Shopify;
  body = 'theme-x woocommerce-no-js';
  assert.equal(await found(), 'woocommerce');
  body = '';
  globals.wc_add_to_cart_params = { ajax_url: '/' };
  assert.equal(await found(), 'woocommerce');
});

test('an element that poses as a platform is none', async () => {
  globals.Shopify = Object.assign(new Poser(), { shop: 'x' });
  globals.wc_add_to_cart_params = new Poser();
  assert.equal(await found(), 'custom');
});

test('a page that told its cart is believed, and the script tag more', async () => {
  globals.Shopify = { shop: 'x.myshopify.com' };
  assert.equal(await found({ cart: {} }), 'custom');
  assert.equal(await found({ cart: {} }, 'woocommerce'), 'woocommerce');
  assert.equal(await found({}, 'custom'), 'custom');
});

test('a platform that nobody knows is told, and nothing else is tried', async () => {
  for (const named of ['shopfy', '', 'constructor', '__proto__'])
    await assert.rejects(found({}, named), { code: 'platform-unknown' });
});
