import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import type { LiveProduct } from '../../web/cart/adapter.js';
import { toCart } from '../../web/cart/cart.js';
import { MagentoAdapter } from '../../web/cart/magento.js';
import { forget, found, page, setCookies, shop, signal } from './page.js';

const stored: Record<string, string> = {};
Object.assign(globalThis, { localStorage: stored });
const section = '/en/customer/section/load/';

beforeEach(() => {
  forget();
  delete stored['mage-cache-storage'];
  Object.assign(globalThis, {
    BASE_URL: 'https://shop.example/en/',
    hyva: undefined,
    require: undefined,
  });
});

const moka = {
  item_id: '88',
  product_id: '12',
  product_type: 'simple',
  product_sku: 'MOKA-3',
  product_name: 'Moka &amp; &quot;co&quot; &lt;b&gt; &#039;3&#039;',
  qty: 2,
  product_price: '<span class="price">24,50 €</span>',
  product_price_value: 24.5,
};
const cart = { subtotalAmount: '49.0000', data_id: 1000, items: [moka] };
const adapter = () => new MagentoAdapter({ currency: 'EUR' });
const read = async (from = adapter()) => toCart(await from.read(signal()), 1);
const amounts = async (body: unknown) => {
  shop.answers[section] = { body: { cart: body } };
  const { lines, subtotalMinor } = await read();
  return [...lines.map(({ lineMinor }) => lineMinor), subtotalMinor];
};

test('a Magento cart is read from its section, never from its HTML', async () => {
  shop.answers[section] = { body: { cart } };
  const { lines, ...rest } = await read();
  assert.deepEqual(
    [lines[0]?.productId, lines[0]?.sku, lines[0]?.name, lines[0]?.lineMinor],
    ['12', 'MOKA-3', 'Moka & "co" <b> \'3\'', 4900],
  );
  assert.deepEqual(
    [rest.currency, rest.subtotalMinor, rest.discountMinor, rest.needsShipping],
    ['EUR', 4900, null, true],
  );
});

test('the currency is the script tag’s, else what the theme prints', async () => {
  shop.answers[section] = { body: { cart } };
  assert.equal((await read(new MagentoAdapter({}))).currency, '');
  found['meta:is([itemprop=priceCurrency],[property="product:price:currency"])'] = {
    getAttribute: () => 'PLN',
  };
  assert.equal((await read(new MagentoAdapter({}))).currency, 'PLN');
  assert.equal((await read()).currency, 'EUR');
});

test('where the subtotal is shown with tax, one rate that explains it makes the lines', async () => {
  // 20.0820 and 8.1967 are 24.50 and 10.00 without 22 percent.
  const items = [
    { ...moka, product_price_value: 20.082 },
    { ...moka, item_id: '89', qty: 1, product_price_value: '8.1967' },
  ];
  assert.deepEqual(await amounts({ ...cart, items, subtotalAmount: 59 }), [4900, 1000, 5900]);
});

test('where no one rate explains the subtotal the lines have no known price', async () => {
  const items = [
    { ...moka, product_price_value: 100 },
    { ...moka, item_id: '89', qty: 1, product_price_value: 100 },
  ];
  assert.deepEqual(await amounts({ ...cart, items, subtotalAmount: 331.7 }), [null, null, 33_170]);
  assert.deepEqual(await amounts({ ...cart, subtotalAmount: 40 }), [null, 4000]);
  assert.deepEqual(await amounts({ ...cart, subtotalAmount: null }), [null, null]);
});

test('an empty Magento cart is worth nothing', async () => {
  assert.deepEqual(await amounts({ items: [], subtotalAmount: null }), [0]);
});

test('the cart that the theme keeps is read once, as long as the shop has not said otherwise', async () => {
  shop.answers[section] = { body: { cart: { ...cart, items: [] } } };
  stored['mage-cache-storage'] = JSON.stringify({ cart });
  setCookies(`section_data_ids=${encodeURIComponent('{"cart":1000}')}`);
  const kept = adapter();
  assert.equal((await read(kept)).lines.length, 1);
  assert.equal(shop.asked.length, 0);
  assert.equal((await read(kept)).lines.length, 0, 'after a signal the shop is asked');
  kept.listen(() => {});
  page.dispatchEvent(new Event('private-content-loaded'));
  assert.equal((await read(kept)).lines.length, 1, 'the theme has just told it');
  for (const cookie of ['section_data_ids=%7B%22cart%22%3A2000%7D', 'section_data_ids=%', '']) {
    setCookies(cookie);
    assert.equal((await read()).lines.length, 0, cookie);
  }
});

test('a Magento cart that is a page, an error or nonsense is no cart', async () => {
  for (const answer of [
    { type: 'text/html', body: '<h1>Maintenance</h1>' },
    { status: 401, body: { message: 'Sign in' } },
    { body: {} },
    { body: { cart: { items: 'none' } } },
  ]) {
    shop.answers[section] = answer;
    await assert.rejects(read());
  }
});

const product = { id: 'MOKA-3', variantId: '12' } as LiveProduct;
const add = '/en/checkout/cart/add/product/12/';

test('adding sends the form key, and both themes are told to read the cart', async () => {
  setCookies('a=b; form_key=k3y; c=d');
  const heard: unknown[] = [];
  page.addEventListener('reload-customer-section-data', () => heard.push('hyva'), { once: true });
  Object.assign(globalThis, {
    require: (_: unknown, use: (data: object) => void) =>
      use({ reload: (...sections: unknown[]) => heard.push(...sections) }),
  });
  shop.answers[add] = { body: [] };
  await adapter().add(product);
  assert.deepEqual(shop.asked[0]?.body, { product: '12', qty: '1', form_key: 'k3y' });
  assert.deepEqual(heard, ['hyva', ['cart'], true]);
});

test('a product page in answer is a refusal, the cart’s page is how some shops go on', async () => {
  shop.answers[add] = { body: { backUrl: 'https://shop.example/en/moka.html' } };
  await assert.rejects(adapter().add(product));
  shop.answers[add] = { body: { backUrl: 'https://shop.example/en/checkout/cart/' } };
  await adapter().add(product);
});

const item = {
  __typename: 'SimpleProduct',
  id: 12,
  sku: 'MOKA-3',
  name: 'Moka',
  url_key: 'moka',
  stock_status: 'IN_STOCK',
  only_x_left_in_stock: 3,
  small_image: { url: 'https://cdn.example/moka.jpg' },
  price_range: { minimum_price: { final_price: { value: 24.5, currency: 'EUR' } } },
  options: [],
};
const priced = (items: unknown[], more: unknown[] = []) => {
  shop.answers['/en/graphql'] = { body: { data: { a: { items }, b: { items: more } } } };
};
const details = (id: string, url = '') => adapter().details([{ id, url }], 'EUR');

test('one request tells products by article number and by address', async () => {
  setCookies('store=en');
  priced([item], [{ ...item, sku: 'FILTER', id: 13, url_key: 'filter' }]);
  const live = await adapter().details(
    [
      { id: 'MOKA-3', url: 'https://shop.example/en/coffee/moka.html' },
      { id: '13', url: 'https://shop.example/en/filter.html?x=1' },
    ],
    'EUR',
  );
  assert.deepEqual(
    live.map(({ id, variantId, priceMinor, stock }) => [id, variantId, priceMinor, stock]),
    [
      ['MOKA-3', '12', 2450, 3],
      ['13', '13', 2450, 3],
    ],
  );
  assert.equal(shop.asked.length, 1);
  const { query, headers } = shop.asked[0]!;
  assert.match(query.get('query')!, /sku:\{in:\["MOKA-3","13"\]\}/);
  assert.match(query.get('query')!, /url_key:\{in:\["moka","filter"\]\}/);
  assert.deepEqual([headers['Content-Currency'], headers.Store], ['EUR', 'en']);
});

test('what has to be chosen first, or is out of stock, is not for sale', async () => {
  for (const change of [
    { __typename: 'ConfigurableProduct' },
    { options: [{ required: true }] },
    { stock_status: 'OUT_OF_STOCK' },
  ]) {
    priced([{ ...item, ...change }]);
    assert.equal((await details('MOKA-3'))[0]?.available, false);
  }
});

test('a hostile id stays a text of the question', async () => {
  priced([]);
  assert.deepEqual(await details('"]}){x}#'), []);
  assert.match(shop.asked[0]!.query.get('query')!, /in:\["\\"\]\}\)\{x\}#"\]/);
});

test('a question that Magento refuses is told in its words', async () => {
  shop.answers['/en/graphql'] = { body: { errors: [{ message: 'Syntax error' }] } };
  await assert.rejects(details('MOKA-3'), { message: 'Syntax error' });
});

test('a foreign address of the shop is not believed', async () => {
  Object.assign(globalThis, { BASE_URL: 'https://elsewhere.example/' });
  shop.answers['/customer/section/load/'] = { body: { cart } };
  assert.equal((await read()).subtotalMinor, 4900);
});
