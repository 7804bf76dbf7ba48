import assert from 'node:assert/strict';
import { realOrders } from '../commands/goeswith.mjs';
import {
  assertQuiet,
  capture,
  eventually,
  offersOf,
  openPage,
  shownIds,
  test,
} from './support/browser.mjs';
import { startShop } from './support/shop.mjs';

const orders = realOrders('online_retail_ii/orders.csv.gz');

const shop = orders && (await startShop(orders));

/** A test that is skipped where the orders of Online Retail are not. */
const realTest = (name, run) =>
  test(name, (t) => (orders ? run(t) : t.skip('online_retail_ii is not on this machine')));

for (const width of [390, 1280])
  realTest(
    `Online Retail is a shop in pounds whose products go together, ${width} px wide`,
    async (t) => {
      const { origin } = shop;
      const { page, heard } = await openPage(t, { width, height: 844, reducedMotion: 'reduce' });
      await page.goto(`${origin}/product/85123A`);
      assert.equal(await page.locator('h1').textContent(), 'White hanging heart T-light holder');
      assert.match(await page.locator('.product .price').textContent(), /^£\d+\.\d\d$/);

      const shown = await offersOf(page);
      assert.equal(shown.length, 4);
      const title = await page.locator('main goes-with .title').textContent();
      assert.equal(title.trim(), 'Frequently bought together');
      const names = await page.locator('main goes-with .name').allTextContents();
      for (const name of names) assert.doesNotMatch(name, /^[A-Z0-9 .,'-]+$/, 'nobody shouts');
      // The red one beside the white one is what every shopkeeper would put there.
      assert.ok(shown.includes('21733'), `${shown}: ${names}`);
      const kindred = names.filter((name) => /heart|holder|frame|hanging|white|home/i.test(name));
      assert.ok(kindred.length >= 3, `${names}`);
      for (const price of await page.locator('main goes-with .price').allTextContents())
        assert.match(price, /£\d+\.\d\d$/);

      await page.locator('main goes-with .card button').first().click();
      const count = page.locator('[data-cart-count]');
      await eventually(async () => assert.equal(await count.textContent(), '1'));
      await capture(page, `retail-product-${width}`);
      await page.goto(`${origin}/cart`);
      await offersOf(page);
      const message = await page.locator('main goes-with-goal .message').textContent();
      assert.match(message, /Add \u2068?£\d+\.\d\d\u2069? more for free shipping/);
      await capture(page, `retail-cart-${width}`);
      for (const path of ['/', '/search?q=lantern']) {
        await page.goto(origin + path);
        if (path === '/') await offersOf(page);
        await capture(page, `retail-${path.slice(1, 7)}-${width}`);
      }
      assertQuiet(heard);
    },
  );

realTest('what Online Retail’s pages offer is what the command recommends', async (t) => {
  const { origin, recommend } = shop;
  const { page, heard } = await openPage(t);
  for (const id of ['85123A', '22423', '84879', '20725', '47566', '21212']) {
    await page.goto(`${origin}/product/${id}`);
    const completing = recommend([], 2, '--product', id, '--bundle').map((item) => item.id);
    const said = recommend([id], 6).map((item) => item.id);
    const row = await offersOf(page);
    assert.deepEqual(await shownIds(page, 'goes-with-bundle'), [id, ...completing], id);
    // The bundle above the row has the first choice.
    const left = said.filter((other) => !completing.includes(other)).slice(0, 4);
    assert.deepEqual(row, left, id);
  }
  assertQuiet(heard);
});
