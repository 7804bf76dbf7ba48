import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { findings } from '../browser/support/axe.mjs';
import { assertQuiet, capture, eventually, test, toldBy } from '../browser/support/browser.mjs';
import { wrong } from '../commands/wrong.mjs';
import { cellsOf, sample } from './support/see_page.mjs';
import { configOf, configure, openStep, run, words } from './support/step_page.mjs';
import { longestTask } from './support/tasks.mjs';

const folder = mkdtempSync(join(tmpdir(), 'decide-'));
after(() => rmSync(folder, { recursive: true }));
const model = join(folder, 'shop.gw');
run('train', sample[0], '--catalogue', sample[1], '-o', model);

/** What each order of the sample came to, out of its own lines. */
const amounts = (() => {
  const orders = new Map();
  for (const line of readFileSync(sample[0], 'utf8').trim().split('\n').slice(1)) {
    const [id, , qty, price] = line.split(',');
    const minor = Number(qty) * Math.round(Number(price) * 100);
    orders.set(id, (orders.get(id) ?? 0) + minor);
  }
  return [...orders.values()].sort((a, b) => a - b);
})();
const count = (value) => value.toLocaleString('en');

test('goals are drawn among the shop’s own orders, and what they cost and bring follows from them', async (t) => {
  const { page, heard } = await openStep(t, 'decide');
  const asked = heard.requests.length;
  const goals = page.locator('#decide-goals');
  const middle = amounts[Math.ceil(amounts.length / 2) - 1];
  await goals.locator('svg.chart').waitFor();
  assert.ok((await words(goals.locator('figcaption'))).includes(`less than €${middle / 100}`));
  const drawn = await cellsOf(page, '#decide-goals .chart-table');
  const shown = drawn.reduce((sum, [, orders]) => sum + Number(orders.replaceAll(',', '')), 0);
  assert.equal(shown, amounts.length, 'the table of the chart has every order');

  const tiers = goals.locator('.tiers li');
  const suggested = await tiers.locator('.amount').allTextContents();
  assert.ok(suggested.length >= 1 && suggested.length <= 3);
  await tiers.first().getByRole('button').click();
  const threshold = Number(suggested[0].slice(1)) * 100;
  assert.deepEqual((await configOf(page)).goals, [
    { reward: 'free-shipping', amount: { EUR: (threshold / 100).toFixed(2) } },
  ]);
  assert.equal(await words(tiers.first().getByRole('button')), 'In force');
  const lines = await goals.locator('svg.chart').evaluate((chart) => chart.textContent);
  assert.ok(lines.includes(suggested[0]), 'its threshold stands in the chart');

  const fill = async (name, value) => {
    await goals.getByLabel(name, { exact: true }).fill(value);
    await page.keyboard.press('Tab');
  };
  await fill('Take rate, low', '10');
  await fill('Take rate, high', '20');
  await fill('One product closes up to', '20,00');
  await fill('Margin', '45.5');
  await fill('A parcel costs you', '0.50');
  const above = amounts.filter((amount) => amount >= threshold).length;
  const within = amounts.filter((one) => one < threshold && one >= threshold - 2000);
  const missing = within.reduce((sum, amount) => sum + threshold - amount, 0);
  const outcome = goals.locator('.outcome');
  const text = await words(outcome);
  assert.ok(text.includes(`Of ${count(amounts.length)} orders, ${count(above)} `), text);
  assert.ok(text.includes(`${count(within.length)} (`), text);
  const whole = (minor) => (Math.abs(minor) < 10_000 ? minor / 100 : Math.floor(minor / 100));
  const ends = [0.1, 0.2].map((rate) => ({
    sales: whole(Math.floor(rate * missing)),
    left: whole(Math.floor(rate * missing * 0.455 - 50 * (above + rate * within.length))),
  }));
  const cells = Object.fromEntries(await cellsOf(page, '#decide-goals .outcome table'));
  const written = (value) => `${value < 0 ? '−' : ''}€${Math.abs(value).toLocaleString('en')}`;
  assert.equal(cells['Sales on top'], `${written(ends[0].sales)} to ${written(ends[1].sales)}`);
  const left = ends.map((end) => end.left).sort((a, b) => a - b);
  assert.equal(cells['What is left'], `${written(left[0])} to ${written(left[1])}`);

  await fill('A parcel costs you', '30');
  assert.ok((await words(outcome)).includes('it costs more than it brings'), 'said plainly');
  await goals.getByLabel('Orders above a goal have its reward').check();
  await fill('A parcel costs you', '0.10');
  assert.ok((await words(outcome)).includes('it brings more than it costs'));

  await fill('Margin', 'half');
  assert.ok((await words(goals)).includes('A percentage from 0 to 100 belongs here.'));
  assert.ok((await words(outcome)).includes('it brings more than it costs'), 'nothing changed');
  await fill('Take rate, low', '30');
  assert.ok((await words(goals)).includes('not above the one beside it'));
  assert.equal(heard.requests.length, asked, 'nothing was requested');
  assertQuiet(heard);
  assert.deepEqual((await toldBy(page)).violations, []);
});

test('the average order before and after offers is reckoned at a take rate of one’s own', async (t) => {
  const { page } = await openStep(t, 'decide');
  const part = page.locator('#decide-average');
  for (const [name, value] of [
    ['Take rate, low', '5'],
    ['Take rate, high', '10'],
    ['What they take costs', '12.00'],
    ['Margin', '50'],
  ]) {
    await part.getByLabel(name, { exact: true }).fill(value);
    await page.keyboard.press('Tab');
  }
  const sum = amounts.reduce((all, amount) => all + amount, 0);
  const average = (rate) => `€${(Math.round(sum / amounts.length + rate * 1200) / 100).toFixed(2)}`;
  const cells = Object.fromEntries(await cellsOf(page, '#decide-average .sums'));
  assert.equal(cells['Average order now'], average(0));
  assert.equal(cells['Average order with offers'], `${average(0.05)} to ${average(0.1)}`);
  const sales = [0.05, 0.1].map((rate) => rate * amounts.length * 12);
  assert.equal(
    cells['Of it your margin'],
    sales.map((euro) => `€${count(Math.floor(euro / 2))}`).join(' to '),
  );
});

test(`what is wrong is said as goeswith check says it, at its place: ${wrong.length} wrong configurations`, async (t) => {
  const { page, heard } = await openStep(t, 'decide');
  const path = join(folder, 'shop.json');
  let inForms = 0;
  for (const [name, config] of wrong) {
    const text = typeof config === 'string' ? config : JSON.stringify(config);
    writeFileSync(path, text);
    const expected = run('check', path, '--model', model)
      .trim()
      .split('\n')
      .map((line) => line.slice(line.indexOf(': ') + 2));
    await page.locator('#decide-text textarea').fill(text);
    const said = page.locator('#decide-text-said .mistakes li');
    await eventually(async () => {
      const shown = await said.allTextContents();
      const wanted = expected.map((one) => `${one[0].toUpperCase()}${one.slice(1)}.`);
      assert.deepEqual(shown.sort(), wanted.sort(), name);
    });
    for (const line of expected) {
      const [place] = line.split(': ');
      if (!/^(goals|rules|rows)\[/.test(place)) continue;
      const [key] = place.split('[');
      const there = page.locator(`#decide-${key} .entry .mistakes [data-place="${place}"]`);
      // A condition of a rule, which could be said twice, is said once.
      assert.equal(await there.count(), 1, `${name}: ${place} in its card`);
      inForms += 1;
    }
  }
  assert.ok(inForms >= 30, `${inForms} were shown in forms`);
  assertQuiet(heard);
});

test('a rule is made by keyboard alone, and its product is found by search', async (t) => {
  const { page } = await openStep(t, 'decide');
  const rules = page.locator('#decide-rules');
  await rules.getByRole('button', { name: 'Add a rule' }).focus();
  await page.keyboard.press('Enter');
  await eventually(async () => assert.deepEqual((await configOf(page)).rules, [{ do: 'exclude' }]));
  const card = rules.locator('.entry').first();
  await eventually(async () =>
    assert.ok((await words(card)).includes('This would exclude everything: say what')),
  );
  assert.equal(
    await page.evaluate(() => document.activeElement.id),
    'd-rules-0-do',
    'the focus went to the new rule',
  );
  await page.keyboard.press('Tab');
  await page.keyboard.type('MOK-1000');
  await page.keyboard.press('Enter');
  await eventually(async () =>
    assert.deepEqual((await configOf(page)).rules, [{ do: 'exclude', product: 'MOK-1000' }]),
  );
  await eventually(async () => assert.equal(await card.locator('.mistakes li').count(), 0));
  assert.ok((await words(card.locator('h3'))).startsWith('Rule 1: Never offer: '));
  await card.getByRole('combobox', { name: 'Products' }).first().fill('candle holder');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const { product } = (await configOf(page)).rules[0];
  assert.equal(product.length, 2);
  await card
    .getByRole('button', { name: /^Leave/ })
    .first()
    .click();
  assert.equal((await configOf(page)).rules[0].product, product[1]);

  await card.getByLabel('What it does').selectOption('boost');
  assert.equal((await configOf(page)).rules[0].by, 50);
  await card.getByLabel('By', { exact: true }).fill('950');
  await page.keyboard.press('Tab');
  await eventually(async () =>
    assert.ok((await words(card)).includes('A whole number from 1 to 900 belongs here.')),
  );
  const by = card.getByLabel('By', { exact: true });
  assert.equal(await by.getAttribute('aria-invalid'), 'true');
  const said = await by.getAttribute('aria-describedby');
  assert.ok((await words(page.locator(`#${said}`))).includes('1 to 900'), 'said with the field');
});

test('rules are moved and removed by keyboard, with the focus going along', async (t) => {
  const config = { rules: ['A', 'B', 'C'].map((brand) => ({ do: 'exclude', brand })) };
  const { page } = await openStep(t, 'decide', { config });
  const brands = async () => (await configOf(page)).rules?.map(({ brand }) => brand).join('');
  const focused = () => page.evaluate(() => document.activeElement.getAttribute('aria-label'));
  await page.getByRole('button', { name: 'Down: Rule 1' }).focus();
  await page.keyboard.press('Enter');
  await eventually(async () => assert.equal(await brands(), 'BAC'));
  await eventually(async () => assert.equal(await focused(), 'Down: Rule 2'));
  await page.keyboard.press('Enter');
  await eventually(async () => assert.equal(await brands(), 'BCA'));
  await eventually(async () => assert.equal(await focused(), 'Up: Rule 3'));
  await page.getByRole('button', { name: 'Remove: Rule 3' }).focus();
  await page.keyboard.press('Enter');
  await eventually(async () => assert.equal(await brands(), 'BC'));
  await eventually(async () => assert.equal(await focused(), 'Remove: Rule 2'));
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await eventually(async () => assert.equal(await brands(), undefined, 'none is left'));
  await eventually(async () =>
    assert.equal(await page.evaluate(() => document.activeElement.className), 'add'),
  );
});

test('rows are set by place and shopper, and a table says who meets which', async (t) => {
  const { page } = await openStep(t, 'decide');
  const rows = page.locator('#decide-rows');
  await rows.getByRole('button', { name: 'Add a row' }).click();
  const card = rows.locator('.entry').first();
  await card.getByLabel('Cart', { exact: true }).check();
  await card.getByLabel('Business customer').check();
  await card.getByLabel('What list 1 is').selectOption('upgrade');
  await card.getByLabel('Of which products list 2 is').selectOption('category');
  await card.getByLabel('Which category list 2 is of').fill('Lighting');
  await page.keyboard.press('Tab');
  await card.getByRole('button', { name: 'Up: list 2' }).click();
  assert.deepEqual((await configOf(page)).rows, [
    { show: ['best-sellers:category=Lighting', 'upgrade'], at: 'cart', for: 'business' },
  ]);
  const cells = await cellsOf(page, '.which');
  const mine = cells.flatMap((row) => row.filter((cell) => cell === 'Row 1'));
  assert.equal(mine.length, 1, 'one place and one shopper');
  assert.deepEqual(cells.find(([place]) => place === 'Cart').at(-1), 'Row 1');
  await eventually(async () => assert.equal(await card.locator('.mistakes li').count(), 0));
  await card
    .getByLabel('Which category list 2')
    .or(card.getByLabel('Which category list 1'))
    .first()
    .fill('Hats');
  await page.keyboard.press('Tab');
  await eventually(async () =>
    assert.equal(await card.locator('[data-place="rows[0].show"]').count(), 1),
  );
});

test('a text that is no JSON says where, and nothing is lost', async (t) => {
  const config = { rules: [{ do: 'exclude', tag: 'x' }] };
  const { page } = await openStep(t, 'decide', { config });
  const field = page.locator('#decide-text textarea');
  const broken = '{\n  "stock": 3,\n  "cap": \n}\n';
  await field.fill(broken);
  const said = page.locator('#decide-text-said');
  await eventually(async () => assert.match(await words(said), /Line 4: /));
  assert.ok((await words(said)).startsWith('Not in force yet.'));
  assert.deepEqual(await configOf(page), config, 'what was in force is');
  await page.evaluate(() => globalThis.store.go('see'));
  await page.evaluate(() => globalThis.store.go('decide'));
  assert.equal(await field.inputValue(), broken, 'it is still there');
  const mended = broken.replace('"cap": ', '"cap":   7');
  await field.fill(mended);
  await eventually(async () => assert.deepEqual(await configOf(page), { stock: 3, cap: 7 }));
  assert.equal(await field.inputValue(), mended, 'and stays as it was typed');
  await page.getByRole('button', { name: 'Add a rule' }).click();
  await eventually(async () =>
    assert.deepEqual(JSON.parse(await field.inputValue()), {
      ...{ stock: 3, cap: 7 },
      rules: [{ do: 'exclude' }],
    }),
  );
  await field.fill('[1]');
  await eventually(async () =>
    assert.ok((await words(said)).includes('The whole file: an object belongs here')),
  );
  await page.getByRole('button', { name: 'Throw this text away' }).click();
  assert.equal(JSON.parse(await field.inputValue()).cap, 7);
});

test('what is being typed stays while the page is drawn again, as it is at each hundredth of a grade', async (t) => {
  const { page } = await openStep(t, 'decide', {
    config: { rules: [{ do: 'boost', by: 5, tag: 'x' }] },
  });
  const by = page.locator('#decide-rules').getByLabel('By', { exact: true });
  await by.fill('70');
  const again = () =>
    page.evaluate(async () => {
      globalThis.store.set({});
      await document.querySelector('gs-decide-rules').updateComplete;
    });
  await again();
  assert.equal(await by.inputValue(), '70');
  const margin = page.locator('#decide-goals').getByLabel('Margin', { exact: true });
  await margin.fill('3');
  await again();
  assert.equal(await margin.inputValue(), '3');
  await page.keyboard.press('Tab');
  assert.equal((await configOf(page)).rules[0].by, 70);
});

test('what forms do not know stays as it is, and a list that is none can be mended', async (t) => {
  const own = { note: { by: 'Ann' }, do: 'exclude', tag: ['x', 'y'] };
  const config = { rules: [own], rows: 7, strings: { add: 'Buy' } };
  const { page, heard } = await openStep(t, 'decide', { config });
  assert.ok((await words(page.locator('#decide-rows'))).includes('“rows” is no list.'));
  await page.locator('#decide-rules').getByLabel('Brand').first().fill('Lumenby');
  await page.keyboard.press('Enter');
  await eventually(async () =>
    assert.deepEqual(await configOf(page), { ...config, rules: [{ ...own, brand: 'Lumenby' }] }),
  );
  assertQuiet(heard);
});

test('orders without prices and without a currency say what is missing', async (t) => {
  const lines = Array.from({ length: 300 }, (_, at) => `${at >> 1},P${at % 7}`);
  const orders = join(folder, 'bare.csv');
  writeFileSync(orders, `order_id,product_id\n${lines.join('\n')}\n`);
  const { page, heard } = await openStep(t, 'decide', { files: [orders] });
  const goals = page.locator('#decide-goals');
  assert.ok((await words(goals)).includes('What your orders come to is not known.'));
  assert.ok((await words(page.locator('#decide-average'))).includes('there is no average'));
  await goals.getByRole('button', { name: 'Add a goal' }).click();
  assert.ok((await words(goals)).includes('Name your currency first'));
  await page.getByLabel('Currency', { exact: true }).fill('eur');
  await page.keyboard.press('Tab');
  await goals.getByLabel('From an order of').fill('49,90');
  await page.keyboard.press('Tab');
  await eventually(async () =>
    assert.deepEqual(await configOf(page), {
      currency: 'EUR',
      goals: [{ reward: 'free-shipping', amount: { EUR: '49.90' } }],
    }),
  );
  assertQuiet(heard);
  await page.evaluate(() => scrollTo(0, 0));
  assert.deepEqual(await findings(page), []);
});

test('orders that tell no currency are reckoned in the one that is named, yen too', async (t) => {
  const lines = Array.from(
    { length: 300 },
    (_, at) => `${at >> 1},P${at % 7},1,${500 + (at >> 1)}`,
  );
  const orders = join(folder, 'yen.csv');
  writeFileSync(orders, `order_id,product_id,qty,price\n${lines.join('\n')}\n`);
  const { page, heard } = await openStep(t, 'decide', { files: [orders] });
  const goals = page.locator('#decide-goals');
  const middle = 2 * (500 + 74);
  assert.ok((await words(goals.locator('figcaption'))).includes(`less than ${count(middle)}.00`));
  await page.getByLabel('Currency', { exact: true }).fill('JPY');
  await page.keyboard.press('Tab');
  await eventually(async () =>
    assert.ok((await words(goals.locator('figcaption'))).includes(`less than ¥${count(middle)}`)),
  );
  await goals.locator('.tiers button').first().click();
  const [{ amount }] = (await configOf(page)).goals;
  assert.deepEqual(amount, { JPY: '1200' });
  await eventually(async () => assert.equal(await goals.locator('.mistakes li').count(), 0));
  assertQuiet(heard);
});

test('every kind of goal is set by form, each told with what belongs to it', async (t) => {
  const { page } = await openStep(t, 'decide');
  const goals = page.locator('#decide-goals');
  await goals.getByRole('button', { name: 'Add a goal' }).click();
  const card = goals.locator('.entry').first();
  const reward = card.getByLabel('Reward');
  const goal = async () => (await configOf(page)).goals[0];
  await card.getByLabel('From an order of').fill('80');
  await page.keyboard.press('Tab');
  const amount = { EUR: '80' };
  await reward.selectOption('discount');
  assert.deepEqual(await goal(), { reward: 'discount', amount, percent: 5 });
  await reward.selectOption('gift');
  await eventually(async () => assert.ok((await words(card)).includes('id of the gift')));
  await card.getByLabel('Which product').fill('CDL-1140');
  await page.keyboard.press('Enter');
  await card.getByLabel('What the shopper reads').fill('a candle');
  await page.keyboard.press('Tab');
  assert.deepEqual(await goal(), { reward: 'gift', amount, product: 'CDL-1140', text: 'a candle' });
  await reward.selectOption('points');
  assert.deepEqual(await goal(), { reward: 'points', amount, points: 100 });
  await card.getByLabel('It takes').selectOption('items');
  assert.deepEqual(await goal(), { reward: 'points', points: 100, items: 3 });
  await card.locator('summary').first().click();
  await card.getByLabel('Countries').fill('it, sm');
  await page.keyboard.press('Tab');
  assert.deepEqual((await goal()).countries, ['IT', 'SM']);
  await configure(page, { goals: [{ reward: 'free-shipping', amount: { JPY: '8000' } }] });
  assert.equal(await card.getByLabel('From an order of in JPY').inputValue(), '8000');
});

test('a trial, a bundle’s price, stock and memory are set by form, with the same checks', async (t) => {
  const { page } = await openStep(t, 'decide');
  const more = page.locator('#decide-more');
  const fill = async (name, value) => {
    await more.getByLabel(name, { exact: true }).fill(value);
    await page.keyboard.press('Tab');
  };
  await fill('Carts that see nothing', '10');
  await fill('Off a complete bundle', '5');
  await fill('Least stock', '3');
  await more.getByLabel('The shopper’s device may remember').check();
  const config = { experiment: { hidden: 10 }, bundle: { percent: 5 }, stock: 3, history: true };
  assert.deepEqual(await configOf(page), config);
  await fill('Carts that see nothing', 'some');
  await eventually(async () =>
    assert.ok((await words(more)).includes('A whole number from 1 to 99 belongs here.')),
  );
  assert.ok((await words(page.locator('.parts'))).includes('More 1 mistake'));
  await fill('Carts that see nothing', '');
  await more.getByLabel('The shopper’s device may remember').uncheck();
  assert.deepEqual(await configOf(page), { bundle: { percent: 5 }, stock: 3 });
});

test('a hundred rules are a list to look through, and none of it holds the page', async (t) => {
  const { page } = await openStep(t, 'decide');
  await page.waitForFunction(() => globalThis.store.state.work === null);
  const rules = Array.from({ length: 100 }, (_, at) => ({
    do: 'boost',
    by: 1 + at,
    tag: `t${at}`,
  }));
  rules[70].by = 0;
  const entries = page.locator('#decide-rules .entry');
  const longest = await longestTask(page, async () => {
    await configure(page, { rules });
    await entries.nth(99).waitFor();
  });
  assert.ok(longest.ms < 50, `${longest.ms} ms`);
  const wrongOne = entries.nth(70);
  assert.ok((await words(wrongOne)).includes('A whole number from 1 to 900 belongs here.'));
  assert.equal(await wrongOne.getByLabel('By', { exact: true }).count(), 0, 'folded');
  await wrongOne.getByText('Change rule 71').click();
  await wrongOne.getByLabel('By', { exact: true }).fill('20');
  await page.keyboard.press('Tab');
  await eventually(async () => assert.equal((await configOf(page)).rules[70].by, 20));
  await page.locator('#decide-rules .add').click();
  await entries.nth(100).getByLabel('What it does').selectOption('pin');
  assert.equal((await configOf(page)).rules[100].do, 'pin', 'a new one is open');
});

test('nothing holds the page on the way from what goes with what to the live cart', async (t) => {
  const { page } = await openStep(t, 'see', { width: 1440 });
  await page.waitForFunction(() => globalThis.store.state.work === null);
  await page.locator('.settling').waitFor({ state: 'detached' });
  const shop = page.frameLocator('gs-try iframe');
  const longest = await longestTask(page, async () => {
    await page.evaluate(() => globalThis.store.go('decide'));
    await shop.locator('goes-with.cart [data-id]').first().waitFor();
    await page.locator('#decide-goals .tiers button').first().click();
    await shop.locator('goes-with-goal .message').waitFor();
    await page.evaluate(() => globalThis.store.go('try'));
    await page.getByLabel('Desk').check();
    await page.getByRole('combobox', { name: 'Place', exact: true }).selectOption('product');
    await shop.locator('goes-with.product [data-id]').first().waitFor();
  });
  assert.ok(longest.tasks > 20, `it was watched: ${longest.tasks} tasks`);
  assert.ok(longest.ms < 50, `${longest.ms} ms`);
});

for (const [name, options] of [
  ['light on a desk', { width: 1440 }],
  ['dark on a tablet', { width: 768, colorScheme: 'dark' }],
  ['dark on a phone', { width: 390, height: 844, colorScheme: 'dark' }],
])
  test(`axe finds nothing, ${name}`, async (t) => {
    const config = {
      goals: [
        { reward: 'free-shipping', amount: { EUR: '60.00' }, countries: ['IT'] },
        { reward: 'discount', percent: 200, amount: { EUR: '90.00', JPY: '1' } },
      ],
      rules: [
        { do: 'pin', product: ['MOK-1000', 'none'], at: 'cart', price: { from: { EUR: '1' } } },
        { do: 'near-price' },
        { do: 'at-most', count: 1, of: 'brand' },
      ],
      rows: [{ at: 'cart', show: ['new:category=Lighting', 'bestsellers'] }],
    };
    const { page } = await openStep(t, 'decide', { config, ...options });
    await page.locator('#decide-goals svg.chart').waitFor();
    await page.evaluate(() => {
      for (const details of document.querySelectorAll('gs-decide details')) details.open = true;
    });
    // What was folded away is drawn now, and has more of it.
    await page.locator('gs-decide .within').last().waitFor();
    await page.evaluate(() => {
      for (const details of document.querySelectorAll('gs-decide details')) details.open = true;
    });
    assert.deepEqual(await findings(page), []);
    await capture(page, `studio-decide-${options.width}-${options.colorScheme ?? 'light'}`);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.equal(wide, 0, 'nothing is wider than the window');
  });
