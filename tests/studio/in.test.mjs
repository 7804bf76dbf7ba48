import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { gzipSync } from 'node:zlib';
import { findings } from '../browser/support/axe.mjs';
import { assertQuiet, capture, eventually, test, toldBy } from '../browser/support/browser.mjs';
import { cellsOf } from './support/see_page.mjs';
import { drop, give, modelOf, openStudio, sample, top, words } from './support/studio_server.mjs';

const folder = mkdtempSync(join(tmpdir(), 'in-'));
after(() => rmSync(folder, { recursive: true }));
const write = (name, content) => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};
const exported = (name) => join(top, 'tests', 'data', 'read', name);
/** The command's model of the same files. */
function trained(...args) {
  const model = join(folder, 'shop.gw');
  const command = join(top, 'build', 'release', 'goeswith');
  execFileSync(command, ['train', ...args, '-o', model], { stdio: 'ignore' });
  return readFileSync(model);
}
const orders = readFileSync(sample[0], 'utf8');

/** Chooses files by the page's own button and waits until each has said what it is. */
async function choose(page, files) {
  await page.setInputFiles('gs-in input[type=file]', files);
  await looked(page);
}
const looked = (page) =>
  page.waitForFunction(() => {
    const { laid } = globalThis.store.state;
    return laid.length > 0 && laid.every(({ preview, problem }) => preview || problem);
  });
const open = (page) => page.getByRole('button', { name: 'See what goes with what' }).click();

test('every export that shops have says at once what it is', async (t) => {
  const { page, heard } = await openStudio(t);
  const kinds = {
    'shopify_orders.csv': ['Shopify orders', 'orders'],
    'matrixify.csv': ['Matrixify orders', 'orders'],
    'woocommerce_analytics.csv': ['WooCommerce orders', 'orders'],
    'woocommerce_items.csv': ['WooCommerce orders, an item a line', 'orders'],
    'prestashop.csv': ['PrestaShop orders', 'orders'],
    'magento.csv': ['Magento orders', 'orders'],
    'ga4.jsonl': ['GA4 purchases', 'orders'],
    'shopify_products.csv': ['Shopify products', 'catalogue'],
    'woocommerce_products.csv': ['WooCommerce products', 'catalogue'],
    'google.tsv': ['Google Merchant feed', 'catalogue'],
    'google_rss.xml': ['Google Merchant feed', 'catalogue'],
    'acp.json': ['Product feed', 'catalogue'],
  };
  await choose(page, Object.keys(kinds).map(exported));
  const rows = await page
    .locator('.files tbody tr')
    .evaluateAll((all) =>
      all.map((row) => [
        row.querySelector('.name').textContent,
        row.cells[1].textContent.trim(),
        row.querySelector('select').value,
      ]),
    );
  assert.deepEqual(
    rows,
    Object.entries(kinds).map(([name, kind]) => [name, ...kind]),
  );
  assertQuiet(heard);
  assert.deepEqual((await toldBy(page)).violations, []);
});

test('files may be dropped anywhere, on any step, packed and several at a time', async (t) => {
  const lines = orders.trim().split('\n');
  const [header, ...rest] = lines;
  const half = rest.length >> 1;
  const parts = [rest.slice(0, half), rest.slice(half)].map((part, at) =>
    write(`part-${at}.csv`, `${[header, ...part].join('\n')}\n`),
  );
  const packed = write('part-1.csv.gz', gzipSync(readFileSync(parts[1])));
  const { page, heard } = await openStudio(t);
  const { origin } = new URL(page.url());
  await give(page, [parts[0], packed]);
  await drop(page, 'footer');
  await looked(page);
  await give(page, [sample[1]]);
  await drop(page, 'h1');
  await looked(page);
  assert.deepEqual(
    (await cellsOf(page, '.files')).map(([name]) => name.split(' ')[0]),
    ['part-0.csv', 'part-1.csv.gz', 'catalogue.csv'],
  );
  await open(page);
  const model = await modelOf(page);
  const command = trained(parts[0], packed, '--catalogue', sample[1]);
  assert.ok(model.equals(command), 'the model is that of the command');

  await page.locator('gs-see .grade').first().waitFor();
  await give(page, [sample[0]]);
  await drop(page, 'gs-see');
  await page.locator('gs-in').waitFor();
  await looked(page);
  assert.equal(await page.locator('.files tbody tr').count(), 4, 'the page is still here');
  assert.equal(new URL(page.url()).origin, origin);
  assert.match(await words(page.locator('gs-in .current')), /8,000 orders/);
  await page.getByRole('button', { name: 'Take away part-0.csv' }).click();
  assert.equal(await page.locator('.files tbody tr').count(), 3);
  assertQuiet(heard);
});

test('a table that nobody knows is read by the columns that the merchant names', async (t) => {
  const [, ...rows] = orders.trim().split('\n');
  const table = [
    'Beleg;Artikel;Anzahl;VK;Kauf am;Notiz',
    ...rows.map((row) => {
      const [order, product, quantity, price, time] = row.split(',');
      return [order, product, quantity, price, time, 'Frau Muster, Tel. 030 1234'].join(';');
    }),
  ];
  const file = write('erp.csv', `${table.join('\n')}\n`);
  const { page } = await openStudio(t);
  await choose(page, [file]);
  await page.getByText('Which column is which?').waitFor();
  const button = page.getByRole('button', { name: 'See what goes with what' });
  assert.ok(await button.isDisabled());
  assert.match(await words(page.locator('#lacks')), /order number/);
  const columns = {
    ...{ 'Order number': 'Beleg', 'Product id or SKU': 'Artikel', Quantity: 'Anzahl' },
    ...{ 'Price of one': 'VK', Date: 'Kauf am' },
  };
  for (const [part, column] of Object.entries(columns))
    await page.getByLabel(part).selectOption(column);
  const head = await page.locator('.columns thead th').allTextContents();
  assert.match(head[0].replace(/\s+/g, ' '), /Beleg Order number/);
  assert.equal(await page.locator('.columns tbody tr').count(), 4);
  await open(page);
  const model = await modelOf(page);
  const named = 'order=Beleg,product=Artikel,qty=Anzahl,price=VK,date=Kauf am';
  assert.ok(model.equals(trained(file, '--columns', named)), 'the model is that of the command');
});

test('what looks like a table can be read as one order a line, and back', async (t) => {
  const lines = Array.from({ length: 12 }, () => 'tea,mug,12');
  const { page } = await openStudio(t);
  await choose(page, [write('lines.csv', `${lines.join('\n')}\n`)]);
  const taken = page.getByLabel('lines.csv is taken as');
  assert.equal(await taken.inputValue(), 'line');
  await taken.selectOption('table');
  assert.match(
    await words(page.locator('.columns thead')),
    /tea mug 12/,
    'the first line is the header',
  );
  await taken.selectOption('line');
  assert.equal(await page.locator('gs-columns').count(), 0);
  await open(page);
  await page.locator('gs-see .card').first().waitFor();
});

test('the sample shop is a shop after one click, and by keyboard alone', async (t) => {
  const { page, heard } = await openStudio(t);
  const focused = () => page.evaluate(() => document.activeElement.textContent.trim());
  await page.keyboard.press('Tab');
  assert.equal(await focused(), 'Skip to content');
  for (let tabs = 0; (await focused()) !== 'Try a sample shop'; tabs++) {
    assert.ok(tabs < 12, 'the way to the sample shop is short');
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Enter');
  await page.locator('gs-see .grade').first().waitFor();
  assert.equal(await focused(), 'What goes with what', 'who listens is told where they are');
  assert.match(await words(page.locator('gs-see > p').first()), /sample shop/);
  const model = await modelOf(page);
  assert.ok(model.equals(trained(sample[0], '--catalogue', sample[1])));
  assertQuiet(heard);
});

test('nothing is asked of any server after the page is loaded, and it works offline', async (t) => {
  const { page, context, heard } = await openStudio(t);
  const overTheNet = () => heard.sent.map((one) => one.url()).filter((url) => /^http/.test(url));
  const loaded = overTheNet();
  assert.ok(loaded.length > 5, 'the page was loaded');
  await context.setOffline(true);
  await choose(page, sample);
  await open(page);
  await page.locator('gs-see .grade').first().waitFor();
  await page.getByRole('button', { name: 'Your orders' }).click();
  await page.getByRole('button', { name: 'Try a sample shop' }).click();
  await page.locator('gs-see .grade').first().waitFor();
  for (const step of ['Decide', 'Try', 'Take it home', 'Afterwards'])
    await page.getByRole('button', { name: step, exact: true }).click();
  await page.waitForTimeout(500);
  assert.deepEqual(overTheNet().slice(loaded.length), []);
  assertQuiet(heard);
  assert.deepEqual((await toldBy(page)).violations, []);
});

const looks = [
  { colorScheme: 'light', width: 1440 },
  { colorScheme: 'dark', width: 768 },
  { colorScheme: 'dark', width: 390 },
  { colorScheme: 'light', width: 390 },
];
for (const look of looks)
  test(`axe finds nothing on "Your orders", ${look.colorScheme}, ${look.width} px wide`, async (t) => {
    const { page } = await openStudio(t, look);
    const see = async (name) => {
      assert.deepEqual(await findings(page), [], name);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(wide <= 0, `${name}: nothing stands out to the side`);
      await capture(page, `studio-in-${name}-${look.width}-${look.colorScheme}`);
    };
    await see('empty');
    const table = write('till.csv', 'Beleg,SKU,Qty,Name\n1,M-1,2,Ada\n2,F-1,1,Bob\n');
    await choose(page, [...sample, table, write('nothing.csv', '')]);
    await see('files');
    await page.evaluate(() => {
      const { store } = globalThis;
      const work = { stage: 'choosing', share: 0.4, began: Date.now() - 4000 };
      store.set({ work, trouble: { title: 'One after the other', text: 'Wait for the first.' } });
    });
    await page.locator('gs-in .work').waitFor();
    await see('working');
  });

test('a year of files is a list, not a wall', async (t) => {
  const { page } = await openStudio(t, { width: 390 });
  const months = Array.from({ length: 24 }, (_, at) => ({
    name: `orders-export-of-the-shop-in-the-month-${at + 1}.csv`,
    mimeType: 'text/csv',
    buffer: readFileSync(exported('small.csv')),
  }));
  await choose(page, months);
  assert.equal(await page.locator('.files tbody tr').count(), 24);
  await eventually(async () => {
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(wide <= 0, 'long names are broken');
  });
});
