import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { findings } from '../browser/support/axe.mjs';
import { assertQuiet, eventually, test, toldBy } from '../browser/support/browser.mjs';
import { cellsOf, openShop, sample, top } from './support/see_page.mjs';
import { longestTask } from './support/tasks.mjs';

const folder = mkdtempSync(join(tmpdir(), 'see-'));
after(() => rmSync(folder, { recursive: true }));
const model = join(folder, 'shop.gw');
const run = (...args) =>
  execFileSync(join(top, 'build', 'release', 'goeswith'), args, {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
function trained([orders, catalogue], output = model) {
  const report = join(folder, 'report.json');
  const more = catalogue ? ['--catalogue', catalogue] : [];
  run('train', orders, ...more, '-o', output, '--report', report);
  return JSON.parse(readFileSync(report, 'utf8'));
}
const report = trained(sample);
const count = (value) => value.toLocaleString('en');
const words = (locator) => locator.textContent().then((text) => text.replace(/\s+/g, ' ').trim());

test('the grade, its reason and what the newest orders say are those of the command', async (t) => {
  const { page, heard } = await openShop(t);
  const grade = await words(page.locator('#see-grade'));
  const { newest_orders: newest, readiness } = report;
  assert.ok(grade.toLowerCase().includes(`grade: ${readiness.grade}`), grade);
  assert.ok(grade.includes(`${readiness.reason}.`), grade);
  const hundred = ({ hr10 }) => Math.round(hr10 * 100);
  const said = `Of 100 products that were taken out of your newest orders, ${hundred(newest.model)} were among ten offers; showing everyone the best sellers finds ${hundred(newest.best_sellers)}.`;
  assert.ok(grade.includes(said), grade);
  assert.ok(
    grade.includes(`From ${count(newest.questions)} products out of ${newest.orders} orders`),
  );
  const drawn = await page.locator('#see-grade svg.chart').count();
  assert.equal(drawn, 1, 'the same as a chart');

  const read = await words(page.locator('#see-read'));
  assert.ok(read.includes(`Every one of ${count(report.read.lines)} lines was used.`), read);
  const months = await cellsOf(page, '#see-read .chart-table');
  const orders = new Map();
  for (const line of readFileSync(sample[0], 'utf8').trim().split('\n').slice(1)) {
    const [id, , , , time] = line.split(',');
    orders.set(id, time.slice(0, 7));
  }
  const counts = [...orders.values()].reduce(
    (so, month) => so.set(month, (so.get(month) ?? 0) + 1),
    new Map(),
  );
  await page.locator('#see-read summary').click();
  const shown = (await cellsOf(page, '#see-read .chart-table')).map(([, orders]) => orders);
  assert.equal(months.length, counts.size);
  assert.deepEqual(
    shown,
    [...counts].sort().map(([, orders]) => count(orders)),
  );
  assertQuiet(heard);
  assert.deepEqual((await toldBy(page)).violations, []);
});

test('what was left out is told with its reason and an example, and odd data is warned of', async (t) => {
  const lines = readFileSync(sample[0], 'utf8').trim().split('\n');
  for (let at = 5; at < lines.length; at += 50)
    lines[at] = lines[at].replace(/,[\d.]+,20/, ',0,20');
  for (let at = 9; at < lines.length; at += 90) lines[at] = lines[at].replace(/,\d+,/, ',-1,');
  const orders = join(folder, 'orders.csv');
  writeFileSync(orders, `${lines.join('\n')}\n`);
  const { read } = trained([orders], join(folder, 'messy.gw'));
  assert.ok(read.left_out.length >= 2, 'the command leaves lines out');
  const { page } = await openShop(t, [orders]);
  const shown = await cellsOf(page, '#see-read .left-out');
  const upper = (text) => text[0].toUpperCase() + text.slice(1);
  const expected = read.left_out.map((left) => [
    upper(left.reason),
    count(left.lines),
    left.example.replace(`${folder}/`, ''),
  ]);
  assert.deepEqual(shown, expected);
  assert.ok(
    (await words(page.locator('#see-read'))).includes(
      `${count(read.lines)} lines read, ${count(read.lines_used)} used`,
    ),
  );
  assert.ok((await words(page.locator('.advice'))).includes('Add your product export'));

  await page.evaluate(() => {
    const { store } = globalThis;
    const warnings = [
      { about: 'month-missing', text: 'there is no order in 2025-03: is a file missing?' },
    ];
    store.set({ orders: { ...store.state.orders, warnings } });
  });
  const odd = page.locator('#see-read .odd li');
  assert.equal(await words(odd), '!Warning: There is no order in 2025-03: is a file missing?');
});

test('before the grade is known, all the rest is there already', async (t) => {
  const { page } = await openShop(t);
  const { waiting, ...there } = await page.evaluate(() => globalThis.beforeGrade);
  assert.deepEqual(there, {
    ...{ grade: false, months: true, pairs: true, map: true, product: true, never: true },
  });
  assert.ok(waiting.includes('Your newest orders are being asked.'), waiting);
});

test('pairs have the evidence that inspect tells, can be sorted and searched', async (t) => {
  const { page } = await openShop(t);
  const rows = page.locator('.pairs tbody tr');
  assert.equal(await rows.count(), 50);
  const pairs = await rows.evaluateAll((all) =>
    all.slice(0, 5).map((row) => row.dataset.pair.split(' ')),
  );
  const shown = await cellsOf(page, '.pairs');
  for (const [at, [one, other]] of pairs.entries()) {
    const { neighbours } = JSON.parse(run('inspect', model, '--product', one, '--json'));
    const { support, support_below: below } = neighbours.find(({ id }) => id === other);
    assert.ok(shown[at].join(' ').includes(`${support} to ${below - 1}`), shown[at].join(' '));
  }
  await page.getByRole('button', { name: 'Show 50 more' }).first().click();
  assert.equal(await rows.count(), 100);

  const sure = async () =>
    (await cellsOf(page, '.pairs')).map((cells) =>
      Number(/95 % sure: (?:at least )?([\d.,]+)/.exec(cells.join(' '))?.[1].replace(',', '') ?? 0),
    );
  await page.locator('.pairs').getByRole('button', { name: 'Against chance' }).click();
  assert.equal(
    await page
      .locator('.pairs [aria-sort="descending"]')
      .textContent()
      .then((text) => text.includes('Against chance')),
    true,
  );
  const lows = await sure();
  assert.deepEqual(
    lows,
    [...lows].sort((a, b) => b - a),
  );
  assert.equal(lows.length, 50, 'from the top again');
  await page.locator('.pairs').getByRole('button', { name: 'Pair' }).click();
  const names = (await cellsOf(page, '.pairs')).map(([pair]) => pair.toLowerCase());
  assert.ok(names[0] <= names[1] && names[1] <= names.at(-1), 'names go up');

  const search = page.getByLabel('Search pairs');
  await search.fill('COFFEE beans');
  const found = (await cellsOf(page, '.pairs')).map(([pair]) => pair.toLowerCase());
  assert.ok(
    found.length > 0 && found.every((pair) => pair.includes('coffee') && pair.includes('beans')),
  );
  await search.fill('<b>nothing</b>');
  assert.ok(
    (await words(page.locator('#see-pairs .empty'))).includes(
      'No pair has “<b>nothing</b>” in it.',
    ),
  );
});

test('a product is found by part of its name, with its neighbours and offers as the command says', async (t) => {
  const { page, heard } = await openShop(t);
  const requests = heard.requests.length;
  await page.getByLabel('Find a product').fill('moka 9 steel');
  const option = page.locator('#see-find-list [role=option]', { hasText: 'MOK-1000' });
  assert.ok((await words(option)).startsWith('Larch moka pot, 9 cups, steel MOK-1000'));
  await page.keyboard.press('ArrowDown');
  await page.getByLabel('Find a product').fill('MOK-1000');
  await page.keyboard.press('Enter');
  await page.locator('.product[data-id="MOK-1000"]').waitFor();
  const { neighbours } = JSON.parse(run('inspect', model, '--product', 'MOK-1000', '--json'));
  const expected = neighbours.filter(({ weight }) => weight > 0).map(({ id }) => id);
  const rows = page.locator('.neighbours tbody tr');
  assert.deepEqual(await rows.evaluateAll((all) => all.map(({ dataset }) => dataset.id)), expected);
  const first = (await cellsOf(page, '.neighbours'))[0].join(' ');
  const one = (value) =>
    value < 10 ? value.toFixed(1).replace('.0', '') : String(Math.round(value));
  const [{ lift, lift_interval: interval }] = neighbours;
  assert.ok(first.includes(`${one(lift.least)} to ${one(lift.most)} times`), first);
  assert.ok(first.includes(`95 % sure: ${one(interval.low)} to ${one(interval.high)}`), first);

  const offersShown = () =>
    page.locator('.offers li').evaluateAll((all) => all.map(({ dataset }) => dataset.offer));
  const offersOf = (...more) =>
    JSON.parse(run('recommend', model, '--json', '--top', '4', ...more));
  const ofCart = idsIn(offersOf('--cart', 'MOK-1000'));
  assert.equal(ofCart.length, 4);
  assert.deepEqual(await offersShown(), ofCart);
  await page.getByLabel('on its own page').check();
  const ofPage = idsIn(offersOf('--product', 'MOK-1000', '--at', 'product'));
  await eventually(async () => assert.deepEqual(await offersShown(), ofPage));
  assert.equal(heard.requests.length, requests, 'nothing was requested');
  assertQuiet(heard);
});

const idsIn = (answer) => (answer.items ?? answer.offers ?? answer).map(({ id }) => id);

test('rules tell what they left out and what they pinned', async (t) => {
  const [left] = idsIn(
    JSON.parse(run('recommend', model, '--json', '--top', '4', '--cart', 'MOK-1000')),
  );
  const config = { rules: [{ do: 'exclude', product: [left] }] };
  const { page } = await openShop(t, sample, { until: '.product', config });
  await page.getByLabel('Find a product').fill('MOK-1000');
  await page.keyboard.press('Enter');
  const out = page.locator(`.left [data-left="${left}"]`);
  await out.waitFor();
  assert.ok((await words(out)).includes('rule 1 leaves it out'));
  assert.equal(await page.locator(`.offers [data-offer="${left}"]`).count(), 0);
});

test('products that are never offered are those that no row of the command shows, and go out as CSV', async (t) => {
  const { page } = await openShop(t, sample, { until: '.never tbody tr' });
  const { products } = await page.evaluate(() => globalThis.store.state.products);
  const carts = join(folder, 'carts.jsonl');
  writeFileSync(carts, products.map(({ id }) => `${JSON.stringify({ cart: [id] })}\n`).join(''));
  const answers = run('recommend', model, '--json', '--top', '4', '--carts', carts)
    .trim()
    .split('\n');
  assert.equal(answers.length, products.length);
  const offered = new Set(answers.flatMap((line) => idsIn(JSON.parse(line))));
  const never = products.map(({ id }) => id).filter((id) => !offered.has(id));
  assert.ok(never.length > 0);
  const text = await words(page.locator('#see-never'));
  assert.ok(
    text.includes(
      `${never.length} of ${products.length} products (${Math.round((never.length / products.length) * 100)} %)`,
    ),
    text,
  );
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save the list as CSV' }).click(),
  ]);
  const csv = readFileSync(await download.path(), 'utf8')
    .replace('\ufeff', '')
    .trim()
    .split('\r\n');
  assert.equal(csv[0], 'id,title,category,price,share_of_orders,neighbours,why');
  assert.deepEqual(
    csv.slice(1).map((line) => line.split(',')[0]),
    never,
  );
  await page.getByLabel('Search these products').fill('bath');
  const found = await cellsOf(page, '.never');
  assert.ok(
    found.length > 0 && found.every((cells) => cells.join(' ').toLowerCase().includes('bath')),
  );
});

test('the map is searched, moved and read by keyboard, and says the same as a list', async (t) => {
  const { page } = await openShop(t);
  const settled = page.locator('.settling');
  await settled.waitFor({ state: 'detached' });
  const place = page.locator('.map-place');
  await page.getByLabel('Search the map').fill('coffee beans');
  await page.keyboard.press('Enter');
  const chosen = page.locator('.chosen');
  assert.ok((await words(chosen)).toLowerCase().includes('coffee beans'));
  await place.focus();
  await page.keyboard.press('Escape');
  await chosen.waitFor({ state: 'detached' });
  const { width, height } = await place.boundingBox();
  // Beside the middle: what is told of a product stands at the right.
  await place.click({ position: { x: (width - 300) / 2, y: height / 2 } });
  assert.ok((await words(chosen)).toLowerCase().includes('coffee beans'), 'it lies in the middle');
  await page.keyboard.press('0');
  const zoomed = () => place.evaluate((element) => element.classList.contains('zoomed'));
  assert.equal(await zoomed(), false);
  await page.keyboard.press('+');
  assert.equal(await zoomed(), true);
  await page.getByLabel('Search the map').fill('');
  await page.locator('.as-list summary').click();
  const mapped = await page.evaluate(() =>
    Math.min(200, globalThis.store.state.products.products.length),
  );
  assert.ok((await words(page.locator('.as-list .more'))).startsWith(`50 of ${mapped} products`));
  const row = page.locator('.map-list tbody tr').first();
  const id = await row.getAttribute('data-id');
  const { neighbours } = JSON.parse(run('inspect', model, '--product', id, '--json'));
  assert.ok((await words(row)).includes(neighbours[0].title), 'its strongest neighbour');
  await row.getByRole('button').click();
  await page.locator(`.product[data-id="${id}"]`).waitFor();
});

test('nothing holds the page while the map settles', async (t) => {
  const { page } = await openShop(t);
  await page.locator('.settling').waitFor({ state: 'detached' });
  const longest = await longestTask(page, async () => {
    await page.getByLabel('Best sellers').selectOption('400');
    await page.waitForFunction(() =>
      /2[67]\d/.test(document.querySelector('.map-place').ariaLabel),
    );
    await page.locator('.settling').waitFor({ state: 'detached' });
  });
  assert.ok(longest.tasks > 50, `it was watched: ${longest.tasks} tasks`);
  assert.ok(longest.ms < 50, `${longest.ms} ms`);
});

test('orders of one product each say so, with empty places that tell what is missing', async (t) => {
  const hostile = '<img src=x onerror="alert(1)">';
  const lines = Array.from(
    { length: 400 },
    (_, at) =>
      `${at},P${at % 7},1,9.90,"${at % 7 ? `Cup ${at % 7}` : hostile.replaceAll('"', '""')}"`,
  );
  const orders = join(folder, 'single.csv');
  writeFileSync(orders, `order_id,product_id,qty,price,title\n${lines.join('\n')}\n`);
  const { readiness } = trained([orders], join(folder, 'single.gw'));
  assert.equal(readiness.grade, 'best sellers only');
  const { page, heard } = await openShop(t, [orders]);
  const grade = await words(page.locator('#see-grade'));
  assert.ok(grade.includes(`${readiness.reason}.`), grade);
  assert.ok(grade.includes('Check that the lines of one order share its number.'));
  assert.ok(grade.includes('Use an export that tells the date of each order.'));
  assert.ok(
    (await words(page.locator('#see-read .months'))).includes('None of 400 orders has a date.'),
  );
  assert.ok((await words(page.locator('#see-pairs .empty'))).includes('No pair yet.'));
  await page.locator('.product').waitFor();
  assert.ok((await words(page.locator('.product'))).includes('Nothing yet: too few customers'));
  await page.locator('.settling').waitFor({ state: 'detached' });
  assert.ok((await words(page.locator('.map-list'))).includes(hostile), 'a name is text');
  assert.equal(await page.locator('gs-see img').count(), 0);
  assert.ok((await words(page.locator('#see-never'))).length > 20);
  assertQuiet(heard);
  assert.deepEqual((await toldBy(page)).violations, []);
});

for (const [name, options] of [
  ['light on a desk', { width: 1440 }],
  ['dark on a tablet', { width: 768, colorScheme: 'dark' }],
  ['dark on a phone', { width: 390, height: 844, colorScheme: 'dark' }],
])
  test(`axe finds nothing, ${name}`, async (t) => {
    const { page } = await openShop(t, sample, options);
    await page.locator('.settling').waitFor({ state: 'detached' });
    await page.locator('.never tbody tr').first().waitFor();
    for (const summary of await page.locator('gs-see summary').all()) await summary.click();
    await page.getByLabel('Find a product').fill('mug');
    await page.evaluate(() => scrollTo(0, 0));
    const view = (found) =>
      found.filter(
        (one) => one.includes('gs-see') || one.includes('see-') || !one.includes('gs-studio'),
      );
    assert.deepEqual(view(await findings(page)), []);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.equal(wide, 0, 'nothing is wider than the window');
  });
