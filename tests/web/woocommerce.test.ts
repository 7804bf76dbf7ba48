import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { toCart } from '../../web/cart/cart.js';
import { WooCommerceAdapter } from '../../web/cart/woocommerce.js';

interface Answer {
  status?: number;
  body?: unknown;
  headers?: Record<string, string>;
}

// A page and a shop in the shape that the adapter touches; events go to nobody.
let answers: Record<string, Answer[]> = {};
let asked: { url: string; nonce: string | null; body: unknown }[] = [];
let restRoot: string | undefined;
const body = new EventTarget();
Object.assign(globalThis, {
  Node: class {},
  HTMLCollection: class {},
  FormData: class {},
  location: { origin: 'https://shop.example' },
  document: Object.assign(new EventTarget(), {
    body,
    documentElement: { lang: 'it-IT' },
    querySelector: () => (restRoot === undefined ? null : { href: restRoot }),
  }),
  ...Object.fromEntries(
    (['addEventListener', 'dispatchEvent'] as const).map((name) => [name, body[name].bind(body)]),
  ),
  fetch: async (url: URL, init: RequestInit) => {
    const nonce = new Headers(init.headers).get('nonce');
    const path = url.href.replace('https://shop.example', '');
    asked.push({ url: path, nonce, body: init.body && JSON.parse(String(init.body)) });
    const answer = answers[path]?.shift() ?? { status: 404 };
    const { status = 200, body: value = null, headers = {} } = answer;
    return new Response(JSON.stringify(value), { status, headers });
  },
});

beforeEach(() => {
  answers = {};
  asked = [];
  restRoot = undefined;
});

const item = (price: number, qty: number, net: number, tax: number, more = {}) => ({
  key: 'a57f',
  id: 38,
  quantity: qty,
  name: 'Olive oil &amp; lemon',
  sku: 'OIL-L',
  prices: { price: `${price}` },
  totals: { line_subtotal: `${net}`, line_subtotal_tax: `${tax}` },
  ...more,
});
const cart = (items: object[], more = {}) => ({
  items,
  totals: {
    total_items: '3000',
    total_items_tax: '660',
    total_discount: '180',
    total_discount_tax: '40',
    currency_code: 'EUR',
    currency_minor_unit: 2,
  },
  needs_shipping: true,
  has_calculated_shipping: true,
  shipping_rates: [],
  shipping_address: { first_name: 'Ada', country: 'IT' },
  ...more,
});
const read = async (answer: unknown) => {
  answers['/wp-json/wc/store/v1/cart'] = [{ body: answer }];
  return toCart(await new WooCommerceAdapter().read(new AbortController().signal), 1);
};

test('a shop that shows prices with tax is told with tax, one that does not without', async () => {
  const gross = await read(cart([item(1830, 2, 3000, 660)]));
  assert.deepEqual(
    [gross.taxIncluded, gross.lines[0]?.lineMinor, gross.subtotalMinor, gross.discountMinor],
    [true, 3660, 3660, 220],
  );
  const net = await read(cart([item(1500, 2, 3000, 660)]));
  assert.deepEqual(
    [net.taxIncluded, net.lines[0]?.lineMinor, net.subtotalMinor, net.discountMinor],
    [false, 3000, 3000, 180],
  );
  assert.equal(net.lines[0]?.taxMinor, 660);
});

test('a cart without tax is neither', async () => {
  assert.equal((await read(cart([item(1500, 2, 3000, 0)]))).taxIncluded, null);
});

test('the shop’s own number of decimals wins over the currency’s', async () => {
  const totals = { total_items: '15', total_items_tax: '0', currency_code: 'EUR' };
  const { exponent } = await read(cart([], { totals: { ...totals, currency_minor_unit: 0 } }));
  assert.equal(exponent, 0);
});

test('HTML becomes text, decoded once and never more', async () => {
  for (const [html, text] of [
    ['Olive oil &amp; lemon', 'Olive oil & lemon'],
    ['5&#8211;6 &#x2019;s &quot;best&quot;', '5–6 ’s "best"'],
    ['&amp;lt;b&amp;gt;', '&lt;b&gt;'],
    ['&lt;img src=x onerror=alert(1)&gt;', '<img src=x onerror=alert(1)>'],
    ['<em>New</em> mug<!-- x -->', 'New mug'],
    ['Love <3 cups', 'Love <3 cups'],
    ['&unknown; &#x110000; &constructor;', '&unknown; &constructor;'],
  ])
    assert.equal((await read(cart([item(1, 1, 1, 0, { name: html })]))).lines[0]?.name, text);
});

test('nothing of an address is told', async () => {
  const told = JSON.stringify(await read(cart([item(1, 1, 1, 0)])));
  assert.ok(!/Ada|"IT"/.test(told));
});

test('shipping is free once every parcel may go free, and unknown before there are any', async () => {
  const parcel = (...methods: string[]) => ({
    shipping_rates: methods.map((method_id) => ({ method_id })),
  });
  const free = parcel('flat_rate', 'free_shipping');
  const of = async (shipping_rates: object[], more = {}) =>
    (await read(cart([], { shipping_rates, ...more }))).freeShippingNow;
  assert.equal(await of([free]), true);
  assert.equal(await of([free, parcel('flat_rate')]), false);
  assert.equal(await of([]), null);
  assert.equal(await of([free], { has_calculated_shipping: false }), null);
  assert.equal(await of([free], { needs_shipping: false }), null);
});

test('a cart whose fields are all wrong is an empty cart, and no amount is made up', async () => {
  const { lines, currency, discountMinor } = await read({ items: [null, 7], totals: 'none' });
  assert.deepEqual([lines, currency, discountMinor], [[], '', null]);
  const negative = await read(cart([item(-5, 1, -5, 0)]));
  assert.equal(negative.lines[0]?.lineMinor, null);
});

const product = { variantId: '38' } as Parameters<WooCommerceAdapter['add']>[0];
const cartPath = '/wp-json/wc/store/v1/cart';
const addPath = `${cartPath}/add-item`;

test('adding asks for a nonce first, takes the next one, and renews it once', async () => {
  const nonce = (Nonce: string) => ({ body: {}, headers: { Nonce } });
  const invalid = { status: 403, body: { message: 'Nonce is invalid.' } };
  const adapter = new WooCommerceAdapter();
  answers[cartPath] = [nonce('n1'), nonce('n4')];
  answers[addPath] = [nonce('n2'), invalid, nonce('n5'), invalid, invalid];
  await adapter.add(product);
  await adapter.add(product);
  assert.deepEqual(
    asked.map(({ url, nonce }) => [url === cartPath ? 'cart' : 'add', nonce]),
    [
      ['cart', null],
      ['add', 'n1'],
      ['add', 'n2'],
      ['cart', null],
      ['add', 'n4'],
    ],
  );
  assert.deepEqual(asked[1]?.body, { id: 38, quantity: 1 });
  answers[cartPath] = [nonce('n6')];
  await assert.rejects(adapter.add(product), { message: 'Nonce is invalid.' });
  assert.equal(asked.length, 8, 'and then no more');
});

test('a refusal is told in the shop’s words, as text', async () => {
  answers[cartPath] = [{ body: {}, headers: { Nonce: 'n1' } }];
  answers[addPath] = [{ status: 400, body: { message: '&quot;Oil&quot; is <b>sold out</b>' } }];
  await assert.rejects(new WooCommerceAdapter().add(product), { message: '"Oil" is sold out' });
});

const sold = (id: number, sku: string, more = {}) => ({
  ...{ id, sku, name: 'Oil', permalink: '/p/oil', images: [{ src: '/i.jpg' }] },
  prices: { price: '1800', currency_code: 'EUR', currency_minor_unit: 2 },
  ...{ is_in_stock: true, is_purchasable: true, has_options: false, low_stock_remaining: null },
  ...more,
});
const details = (ids: string[]) =>
  new WooCommerceAdapter().details(
    ids.map((id) => ({ id, url: '' })),
    'EUR',
  );
const products = '/wp-json/wc/store/v1/products?per_page=100&';

test('products are asked for by number, and where ids are no numbers by SKU, at once', async () => {
  answers[`${products}include=38%2C40`] = [{ body: [sold(40, 'B'), sold(38, '40')] }];
  assert.deepEqual(
    (await details(['38', '40'])).map(({ id, variantId }) => [id, variantId]),
    [
      ['38', '38'],
      ['40', '40'],
    ],
  );
  answers[`${products}sku=OIL+%26+L%2C40`] = [{ body: [sold(38, 'OIL &amp; L'), sold(7, '40')] }];
  assert.deepEqual(
    (await details(['OIL & L', '40'])).map(({ id, variantId }) => [id, variantId]),
    [
      ['OIL & L', '38'],
      ['40', '7'],
    ],
  );
  assert.equal(asked.length, 2);
});

test('what must be chosen first, is not for sale, or costs another currency is not offered', async () => {
  const prices = { price: '1800', currency_code: 'USD', currency_minor_unit: 2 };
  const all = [
    sold(1, '', { has_options: true }),
    sold(2, '', { is_purchasable: false }),
    sold(3, '', { is_in_stock: false }),
    sold(4, '', { prices }),
    sold(5, '', { low_stock_remaining: 2 }),
  ];
  answers[`${products}include=1%2C2%2C3%2C4%2C5`] = [{ body: all }];
  const live = (await details(['1', '2', '3', '4', '5'])).filter(({ available }) => available);
  assert.deepEqual(
    live.map(({ id, stock }) => [id, stock]),
    [['5', 2]],
  );
});

test('shops without pretty addresses are asked in their own way, other servers never', async () => {
  restRoot = 'https://shop.example/index.php?rest_route=/';
  const path = '/index.php?rest_route=/wc/store/v1/';
  answers[`${path}products&per_page=100&include=38`] = [{ body: [sold(38, '')] }];
  answers['/index.php?rest_route=%2Fwc%2Fstore%2Fv1%2Fproducts&per_page=100&include=38'] = [
    { body: [sold(38, '')] },
  ];
  assert.equal((await details(['38'])).length, 1);
  restRoot = 'https://elsewhere.example/wp-json/';
  answers[`${products}include=38`] = [{ body: [sold(38, '')] }];
  assert.equal((await details(['38'])).length, 1);
});
