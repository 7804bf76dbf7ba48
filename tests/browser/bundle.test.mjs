import assert from 'node:assert/strict';
import { eventually, fillCart, openPage, shownIds, test, toldBy } from './support/browser.mjs';
import { startShop } from './support/shop.mjs';

const shop = await startShop();
const id = 'MOK-1000';
const euro = (minor) => `€${(minor / 100).toFixed(2)}`;
const price = (product) => shop.catalogue.byId(product).price;
const cartOf = async (context) =>
  (await (await context.request.get(`${shop.origin}/cart.js`)).json()).items.map(({ sku }) => sku);

async function bundleOn(page) {
  await page.goto(`${shop.origin}/product/${id}`);
  const bundle = page.locator('goes-with-bundle');
  await bundle.scrollIntoViewIfNeeded();
  await bundle.locator('ul').waitFor();
  return bundle;
}

test('a bundle is the product and what the command says completes it, and nothing is ticked', async (t) => {
  const { page } = await openPage(t);
  const bundle = await bundleOn(page);
  const others = shop.recommend([], 2, '--product', id, '--bundle').map((item) => item.id);
  assert.equal(others.length, 2);
  assert.deepEqual(await shownIds(page, 'goes-with-bundle'), [id, ...others]);
  assert.equal(await bundle.locator('input').count(), 2);
  assert.equal(await bundle.locator('input:checked').count(), 0);
  assert.ok((await bundle.locator('.total').textContent()).includes(euro(price(id))));
  // What is in the bundle does not stand in the row below it as well.
  const row = page.locator('main goes-with');
  await row.scrollIntoViewIfNeeded();
  await row.locator('li').first().waitFor();
  for (const shown of await shownIds(page, 'main goes-with')) assert.ok(!others.includes(shown));
});

test('what is ticked is counted, added up, and added with one button', async (t) => {
  const { page, context } = await openPage(t);
  const bundle = await bundleOn(page);
  const [, other] = await shownIds(page, 'goes-with-bundle');
  const name = shop.catalogue.byId(other).title;
  await bundle.getByRole('checkbox', { name }).check();
  const total = await bundle.locator('.total').textContent();
  assert.ok(total.includes(euro(price(id) + price(other))), total);
  await bundle.getByRole('button').click();
  await eventually(async () =>
    assert.deepEqual((await cartOf(context)).sort(), [id, other].sort()),
  );
  await eventually(async () => {
    const said = await bundle.getByRole('status').textContent();
    assert.equal(said.replace(/[\u2066-\u2069]/g, '').trim(), '2 products added to cart');
  });
  const { events } = await toldBy(page);
  assert.deepEqual(
    events.filter(({ name: event }) => event === 'add').map(({ detail }) => detail.id),
    [id, other],
  );
});

test('box, picture, name and price of a product stand in one line on a phone', async (t) => {
  const { page } = await openPage(t, { width: 390, height: 844 });
  const bundle = await bundleOn(page);
  for (const item of await bundle.locator('li').all()) {
    const boxes = await item.evaluate((li) =>
      ['.picture', '.name', '.price'].map((part) => li.querySelector(part).getBoundingClientRect()),
    );
    for (const [at, box] of boxes.slice(1).entries()) {
      assert.ok(box.left >= boxes[at].right, 'one after the other');
      assert.ok(box.top < boxes[0].bottom && box.bottom > boxes[0].top, 'beside the picture');
    }
  }
});

test('a bundle works by keyboard', async (t) => {
  const { page, context } = await openPage(t);
  const bundle = await bundleOn(page);
  const [, , last] = await shownIds(page, 'goes-with-bundle');
  await bundle.locator('input').nth(1).focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await eventually(async () => assert.deepEqual((await cartOf(context)).sort(), [id, last].sort()));
});

test('where the cart has what would complete it, the bundle offers something else or hides', async (t) => {
  const { page, context } = await openPage(t);
  const others = shop.recommend([], 2, '--product', id, '--bundle').map((item) => item.id);
  await fillCart(context, shop, others);
  const left = shop.recommend(others, 2, '--product', id, '--bundle').map((item) => item.id);
  await page.goto(`${shop.origin}/product/${id}`);
  await page.locator('goes-with-bundle').scrollIntoViewIfNeeded();
  await eventually(async () =>
    assert.deepEqual(
      await shownIds(page, 'goes-with-bundle'),
      left.length > 0 ? [id, ...left] : [],
    ),
  );
});

test('a list shows what the command lists, under a title of its own', async (t) => {
  const lists = {
    trending: 'Trending',
    'best-sellers:category=Lighting': 'Best sellers',
    nonsense: null,
    'new:category=Nowhere': null,
  };
  for (const [list, title] of Object.entries(lists)) {
    shop.pages.set('/list', {
      body: `<!doctype html><html lang="en"><title>List</title>
        <script type="module" src="/dist/goeswith.js" data-model="/shop.gw"></script>
        <goes-with-list list="${list}"></goes-with-list>
        <goes-with limit="2"></goes-with>
        <script type="module">
          import { onPrices, setCart } from '/dist/goeswith.js';
          onPrices((ids) => ids.map((id) => ({ id, price: '5.00' })));
          setCart({ currency: 'EUR', lines: [] });
        </script>`,
    });
    const { page, context } = await openPage(t);
    await page.goto(`${shop.origin}/list`);
    if (title) {
      await page.locator('goes-with-list li').first().waitFor();
      assert.equal(
        (await page.locator('goes-with-list').getByRole('heading').textContent()).trim(),
        title,
      );
      const told = shop.recommend([], 4, '--list', list).map((item) => item.id);
      assert.deepEqual(await shownIds(page, 'goes-with-list'), told);
    } else {
      // Whoever asks for nothing that there is keeps the others from nothing.
      await page.locator('goes-with [data-id]').first().waitFor();
      assert.deepEqual(await shownIds(page, 'goes-with-list'), []);
    }
    if (list === 'nonsense')
      await eventually(async () => {
        const { events } = await toldBy(page);
        assert.ok(
          events.some(({ name, detail }) => name === 'error' && /nonsense/.test(detail.message)),
        );
      });
    await context.close();
  }
});

test('a bundle price is told only where the shop grants it, and only for all of it', async (t) => {
  const config = JSON.stringify({ bundle: { percent: 10 } });
  shop.pages.set('/deal.json', { body: config, type: 'application/json' });
  for (const granted of [false, true]) {
    shop.pages.set('/deal', {
      body: `<!doctype html><html lang="en"><title>Deal</title>
        <script type="module" src="/dist/goeswith.js" data-model="/shop.gw" data-config="/deal.json">
        </script><goes-with-bundle product="${id}" ${granted ? 'granted' : ''}></goes-with-bundle>
        <script type="module">
          import { onPrices, setCart } from '/dist/goeswith.js';
          onPrices((ids) => ids.map((id) => ({ id, price: '9.95' })));
          setCart({ currency: 'EUR', lines: [] });
        </script>`,
    });
    const { page, context } = await openPage(t);
    await page.goto(`${shop.origin}/deal`);
    const bundle = page.locator('goes-with-bundle');
    await bundle.locator('ul').waitFor();
    const total = async () =>
      (await bundle.locator('.total').textContent()).replace(/[\u2066-\u2069]/g, '');
    assert.match(await total(), /€9\.95\s*$/);
    await bundle.locator('input').first().check();
    assert.match(await total(), /€19\.90\s*$/);
    await bundle.locator('input').nth(1).check();
    if (granted) assert.match(await total(), /€26\.87\s+You save €2\.98/);
    else assert.match(await total(), /€29\.85\s*$/);
    await context.close();
  }
});
