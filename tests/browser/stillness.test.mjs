import assert from 'node:assert/strict';
import {
  eventually,
  fillCart,
  offersOf,
  openPage,
  shownIds,
  test,
  toldBy,
} from './support/browser.mjs';
import { startShop } from './support/shop.mjs';

const shop = await startShop();
const { products } = shop.catalogue;

/** What moved by itself: all shifts but those that follow the shopper's own click or key. */
async function assertStill(page, where) {
  // Shifts are told after the frame in which they happened.
  await page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
  );
  const { shifts } = await toldBy(page);
  const moved = shifts.filter(({ hadRecentInput }) => !hadRecentInput);
  assert.deepEqual(moved, [], where);
}

/** Changes the cart as another tab would: without a click on this page. */
const addUnseen = (page, ...ids) =>
  page.evaluate(
    (all) =>
      Shopify.actions.updateCart({
        lines: all.map((merchandiseId) => ({ merchandiseId, quantity: 1 })),
      }),
    ids.map((id) => `gid://shopify/ProductVariant/${shop.catalogue.byId(id).variantId}`),
  );

const ours = 'goes-with, goes-with-list, goes-with-bundle, goes-with-goal';

/** Waits until nothing was asked for or told for a while: what had to come has come. */
async function calm(page) {
  const seen = () =>
    page.evaluate(() => performance.getEntriesByType('resource').length + told.events.length);
  for (let before = -1, now = await seen(); before !== now; ) {
    before = now;
    await new Promise((resolve) => setTimeout(resolve, 700));
    now = await seen();
  }
}

/** Scrolls to each element of ours in turn; returns how many show something. */
async function walk(page) {
  const elements = await page.locator(ours).all();
  for (const element of elements) {
    await element.evaluate((each) => each.scrollIntoView({ block: 'center' }));
    await calm(page);
  }
  const full = '[part~=card], [role=progressbar]';
  return page
    .locator(ours)
    .evaluateAll(
      (all, selector) => all.filter(({ shadowRoot }) => shadowRoot?.querySelector(selector)).length,
      full,
    );
}

/** From here on the shop knows no product that it was not asked for before. */
async function sellNothingElse(page) {
  await page.route('**/products/*.js', (route) => route.fulfill({ status: 404, json: {} }));
  await page.route('**/graphql.json', (route) => {
    const { query } = route.request().postDataJSON();
    const aliases = [...query.matchAll(/(\w+)\s*:\s*product\(/g)].map(([, alias]) => [alias, null]);
    return route.fulfill({ json: { data: Object.fromEntries(aliases) } });
  });
}

/** Several pages at a time: most of it is waiting for what does not come. */
async function each(all, look) {
  const left = [...all];
  const next = async () => {
    for (let one = left.shift(); one !== undefined; one = left.shift()) await look(one);
  };
  await Promise.all(Array.from({ length: 5 }, next));
}

// Those with a goal, and those that another cart changes much, have tests of their own.
const plain = [
  ['home', '/', 2],
  ['department', `/department/${shop.catalogue.departments[0].slug}`, 0],
  ['product, nothing in the cart', products[120].url, 1],
  ['search', '/search?q=coffee', 0],
  ['search that finds nothing', '/search?q=nothing-like-it', 1],
  ['new arrivals', '/new', 0],
  ['after the purchase', '/thank-you', 0],
  ['a page that is not there', '/no-such-page', 0],
];

for (const width of [390, 1280])
  test(`nothing moves on any page of the shop while offers come and change, ${width} px wide`, async (t) => {
    await each(plain, async ([name, path, most]) => {
      const { page, context } = await openPage(t, { width, height: 844 });
      await page.goto(shop.origin + path);
      assert.ok((await walk(page)) >= most, `${name}: offers come`);
      await assertStill(page, `${name}: offers came`);
      await addUnseen(page, 'MOK-1000', products[70].id);
      await calm(page);
      await walk(page);
      await assertStill(page, `${name}: the cart changed`);
      await context.close();
    });
  });

for (const width of [390, 1280])
  test(`nothing moves while offers vanish under the shopper’s eyes, ${width} px wide`, async (t) => {
    for (const path of ['/', '/product/MOK-1000']) {
      const { page, context } = await openPage(t, { width, height: 844 });
      await page.goto(shop.origin + path);
      let shown = await offersOf(page);
      await sellNothingElse(page);
      for (let times = 0; shown.length > 0; times++) {
        assert.ok(times < 20, `${shown} never vanish`);
        await addUnseen(page, ...shown);
        const before = String(shown);
        await eventually(async () => {
          shown = await shownIds(page, 'main goes-with');
          assert.notEqual(String(shown), before);
        });
      }
      await calm(page);
      await assertStill(page, `${path}: offers vanished`);
      await context.close();
    }
  });

for (const width of [390, 1280])
  test(`nothing moves in the drawer while goal and offers come and change, ${width} px wide`, async (t) => {
    const { page } = await openPage(t, { width, height: 844 });
    await page.goto(`${shop.origin}/product/MOK-1000`);
    await offersOf(page);
    await page.locator('[data-cart-link]').click();
    // What follows a click within half a second is the click's.
    await page.waitForTimeout(600);
    await page.locator('#drawer goes-with-goal [role=progressbar]').waitFor();
    await offersOf(page, '#drawer goes-with');
    await assertStill(page, 'the drawer is open');
  });

/** The pages of `demo/shop/variants`, as its own list names them. */
async function variants() {
  const answer = await fetch(`${shop.origin}/variants/`);
  const list = answer.ok ? await answer.text() : '';
  return [...list.matchAll(/href="\/variants\/([\w-]+)"/g)].map(([, name]) => name);
}

for (const width of [390, 1280])
  test(`nothing moves on any page that shows a way to use the widget, ${width} px wide`, async (t) => {
    const names = await variants();
    if (names.length === 0) return t.skip('the demo has no variants');
    await each(names, async (name) => {
      const { page, context } = await openPage(t, { width, height: 844 });
      await page.goto(`${shop.origin}/variants/${name}`);
      for (const opener of await page.locator('[data-open]').all()) {
        await opener.click();
        await page.waitForTimeout(600);
      }
      assert.ok((await walk(page)) > 0, `${name}: shows something`);
      await assertStill(page, `${name}: offers came`);
      await page.evaluate(async (id) => {
        const { setCart } = await import('/dist/goeswith.js');
        const { currency } = document.body.dataset;
        setCart({ currency, lines: [{ productId: id, qty: 1, unitMinor: 900, lineMinor: 900 }] });
      }, products[70].id);
      await calm(page);
      await assertStill(page, `${name}: the cart changed`);
      await page.evaluate(async () => (await import('/dist/goeswith.js')).onPrices(() => []));
      await calm(page);
      await assertStill(page, `${name}: offers vanished`);
      await context.close();
    });
  });

for (const width of [390, 1280])
  test(`nothing moves on a product page while offers come and change, ${width} px wide`, async (t) => {
    const { page } = await openPage(t, { width, height: 844 });
    await page.goto(`${shop.origin}/product/MOK-1000`);
    const first = await offersOf(page);
    await assertStill(page, 'offers came');
    for (const id of first.slice(0, 2)) {
      await addUnseen(page, id);
      await eventually(async () =>
        assert.ok(!(await shownIds(page, 'main goes-with')).includes(id)),
      );
    }
    await assertStill(page, 'offers changed');
  });

for (const width of [390, 1280])
  test(`nothing moves on the cart page while offers and goal come and change, ${width} px wide`, async (t) => {
    const cheap = [...products].sort((a, b) => a.price - b.price)[5].id;
    for (const cart of [[], [cheap], ['MOK-1000'], [products[70].id, products[150].id]]) {
      const { page, context } = await openPage(t, { width, height: 844 });
      await fillCart(context, shop, cart);
      await page.goto(`${shop.origin}/cart`);
      await page.locator('main goes-with-goal [role=progressbar]').waitFor();
      await offersOf(page);
      await assertStill(page, `cart: ${cart}`);
      if (cart.length > 0) {
        // A thing more of what is in the cart adds no line, so the shop itself moves nothing.
        const bar = page.locator('main goes-with-goal [role=progressbar]');
        const before = await bar.getAttribute('aria-valuetext');
        await addUnseen(page, cart[0]);
        const isFull = /^(.+) of \1$/.test(before);
        if (!isFull)
          await eventually(async () =>
            assert.notEqual(await bar.getAttribute('aria-valuetext'), before),
          );
        await assertStill(page, `cart: ${cart}, one more`);
      }
      await context.close();
    }
  });
