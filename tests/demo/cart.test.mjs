import assert from 'node:assert/strict';
import test from 'node:test';
import { Cart, Carts } from '../../demo/shop/cart.mjs';
import { shopper, withShop } from './fixture.mjs';

const ITEM_FIELDS = `id variant_id product_id key quantity sku handle title product_title
  variant_title vendor product_type price original_price discounted_price final_price
  original_line_price final_line_price line_price total_discount line_level_total_discount
  gift_card requires_shipping taxable grams properties url image featured_image
  options_with_values product_has_only_default_variant`.split(/\s+/);
const CART_FIELDS = `token note attributes currency item_count requires_shipping
  original_total_price items_subtotal_price total_discount total_price
  cart_level_discount_applications items`.split(/\s+/);

test('an empty cart has every field and sets no cookie', () =>
  withShop({}, async ({ call }) => {
    const response = await call('/cart.js');
    assert.equal(response.headers.get('set-cookie'), null);
    const cart = await response.json();
    for (const field of CART_FIELDS) assert.ok(field in cart, field);
    assert.deepEqual([cart.item_count, cart.total_price, cart.currency], [0, 0, 'EUR']);
    assert.equal(cart.requires_shipping, false);
  }));

test('adding answers the added lines, with every field, and the cart adds up', () =>
  withShop({}, async ({ shop, post, json }) => {
    const [mug, pot] = shop.catalogue.products;
    const items = [{ id: mug.variantId, quantity: 2 }, { id: pot.variantId }];
    const { status, body } = await post('/cart/add.js', { items });
    assert.equal(status, 200);
    for (const field of ITEM_FIELDS) assert.ok(field in body.items[0], field);
    assert.deepEqual(
      body.items.map(({ sku, quantity, line_price }) => [sku, quantity, line_price]),
      [
        ['MUG-1', 2, 2500],
        ['POT-1', 1, 3000],
      ],
    );
    const cart = await json('/cart.js');
    assert.deepEqual(
      [cart.item_count, cart.total_price, cart.items_subtotal_price],
      [3, 5500, 5500],
    );
    assert.equal(cart.items[0].url, `/product/MUG-1?variant=${mug.variantId}`);
    assert.equal(cart.items[0].featured_image.url, '/picture/mug/C8913B.svg');
  }));

test('adding again adds up on the same line, and answers one item to the plain variant', () =>
  withShop({}, async ({ shop, post, json }) => {
    const [{ variantId }] = shop.catalogue.products;
    await post('/cart/add.js', { id: variantId, quantity: 1 });
    const { body } = await post('/cart/add.js', { id: String(variantId), quantity: '2' });
    assert.deepEqual([body.quantity, body.sku], [3, 'MUG-1']);
    assert.equal((await json('/cart.js')).items.length, 1);
  }));

test('what is sold out, unknown or no quantity is refused with 422 and changes nothing', () =>
  withShop({}, async ({ shop, post, json }) => {
    const [mug, , gone] = shop.catalogue.products;
    const refused = [
      [{ items: [{ id: gone.variantId, quantity: 1 }] }, /already sold out/],
      [{ items: [{ id: mug.variantId }, { id: gone.variantId }] }, /already sold out/],
      [{ items: [{ id: 1 }] }, /Cannot find variant/],
      [{ items: [null] }, /Cannot find variant/],
      [{ id: 'constructor' }, /Cannot find variant/],
      [{ id: mug.variantId, quantity: 1.5 }, /whole number/],
      [{ id: mug.variantId, quantity: -1 }, /whole number/],
      [{ id: mug.variantId, quantity: 0 }, /1 or more/],
      [{ id: mug.variantId, quantity: 100 }, /All 99/],
    ];
    for (const [wanted, why] of refused) {
      const { status, body } = await post('/cart/add.js', wanted);
      assert.equal(status, 422, JSON.stringify(wanted));
      assert.deepEqual([body.status, body.message], [422, 'Cart Error']);
      assert.match(body.description, why);
    }
    assert.equal((await json('/cart.js')).item_count, 0);
  }));

test('a line changes by its key, its variant or its place, and 0 takes it away', () =>
  withShop({}, async ({ shop, post }) => {
    const [mug, pot] = shop.catalogue.products;
    const added = await post('/cart/add.js', {
      items: [{ id: mug.variantId }, { id: pot.variantId }],
    });
    const change = async (wanted) => (await post('/cart/change.js', wanted)).body;
    const { key } = added.body.items[0];
    assert.equal((await change({ id: key, quantity: 4 })).total_price, 4 * 1250 + 3000);
    assert.equal((await change({ id: mug.variantId, quantity: 2 })).total_price, 2 * 1250 + 3000);
    assert.equal((await change({ line: 2, quantity: 3 })).total_price, 2 * 1250 + 9000);
    assert.deepEqual(
      (await change({ line: 1, quantity: 0 })).items.map(({ sku }) => sku),
      ['POT-1'],
    );
    assert.equal((await post('/cart/change.js', { id: key, quantity: 1 })).status, 422);
    assert.equal((await post('/cart/change.js', { line: 7, quantity: 1 })).status, 422);
  }));

test('several lines are updated at once or not at all', () =>
  withShop({}, async ({ shop, post }) => {
    const [mug, pot] = shop.catalogue.products;
    await post('/cart/add.js', { items: [{ id: mug.variantId }, { id: pot.variantId }] });
    const updates = { [mug.variantId]: 2, [pot.variantId]: 0 };
    assert.equal((await post('/cart/update.js', { updates })).body.total_price, 2500);
    assert.equal((await post('/cart/update.js', { updates: [5] })).body.total_price, 6250);
    const wrong = { [mug.variantId]: 1, 1: 1 };
    assert.equal((await post('/cart/update.js', { updates: wrong })).status, 422);
    assert.equal((await post('/cart/update.js', {})).body.total_price, 6250);
  }));

test('without a script the forms lead back to the cart, and say why where they cannot', () =>
  withShop({}, async ({ shop, form, call }) => {
    const [mug, , gone] = shop.catalogue.products;
    const added = await form('/cart/add', { id: mug.variantId, quantity: 3 });
    assert.deepEqual([added.status, added.headers.get('location')], [303, '/cart']);
    assert.match(added.headers.get('set-cookie'), /; HttpOnly; SameSite=Lax$/);
    assert.match(await (await call('/cart')).text(), /€37\.50/);
    const refused = await form('/cart/add', { id: gone.variantId });
    assert.equal(refused.status, 422);
    assert.match(
      await refused.text(),
      /The product &#39;Sold out plate&#39; is already sold out\./,
    );
  }));

test('two shoppers have two carts', () =>
  withShop({}, async ({ shop, origin, post }) => {
    await post('/cart/add.js', { id: shop.catalogue.products[0].variantId });
    assert.equal((await shopper(origin).json('/cart.js')).item_count, 0);
  }));

test('a body that is no object, or too much of it, is refused', () =>
  withShop({}, async ({ call, post }) => {
    const headers = { 'Content-Type': 'application/json' };
    const send = async (body) =>
      (await call('/cart/add.js', { method: 'POST', headers, body })).status;
    assert.deepEqual([await send('[1]'), await send('{'), await send('null')], [400, 400, 400]);
    assert.equal(await send(`{"x":"${'y'.repeat(70_000)}"}`), 413);
    assert.equal((await post('/cart/add.js', { items: [] })).status, 400);
  }));

test('a product answers with its variant, its price and whether it can be had', () =>
  withShop({}, async ({ shop, json, call }) => {
    for (const { id, price, title, url } of shop.catalogue.products) {
      const product = await json(`/products/${encodeURIComponent(id)}.js`);
      assert.deepEqual([product.handle, product.title, product.url], [id, title, url]);
      const [variant] = product.variants;
      assert.deepEqual([variant.sku, variant.price], [id, price ?? 0]);
      assert.equal(variant.available, price !== null);
      assert.match(product.featured_image, /^\/picture\//);
    }
    assert.equal((await call('/products/none.js')).status, 404);
  }));

test('one question without a token answers for many products, and for nothing else', () =>
  withShop({}, async ({ shop, post }) => {
    const [first, second] = shop.catalogue.products;
    const query = `query($h0:String,$h1:String){p0:product(handle:$h0){...P}
      p1: product( handle: $h1 ){...P} p2:product(handle:$h2){...P}}`;
    const variables = { h0: first.id, h1: second.id, h2: 'none' };
    const ask = async (body) => (await post('/api/2025-10/graphql.json', body)).body;
    const { data } = await ask({ query, variables });
    assert.deepEqual(Object.keys(data), ['p0', 'p1', 'p2']);
    assert.equal(data.p0.title, first.title);
    const [node] = data.p1.variants.nodes;
    assert.deepEqual(
      [node.sku, node.price.amount, node.availableForSale],
      [second.id, ((second.price ?? 0) / 100).toFixed(2), second.price !== null],
    );
    assert.equal(data.p2, null);
    for (const nothing of [{}, { query: '{shop{name}}' }, { query: 7, variables: [] }])
      assert.equal((await ask(nothing)).data, undefined);
  }));

test('the cart that was used longest ago makes room', () => {
  const carts = new Carts(2);
  const [a, b] = [carts.open(new Cart()), carts.open(new Cart())];
  carts.get(a);
  carts.open(new Cart());
  assert.ok(carts.get(a));
  assert.equal(carts.get(b), undefined);
});
