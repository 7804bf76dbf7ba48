import assert from 'node:assert/strict';
import {
  codes,
  eventually,
  fillCart,
  offersOf,
  openPage,
  shownIds,
  test,
} from './support/browser.mjs';
import { startShop } from './support/shop.mjs';

const shop = await startShop();

const model = '**/shop.gw';
const config = '**/shop.json';
const wasm = '**/dist/storefront-*.wasm';
const app = '**/dist/app-*.js';
const adapter = '**/dist/shopify-*.js';
const entry = '**/dist/goeswith.js';
// Not /static/cart.js, a script of the shop.
const cartAnswer = /:\d+\/cart\.js$/;

const missing = { status: 404, contentType: 'text/plain', body: 'Not Found' };
const broken = { status: 500, contentType: 'text/plain', body: 'Error' };
const webPage = { contentType: 'text/html', body: '<!doctype html><title>Home</title>' };
const bytes = (text) => ({ contentType: 'application/octet-stream', body: text });
const nonsense = bytes('this is nothing');
const empty = bytes('');
/** Never an answer. */
const silence = null;

const faulty = (page, file, fault) =>
  page.route(file, (route) => (fault ? route.fulfill(fault) : undefined));

/** Nobody threw, and the console says no more than the browser's own word on what did not come. */
function assertCalm({ console, errors }, where) {
  assert.deepEqual(errors, [], where);
  const own =
    /^error: (Failed to (load (resource|module)|find a valid digest)|Fetch API cannot load)/;
  const said = console.filter((line) => !own.test(line));
  assert.deepEqual(said, [], where);
}

/** The shop's own button puts a product into the cart. */
async function assertShopWorks(page) {
  await page.locator('.buy .button').click();
  const count = page.locator('[data-cart-count]');
  await eventually(async () => assert.equal(await count.textContent(), '1'));
}

/** A product page with a fault: the row is not there, the shop works, and the reason is told. */
async function withFault(t, file, fault, code) {
  const { page, heard } = await openPage(t);
  const where = `${file} ${fault ? `${fault.status ?? 200} ${fault.contentType}` : 'silence'}`;
  await faulty(page, file, fault);
  await page.goto(`${shop.origin}/product/MOK-1000`, { waitUntil: 'commit' });
  await page
    .locator('main goes-with')
    .evaluate((element) => element.scrollIntoView({ block: 'center' }));
  await assertShopWorks(page);
  await page.keyboard.press('Escape');
  if (code)
    await eventually(async () => assert.deepEqual(await codes(page, 'goes-with'), [code], where));
  assert.deepEqual(await shownIds(page, 'goes-with'), [], where);
  assert.equal(await page.locator('goes-with .title').count(), 0, where);
  assertCalm(heard, where);
  await page.context().close();
}

test('a model that is not there, broken, or no model: the shop works without it', async (t) => {
  await withFault(t, model, missing, 'model-404');
  await withFault(t, model, broken, 'model-500');
  await withFault(t, model, webPage, 'model-not-a-model');
  await withFault(t, model, nonsense, 'model-not-a-model');
  await withFault(t, model, empty, 'model-cut');
});

test('a module that is not there, broken, or no module: the shop works without it', async (t) => {
  await withFault(t, wasm, missing, 'module-404');
  await withFault(t, wasm, broken, 'module-500');
  await withFault(t, wasm, webPage, 'module-changed');
  await withFault(t, wasm, empty, 'module-changed');
  await withFault(t, wasm, bytes('\0asm, more or less'), 'module-changed');
});

test('a script that is not there, broken, or a web page: the shop works without it', async (t) => {
  for (const fault of [missing, broken, webPage]) {
    await withFault(t, app, fault, 'script-failed');
    await withFault(t, adapter, fault, 'script-failed');
    await withFault(t, entry, fault);
  }
});

test('what never answers holds up nobody, and is given up on', async (t) => {
  await Promise.all([
    withFault(t, model, silence, 'model-timeout'),
    withFault(t, wasm, silence, 'module-timeout'),
    withFault(t, entry, silence),
    withFault(t, app, silence),
  ]);
});

test('a configuration with a fault costs the goal, and no product', async (t) => {
  const check = async (fault, code) => {
    const { page, context, heard } = await openPage(t);
    await fillCart(context, shop, ['MOK-1000']);
    await faulty(page, config, fault);
    await page.goto(`${shop.origin}/cart`);
    assert.equal((await offersOf(page)).length, 4, code);
    await eventually(async () => assert.deepEqual(await codes(page, 'goes-with-goal'), [code]));
    assert.deepEqual(await codes(page, 'goes-with'), []);
    assert.equal(await page.locator('goes-with-goal [role=progressbar]').count(), 0);
    assertCalm(heard, code);
    await context.close();
  };
  const oneByOne = async () => {
    await check(missing, 'config-404');
    await check(broken, 'config-500');
    await check(webPage, 'config-invalid');
    await check(empty, 'config-invalid');
    await check(bytes('{ "goals": [ { "reward": "a pony" } ] }'), 'config-invalid');
  };
  await Promise.all([check(silence, 'config-timeout'), oneByOne()]);
});

test('a cart that cannot be read: no goal is promised, and the reason is told', async (t) => {
  const check = async (fault, code) => {
    const { page, context, heard } = await openPage(t);
    await fillCart(context, shop, ['MOK-1000']);
    await faulty(page, cartAnswer, fault);
    await page.goto(`${shop.origin}/cart`);
    await eventually(async () => assert.deepEqual(await codes(page), [code]));
    assert.deepEqual(await shownIds(page, 'goes-with'), []);
    assert.equal(await page.locator('goes-with-goal [role=progressbar]').count(), 0);
    assertCalm(heard, code);
    await context.close();
  };
  await Promise.all([
    check(silence, 'cart-timeout'),
    check(broken, 'cart-failed').then(() => check(webPage, 'cart-failed')),
  ]);
});

test('a cart that can be read again brings goal and products back', async (t) => {
  const { page, context } = await openPage(t);
  await fillCart(context, shop, ['MOK-1000']);
  await faulty(page, cartAnswer, broken);
  await page.goto(`${shop.origin}/cart`);
  await eventually(async () => assert.deepEqual(await codes(page), ['cart-failed']));
  await page.unroute(cartAnswer);
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  assert.equal((await offersOf(page)).length, 4);
  await page.locator('goes-with-goal [role=progressbar]').waitFor();
});

test('a product that the shop refuses: the shopper is told, and may try again', async (t) => {
  const refusals = [
    { status: 422, json: { status: 422, message: 'Cart Error', description: 'Only 3 are left.' } },
    broken,
    webPage,
  ];
  for (const refusal of refusals) {
    const { page, heard } = await openPage(t);
    await page.goto(`${shop.origin}/product/MOK-1000`);
    const [first] = await offersOf(page);
    await faulty(page, '**/cart/add.js', refusal);
    const button = page.locator('main goes-with .card button').first();
    await button.click();
    const title = shop.catalogue.byId(first).title;
    const status = page.locator('main goes-with [role=status]');
    await eventually(async () =>
      // The title stands between isolates, so that it cannot reorder the sentence.
      assert.equal((await status.textContent()).trim(), `\u2068${title}\u2069 could not be added`),
    );
    assert.ok(await status.isVisible());
    assert.deepEqual(await codes(page), ['add-failed']);
    assert.equal(await page.locator('[data-cart-count]').textContent(), '0');
    assertCalm(heard);

    await page.unroute('**/cart/add.js');
    await eventually(async () => assert.equal(await button.getAttribute('aria-disabled'), 'false'));
    await button.click();
    const count = page.locator('[data-cart-count]');
    await eventually(async () => assert.equal(await count.textContent(), '1'));
    await page.context().close();
  }
});

const question = '**/graphql.json';

test('prices that do not come: what cannot be priced is not shown', async (t) => {
  const { page, heard } = await openPage(t);
  const best = shop.recommend(['MOK-1000']).map(({ id }) => id);
  // Where nobody answers the question for all, each product is asked for.
  await faulty(page, question, missing);
  const faults = [missing, broken, webPage];
  for (const [i, id] of best.slice(0, 3).entries())
    await faulty(page, `**/products/${id}.js`, faults[i]);
  const gone = { json: { variants: [{ id: 1, price: 100, available: false }] } };
  await faulty(page, `**/products/${best[3]}.js`, gone);
  await page.goto(`${shop.origin}/product/MOK-1000`);
  assert.deepEqual(await offersOf(page), best.slice(4, 8));
  assertCalm(heard);
});

test('a shop that tells no prices: nothing is shown, and with the next answer all of it', async (t) => {
  const late = { status: 429, json: {} };
  for (const fault of [broken, late]) {
    const { page, heard } = await openPage(t);
    await faulty(page, question, fault);
    await page.goto(`${shop.origin}/product/MOK-1000`);
    await eventually(async () => assert.deepEqual(await codes(page), ['offers-failed']));
    assert.deepEqual(await shownIds(page, 'goes-with'), []);
    await page.unroute(question);
    await assertShopWorks(page);
    assert.equal((await offersOf(page, '#drawer goes-with:not([product])')).length, 2);
    await page.keyboard.press('Escape');
    assert.equal((await offersOf(page)).length, 4);
    assertCalm(heard);
    await page.context().close();
  }
});
