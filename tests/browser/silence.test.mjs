import assert from 'node:assert/strict';
import {
  assertQuiet,
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

/** The question for live prices: the same words for everybody, and the handles of what may be shown. */
const question =
  /^\{"query":"query\([$\w:,]+\)@inContext\(country:\$c,language:\$l\)\{(p\d+:product\(handle:\$h\d+\)\{title featuredImage\{url\}variants\(first:10\)\{nodes\{id sku availableForSale price\{amount currencyCode\}\}\}\})+\}","variables":\{"c":"[A-Z]{2}","l":"EN"(,"h\d+":"[\w-]+")+\}\}$/;

// All that a page of the shop may ask for, and all that it may say. No address has a question in
// it, so none can carry a cart.
const allowed = [
  ['GET', /^\/(cart|product\/[\w-]+)?$/],
  ['GET', /^\/(static|dist)\/[\w.-]+\.(js|css|svg|wasm)$/],
  ['GET', /^\/picture\/[\w-]+\/[0-9A-F]{6}\.svg$/],
  ['GET', /^\/shop\.(gw|json)$/],
  ['GET', /^\/cart\.js$/],
  ['POST', /^\/api\/\d{4}-\d\d\/graphql\.json$/, question],
  ['POST', /^\/cart\/add\.js$/, /^\{"items":\[\{"id":\d+,"quantity":\d+\}\]\}$/],
  ['POST', /^\/cart\/change\.js$/, /^\{"id":"[\w:]+","quantity":\d+\}$/],
];

function assertAllowed(requests) {
  for (const { method, origin, path, body } of requests) {
    const told = `${method} ${origin}${path} ${body ?? ''}`;
    assert.equal(origin, shop.origin, told);
    const rule = allowed.find(([how, where]) => how === method && where.test(path));
    assert.ok(rule, `nobody allowed ${told}`);
    if (rule[2]) assert.match(body, rule[2], told);
    else assert.equal(body, null, told);
  }
}

/** The ids of products whose live price and stock were asked for, by question. */
const askedFor = (requests) =>
  requests
    .filter(({ path }) => path.startsWith('/api/'))
    .map(({ body }) => {
      const { c, l, ...handles } = JSON.parse(body).variables;
      return Object.values(handles);
    });
/** What a click of the shopper's puts into the cart, or changes in it. */
const changes = (requests) =>
  requests.filter(({ method, path }) => method === 'POST' && path.startsWith('/cart'));
/** Beside what is shown, what may take its place is asked for: as much again, and 4 at least. */
const spare = (shown) => shown.length + Math.max(shown.length, 4);

/** What the browser kept of the visit, the shop's own session left out. */
const kept = async (page, context) => ({
  cookies: (await context.cookies()).map(({ name }) => name).filter((name) => name !== 'cart'),
  ...(await page.evaluate(async () => ({
    local: { ...localStorage },
    session: { ...sessionStorage },
    databases: await indexedDB.databases(),
    caches: await caches.keys(),
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    readable: document.cookie,
  }))),
});

const nothing = {
  cookies: [],
  local: {},
  session: {},
  databases: [],
  caches: [],
  workers: 0,
  readable: '',
};

/** Clicks, and waits until the cart holds `count` things. */
async function add(page, button, count) {
  await button.click();
  const shown = page.locator('[data-cart-count]');
  await eventually(async () => assert.equal(await shown.textContent(), String(count)));
}

// The shop's own policy would stop a request to elsewhere before it is one. Without it, what was
// tried is seen.
const unguarded = { bypassCSP: true };

test('no request leaves a product page except to the cart and for live prices', async (t) => {
  // So tall that all of it is one view, whatever an engine has laid out when it is asked.
  const { page, context, heard } = await openPage(t, { height: 2000, ...unguarded });
  await page.goto(`${shop.origin}/product/MOK-1000`);
  const row = await offersOf(page);
  const bundle = await shownIds(page, 'goes-with-bundle');
  const [asked, ...more] = askedFor(heard.requests);
  assert.deepEqual(more, [], 'one question for the whole view');
  for (const id of [...bundle, ...row]) assert.ok(asked.includes(id), id);
  assert.ok(asked.length <= bundle.length + spare(row), `${asked.length} of ${row.length}`);

  await add(page, page.locator('.buy .button'), 1);
  const inDrawer = await offersOf(page, '#drawer goes-with:not([product])');
  await add(page, page.locator('#drawer goes-with .card button').first(), 2);
  await eventually(async () =>
    assert.ok(!(await shownIds(page, '#drawer goes-with')).includes(inDrawer[0])),
  );
  await page.keyboard.press('Escape');
  await add(page, page.locator('main goes-with .card button').first(), 3);
  await eventually(async () =>
    assert.ok(!(await shownIds(page, 'main goes-with')).includes(row[0])),
  );

  assertAllowed(heard.requests);
  assert.equal(changes(heard.requests).length, 3, 'one for each click');
  assert.deepEqual(await kept(page, context), nothing);
  assertQuiet(heard);
});

test('no request leaves the cart page except to the cart and for live prices', async (t) => {
  const { page, context, heard } = await openPage(t, unguarded);
  const cart = ['MOK-1000', shop.catalogue.products[70].id];
  await fillCart(context, shop, cart);
  await page.goto(`${shop.origin}/cart`);
  await offersOf(page);
  await page.locator('goes-with-goal [role=progressbar]').waitFor();
  await add(page, page.locator('main goes-with .card button').first(), 3);
  await add(page, page.getByRole('button', { name: /^One more/ }).first(), 4);
  const sofar = heard.requests.length;
  await add(page, page.getByRole('button', { name: /^Remove/ }).nth(1), 3);
  await offersOf(page);

  assertAllowed(heard.requests);
  // What was taken out again may be offered again.
  const asked = askedFor(heard.requests.slice(0, sofar)).flat();
  const later = askedFor(heard.requests.slice(sofar)).flat();
  const unsaid = 'what is in the cart is told to nobody, not even to the shop';
  assert.ok(asked.length > 0);
  for (const id of cart) assert.ok(!asked.includes(id), unsaid);
  assert.ok(!later.includes(cart[0]), unsaid);
  assert.deepEqual(await kept(page, context), nothing);
  assertQuiet(heard);
});

test('model and configuration are fetched without cookies and without telling the page', async (t) => {
  const { page, context, heard } = await openPage(t);
  await fillCart(context, shop, ['MOK-1000']);
  await page.goto(`${shop.origin}/cart`);
  await offersOf(page);
  const files = heard.sent.filter((request) => /shop\.(gw|json)$/.test(request.url()));
  assert.equal(files.length, 2);
  for (const file of files) {
    const { cookie, referer } = await file.allHeaders();
    assert.deepEqual([cookie, referer], [undefined, undefined], file.url());
  }
});

test('each file and each product is asked for once a page', async (t) => {
  const { page, context, heard } = await openPage(t);
  await fillCart(context, shop, ['MOK-1000']);
  await page.goto(`${shop.origin}/cart`);
  await add(page, page.locator('main goes-with .card button').first(), 2);
  await add(page, page.locator('main goes-with .card button').first(), 3);
  const { events } = await toldBy(page);
  assert.ok(events.some(({ name }) => name === 'add'));
  const paths = heard.requests
    .map(({ path }) => path)
    .filter((path) => /^\/(dist|products|shop)/.test(path));
  assert.deepEqual(paths, [...new Set(paths)]);
  const products = askedFor(heard.requests).flat();
  assert.deepEqual(products, [...new Set(products)]);
});

test('the question for live prices carries no cookie', async (t) => {
  const { page, context, heard } = await openPage(t);
  await fillCart(context, shop, ['MOK-1000']);
  await page.goto(`${shop.origin}/cart`);
  await offersOf(page);
  const asked = heard.sent.filter((request) => request.url().includes('/api/'));
  assert.equal(asked.length, 1);
  const { cookie } = await asked[0].allHeaders();
  assert.equal(cookie, undefined);
});

test('nothing is loaded before an element is near the screen', async (t) => {
  shop.pages.set('/far', {
    body: `<!doctype html><title>Far</title>
      <script type="module" src="/dist/goeswith.js" data-model="/shop.gw"
        data-config="/shop.json"></script>
      <div style="height: 3000px">Scroll</div><goes-with></goes-with>`,
  });
  const { page, heard } = await openPage(t);
  await page.goto(`${shop.origin}/far`, { waitUntil: 'networkidle' });
  // Two turns of the page's own clockwork: an element that is near would have been seen by now.
  await page.evaluate(
    // WebKit knows no idle time.
    () =>
      new Promise((done) =>
        requestAnimationFrame(() => (window.requestIdleCallback ?? setTimeout)(done)),
      ),
  );
  const paths = () => heard.requests.map(({ path }) => path).filter((path) => !/icon/.test(path));
  const entry = paths();
  assert.deepEqual(entry, ['/far', '/dist/goeswith.js']);
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  await eventually(() => assert.ok(paths().includes('/shop.gw')));
});
