import assert from 'node:assert/strict';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import {
  assertQuiet,
  eventually,
  offersOf,
  openPage,
  shownIds,
  test,
} from '../browser/support/browser.mjs';
import { startShop } from '../browser/support/shop.mjs';
import { expected, project, serve, top } from './support.mjs';
import { viteBuild } from './vite.mjs';

const shop = await startShop();
const { path } = project({});
cpSync(join(top, 'tests', 'packages', 'example'), path, { recursive: true });

/** A page of the example, which takes the shop's model and configuration for its own. */
async function open(t, input) {
  const out = await viteBuild(t, path, { input, outDir: `dist-${input}` });
  if (!out) return {};
  const { page, heard } = await openPage(t);
  const { origin, asked } = await serve(out);
  await page.route(/\/shop\.(gw|json)$/, async (route) => {
    const response = await route.fetch({
      url: shop.origin + new URL(route.request().url()).pathname,
    });
    await route.fulfill({ response });
  });
  const body = '<svg xmlns="http://www.w3.org/2000/svg"/>';
  await page.route('**/picture/**', (route) =>
    route.fulfill({ contentType: 'image/svg+xml', body }),
  );
  await page.route('**/favicon.ico', (route) => route.fulfill({ body: '' }));
  await page.goto(`${origin}/${input}`);
  return { page, heard, asked };
}

test('npm and Vite: the package is installed, built, and draws its offers', async (t) => {
  const { page, heard, asked } = await open(t, 'index.html');
  if (!page) return;
  assert.deepEqual(await offersOf(page, 'goes-with'), expected(shop).slice(0, 3));
  await page.locator('goes-with-goal [role=progressbar]').waitFor();
  assertQuiet(heard);
  // One adapter at most, and no language but the page's.
  const scripts = asked.filter((name) => name.endsWith('.js'));
  assert.ok(scripts.length <= 3, scripts.join());
});

test('React: props are attributes, events are props, and both follow the state', async (t) => {
  const { page, heard } = await open(t, 'react.html');
  if (!page) return;
  const row = page.locator('goes-with');
  assert.deepEqual(await offersOf(page, 'goes-with'), expected(shop).slice(0, 2));
  assert.equal(await row.getAttribute('evidence'), '');
  assert.equal(await row.getAttribute('class'), 'row');
  assert.equal(await page.locator('goes-with-goal').getAttribute('heading'), '3');
  assert.equal(
    await row.evaluate((element) => getComputedStyle(element).getPropertyValue('--goes-with-gap')),
    '2rem',
  );
  assert.match(await row.textContent(), /Take these along/);

  await page.locator('#more').click();
  await eventually(async () =>
    assert.deepEqual(await shownIds(page, 'goes-with'), expected(shop).slice(0, 3)),
  );
  assert.equal(await row.getAttribute('evidence'), null);
  await page.locator('goes-with .card button').first().click();
  const [first] = expected(shop);
  assert.equal(await page.locator('#asked').textContent(), `${first} with 3 in the row`);
  assertQuiet(heard);
});
