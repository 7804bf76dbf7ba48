import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { toCart } from '../../web/cart/cart.js';
import { ShopifyAdapter } from '../../web/cart/shopify.js';

interface Answer {
  status?: number;
  type?: string;
  body?: unknown;
}

// A page and a shop in the shape that the adapter touches.
class Element {}
let answers: Record<string, Answer> = {};
let asked: { url: string; body: unknown }[] = [];
const page: Record<string, unknown> = {};
Object.assign(globalThis, {
  Node: Element,
  HTMLCollection: class {},
  location: { href: 'https://shop.example/fr/cart' },
  document: Object.assign(new EventTarget(), { baseURI: 'https://shop.example/fr/cart' }),
  fetch: async (url: URL, init?: RequestInit) => {
    asked.push({ url: url.pathname, body: init?.body && JSON.parse(String(init.body)) });
    const {
      status = 200,
      type = 'application/json',
      body,
    } = answers[url.pathname] ?? {
      status: 404,
    };
    const text = typeof body === 'string' ? body : JSON.stringify(body ?? null);
    return new Response(text, { status, headers: { 'content-type': type } });
  },
});

beforeEach(() => {
  answers = {};
  asked = [];
  page.Shopify = { shop: 'x', routes: { root: '/fr/' }, locale: 'fr' };
  Object.assign(globalThis, page);
});

const cart = {
  currency: 'EUR',
  items_subtotal_price: 4900,
  total_discount: 1000,
  total_price: 4400,
  requires_shipping: true,
  items: [
    {
      key: '41:ab',
      id: 41,
      variant_id: 41,
      product_id: 7001,
      quantity: 2,
      sku: 'MOKA-3',
      handle: 'moka-3-cups',
      product_title: 'Moka 3 cups',
      final_price: 2450,
      final_line_price: 4900,
      line_price: 4400,
      gift_card: false,
    },
  ],
};
const read = async () => toCart(await new ShopifyAdapter().read(new AbortController().signal), 1);
const adding = { id: 'MOKA-3', variantId: '41' } as Parameters<ShopifyAdapter['add']>[0];

test('a cart becomes ours: lines after their own discounts, the cart’s apart', async () => {
  answers['/fr/cart.js'] = { body: cart };
  const { lines, ...rest } = await read();
  assert.deepEqual(lines[0], {
    key: '41:ab',
    productId: '7001',
    variantId: '41',
    sku: 'MOKA-3',
    handle: 'moka-3-cups',
    name: 'Moka 3 cups',
    qty: 2,
    unitMinor: 2450,
    lineMinor: 4900,
    taxMinor: null,
    shippable: null,
    giftCard: false,
    reward: false,
  });
  assert.deepEqual(
    [rest.currency, rest.locale, rest.subtotalMinor, rest.discountMinor, rest.needsShipping],
    ['EUR', 'fr', 4900, 500, true],
  );
  assert.equal(rest.freeShippingNow, null);
});

test('yen are told times 100, unless the shop itself says otherwise', async () => {
  answers['/fr/cart.js'] = {
    body: { ...cart, currency: 'JPY', items_subtotal_price: 100_000, total_price: 100_000 },
  };
  assert.equal((await read()).subtotalMinor, 1000);
  Object.assign(page.Shopify as object, {
    actions: { getCart: async () => ({ cart: { cost: { totalAmount: { amount: '100000' } } } }) },
  });
  assert.equal((await read()).subtotalMinor, 100_000);
});

test('three decimals are unknown until they are measured', async () => {
  const body = { ...cart, currency: 'KWD', items_subtotal_price: 435, total_price: 435 };
  answers['/fr/cart.js'] = { body };
  assert.equal((await read()).subtotalMinor, null);
  Object.assign(page.Shopify as object, {
    actions: { getCart: async () => ({ cart: { cost: { totalAmount: { amount: '4.350' } } } }) },
  });
  assert.equal((await read()).subtotalMinor, 4350);
});

test('a cart that answers with a page, an error or nonsense is no cart', async () => {
  for (const answer of [
    { type: 'text/html', body: '<h1>Sign in</h1>' },
    { status: 429, body: {} },
    { status: 200, body: null },
  ]) {
    answers['/fr/cart.js'] = answer;
    await assert.rejects(read());
  }
});

test('a cart whose fields are all wrong is an empty cart of unknown amounts', async () => {
  answers['/fr/cart.js'] = { body: { currency: 5, items: 'none', total_price: '4400' } };
  const { lines, currency, discountMinor } = await read();
  assert.deepEqual([lines, currency, discountMinor], [[], '', null]);
});

test('a clobbered global is nobody', async () => {
  Object.assign(globalThis, { Shopify: new Element() });
  answers['/cart.js'] = { body: cart };
  assert.equal((await read()).currency, 'EUR');
});

test('adding names the variant, and a refusal is told in the shop’s words', async () => {
  answers['/fr/cart/add.js'] = { body: { items: [] } };
  await new ShopifyAdapter().add(adding);
  assert.deepEqual(asked, [{ url: '/fr/cart/add.js', body: { items: [{ id: 41, quantity: 1 }] } }]);
  answers['/fr/cart/add.js'] = { status: 422, body: { status: 422, description: 'Sold out' } };
  await assert.rejects(new ShopifyAdapter().add(adding), { message: 'Sold out' });
});

test('a theme’s own action adds, its default one does not', async () => {
  const lines: unknown[] = [];
  const updateCart = Object.assign(
    async (change: { lines: unknown[] }) => {
      lines.push(...change.lines);
      return { userErrors: lines.length > 1 ? [{ message: 'Only one each' }] : [] };
    },
    { isDefault: () => false },
  );
  Object.assign(page.Shopify as object, { actions: { updateCart } });
  await new ShopifyAdapter().add(adding);
  assert.deepEqual(lines, [{ merchandiseId: 'gid://shopify/ProductVariant/41', quantity: 1 }]);
  await assert.rejects(new ShopifyAdapter().add(adding), { message: 'Only one each' });

  updateCart.isDefault = () => true;
  answers['/fr/cart/add.js'] = { body: { items: [] } };
  await new ShopifyAdapter().add(adding);
  assert.equal(asked.at(-1)?.url, '/fr/cart/add.js');
});

const product = {
  title: 'Moka 3 cups',
  url: '/products/moka-3-cups',
  featured_image: '//cdn.example/moka.jpg',
  variants: [
    { id: 40, sku: 'MOKA-1', price: 1900, available: true },
    { id: 41, sku: 'MOKA-3', price: 2450, available: false },
  ],
};
const details = (id: string, url: string, adapter = new ShopifyAdapter()) =>
  adapter.details([{ id, url }], 'EUR');

test('details are those of the variant with our id, sold out or not', async () => {
  answers['/fr/products/moka-3-cups.js'] = { body: product };
  const [live] = await details('MOKA-3', 'https://shop.example/products/moka-3-cups?variant=41');
  assert.deepEqual([live?.variantId, live?.priceMinor, live?.available], ['41', 2450, false]);
});

test('where ids are products, the first variant that is for sale stands for them', async () => {
  answers['/fr/products/7001.js'] = { body: product };
  const [live] = await details('7001', '');
  assert.deepEqual([live?.variantId, live?.priceMinor, live?.available], ['40', 1900, true]);
});

test('details are fetched once, and again after a failure', async () => {
  const adapter = new ShopifyAdapter();
  assert.deepEqual(await details('7001', '', adapter), []);
  answers['/fr/products/7001.js'] = { body: product };
  assert.equal((await details('7001', '', adapter)).length, 1);
  assert.equal((await details('7001', '', adapter)).length, 1);
  assert.equal(asked.length, 2);
});

test('a hostile id stays one segment of the address', async () => {
  await details('../../cart/clear?x=', '');
  assert.equal(asked[0]?.url, '/fr/products/..%2F..%2Fcart%2Fclear%3Fx%3D.js');
});

test('an experiment’s label becomes an attribute of the cart', async () => {
  answers['/fr/cart/update.js'] = { body: cart };
  await new ShopifyAdapter().label('goeswith', 'shown');
  assert.deepEqual(asked.at(-1)?.body, { attributes: { goeswith: 'shown' } });
});
