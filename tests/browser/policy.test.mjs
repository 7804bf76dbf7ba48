import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { assertQuiet, eventually, offersOf, openPage, test, toldBy } from './support/browser.mjs';
import { startShop } from './support/shop.mjs';

const shop = await startShop();
const policy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

test('everything works under the strictest content policy', async (t) => {
  const { page, heard } = await openPage(t);
  await page.route(/\/(cart|product\/[\w-]+)$/, async (route) => {
    const response = await route.fetch();
    const headers = { ...response.headers(), 'content-security-policy': policy };
    await route.fulfill({ response, headers });
  });
  const response = await page.goto(`${shop.origin}/product/MOK-1000`);
  assert.equal(response.headers()['content-security-policy'], policy);
  assert.equal((await offersOf(page)).length, 4);
  await page.locator('main goes-with .card button').first().click();
  const count = page.locator('[data-cart-count]');
  await eventually(async () => assert.equal(await count.textContent(), '1'));
  assert.deepEqual((await toldBy(page)).violations, []);

  await page.goto(`${shop.origin}/cart`);
  assert.equal((await offersOf(page)).length, 4);
  await page.locator('goes-with-goal [role=progressbar]').waitFor();
  assert.deepEqual((await toldBy(page)).violations, []);
  assertQuiet(heard);
});

test("a carousel and a card of the shop's own work under it too", async (t) => {
  const { page, heard } = await openPage(t);
  await page.route(/\/variants\/[\w-]+$/, async (route) => {
    const response = await route.fetch();
    const headers = { ...response.headers(), 'content-security-policy': policy };
    await route.fulfill({ response, headers });
  });
  await page.goto(`${shop.origin}/variants/own-card`);
  await page.locator('goes-with > [slot] button').first().click();
  await eventually(async () =>
    assert.match(await page.locator('goes-with [role=status]').textContent(), /^Added to cart/),
  );
  assert.deepEqual((await toldBy(page)).violations, []);

  await page.goto(`${shop.origin}/variants/carousel`);
  const slides = page.locator('goes-with [role=group][aria-label]');
  await page.locator('goes-with .step').last().click();
  await eventually(async () =>
    assert.equal(await slides.first().evaluate(({ inert }) => inert), true),
  );
  assert.deepEqual((await toldBy(page)).violations, []);
  assertQuiet(heard);
});

const productPages = /\/product\/[\w-]+$/;

/** Opens a product page whose policy has no 'wasm-unsafe-eval'. */
async function openWithoutWasm(page) {
  await page.route(productPages, async (route) => {
    const response = await route.fetch();
    const strict = policy.replace(" 'wasm-unsafe-eval'", '');
    const headers = { ...response.headers(), 'content-security-policy': strict };
    await route.fulfill({ response, headers });
  });
  await page.goto(`${shop.origin}/product/MOK-1000`);
  await page.locator('main goes-with').scrollIntoViewIfNeeded();
}

test('where no WebAssembly may run the core runs as JavaScript and offers the same', async (t) => {
  const { page, heard } = await openPage(t);
  const loaded = [];
  page.on('request', (request) => loaded.push(new URL(request.url()).pathname));
  await openWithoutWasm(page);
  const offers = await offersOf(page);
  assert.equal(offers.length, 4);
  assert.ok(loaded.some((path) => /\/storefront_js[^/]*\.js$/.test(path)));
  assert.deepEqual(heard.errors, []);
  await page.unroute(productPages);
  await page.reload();
  assert.deepEqual(await offersOf(page), offers);
});

test('where neither runs the element hides itself and says so', async (t) => {
  const { page, heard } = await openPage(t);
  await page.route('**/storefront_js*.js', (route) => route.fulfill({ status: 404 }));
  await openWithoutWasm(page);
  await eventually(async () => {
    const { events } = await toldBy(page);
    const errors = events.filter(({ name }) => name === 'error').map(({ detail }) => detail.code);
    assert.deepEqual([...new Set(errors)], ['module-blocked']);
  });
  assert.equal(await page.locator('goes-with .card').count(), 0);
  assert.deepEqual(heard.errors, []);
});

test('a model with other bytes than the tag says is none', async (t) => {
  const { page, context, heard } = await openPage(t);
  const model = await context.request.get(`${shop.origin}/shop.gw`);
  const integrity = `sha384-${createHash('sha384')
    .update(await model.body())
    .digest('base64')}`;
  const withIntegrity = async (told) => {
    await page.unroute(productPages);
    await page.route(productPages, async (route) => {
      const response = await route.fetch();
      const body = (await response.text()).replace(
        'data-model=',
        `data-integrity="${told}" data-model=`,
      );
      await route.fulfill({ response, body });
    });
    await page.goto(`${shop.origin}/product/MOK-1000`);
  };
  await withIntegrity(integrity);
  assert.equal((await offersOf(page)).length, 4);
  await withIntegrity(`sha384-${'A'.repeat(64)}`);
  await page.locator('main goes-with').evaluate((element) => element.scrollIntoView());
  await eventually(async () => {
    const { events } = await toldBy(page);
    const errors = events.filter(({ name }) => name === 'error').map(({ detail }) => detail.code);
    assert.deepEqual([...new Set(errors)], ['model-changed']);
  });
  assert.equal(await page.locator('goes-with .card').count(), 0);
  assert.deepEqual(heard.errors, []);
});
