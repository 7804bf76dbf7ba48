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
const addUnseen = (page, id) =>
  page.evaluate(
    (merchandiseId) => Shopify.actions.updateCart({ lines: [{ merchandiseId, quantity: 1 }] }),
    `gid://shopify/ProductVariant/${shop.catalogue.byId(id).variantId}`,
  );

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
