import assert from 'node:assert/strict';
import { assertQuiet, eventually, offersOf, openPage, test } from './support/browser.mjs';
import { startShop } from './support/shop.mjs';

const shop = await startShop();
const attack = 'window.hacked=1';
const markup = `<img src=x onerror="${attack}"><script>${attack}</script>`;
const bidi = '\u202e\u2066gnihtyna\u202c';
const ids = [
  '__proto__',
  'constructor',
  'hasOwnProperty',
  markup,
  `javascript:${attack}`,
  bidi,
  "'; DROP TABLE products; --",
  '../../etc/passwd',
  '%00%E0%A4%A',
  '\u0000',
  '\ud800',
  '☕'.repeat(400),
  '9'.repeat(2000),
  '',
];

/** Nothing ran, nothing was polluted, and no link leads anywhere but to the shop. */
async function assertUnharmed(page, heard) {
  const found = await page.evaluate(() => {
    const roots = [...document.querySelectorAll('goes-with, goes-with-goal')];
    const all = (selector) =>
      roots.flatMap((root) => [...root.shadowRoot.querySelectorAll(selector)]);
    return {
      hacked: window.hacked,
      polluted: Object.keys(Object.prototype).concat({}.qty ?? [], {}.lines ?? []),
      strangers: all('script, iframe, object, link, [onerror], [style*=url]').length,
      links: all('a').map(({ href }) => href),
      pictures: all('img').map(({ src }) => src),
      text: all('.name, .title, [role=status]')
        .map(({ textContent }) => textContent)
        .join(),
    };
  });
  assert.equal(found.hacked, undefined);
  assert.deepEqual(found.polluted, []);
  assert.equal(found.strangers, 0);
  for (const href of found.links) assert.ok(href.startsWith(`${shop.origin}/`), href);
  for (const src of found.pictures) assert.match(src, /^https?:/);
  assert.doesNotMatch(found.text, /[\u202a-\u202e\u2066\u2067]/, 'no mark reorders the page');
  assert.deepEqual(heard.errors, []);
}

const ownPage = (path, body) => {
  shop.pages.set(path, {
    body: `<!doctype html><html lang="en"><meta charset="utf-8"><title>Own</title>
      <link rel="icon" href="/static/icon.svg">${body}
      <script type="module" src="/dist/goeswith.js" data-model="/shop.gw" data-config="/shop.json">
      </script><goes-with-goal></goes-with-goal><goes-with></goes-with>`,
  });
  return shop.origin + path;
};

test('a cart of unknown, repeated and hostile ids is a cart like any other', async (t) => {
  const { page, heard } = await openPage(t);
  await page.goto(ownPage('/hostile', ''));
  await page.evaluate(async (ids) => {
    const { onPrices, setCart } = await import('/dist/goeswith.js');
    onPrices((wanted) => wanted.map((id) => ({ id, price: '9.90' })));
    const line = (id) => ({
      productId: id,
      sku: id,
      handle: id,
      name: id,
      key: id,
      qty: 1,
      unitMinor: 5,
    });
    setCart({
      currency: 'EUR',
      lines: [
        ...[...ids, ...ids, 'MOK-1000', 'MOK-1000'].map(line),
        JSON.parse('{"__proto__": {"qty": 1}, "productId": {"toString": 1}, "qty": {}}'),
        ...[null, 7, 'text', [], { qty: -1 }, { qty: 1e308 }, { qty: 'NaN' }],
      ],
    });
  }, ids);
  const expected = shop.recommend(['MOK-1000'], 4).map(({ id }) => id);
  assert.deepEqual(await offersOf(page, 'goes-with'), expected);
  await assertUnharmed(page, heard);
  assertQuiet(heard);
});

test('a cart that is no cart breaks nothing', async (t) => {
  const { page, heard } = await openPage(t);
  await page.goto(ownPage('/no-cart', ''));
  const carts = [{}, { lines: 7 }, { lines: [[]] }, { currency: '€', lines: [] }, 'cart', 5, []];
  for (const cart of [...carts, { lines: [{ productId: 'MOK-1000' }], currency: 'EUR' }])
    await page.evaluate(async (cart) => {
      const { onPrices, setCart } = await import('/dist/goeswith.js');
      onPrices((wanted) => wanted.map((id) => ({ id, price: '9.90', currency: 'EUR' })));
      setCart(cart);
      await new Promise((resolve) => setTimeout(resolve, 250));
    }, cart);
  const expected = shop.recommend(['MOK-1000'], 4).map(({ id }) => id);
  await eventually(async () => assert.deepEqual(await offersOf(page, 'goes-with'), expected));
  await assertUnharmed(page, heard);
  assertQuiet(heard);
});

test('titles with markup and addresses with scripts stay text and lead nowhere', async (t) => {
  const { page, heard } = await openPage(t);
  const bundle = shop.recommend([], 2, '--product', 'MOK-1000', '--bundle').map(({ id }) => id);
  const best = shop
    .recommend(['MOK-1000'], 8)
    .map(({ id }) => id)
    .filter((id) => !bundle.includes(id))
    .slice(0, 4);
  const products = [
    { title: markup, featuredImage: { url: `javascript:${attack}` } },
    { title: `${bidi} teapot`, featuredImage: { url: 'data:,x' } },
    { title: `${'long '.repeat(400)}`, featuredImage: null },
    { title: { toString: null }, featuredImage: [] },
  ];
  await page.route('**/graphql.json', async (route) => {
    const answer = await (await route.fetch()).json();
    const { variables } = route.request().postDataJSON();
    for (const [alias, product] of Object.entries(answer.data)) {
      const at = best.indexOf(variables[alias.replace('p', 'h')]);
      if (at >= 0) answer.data[alias] = { ...product, ...products[at] };
    }
    await route.fulfill({ json: answer });
  });
  await page.goto(`${shop.origin}/product/MOK-1000`);
  const shown = await offersOf(page);
  // The last one's title cannot be made a text; it may be left out, the others may not.
  assert.deepEqual(shown.slice(0, 3), best.slice(0, 3));
  const names = await page.locator('main goes-with .name').allTextContents();
  assert.equal(names[0], markup);
  assert.ok(names[1].endsWith('teapot') && names[2].length <= 200);
  await page.locator('main goes-with .card button').first().click();
  await assertUnharmed(page, heard);
});

test('elements of the page that pose as globals confuse nobody', async (t) => {
  const { page, heard } = await openPage(t);
  const posers = ['Shopify', 'routes', 'wc', 'theme', 'PUB_SUB_EVENTS', 'subscribe', 'publish'];
  const clobber = posers
    .flatMap((name) => [`<a id="${name}"></a>`, `<a id="${name}" name="shop" href="x:y"></a>`])
    .join('');
  const form = '<form name="body"><input name="dispatchEvent"></form><img name="getElementById">';
  await page.goto(ownPage('/posers', clobber + form));
  await page.evaluate(async () => {
    const { onPrices, setCart } = await import('/dist/goeswith.js');
    onPrices((wanted) => wanted.map((id) => ({ id, price: '9.90' })));
    setCart({ currency: 'EUR', lines: [{ productId: 'MOK-1000', lineMinor: 3650 }] });
  });
  const expected = shop.recommend(['MOK-1000'], 4).map(({ id }) => id);
  assert.deepEqual(await offersOf(page, 'goes-with'), expected);
  await page.locator('goes-with-goal [role=progressbar]').waitFor();
  await assertUnharmed(page, heard);
  assertQuiet(heard);
});
