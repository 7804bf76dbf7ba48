import assert from 'node:assert/strict';
import { assertQuiet, eventually, openPage, shownIds, test } from './support/browser.mjs';
import { startShop } from './support/shop.mjs';

const shop = await startShop();

/** A page that makes its elements by a script, before ours is there. */
function pageWith(path, early) {
  shop.pages.set(path, {
    body: `<!doctype html><html lang="en"><meta charset="utf-8"><title>Elements</title>
      <link rel="icon" href="/static/icon.svg"><body data-cart="MOK-1000" data-currency="EUR">
      <script>${early}</script>
      <script type="module" src="/dist/goeswith.js" data-model="/shop.gw"></script>
      <script type="module" src="/static/variant.js"></script>`,
  });
  return shop.origin + path;
}

const ids = (limit, ...more) => shop.recommend(['MOK-1000'], limit, ...more).map(({ id }) => id);

test('what a page sets before an element comes to life counts, and so does what it sets later', async (t) => {
  const { page, heard } = await openPage(t);
  await page.goto(
    pageWith(
      '/early',
      `const row = document.createElement('goes-with');
       Object.assign(row, { limit: 2, heading: 3, evidence: true, layout: 'row' });
       document.body.append(row);`,
    ),
  );
  const row = page.locator('goes-with');
  const title = row.locator('.title');
  await row.locator('li').first().waitFor();
  assert.deepEqual(await shownIds(page, 'goes-with'), ids(2));
  assert.equal(await title.getAttribute('aria-level'), '3');
  assert.equal(await row.locator('.evidence').count(), 2);
  const read = await row.evaluate(({ limit, heading, evidence, layout, product }) => ({
    // Not every driver brings "undefined" back.
    ...{ limit, heading, evidence, layout, product: product ?? 'none' },
  }));
  assert.deepEqual(read, {
    ...{ limit: 2, heading: 3, evidence: true, layout: 'row', product: 'none' },
  });

  await row.evaluate((element) => {
    element.limit = 3;
    element.evidence = false;
    element.setAttribute('heading', '9');
  });
  await eventually(async () => assert.deepEqual(await shownIds(page, 'goes-with'), ids(3)));
  assert.equal(await row.getAttribute('limit'), '3');
  assert.equal(await row.locator('.evidence').count(), 0);
  assert.equal(await title.getAttribute('aria-level'), '2', 'there is no heading of level 9');
  await row.evaluate((element) => element.removeAttribute('limit'));
  await eventually(async () => assert.deepEqual(await shownIds(page, 'goes-with'), ids(4)));
  assertQuiet(heard);
});

test('a layout may change while it is looked at, there and back again', async (t) => {
  const { page, heard } = await openPage(t, { width: 390, height: 844 });
  await page.goto(pageWith('/layouts', "document.write('<goes-with limit=6></goes-with>')"));
  const row = page.locator('goes-with');
  await row.locator('[data-id]').first().waitFor();
  const shown = ids(6);
  for (const layout of ['carousel', 'compact', 'row', 'carousel', 'nonsense', 'grid']) {
    await row.evaluate((element, layout) => {
      element.layout = layout;
    }, layout);
    const slides = layout === 'carousel';
    await eventually(async () =>
      assert.equal(await row.locator('.step').count(), slides ? 2 : 0, layout),
    );
    assert.equal(await row.locator(slides ? '[role=group][aria-label]' : 'li').count(), 6);
    assert.equal(await row.locator('.flat').count(), layout === 'compact' ? 6 : 0);
    assert.deepEqual(await shownIds(page, 'goes-with'), shown, layout);
  }
  assertQuiet(heard);
});

test('an element that is moved in the page goes on as it was', async (t) => {
  const { page, heard } = await openPage(t);
  await page.goto(
    pageWith('/moved', "document.write('<div></div><goes-with limit=2></goes-with>')"),
  );
  await page.locator('goes-with li').first().waitFor();
  await page.evaluate(() => {
    document.querySelector('div').append(document.querySelector('goes-with'));
  });
  await page.locator('div > goes-with button').first().click();
  await eventually(async () =>
    assert.ok(!(await shownIds(page, 'goes-with')).includes(ids(2)[0]), 'it is in the cart now'),
  );
  assert.equal(await page.locator('goes-with li').count(), 2);
  assertQuiet(heard);
});

test("a name that the page uses for an element of its own stays the page's", async (t) => {
  const { page } = await openPage(t);
  await page.goto(
    pageWith(
      '/taken',
      `customElements.define('goes-with-goal', class extends HTMLElement {});
       document.write('<goes-with-goal>mine</goes-with-goal><goes-with></goes-with>')`,
    ),
  );
  await page.locator('goes-with li').first().waitFor();
  assert.equal(await page.locator('goes-with-goal').textContent(), 'mine');
});
