import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import type { LiveProduct } from '../../web/cart/adapter.js';
import { BigCommerceAdapter } from '../../web/cart/bigcommerce.js';
import { toCart } from '../../web/cart/cart.js';
import { forget, shop, signal } from './page.js';

const carts = '/api/storefront/carts';
beforeEach(forget);

const brewer = {
  id: '57a8',
  productId: 86,
  variantId: 66,
  sku: 'ABS',
  name: 'Brewer',
  quantity: 1,
  listPrice: 54,
  salePrice: 49,
  extendedSalePrice: 49,
  isShippingRequired: true,
  isMutable: true,
};
const items = { physicalItems: [brewer], digitalItems: [], giftCertificates: [], customItems: [] };
const cart = {
  id: 'd4e9',
  currency: { code: 'EUR', decimalPlaces: 2 },
  isTaxIncluded: true,
  cartAmount: 49,
  lineItems: items,
};
const adapter = () => new BigCommerceAdapter({ token: 't0ken', currency: 'EUR' });
const read = async (from = adapter()) => toCart(await from.read(signal()), 1);
const tell = (change: object) => {
  shop.answers[carts] = { body: [{ ...cart, ...change }] };
};

test('a BigCommerce cart is read to the minor unit, with the decimals that it names', async () => {
  tell({});
  const { lines, ...rest } = await read();
  assert.deepEqual(
    [lines[0]?.productId, lines[0]?.variantId, lines[0]?.sku, lines[0]?.lineMinor],
    ['86', '66', 'ABS', 4900],
  );
  assert.deepEqual(
    [rest.currency, rest.subtotalMinor, rest.discountMinor, rest.taxIncluded, rest.needsShipping],
    ['EUR', 4900, 0, true, true],
  );
  tell({ currency: { code: 'HUF', decimalPlaces: 0 } });
  assert.deepEqual([(await read()).exponent, (await read()).subtotalMinor], [0, 49]);
});

test('what is taken off the cart is the difference to its lines, unless tax is on top', async () => {
  tell({ cartAmount: 44.01 });
  assert.equal((await read()).discountMinor, 499);
  tell({ cartAmount: 53.9, isTaxIncluded: false });
  assert.equal((await read()).discountMinor, null);
});

test('downloads and gift certificates are not shipped, and a gift is no purchase', async () => {
  tell({
    lineItems: {
      physicalItems: [{ ...brewer, isMutable: false, salePrice: 0, extendedSalePrice: 0 }],
      digitalItems: [{ ...brewer, isShippingRequired: false }],
      giftCertificates: [{ id: 'g', name: 'For you', amount: 25 }],
      customItems: [],
    },
    cartAmount: 74,
  });
  const { lines } = await read();
  assert.deepEqual(
    lines.map(({ shippable, giftCard, reward, lineMinor }) => [
      shippable,
      giftCard,
      reward,
      lineMinor,
    ]),
    [
      [true, false, true, 0],
      [false, false, false, 4900],
      [false, true, false, 2500],
    ],
  );
});

test('no cart is an empty one, in the currency of the script tag', async () => {
  shop.answers[carts] = { body: [] };
  const { lines, currency, subtotalMinor, needsShipping } = await read();
  assert.deepEqual([lines, currency, subtotalMinor, needsShipping], [[], 'EUR', 0, false]);
});

test('a BigCommerce cart that is a page, an error or nonsense is no cart', async () => {
  for (const answer of [
    { type: 'text/html', body: '<h1>Maintenance</h1>' },
    { status: 429, body: [] },
    { body: { carts: [] } },
  ]) {
    shop.answers[carts] = answer;
    await assert.rejects(read());
  }
});

test('reading is no signal, the theme’s own calls and other writers are', () => {
  const { calls } = adapter();
  assert.ok(!calls.test(`https://shop.example${carts}?include=lineItems.physicalItems.options`));
  assert.ok(calls.test(`https://shop.example${carts}/d4e9/items/57a8`));
  assert.ok(calls.test('https://shop.example/remote/v1/cart/add'));
});

const product = { id: 'ABS', variantId: '86:66' } as LiveProduct;
const line = { lineItems: [{ quantity: 1, productId: 86, variantId: 66 }] };

test('adding makes a cart where there is none, and goes into the one that is there', async () => {
  shop.answers[carts] = ({ method }) => ({ body: method === 'GET' ? [] : cart });
  await adapter().add(product);
  assert.deepEqual([shop.asked[0]?.path, shop.asked[0]?.body], [carts, line]);
  const ours = adapter();
  tell({});
  await read(ours);
  shop.answers[`${carts}/d4e9/items`] = { body: cart };
  await ours.add(product);
  assert.deepEqual(
    [shop.asked.at(-1)?.path, shop.asked.at(-1)?.body],
    [`${carts}/d4e9/items`, line],
  );
});

test('a cart that changed meanwhile is read again, and the add tried once more and no oftener', async () => {
  const ours = adapter();
  tell({});
  await read(ours);
  let tries = 0;
  shop.answers[`${carts}/d4e9/items`] = () => {
    tries += 1;
    return tries === 1 ? { status: 409, body: { title: 'Another version' } } : { body: cart };
  };
  await ours.add(product);
  assert.equal(tries, 2);
  shop.answers[`${carts}/d4e9/items`] = () => {
    tries += 1;
    return { status: 409, body: { title: 'Another version' } };
  };
  await assert.rejects(ours.add(product), { message: 'Another version' });
  assert.equal(tries, 4);
});

const node = {
  entityId: 66,
  sku: 'ABS',
  prices: { price: { value: 49.9, currencyCode: 'EUR' } },
  inventory: { isInStock: true, aggregated: { availableToSell: 7 } },
};
const known = {
  entityId: 86,
  name: 'Brewer',
  path: '/brewer/',
  availabilityV2: { status: 'Available' },
  defaultImage: { url: 'https://cdn.example/b.jpg' },
  productOptions: { edges: [] },
  variants: { edges: [{ node }] },
};
const priced = (site: object) => {
  shop.answers['/graphql'] = { body: { data: { site } } };
};
const details = (id: string) => adapter().details([{ id, url: '' }], 'EUR');

test('one request tells products by article number and by number', async () => {
  priced({ s0: known, s1: null, i1: { ...known, entityId: 99 } });
  const live = await adapter().details(
    [
      { id: 'ABS', url: '' },
      { id: '99', url: '' },
    ],
    'EUR',
  );
  assert.deepEqual(
    live.map(({ id, variantId, priceMinor, stock, available }) => [
      ...[id, variantId, priceMinor, stock, available],
    ]),
    [
      ['ABS', '86:66', 4990, 7, true],
      ['99', '99:66', 4990, 7, true],
    ],
  );
  assert.equal(shop.asked.length, 1);
  assert.equal(shop.asked[0]?.headers.Authorization, 'Bearer t0ken');
});

test('what has to be chosen first, is sold out or only by the dozen is not for sale', async () => {
  const other = { node: { ...node, sku: 'ABS-2' } };
  const more = { edges: [{ node: { ...node, sku: 'ABS-1' } }, other] };
  for (const change of [
    { variants: more },
    { productOptions: { edges: [{ node: { isRequired: true } }] } },
    { availabilityV2: { status: 'Unavailable' } },
    { minPurchaseQuantity: 12 },
    { variants: { edges: [{ node: { ...node, inventory: { isInStock: false } } }] } },
  ]) {
    priced({ s0: { ...known, ...change } });
    assert.equal((await details('ABS'))[0]?.available, false, JSON.stringify(change));
  }
  priced({ s0: { ...known, variants: { edges: [other, { node }] } } });
  const [chosen] = await details('ABS');
  assert.deepEqual([chosen?.available, chosen?.variantId], [true, '86:66'], 'ours by its number');
});

test('a hostile id stays a text of the question', async () => {
  priced({});
  assert.deepEqual(await details('"){x}#'), []);
  assert.match((shop.asked[0]!.body as { query: string }).query, /product\(sku:"\\"\)\{x\}#"\)/);
});

test('without the theme’s token there are no prices, which is told once', async () => {
  const without = new BigCommerceAdapter({});
  await assert.rejects(without.details([{ id: 'ABS', url: '' }], 'EUR'), {
    code: 'prices-unknown',
  });
  assert.deepEqual(await without.details([{ id: 'ABS', url: '' }], 'EUR'), []);
  assert.deepEqual(shop.asked, []);
});
