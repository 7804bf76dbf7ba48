import assert from 'node:assert/strict';
import {
  assertQuiet,
  capture,
  eventually,
  fillCart,
  offersOf,
  openPage,
  test,
} from './support/browser.mjs';
import { startShop } from './support/shop.mjs';

const shop = await startShop();

const { products, departments } = shop.catalogue;
const cart = ['MOK-1000', products[70].id, products[150].id];

/** Every kind of page, with the cart it is looked at with. */
const pages = [
  ['home', '/', cart.slice(0, 1)],
  ['department', `/department/${departments[0].slug}`, []],
  ['product', '/product/MOK-1000', []],
  ['product-with-cart', products[120].url, cart],
  ['product-rare', products.at(-4).url, []],
  ['product-new', shop.catalogue.byId('NEW 2/"é", 50%').url, []],
  ['search', '/search?q=coffee', []],
  ['search-nothing', '/search?q=nothing-like-it', []],
  ['new', '/new', []],
  ['cart-empty', '/cart', []],
  ['cart-full', '/cart', cart],
  ['thank-you', '/thank-you', cart],
];

for (const width of [390, 1280])
  for (const [name, path, products] of pages)
    test(`the page "${name}" is whole and says nothing in the console, ${width} px wide`, async (t) => {
      const options = { width, height: 844, reducedMotion: 'reduce' };
      const { page, context, heard } = await openPage(t, options);
      await fillCart(context, shop, products);
      await page.goto(shop.origin + path, { waitUntil: 'load' });
      if (await page.locator('main goes-with').count()) await offersOf(page);
      if (await page.locator('main goes-with-goal').count())
        await page.locator('goes-with-goal [role=progressbar]').waitFor();
      await capture(page, `${name}-${width}`);
      assertQuiet(heard);
    });

for (const width of [390, 1280])
  test(`the drawer shows goal and offers, ${width} px wide`, async (t) => {
    const { page, heard } = await openPage(t, { width, height: 844, reducedMotion: 'reduce' });
    await page.goto(`${shop.origin}/product/MOK-1000`);
    await page.locator('.buy .button').click();
    await page.locator('#drawer goes-with-goal [role=progressbar]').waitFor();
    await eventually(async () =>
      assert.equal((await offersOf(page, '#drawer goes-with')).length, 2),
    );
    await page.locator('.drawer-body').evaluate((body) => body.scrollTo(0, 0));
    await capture(page, `drawer-${width}`);
    assertQuiet(heard);
  });
