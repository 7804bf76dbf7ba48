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
let asked: { url: string; body: Answer['body'] }[] = [];
let drawer: object | null = null;
const page: Record<string, unknown> = {};
Object.assign(globalThis, {
  Node: Element,
  HTMLCollection: class {},
  location: { origin: 'https://shop.example', pathname: '/fr/cart' },
  document: Object.assign(new EventTarget(), {
    baseURI: 'https://shop.example/fr/cart',
    querySelector: () => drawer,
  }),
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
  drawer = null;
  page.Shopify = { shop: 'x', routes: { root: '/fr/' }, locale: 'pt-BR', country: 'PT' };
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
    ['EUR', 'pt-BR', 4900, 500, true],
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

test('a cart that changes while it is measured gives no scale', async () => {
  const body = { ...cart, currency: 'KWD', items_subtotal_price: 435, total_price: 435 };
  answers['/fr/cart.js'] = { body };
  Object.assign(page.Shopify as object, {
    actions: { getCart: async () => ({ cart: { cost: { totalAmount: { amount: '3.0' } } } }) },
  });
  assert.equal((await read()).subtotalMinor, null);
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

const graph = '/api/2025-10/graphql.json';
const details = (wanted: [string, string?][], currency = 'EUR', adapter = new ShopifyAdapter()) =>
  adapter.details(
    wanted.map(([id, url = '']) => ({ id, url })),
    currency,
  );
const node = (id: number, sku: string, amount: string, available = true, currencyCode = 'EUR') => ({
  id: `gid://shopify/ProductVariant/${id}`,
  sku,
  availableForSale: available,
  price: { amount, currencyCode },
});
const moka = {
  title: 'Moka 3 cups',
  featuredImage: { url: 'https://cdn.example/moka.jpg' },
  variants: { nodes: [node(40, 'MOKA-1', '19.0'), node(41, 'MOKA-3', '24.5', false)] },
};

test('details of all products are one question without cookies, in the shopper’s country and language', async () => {
  answers[graph] = { body: { data: { p0: moka, p1: moka, p2: null } } };
  const live = await details([
    ['MOKA-3', 'https://shop.example/products/moka-3-cups?variant=41'],
    ['7001', '/products/caff%C3%A8'],
    ['gone'],
  ]);
  assert.deepEqual(live, [
    {
      id: 'MOKA-3',
      variantId: '41',
      title: 'Moka 3 cups',
      url: '',
      image: 'https://cdn.example/moka.jpg',
      priceMinor: 2450,
      exponent: 2,
      currency: 'EUR',
      available: false,
    },
    { ...live[0], id: '7001', variantId: '40', priceMinor: 1900, available: true },
  ]);
  assert.equal(asked.length, 1);
  const { query, variables } = asked[0]!.body as { query: string; variables: object };
  assert.deepEqual(variables, { c: 'PT', l: 'PT_BR', h0: 'moka-3-cups', h1: 'caffè', h2: 'gone' });
  assert.match(query, /p2:product\(handle:\$h2\)/);
});

test('a hostile id never becomes a part of the question', async () => {
  answers[graph] = { body: { data: { p0: null } } };
  await details([['"){shop{name}}#']]);
  const { query } = asked[0]!.body as { query: string };
  assert.ok(!query.includes('shop{'));
});

test('amounts of every currency are exact', async () => {
  for (const [currency, amount, priceMinor] of [
    ['KWD', '8.25', 8250],
    ['JPY', '1000.0', 1000],
    ['EUR', '4.35', 435],
  ] as const) {
    const nodes = [node(41, 'MOKA-3', amount, true, currency)];
    answers[graph] = { body: { data: { p0: { ...moka, variants: { nodes } } } } };
    const [live] = await details([['MOKA-3']], currency);
    assert.equal(live?.priceMinor, priceMinor);
  }
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

test('where the question is refused each product is asked for, and nobody asks in vain again', async () => {
  const refusals: Answer[] = [
    { status: 401, body: {} },
    { type: 'text/html', body: '<h1>Sign in</h1>' },
    { body: { errors: [{ message: 'Too complex' }], data: null } },
    {
      body: {
        data: { p0: { ...moka, variants: { nodes: [node(41, 'MOKA-3', '1', true, 'USD')] } } },
      },
    },
  ];
  answers['/fr/products/moka-3-cups.js'] = { body: product };
  for (const refusal of refusals) {
    answers[graph] = refusal;
    asked = [];
    const adapter = new ShopifyAdapter();
    for (let times = 0; times < 2; times += 1) {
      const [live] = await details([['MOKA-3', '/products/moka-3-cups']], 'EUR', adapter);
      assert.deepEqual([live?.variantId, live?.priceMinor, live?.available], ['41', 2450, false]);
    }
    assert.deepEqual(
      asked.map(({ url }) => url),
      [graph, '/fr/products/moka-3-cups.js', '/fr/products/moka-3-cups.js'],
    );
  }
});

test('a server in trouble is asked the same the next time', async () => {
  const adapter = new ShopifyAdapter();
  answers[graph] = { status: 429, body: {} };
  await assert.rejects(details([['MOKA-3']], 'EUR', adapter), { status: 429 });
  answers[graph] = { body: { data: { p0: moka } } };
  assert.equal((await details([['MOKA-3']], 'EUR', adapter)).length, 1);
});

test('a variant beyond those that were asked for is looked up', async () => {
  const nodes = Array.from({ length: 10 }, (_, at) => node(at, `M-${at}`, '1.0'));
  answers[graph] = { body: { data: { p0: { ...moka, variants: { nodes } } } } };
  answers['/fr/products/moka.js'] = { body: product };
  const [live] = await details([['MOKA-3', '/products/moka']]);
  assert.deepEqual([live?.variantId, live?.priceMinor], ['41', 2450]);
});

test('where ids are products, the first variant that is for sale stands for them', async () => {
  answers['/fr/products/7001.js'] = { body: product };
  const [live] = await details([['7001']]);
  assert.deepEqual([live?.variantId, live?.priceMinor, live?.available], ['40', 1900, true]);
});

test('what is not there any more is left out, and only if nothing came is it an error', async () => {
  answers['/fr/products/7001.js'] = { body: product };
  assert.equal((await details([['7001'], ['7002']])).length, 1);
  assert.equal((await details([['7002']])).length, 0);
  answers['/fr/products/7003.js'] = { status: 500, body: {} };
  assert.equal((await details([['7001'], ['7003']])).length, 1);
  await assert.rejects(details([['7003']]));
});

test('a hostile id stays one segment of the address', async () => {
  await details([['../../cart/clear?x=']]);
  assert.equal(asked[1]?.url, '/fr/products/..%2F..%2Fcart%2Fclear%3Fx%3D.js');
});

test('the theme’s own drawer draws what its server answered, and may break', async () => {
  const drawn: unknown[] = [];
  drawer = {
    getSectionsToRender: () => [{ id: 'cart-drawer' }],
    renderContents(answer: unknown) {
      drawn.push(answer);
      throw new Error('theme');
    },
  };
  const sections = { 'cart-drawer': '<div></div>' };
  answers['/fr/cart/add.js'] = { body: { items: [{ key: '41:ab' }], sections } };
  await new ShopifyAdapter().add(adding);
  assert.deepEqual(asked[0]?.body, {
    items: [{ id: 41, quantity: 1 }],
    sections: ['cart-drawer'],
    sections_url: '/fr/cart',
  });
  assert.deepEqual(drawn, [{ key: '41:ab', items: [{ key: '41:ab' }], sections }]);
});

test('an experiment’s label becomes an attribute of the cart', async () => {
  answers['/fr/cart/update.js'] = { body: cart };
  await new ShopifyAdapter().label('goeswith', 'shown');
  assert.deepEqual(asked.at(-1)?.body, { attributes: { goeswith: 'shown' } });
});
