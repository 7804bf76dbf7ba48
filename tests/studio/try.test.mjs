import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { findings } from '../browser/support/axe.mjs';
import { assertQuiet, capture, eventually, test, toldBy } from '../browser/support/browser.mjs';
import { sample } from './support/see_page.mjs';
import { openStep, run, words } from './support/step_page.mjs';

const folder = mkdtempSync(join(tmpdir(), 'try-'));
after(() => rmSync(folder, { recursive: true }));
const model = join(folder, 'shop.gw');
run('train', sample[0], '--catalogue', sample[1], '-o', model);

/** What the command offers, by id. */
const offered = (...question) => {
  const said = JSON.parse(run('recommend', model, '--json', '--top', '4', ...question));
  return (said.items ?? said.offers ?? said).map(({ id }) => id);
};
const chooser = (page, name) => page.getByRole('combobox', { name, exact: true });
/** The shop in the frame. */
const shopOf = (page) => page.frameLocator('gs-try iframe');
const frameOf = (page) => page.frames().find((frame) => frame.url().endsWith('/try.html'));
const rowOf = (page, row) =>
  shopOf(page)
    .locator(`goes-with.${row} [data-id]`)
    .evaluateAll((cards) => cards.map(({ dataset }) => dataset.id));
const linesOf = (page) =>
  shopOf(page)
    .locator('.lines [data-line]')
    .evaluateAll((lines) =>
      Object.fromEntries(
        lines.map((line) => [
          line.dataset.line,
          Number(line.querySelector('.qty span').textContent),
        ]),
      ),
    );
async function opened(t, options) {
  const found = await openStep(t, 'try', options);
  await shopOf(found.page).locator('header').waitFor();
  return { ...found, asked: found.heard.requests.length };
}
const put = async (page, id) => {
  await page.getByLabel('Put a product in').fill(id);
  await page.keyboard.press('Enter');
};
/** Takes out what the cart began with. */
async function emptied(page) {
  await page
    .getByRole('button', { name: /^Take out:/ })
    .first()
    .click();
  await shopOf(page).locator('.empty').waitFor();
}

test('the live cart offers what the command offers for the same cart, and asks no server', async (t) => {
  const { page, heard, asked } = await opened(t);
  await emptied(page);
  for (const cart of [
    ['MOK-1000'],
    ['MOK-1000', 'CDL-1140'],
    ['MOK-1000', 'CDL-1140', 'COF-1389'],
  ]) {
    await put(page, cart.at(-1));
    await eventually(async () => {
      assert.deepEqual(Object.keys(await linesOf(page)), cart);
      assert.deepEqual(await rowOf(page, 'cart'), offered('--cart', cart.join()));
    });
  }
  assert.equal(heard.requests.length, asked, 'nothing was requested');
  assertQuiet(heard);
  assert.deepEqual((await toldBy(page)).violations, []);
  assert.deepEqual(await frameOf(page).evaluate(() => window.told.violations), []);
});

test('a goal fills as products are added, by its own offer and by quantity, until it is reached', async (t) => {
  const config = { goals: [{ reward: 'free-shipping', amount: { EUR: '120.00' } }] };
  const { page, heard, asked } = await opened(t, { config });
  await emptied(page);
  await put(page, 'MOK-1000');
  const goal = shopOf(page).locator('goes-with-goal');
  await goal.getByText(/more for free shipping/).waitFor();
  const [closer] = await goal
    .locator('[data-id]')
    .evaluateAll((cards) => cards.map(({ dataset }) => dataset.id));
  const told = JSON.parse(
    (() => {
      const cart = join(folder, 'cart.json');
      const product = readFileSync(sample[1], 'utf8')
        .split('\n')
        .find((line) => line.startsWith('MOK-1000'));
      const minor = Number(/,(\d+\.\d\d),/.exec(product)[1].replace('.', ''));
      const line = { productId: 'MOK-1000', qty: 1, unitMinor: minor, lineMinor: minor };
      writeFileSync(cart, JSON.stringify({ currency: 'EUR', needsShipping: true, lines: [line] }));
      const shop = join(folder, 'shop.json');
      writeFileSync(shop, JSON.stringify(config));
      return run('goals', shop, '--cart', cart, '--model', model, '--json');
    })(),
  );
  assert.ok(JSON.stringify(told).includes(`"${closer}"`), 'as the command closes the gap');
  await goal.getByRole('button', { name: /Add/ }).first().click();
  await eventually(async () =>
    assert.deepEqual(await linesOf(page), { 'MOK-1000': 1, [closer]: 1 }),
  );
  await page
    .getByLabel(/^Pieces of/)
    .first()
    .fill('9');
  await page.keyboard.press('Tab');
  await eventually(async () => assert.equal((await linesOf(page))['MOK-1000'], 9));
  await goal
    .getByText(/free shipping/)
    .first()
    .waitFor();
  await eventually(async () =>
    assert.ok(
      !(await goal.evaluate((element) => element.shadowRoot.textContent)).includes('more for'),
    ),
  );
  await shopOf(page)
    .getByRole('button', { name: /^One less/ })
    .first()
    .click();
  await eventually(async () => assert.equal((await linesOf(page))['MOK-1000'], 8));
  await page
    .getByLabel(/^Pieces of/)
    .first()
    .fill('0');
  await page.keyboard.press('Tab');
  await eventually(async () => assert.deepEqual(Object.keys(await linesOf(page)), [closer]));
  assert.equal(heard.requests.length, asked, 'nothing was requested');
  assertQuiet(heard);
});

test('language, direction, theme, colour, corners, font and darkness show at once', async (t) => {
  const { page, heard, asked } = await opened(t);
  const frame = frameOf(page);
  const row = shopOf(page).locator('goes-with.cart');
  const button = row.locator('.card button').first();
  await button.waitFor();
  const css = (locator, property) =>
    locator.evaluate((element, name) => getComputedStyle(element)[name], property);

  const sayings = {
    ...{ de: 'In den Warenkorb', fr: 'Ajouter au panier', ja: 'カート' },
    ar: 'السلة',
  };
  for (const language of ['ar', 'cs', 'de', 'es', 'fr', 'it', 'ja', 'nl', 'pl', 'pt', 'en']) {
    const before = await button.textContent();
    await chooser(page, 'Language').selectOption(language);
    await eventually(async () => {
      assert.equal(await frame.evaluate(() => document.documentElement.lang), language);
      const text = await button.textContent();
      assert.notEqual(text, before, language);
      if (language in sayings) assert.ok(text.includes(sayings[language]), text);
    });
    const dir = language === 'ar' ? 'rtl' : 'ltr';
    assert.equal(await frame.evaluate(() => document.documentElement.dir), dir);
  }
  await chooser(page, 'Direction').selectOption('rtl');
  await eventually(async () => assert.equal(await css(row, 'direction'), 'rtl'));

  await chooser(page, 'Light or dark').selectOption('dark');
  await eventually(async () =>
    assert.equal(await css(shopOf(page).locator('html'), 'backgroundColor'), 'rgb(21, 24, 28)'),
  );
  await chooser(page, 'Theme').selectOption('bold');
  await eventually(async () =>
    assert.equal(await css(button, 'backgroundColor'), 'rgb(185, 58, 8)'),
  );
  assert.equal(await css(button, 'borderRadius'), '0px');
  const own = page.getByRole('group', { name: 'Accent colour' });
  await own.getByLabel('Of your own').check();
  await own.getByLabel('Accent colour', { exact: true }).fill('#ffcc00');
  await eventually(async () =>
    assert.equal(await css(button, 'backgroundColor'), 'rgb(255, 204, 0)'),
  );
  assert.equal(await css(button, 'color'), 'rgb(0, 0, 0)', 'readable on it');
  const corners = page.getByRole('group', { name: 'Corners' });
  await corners.getByLabel('Of your own').check();
  await corners.getByLabel('Corner radius').fill('19');
  await eventually(async () => assert.equal(await css(button, 'borderRadius'), '19px'));
  await chooser(page, 'Font of the page').selectOption({ label: 'Serif' });
  await eventually(async () => assert.match(await css(button, 'fontFamily'), /Georgia/));
  const lines = await page.locator('.own-lines').textContent();
  assert.match(lines, /--goes-with-accent: #ffcc00;/);
  assert.match(lines, /--goes-with-radius: 19px;/);
  assert.equal(heard.requests.length, asked, 'nothing was requested');
  assertQuiet(heard);
});

test('the shop is looked at through a phone, a tablet and a desk, whole each time', async (t) => {
  for (const width of [1440, 390]) {
    const { page } = await opened(t, { width });
    for (const [name, wide] of [
      ['Desk', 1280],
      ['Tablet', 768],
      ['Phone', 390],
    ]) {
      await page.getByLabel(name).check();
      await eventually(async () =>
        assert.equal(await frameOf(page).evaluate(() => innerWidth), wide),
      );
      const box = await page.locator('gs-try iframe').boundingBox();
      assert.ok(box.x >= 0 && box.x + box.width <= width, `${name} fits into ${width}`);
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.equal(over, 0);
      const within = await frameOf(page).evaluate(
        () => document.documentElement.scrollWidth - innerWidth,
      );
      assert.equal(within, 0, 'nothing is wider than the shop’s window');
    }
  }
});

test('every place has its row, by the rows of shop.json and the shopper who looks', async (t) => {
  const rows = [
    { at: 'drawer', for: 'business', show: 'best-sellers:category=Lighting' },
    { at: ['home', 'after-purchase'], show: 'best-sellers' },
  ];
  const config = { rows };
  const path = join(folder, 'rows.json');
  writeFileSync(path, JSON.stringify(config));
  const { page, heard } = await opened(t, { config });
  await emptied(page);
  await put(page, 'MOK-1000');
  const place = chooser(page, 'Place');
  const asked = ['--config', path, '--cart', 'MOK-1000'];
  await place.selectOption('drawer');
  const three = offered('--cart', 'MOK-1000').slice(0, 3);
  await eventually(async () => assert.deepEqual(await rowOf(page, 'drawer-row'), three));
  await chooser(page, 'Shopper').selectOption('business');
  const lights = offered('--list', 'best-sellers:category=Lighting', '--cart', 'MOK-1000').slice(
    0,
    3,
  );
  assert.notDeepEqual(lights, three);
  await eventually(async () => assert.deepEqual(await rowOf(page, 'drawer-row'), lights));
  await place.selectOption('home');
  const home = offered(...asked, '--at', 'home');
  await eventually(async () => assert.deepEqual(await rowOf(page, 'home'), home));
  await place.selectOption('after-purchase');
  await eventually(async () => assert.deepEqual(await rowOf(page, 'after'), home));
  await place.selectOption('product');
  await shopOf(page).locator('.sold h1').waitFor();
  await eventually(async () => assert.ok((await rowOf(page, 'product')).length > 0));
  assertQuiet(heard);
});

test('a product’s link leads to its page within the shop, and no click leads out of it', async (t) => {
  const { page, heard, asked, context } = await opened(t);
  const [first] = await eventually(async () => {
    const row = await rowOf(page, 'cart');
    assert.ok(row.length > 0);
    return row;
  });
  const link = shopOf(page).locator(`goes-with.cart [data-id="${first}"] a`);
  await link.click({ button: 'middle' });
  await eventually(async () => assert.equal(await chooser(page, 'Place').inputValue(), 'product'));
  const title = await words(shopOf(page).locator('.sold h1'));
  assert.ok(title.length > 3);
  await shopOf(page).getByRole('button', { name: 'Add to cart' }).first().click();
  await chooser(page, 'Place').selectOption('cart');
  await eventually(async () => assert.equal((await linesOf(page))[first], 1));
  assert.equal(context.pages().length, 1, 'no other page was opened');
  assert.equal(heard.requests.length, asked, 'nothing was requested');
});

test('a rule that is written at the step Decide shows in the cart beside it at once', async (t) => {
  const { page, heard } = await openStep(t, 'decide', { width: 1440 });
  const before = await eventually(async () => {
    const row = await rowOf(page, 'cart');
    assert.equal(row.length, 4);
    return row;
  });
  await page.getByRole('button', { name: 'Add a rule' }).click();
  const rule = page.locator('#decide-rules .entry').first();
  await rule.getByRole('combobox', { name: 'Products' }).first().fill(before[0]);
  await page.keyboard.press('Enter');
  await eventually(async () => {
    const row = await rowOf(page, 'cart');
    assert.ok(row.length === 4 && !row.includes(before[0]), row.join());
  });
  await page.locator('#decide-goals .tiers button').first().click();
  await shopOf(page)
    .locator('goes-with-goal')
    .getByText(/more for free shipping/)
    .waitFor();
  await page.getByLabel('Live cart beside it').uncheck();
  assert.equal(await page.locator('gs-try').isVisible(), false);
  assertQuiet(heard);
});

test('another shop takes the place of the one before, and what it does not sell leaves the cart', async (t) => {
  const { page, heard } = await opened(t);
  await put(page, 'MOK-1000');
  const names = ['<img src=x onerror="alert(1)">', 'Plain cup', 'Blue cup', 'Tin'];
  const lines = [];
  for (let order = 0; order < 120; order++)
    for (const at of [order % 4, (order + 1) % 4])
      lines.push(`${order},P${at},1,${at}9.90,EUR,"${names[at].replaceAll('"', '""')}"`);
  const orders = join(folder, 'other.csv');
  writeFileSync(orders, `order_id,product_id,qty,price,currency,title\n${lines.join('\n')}\n`);
  const text = readFileSync(orders, 'utf8');
  // One shop after the other: until the first is graded, the next waits on the table.
  await page.waitForFunction(() => globalThis.store.state.work === null);
  await page.evaluate((csv) => {
    const file = new File([csv], 'other.csv');
    return globalThis.store.open([{ file, kind: 'orders' }]);
  }, text);
  await page.evaluate(() => globalThis.store.go('try'));
  await eventually(async () => {
    const ids = Object.keys(await linesOf(page));
    assert.deepEqual(
      ids.map((id) => id[0]),
      ['P'],
    );
    const row = await rowOf(page, 'cart');
    assert.ok(row.length > 0 && row.every((id) => id.startsWith('P')));
  });
  await put(page, 'P0');
  await eventually(async () =>
    assert.ok((await words(shopOf(page).locator('.lines'))).includes(names[0])),
  );
  assert.equal(await shopOf(page).locator('img').count(), 0, 'a name is text');
  assertQuiet(heard);
});

test('pictures of the shop are not asked for, nor does an experiment hide anything', async (t) => {
  const lines = Array.from({ length: 300 }, (_, at) => `${at >> 1},P${at % 3},1,9.90,EUR`);
  const orders = join(folder, 'pictures.csv');
  writeFileSync(orders, `order_id,product_id,qty,price,currency\n${lines.join('\n')}\n`);
  const catalogue = join(folder, 'catalogue.csv');
  const products = [0, 1, 2].map(
    (at) => `P${at},Cup ${at},https://shop.example/p${at},https://cdn.example/p${at}.jpg,9.90,EUR`,
  );
  writeFileSync(catalogue, `id,title,url,image,price,currency\n${products.join('\n')}\n`);
  const config = { experiment: { hidden: 99 } };
  const { page, heard, asked } = await opened(t, { files: [orders, catalogue], config });
  await eventually(async () => assert.ok((await rowOf(page, 'cart')).length > 0));
  assert.equal(heard.requests.length, asked);
  assertQuiet(heard);
  assert.deepEqual(await frameOf(page).evaluate(() => window.told.violations), []);
});

test('what has no price is said, because the widget shows nothing without one', async (t) => {
  const lines = Array.from({ length: 300 }, (_, at) => `${at >> 1},P${at % 3}`);
  const orders = join(folder, 'unpriced.csv');
  writeFileSync(orders, `order_id,product_id\n${lines.join('\n')}\n`);
  const { page, heard } = await opened(t, { files: [orders] });
  const cart = await words(page.locator('gs-try-cart'));
  assert.ok(cart.includes('What has no price in your exports cannot be offered here'), cart);
  assert.ok(cart.includes('Your orders tell no currency; amounts are shown in EUR.'));
  assertQuiet(heard);
});

for (const [name, options, scheme] of [
  ['light on a desk', { width: 1440 }, 'dark'],
  ['dark on a tablet', { width: 768, colorScheme: 'dark' }, 'light'],
  ['dark on a phone', { width: 390, height: 844, colorScheme: 'dark' }, 'dark'],
])
  test(`axe finds nothing, in the step and in the shop, ${name}`, async (t) => {
    const config = { goals: [{ reward: 'free-shipping', amount: { EUR: '90.00' } }] };
    const { page } = await opened(t, { config, ...options });
    await chooser(page, 'Light or dark').selectOption(scheme);
    await chooser(page, 'Theme').selectOption('linen');
    for (const place of ['cart', 'drawer', 'product', 'home']) {
      await chooser(page, 'Place').selectOption(place);
      await eventually(async () =>
        assert.ok((await shopOf(page).locator('goes-with [data-id]').count()) > 0),
      );
      assert.deepEqual(await findings(frameOf(page)), [], place);
    }
    await page.evaluate(() => scrollTo(0, 0));
    assert.deepEqual(await findings(page), []);
    await chooser(page, 'Place').selectOption('cart');
    await shopOf(page).locator('goes-with.cart [data-id]').first().waitFor();
    await capture(page, `studio-try-${options.width}-${options.colorScheme ?? 'light'}`);
  });

test('everything is reached by keyboard, the shop in the frame too', async (t) => {
  const { page } = await opened(t);
  await eventually(async () => assert.equal((await rowOf(page, 'cart')).length, 4));
  await chooser(page, 'Place').focus();
  const seen = new Set();
  for (let at = 0; at < 60; at++) {
    await page.keyboard.press('Tab');
    const inShop = await frameOf(page).evaluate(() => {
      let active = document.activeElement;
      while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
      return document.hasFocus() && active ? `shop ${active.localName}` : '';
    });
    seen.add(inShop || (await page.evaluate(() => document.activeElement.localName)));
  }
  for (const one of ['shop button', 'shop a', 'select', 'input', 'button'])
    assert.ok(seen.has(one), `${one} in ${[...seen].join(', ')}`);
});
