import assert from 'node:assert/strict';
import { eventually, fillCart, offersOf, openPage, shownIds, test } from './support/browser.mjs';
import { startShop } from './support/shop.mjs';

const shop = await startShop();
const known = new Set(shop.recommend([], 1000).map(({ id }) => id));
const { products } = shop.catalogue;
const strangers = products.map(({ id }) => id).filter((id) => !known.has(id));

/** Carts of every kind, the same in every run. */
function carts() {
  const ids = products.map(({ id }) => id);
  const some = (count, from, step) =>
    Array.from({ length: count }, (_, i) => ids[(from + i * step) % ids.length]);
  const unique = (cart) => [...new Set(cart)];
  return [
    [],
    ['NEW-1'],
    strangers.slice(0, 3),
    [strangers[0], ids[0]],
    ['NEW 2/"é", 50%', ids[5], ids[6]],
    ...[0, 17, 54, 121, 200].map((at) => [ids[at]]),
    ...[3, 31, 77, 140].map((at) => some(2, at, 41)),
    ...[8, 59, 99].map((at) => some(3, at, 13)),
    ...[1, 90].map((at) => some(5, at, 29)),
    some(8, 4, 37),
    some(12, 60, 23),
    some(20, 150, 7),
    some(40, 2, 3),
    ids.slice(0, 120),
    ids.slice(0, ids.length - 3),
  ].map(unique);
}

/** What the command says, less what is in the cart. */
const expected = (asked, cart) =>
  shop
    .recommend(asked)
    .map(({ id }) => id)
    .filter((id) => !cart.includes(id))
    .slice(0, 4);

/** What completes a product, as the command says. */
const completing = (id, cart) =>
  shop.recommend(cart, 2, '--product', id, '--bundle').map((item) => item.id);

test('the cart page offers what the command recommends for the same cart', async (t) => {
  const { page, context } = await openPage(t);
  const all = carts();
  assert.ok(all.length >= 20 && strangers.length > 2);
  for (const cart of all) {
    await fillCart(context, shop, cart);
    await page.goto(`${shop.origin}/cart`);
    const offers = expected(cart, cart);
    const told = `cart: ${cart.slice(0, 12)} (${cart.length})`;
    if (offers.length > 0) assert.deepEqual(await offersOf(page), offers, told);
    else assert.deepEqual(await shownIds(page, 'main goes-with'), [], told);
  }
});

test('a product page offers what goes with that product, less what is in the cart', async (t) => {
  const { page, context } = await openPage(t);
  for (const [i, cart] of carts().slice(0, 20).entries()) {
    const product = i === 3 ? shop.catalogue.byId('NEW-1') : products[i * 14];
    // The best of what goes with it is in the cart already.
    const taken = [...new Set([...cart, ...expected([product.id], []).slice(0, i % 3)])];
    await fillCart(context, shop, taken);
    await page.goto(shop.origin + product.url);
    const told = `${product.id}, cart: ${taken}`;
    const row = await offersOf(page);
    // The bundle above the row has the first choice.
    const bundle = await shownIds(page, 'goes-with-bundle');
    assert.deepEqual(bundle.slice(1), known.has(product.id) ? completing(product.id, taken) : []);
    assert.deepEqual(row, expected([product.id], [...taken, ...bundle]), told);
  }
});

test('after adding and taking away the offers are those of the new cart', async (t) => {
  const { page, context } = await openPage(t);
  const cart = ['MOK-1000', products[50].id];
  await fillCart(context, shop, cart);
  await page.goto(`${shop.origin}/cart`);
  for (let i = 0; i < 3; i++) {
    const [first] = await offersOf(page);
    await page.locator('main goes-with .card button').first().click();
    cart.push(first);
    await eventually(async () =>
      assert.deepEqual(await shownIds(page, 'main goes-with'), expected(cart, cart)),
    );
  }
  await page
    .getByRole('button', { name: /^Remove/ })
    .first()
    .click();
  cart.shift();
  await eventually(async () =>
    assert.deepEqual(await shownIds(page, 'main goes-with'), expected(cart, cart)),
  );
});

test('each row says why it is there: bought together only of what was', async (t) => {
  const { page, context } = await openPage(t);
  const titles = { together: 'Frequently bought together', 'best-seller': 'Best sellers' };
  for (const cart of [[], ['MOK-1000'], ['NEW-1']]) {
    await fillCart(context, shop, cart);
    await page.goto(`${shop.origin}/cart`);
    await offersOf(page);
    const reasons = new Set(shop.recommend(cart, 4).map(({ reason }) => reason));
    assert.equal(reasons.size, 1);
    const title = await page.locator('main goes-with .title').textContent();
    assert.equal(title.trim(), titles[[...reasons][0]]);
  }
});
