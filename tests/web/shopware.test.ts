import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import type { LiveProduct } from '../../web/cart/adapter.js';
import { toCart } from '../../web/cart/cart.js';
import { ShopwareAdapter } from '../../web/cart/shopware.js';
import { forget, found, setCookies, shop, signal } from './page.js';

const id = '0af0'.repeat(8);
const fetched: string[] = [];
const subscribed: Record<string, () => void> = {};
const plugin = (name: string) => ({
  $emitter: {
    subscribe: (event: string, call: () => void) => {
      subscribed[`${name} ${event}`] = call;
    },
  },
  fetch: () => fetched.push(name),
});
const manager = (plugins: Record<string, object[]>) =>
  Object.assign(globalThis, {
    // A class with static methods is a function with methods.
    PluginManager: Object.assign(() => {}, {
      getPluginInstances(name: string): object[] {
        if (!plugins[name]) throw new Error(`The plugin "${name}" is not registered`);
        return plugins[name];
      },
    }),
  });

beforeEach(() => {
  forget();
  fetched.length = 0;
  Object.assign(globalThis, { router: { 'frontend.cart.offcanvas': '/de/checkout/offcanvas' } });
  manager({ CartWidget: [plugin('CartWidget')] });
});

const moka = {
  id,
  referencedId: id,
  label: 'Moka',
  quantity: 2,
  type: 'product',
  states: ['is-physical'],
  payload: { productNumber: 'MOKA-3' },
  price: { unitPrice: 24.5, totalPrice: 49, calculatedTaxes: [{ tax: 7.82 }] },
};
const cart = {
  token: 'c0ntext',
  price: { totalPrice: 49, taxStatus: 'gross' },
  lineItems: [moka],
  deliveries: [{ shippingCosts: { totalPrice: 4.9 } }],
};
const adapter = () => new ShopwareAdapter({ token: 'SWSC', currency: 'EUR' });
const read = async (from = adapter()) => toCart(await from.read(signal()), 1);
const tell = (change: object) => {
  shop.answers['/de/checkout/cart.json'] = { body: { ...cart, ...change } };
};

test('a Shopware cart is read to the minor unit, in the script tag’s currency', async () => {
  tell({});
  const { lines, ...rest } = await read();
  assert.deepEqual(
    [lines[0]?.productId, lines[0]?.sku, lines[0]?.lineMinor, lines[0]?.taxMinor],
    [id, 'MOKA-3', 4900, 782],
  );
  assert.deepEqual(
    [rest.currency, rest.discountMinor, rest.taxIncluded, rest.needsShipping, rest.freeShippingNow],
    ['EUR', 0, true, true, false],
  );
});

test('promotions and credits are taken off the cart, and are no lines', async () => {
  const promotion = { id: 'p', type: 'promotion', quantity: 1, price: { totalPrice: -4.35 } };
  const credit = { id: 'c', type: 'credit', quantity: 1, price: { totalPrice: -1 } };
  tell({ lineItems: [moka, promotion, credit] });
  const { lines, discountMinor } = await read();
  assert.deepEqual([lines.length, discountMinor], [1, 535]);
});

test('net carts stand without tax, tax-free ones have none', async () => {
  tell({ price: { taxStatus: 'net' } });
  assert.equal((await read()).taxIncluded, false);
  tell({ price: { taxStatus: 'tax-free' } });
  const free = await read();
  assert.deepEqual([free.taxIncluded, free.lines[0]?.taxMinor], [true, 0]);
  tell({ price: {} });
  assert.equal((await read()).taxIncluded, null);
});

test('free shipping is what a delivery costs, never what an empty cart or a download costs', async () => {
  const free = [{ shippingCosts: { totalPrice: 4.9 } }, { shippingCosts: { totalPrice: -4.9 } }];
  tell({ deliveries: free });
  assert.equal((await read()).freeShippingNow, true);
  tell({ deliveries: free, lineItems: [] });
  assert.equal((await read()).freeShippingNow, null);
  tell({ deliveries: [], lineItems: [{ ...moka, states: ['is-download'] }] });
  const download = await read();
  assert.deepEqual([download.freeShippingNow, download.needsShipping], [null, false]);
  tell({ deliveries: [{ shippingCosts: {} }] });
  assert.equal((await read()).freeShippingNow, null);
});

test('a Shopware cart that is a page, an error or nonsense is no cart', async () => {
  for (const answer of [
    { type: 'text/html', body: '<h1>Maintenance</h1>' },
    { status: 403, body: {} },
    { body: { lineItems: 'none' } },
  ]) {
    shop.answers['/de/checkout/cart.json'] = answer;
    await assert.rejects(read());
  }
});

test('plugins that are not there are not missed, those that are are heard', () => {
  let heard = 0;
  adapter().listen(() => {
    heard += 1;
  });
  subscribed['CartWidget fetch']!();
  assert.equal(heard, 1);
  Object.assign(globalThis, { PluginManager: undefined });
  adapter().listen(() => {});
});

const product = { id: 'MOKA-3', variantId: id } as LiveProduct;
const addPath = '/de/checkout/line-item/add';

test('whether something was added is read from the cart, because the answer is empty', async () => {
  let qty = 2;
  shop.answers['/de/checkout/cart.json'] = () => ({
    body: { ...cart, lineItems: [{ ...moka, quantity: qty }] },
  });
  shop.answers[addPath] = () => {
    qty += 1;
    return { type: 'text/html', body: '' };
  };
  await adapter().add(product);
  assert.deepEqual(shop.asked.find(({ path }) => path === addPath)?.body, {
    [`lineItems[${id}][id]`]: id,
    [`lineItems[${id}][referencedId]`]: id,
    [`lineItems[${id}][type]`]: 'product',
    [`lineItems[${id}][quantity]`]: '1',
    [`lineItems[${id}][stackable]`]: '1',
    [`lineItems[${id}][removable]`]: '1',
  });
  assert.deepEqual(fetched, ['CartWidget']);

  shop.answers[addPath] = { type: 'text/html', body: '' };
  await assert.rejects(adapter().add(product), { message: 'the shop refused' });
  tell({ errors: { x: { message: 'Sold out' } } });
  await assert.rejects(adapter().add(product), { message: 'Sold out' });
  assert.deepEqual(fetched, ['CartWidget']);
});

test('an error of the server is no empty answer, and older shops get the token of their forms', async () => {
  tell({});
  found['form[action$="/line-item/add"] [name=_csrf_token]'] = { value: 'cs' };
  shop.answers[addPath] = { status: 500, body: '<h1>Error</h1>' };
  await assert.rejects(adapter().add(product), /answered 500/);
  const sent = shop.asked.find(({ path }) => path === addPath)?.body as Record<string, string>;
  assert.equal(sent._csrf_token, 'cs');
});

const element = {
  id,
  productNumber: 'MOKA-3',
  translated: { name: 'Moka' },
  calculatedPrice: { unitPrice: 24.5 },
  calculatedPrices: [],
  availableStock: 3,
  available: true,
  isCloseout: true,
  minPurchase: 1,
  childCount: 0,
  cover: { media: { url: 'https://shop.example/m.jpg' } },
};
const details = async (wanted: string, url = '') => {
  tell({});
  const ours = adapter();
  await read(ours);
  return ours.details([{ id: wanted, url }], 'EUR');
};
const priced = (change: object) => {
  shop.answers['/de/store-api/product'] = { body: { elements: [{ ...element, ...change }] } };
};

test('one request tells products by number and by id, in the shopper’s own context', async () => {
  priced({});
  const [live] = await details('MOKA-3');
  assert.deepEqual(
    [live?.variantId, live?.priceMinor, live?.currency, live?.stock, live?.available],
    [id, 2450, 'EUR', 3, true],
  );
  assert.equal(live?.url, `https://shop.example/de/detail/${id}`);
  const { headers, body } = shop.asked.at(-1)!;
  assert.deepEqual([headers['sw-access-key'], headers['sw-context-token']], ['SWSC', 'c0ntext']);
  // An id that is none would fail the whole question.
  const { filter } = body as { filter: { queries: { field: string }[] }[] };
  assert.deepEqual(
    filter[0]?.queries.map(({ field }) => field),
    ['productNumber'],
  );
  assert.equal((await details(id, 'https://shop.example/moka'))[0]?.url, '', 'the model’s own');
});

test('prices by quantity are told for one piece', async () => {
  priced({ calculatedPrices: [{ unitPrice: 26 }, { unitPrice: 20 }] });
  assert.equal((await details('MOKA-3'))[0]?.priceMinor, 2600);
});

test('what has variants, is not there or is sold by the dozen is not for sale', async () => {
  for (const change of [{ childCount: 2 }, { available: false }, { minPurchase: 12 }]) {
    priced(change);
    assert.equal((await details('MOKA-3'))[0]?.available, false);
  }
  priced({ isCloseout: false, availableStock: 0 });
  const [ordered] = await details('MOKA-3');
  assert.deepEqual([ordered?.available, ordered?.stock], [true, undefined]);
});

test('without key, currency or context there are no prices, which is told once', async () => {
  const wanted = [{ id: 'MOKA-3', url: '' }];
  await assert.rejects(adapter().details(wanted, 'EUR'), { code: 'prices-unknown' });
  assert.deepEqual(await adapter().details(wanted, ''), []);
  assert.deepEqual(shop.asked, []);
});

test('a cookie that the banner knows by our name is the shopper’s consent', () => {
  const consents: boolean[] = [];
  let changed = () => {};
  Object.assign(document, {
    $emitter: {
      subscribe: (_: string, call: () => void) => {
        changed = call;
      },
    },
  });
  adapter().consent((agrees) => consents.push(agrees));
  assert.deepEqual(consents, [], 'nobody was asked yet');
  setCookies('cookie-preference=1; goeswith=1');
  changed();
  setCookies('cookie-preference=1');
  changed();
  setCookies('cookie-preference=1; goeswith=1');
  adapter().consent((agrees) => consents.push(agrees));
  assert.deepEqual(consents, [true, false, true]);
});
