import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import type { LiveProduct } from '../../web/cart/adapter.js';
import { toCart } from '../../web/cart/cart.js';
import { PrestaShopAdapter } from '../../web/cart/prestashop.js';
import { FakeNode, forget, shop, signal } from './page.js';

const emitted: unknown[] = [];
const global = (value: unknown) => Object.assign(globalThis, { prestashop: value });
const urls = {
  pages: { cart: 'https://shop.example/en/cart', product: 'https://shop.example/en/product' },
};

beforeEach(() => {
  forget();
  emitted.length = 0;
  global({
    currency: { iso_code: 'EUR' },
    language: { locale: 'it-IT' },
    country: { iso_code: 'IT' },
    static_token: 'f00d',
    urls,
    on: () => {},
    emit: (...told: unknown[]) => emitted.push(told),
  });
});

const mug = {
  id_product: '12',
  id_product_attribute: '31',
  id_customization: 0,
  name: 'Mug',
  quantity: 2,
  price_amount: 9.9,
  price_wt: 9.9,
  total_wt: 19.8,
  reference: 'MUG-W',
  is_gift: false,
};
const cart = {
  products: [mug],
  subtotals: {
    products: { amount: 19.8 },
    discounts: { amount: 2, value: '-2,00 €' },
    shipping: { amount: 5 },
  },
  is_virtual: false,
};
const tell = (body: unknown) => {
  // The core sends its JSON as text/html.
  shop.answers['/en/cart'] = { type: 'text/html', body: { success: true, cart: body } };
};
const read = async () => toCart(await new PrestaShopAdapter().read(signal()), 1);
const product = { id: 'MUG-W', variantId: '12-31' } as LiveProduct;

test('a PrestaShop cart is read without changing it', async () => {
  tell(cart);
  const { lines, ...rest } = await read();
  assert.deepEqual(
    [lines[0]?.productId, lines[0]?.variantId, lines[0]?.sku, lines[0]?.lineMinor],
    ['12', '31', 'MUG-W', 1980],
  );
  assert.deepEqual(
    [rest.subtotalMinor, rest.discountMinor, rest.taxIncluded, rest.freeShippingNow],
    [1980, 200, true, false],
  );
  assert.deepEqual([rest.locale, rest.country], ['it-IT', 'IT']);
  const { method, query } = shop.asked[0]!;
  assert.deepEqual(
    [method, query.get('action'), query.has('add'), query.has('update')],
    ['GET', 'update', false, false],
  );
});

test('reading is no signal, whatever else happens at the cart’s address is one', () => {
  const { calls } = new PrestaShopAdapter();
  const at = 'https://shop.example/en/cart';
  assert.ok(calls.test(at));
  assert.ok(calls.test(`${at}?add=1&id_product=12`));
  assert.ok(!calls.test(`${at}?ajax=1&action=update&goeswith=1`));
  assert.ok(!calls.test('https://shop.example/en/category'));
});

test('where prices are shown without tax the lines are told without it, and their tax apart', async () => {
  tell({ ...cart, products: [{ ...mug, price_wt: 12.08, total_wt: 24.16 }] });
  const { lines, taxIncluded } = await read();
  assert.deepEqual([taxIncluded, lines[0]?.lineMinor, lines[0]?.taxMinor], [false, 1980, 436]);
});

test('lines that do not make the sum that is shown have no known price', async () => {
  tell({ ...cart, subtotals: { ...cart.subtotals, products: { amount: 21 } } });
  const { lines, taxIncluded } = await read();
  assert.deepEqual([taxIncluded, lines[0]?.unitMinor, lines[0]?.lineMinor], [null, null, null]);
});

test('an empty cart promises no free shipping, and one without parcels needs none', async () => {
  const free = { ...cart.subtotals, products: { amount: 0 }, shipping: { amount: 0 } };
  tell({ ...cart, products: [], subtotals: free });
  assert.equal((await read()).freeShippingNow, null);
  tell({ ...cart, subtotals: { ...cart.subtotals, shipping: { amount: 0 } } });
  assert.equal((await read()).freeShippingNow, true);
  tell({ ...cart, is_virtual: true, subtotals: { ...cart.subtotals, shipping: { amount: 0 } } });
  const { freeShippingNow, needsShipping } = await read();
  assert.deepEqual([freeShippingNow, needsShipping], [null, false]);
});

test('a PrestaShop cart that is a page, an error or nonsense is no cart', async () => {
  for (const answer of [
    { type: 'text/html', body: '<h1>Maintenance</h1>' },
    { status: 503, body: {} },
    { body: { success: true } },
    { body: { cart: { products: 'none' } } },
  ]) {
    shop.answers['/en/cart'] = answer;
    await assert.rejects(read());
  }
});

test('adding names product and combination, and the theme is told', async () => {
  tell(cart);
  await new PrestaShopAdapter().add(product);
  assert.deepEqual(shop.asked[0]?.body, {
    token: 'f00d',
    id_product: '12',
    id_product_attribute: '31',
    qty: '1',
    add: '1',
    action: 'update',
    ajax: '1',
  });
  const [[name, { reason }]] = emitted as [[string, { reason: Record<string, unknown> }]];
  assert.deepEqual(
    [name, reason.idProduct, reason.linkAction],
    ['updateCart', '12', 'add-to-cart'],
  );
});

test('what PrestaShop refuses is told in its words, by either of its ways', async () => {
  for (const body of [
    { hasError: true, errors: ['Not enough in stock'] },
    { success: true, cart, errors: 'Not enough in stock' },
  ]) {
    shop.answers['/en/cart'] = { body };
    await assert.rejects(new PrestaShopAdapter().add(product), { message: 'Not enough in stock' });
  }
  assert.deepEqual(emitted, []);
});

const live = {
  id_product_attribute: 31,
  name: 'Mug',
  price_amount: 9.9,
  url: 'https://shop.example/en/home/12-mug.html',
  cover: { bySize: { home_default: { url: '/img/12.jpg' } } },
  quantity: 4,
  add_to_cart_url: 'https://shop.example/en/cart?add=1',
};
const details = (id: string, url = '') => new PrestaShopAdapter().details([{ id, url }]);

test('a product is found by its number, its combination, or the number in its address', async () => {
  shop.answers['/en/product'] = { body: { product: live } };
  const [first] = await details('12');
  assert.deepEqual(
    [first?.variantId, first?.priceMinor, first?.available, first?.stock, first?.image],
    ['12-31', 990, true, 4, '/img/12.jpg'],
  );
  await details('12-31');
  await details('MUG-W', 'https://shop.example/en/home/12-31-mug-white.html');
  await details('MUG-W', 'https://shop.example/index.php?id_product=12&controller=product');
  const asked = shop.asked.map(({ body }) => body as Record<string, string>);
  assert.deepEqual(
    asked.map((body) => body.id_product),
    ['12', '12', '12', '12'],
  );
  assert.deepEqual(
    asked.map((body) => body.id_product_attribute),
    [undefined, '31', '31', undefined],
  );
});

test('what has no number is not asked for', async () => {
  assert.deepEqual(await details('MUG-W', 'https://shop.example/en/home/3d-printer.html'), []);
  assert.deepEqual(await details('../../cart?add=1'), []);
  assert.deepEqual(shop.asked, []);
});

test('what cannot be ordered, or not one by one, is not for sale', async () => {
  for (const change of [{ add_to_cart_url: null }, { minimal_quantity: '6' }]) {
    shop.answers['/en/product'] = { body: { product: { ...live, ...change } } };
    assert.equal((await details('12'))[0]?.available, false);
  }
  shop.answers['/en/product'] = { body: { product: { ...live, quantity: 0 } } };
  const [backorder] = await details('12');
  assert.deepEqual([backorder?.available, backorder?.stock], [true, undefined]);
});

test('one product that is gone is left out; a shop that answers nothing is told', async () => {
  const both = [
    { id: '12', url: '' },
    { id: '13', url: '' },
  ];
  shop.answers['/en/product'] = ({ body }) =>
    (body as { id_product: string }).id_product === '12'
      ? { body: { product: live } }
      : { status: 404, body: '<h1>404</h1>' };
  assert.deepEqual(
    (await new PrestaShopAdapter().details(both)).map(({ id }) => id),
    ['12'],
  );
  shop.answers = {};
  await assert.rejects(new PrestaShopAdapter().details(both));
});

test('a clobbered PrestaShop is nobody', async () => {
  global(new FakeNode());
  shop.answers['/cart'] = { body: { cart } };
  assert.equal((await read()).currency, '');
});
