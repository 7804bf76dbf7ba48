import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import type { LiveProduct } from '../../web/cart/adapter.js';
import { findAdapter } from '../../web/cart/adapters.js';
import type { CustomShop } from '../../web/cart/custom.js';
import { platformOf } from '../../web/cart/platforms.js';

class Poser {}
let body = '';
let print = '';
Object.assign(globalThis, {
  Node: Poser,
  HTMLCollection: class {},
  document: {
    baseURI: 'https://shop.example/',
    // Of selectors only that for the body is known here, and the one that the test names.
    querySelector: (selector: string) =>
      (selector.startsWith('body') && body.includes('woocommerce')) || selector === print
        ? {}
        : null,
  },
});
const globals = globalThis as Record<string, unknown>;
const mine =
  'Shopify wc_add_to_cart_params prestashop hyva PluginManager bodlEvents BCData dataLayer'.split(
    ' ',
  );

beforeEach(() => {
  body = '';
  print = '';
  for (const name of mine) delete globals[name];
});

const found = async (shop = {}, named?: string) =>
  (await findAdapter(shop, { platform: named }, platformOf)).platform;

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

test('other platforms are found by what only they have', async () => {
  const layer = (entry: unknown) => ['dataLayer', [{ event: 'gtm.js' }, entry]] as const;
  const gtag = { 0: 'event', 1: 'add_to_cart', 2: { items: [] }, length: 3 };
  for (const [platform, name, value] of [
    ['prestashop', 'prestashop', { on: () => {} }],
    ['magento', 'hyva', {}],
    ['shopware', 'PluginManager', Object.assign(() => {}, { getPluginInstances: () => [] })],
    ['bigcommerce', 'bodlEvents', {}],
    ['bigcommerce', 'BCData', {}],
    ['ga4', ...layer({ event: 'view_cart', ecommerce: { items: [] } })],
    ['ga4', ...layer(gtag)],
    ['custom', ...layer({ ecommerce: null })],
    ['custom', 'prestashop', { cart: {} }],
    ['custom', 'PluginManager', {}],
  ] as const) {
    globals[name] = value;
    assert.equal(await found(), platform, name);
    delete globals[name];
  }
  print = 'script[type="text/x-magento-init"]';
  assert.equal(await found(), 'magento');
  print = 'link[href*=".bigcommerce.com/"],script[src*=".bigcommerce.com/"]';
  assert.equal(await found(), 'bigcommerce');
});

test('a platform comes before a data layer, because it knows more', async () => {
  globals.dataLayer = [{ ecommerce: { items: [] } }];
  globals.hyva = {};
  assert.equal(await found(), 'magento');
});

test('an element that poses as a platform is none', async () => {
  for (const name of mine) globals[name] = Object.assign(new Poser(), { shop: 'x' });
  assert.equal(await found(), 'custom');
});

test('what a page tells itself wins over its platform, then or later', async () => {
  globals.dataLayer = [{ event: 'view_cart', ecommerce: { items: [{ item_id: 'A' }] } }];
  const shop: CustomShop = {};
  const adapter = await findAdapter(shop, {}, platformOf);
  const read = async () => (await adapter.read(new AbortController().signal))?.lines?.length;
  assert.equal(await read(), 1);
  await assert.rejects(adapter.details([{ id: 'A', url: '' }], 'EUR'), { code: 'prices-unknown' });
  await assert.rejects(adapter.add({} as LiveProduct), /onAdd/);

  const heard: unknown[] = [];
  adapter.listen(() => heard.push('look'));
  Object.assign(shop, {
    cart: { lines: [] },
    pricer: () => [{ id: 'A', price: '4.35' }],
    adder: ({ id }: LiveProduct) => heard.push(id),
    labeler: (...label: string[]) => heard.push(label),
  });
  shop.changed?.();
  assert.equal(await read(), 0);
  const [live] = await adapter.details([{ id: 'A', url: '' }], 'EUR');
  assert.equal(live?.priceMinor, 435);
  await adapter.add(live as LiveProduct);
  await adapter.label?.('goeswith', 'shown');
  assert.deepEqual(heard, ['look', 'A', ['goeswith', 'shown']]);
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

test('a theme whose events break costs the events and nothing else', async () => {
  globals.prestashop = {
    on() {
      throw new Error('the theme’s own');
    },
  };
  const shop: CustomShop = {};
  const adapter = await findAdapter(shop, {}, platformOf);
  let heard = 0;
  adapter.listen(() => {
    heard += 1;
  });
  shop.changed?.();
  assert.deepEqual([adapter.platform, heard], ['prestashop', 1]);
});
