import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { findings } from '../browser/support/axe.mjs';
import { assertQuiet, eventually, test, toldBy } from '../browser/support/browser.mjs';
import { experimentOrders } from './support/experiment.mjs';
import { cellsOf, openShop } from './support/see_page.mjs';
import { drop, give, openStudio, top, words, workerBehind } from './support/studio_server.mjs';
import { longestTask } from './support/tasks.mjs';

const folder = mkdtempSync(join(tmpdir(), 'after-'));
after(() => rmSync(folder, { recursive: true }));
const write = (name, text) => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
/** What `goeswith measure` says, or its complaint. */
function measured(file, ...args) {
  const command = join(top, 'build', 'release', 'goeswith');
  const { status, stdout, stderr } = spawnSync(command, ['measure', file, ...args, '--json'], {
    encoding: 'utf8',
  });
  return status === 0 ? JSON.parse(stdout) : stderr;
}
const byNotes = ['--label', 'Note Attributes', '--prefix', 'goeswith:'];
/** What was asked of a server since then; a worker's script and a saved file are the page's own. */
const requests = ({ sent }, since) =>
  sent
    .slice(since)
    .map((request) => request.url())
    .filter((url) => !url.startsWith('blob:'));
const metrics = ['revenue_per_order', 'average_order_value', 'attach_rate', 'items_per_order'];
const lift = write('lift.csv', experimentOrders(3000, { lift: 0.2 }));

async function openAfter(t, options) {
  const opened = await openStudio(t, options);
  const { page } = opened;
  await page.evaluate(() => globalThis.store.go('after'));
  await page.locator('gs-after .drop').waitFor();
  return opened;
}
const take = (page, ...files) => page.setInputFiles('gs-after input[type=file]', files);
const answer = (page) => page.locator('gs-after .multiples svg').last().waitFor();
const trouble = async (page) => {
  const text = page.locator('gs-after .trouble');
  await text.waitFor();
  return words(text);
};
const compare = (page) => page.getByRole('button', { name: 'Compare', exact: true }).click();
/** Opens what is folded away once there is an answer. */
const ask = async (page) => {
  if (!(await page.getByLabel('Column').isVisible()))
    await page.getByText('Where the label is').click();
};
const signed = (share) => `${share < 0 ? '−' : '+'}${Math.abs(100 * share).toFixed(1)} %`;

test('figures, intervals and verdicts are those of the command, as words, pictures and tables', async (t) => {
  const { page, heard } = await openAfter(t);
  const before = heard.sent.length;
  await take(page, lift);
  await answer(page);
  const told = measured(lift, ...byNotes);
  const [hidden, shown] = told.labels;
  assert.ok(shown.difference.revenue_per_order.told);
  const said = await words(page.locator('gs-after [aria-labelledby=after-said]'));
  const { relative } = shown.difference.revenue_per_order;
  assert.ok(
    said.includes(
      `Orders with “shown” came to ${(100 * relative.value).toFixed(1)} % more than those with “hidden”.`,
    ),
    said,
  );
  assert.ok(said.includes(`between ${signed(relative.low)} and ${signed(relative.high)}`), said);
  assert.ok(said.includes(`${hidden.orders} orders`) && said.includes('of 755 shoppers'), said);

  for (const summary of await page.locator('gs-after-answer summary').all()) await summary.click();
  const rows = await cellsOf(page, 'gs-after .chart-figure .chart-table');
  assert.deepEqual(
    rows.map((cells) => cells.slice(1)),
    metrics.map((key) => {
      const { relative: of, verdict } = shown.difference[key];
      return [signed(of.value), `${signed(of.low)} to ${signed(of.high)}`, verdict];
    }),
  );
  const labels = await cellsOf(page, 'gs-after .by-label');
  assert.equal(labels.length, 2);
  for (const [at, label] of [hidden, shown].entries()) {
    const text = labels[at].join(' ');
    assert.ok(text.includes(`€${label.revenue_per_order.value.toFixed(2)}`), text);
    assert.ok(text.includes(`${(100 * label.attach_rate.low).toFixed(1)} % to`), text);
    assert.ok(text.includes(label.items_per_order.high.toFixed(2)), text);
  }
  assert.equal(await page.locator('gs-after svg.chart').count(), 5);
  assert.deepEqual(requests(heard, before), [], 'nothing was requested');
  assertQuiet(heard);
  assert.deepEqual((await toldBy(page)).violations, []);
});

test('dots and bars lie where the figures are', async (t) => {
  const { page } = await openAfter(t);
  await take(page, lift);
  await answer(page);
  const { difference } = measured(lift, ...byNotes).labels[1];
  const drawn = await page
    .locator('gs-after .chart-figure svg.chart')
    .first()
    .evaluate((svg) => {
      const zero = svg.querySelector('line')?.getBoundingClientRect();
      const bars = [...svg.querySelectorAll('line[stroke-width], g[stroke-width="4"] line')];
      return {
        dots: [...svg.querySelectorAll('circle')].map((dot) => {
          const { x, width } = dot.getBoundingClientRect();
          return x + width / 2;
        }),
        zero: zero?.x,
        bars: bars.length,
      };
    });
  assert.equal(drawn.dots.length, 4);
  const shares = metrics.map((key) => difference[key].relative.value);
  const slope = (drawn.dots[2] - drawn.dots[0]) / (shares[2] - shares[0]);
  for (const [at, share] of shares.entries())
    assert.ok(Math.abs(drawn.dots[0] + slope * (share - shares[0]) - drawn.dots[at]) < 0.6);
  assert.ok(slope > 0);
});

test('the shop that is open stays as it is', async (t) => {
  const { page } = await openShop(t);
  const before = await page.evaluate(() => {
    const { store } = globalThis;
    globalThis.model = store.state.model;
    store.go('after');
    return store.state.products.products.length;
  });
  await page.locator('gs-after .drop').waitFor();
  await take(page, lift);
  await answer(page);
  const [same, products] = await page.evaluate(async () => {
    const { store } = globalThis;
    const all = await store.session.ask('products', null);
    return [store.state.model === globalThis.model, all.products.length];
  });
  assert.ok(same);
  assert.equal(products, before);
});

test('too few orders, and too small a difference, say what they mean and how long it takes', async (t) => {
  const { page } = await openAfter(t);
  const few = write('few.csv', experimentOrders(120));
  await take(page, few);
  await answer(page);
  const said = page.locator('gs-after [aria-labelledby=after-said]');
  assert.ok((await words(said)).includes('It cannot be told yet.'));
  const { difference } = measured(few, ...byNotes).labels[1];
  await page.locator('gs-after .chart-figure summary').first().click();
  const [revenue] = await cellsOf(page, 'gs-after .chart-figure .chart-table');
  assert.equal(revenue.at(-1), difference.revenue_per_order.verdict);
  assert.match(revenue.at(-1), /100 in each label is the least/);

  const none = write('none.csv', experimentOrders(1500, { seed: 4 }));
  await take(page, none);
  await answer(page);
  await eventually(async () => {
    const { labels } = measured(none, ...byNotes);
    const needed = labels[1].difference.revenue_per_order.orders_needed;
    const missing = Number((needed - 1500).toPrecision(2)).toLocaleString('en');
    const text = await words(said);
    assert.ok(text.includes(`about ${missing} more orders with a label to show: about`), text);
    assert.ok(/\d+ weeks at the pace of this export/.test(text), text);
  });
});

test('among three labels another one can be compared with, without reading again', async (t) => {
  const { page } = await openAfter(t);
  const three = write(
    'three.csv',
    experimentOrders(1500, { labels: (at) => (at < 0.3 ? 'control' : at < 0.6 ? 'two' : 'four') }),
  );
  await take(page, three);
  await answer(page);
  await ask(page);
  await page.getByLabel('Compared with').selectOption('two');
  await compare(page);
  const told = measured(three, ...byNotes, '--control', 'two');
  await eventually(async () => {
    const control = await page.evaluate(() => globalThis.store.state.experiment?.control);
    assert.equal(control, 'two');
  });
  await answer(page);
  for (const summary of await page.locator('gs-after .chart-figure summary').all())
    await summary.click();
  const rows = await cellsOf(page, 'gs-after .chart-figure .chart-table');
  const expected = told.labels
    .filter(({ difference }) => difference)
    .flatMap(({ difference }) => metrics.map((key) => signed(difference[key].relative.value)));
  assert.deepEqual(
    rows.map((cells) => cells[1]),
    expected,
  );
});

test('what cannot be compared is said, with what there is, and another try costs nothing', async (t) => {
  const { page } = await openAfter(t);
  await take(page, lift);
  await answer(page);
  await ask(page);
  const column = page.getByLabel('Column');
  const prefix = page.getByLabel('What stands before the label');
  const complaint = (...args) =>
    measured(lift, ...args)
      .trim()
      .replace(`${folder}/`, '');
  for (const [of, before] of [
    ['Note Attributes', 'other-'],
    ['Note Attributes', 'gift:'],
    ['Product ID', ''],
  ]) {
    await column.selectOption(of);
    await prefix.fill(before);
    await compare(page);
    const expected = complaint('--label', of, ...(before ? ['--prefix', before] : []));
    await eventually(async () => {
      const text = await trouble(page);
      const core = expected
        .slice(expected.indexOf(': ') + 2)
        .replace(/; is that the label\?.*/, '');
      assert.ok(text.includes(core), `${text} has not: ${core}`);
    });
    assert.equal(await page.locator('gs-after-answer').count(), 0);
  }
  await column.selectOption('Label');
  await prefix.fill('');
  await compare(page);
  await answer(page);
  assert.equal(await page.locator('gs-after .trouble').count(), 0);
});

test('a second file without the column says which columns it has', async (t) => {
  const { page } = await openAfter(t);
  const other = write('old.csv', 'order_id,product_id,price\n1,A,4.00\n');
  await take(page, lift, other);
  const text = await trouble(page);
  assert.ok(text.includes('there is no column "Note Attributes"'), text);
  assert.ok(text.includes('order_id, product_id, price'), text);
});

test('files that hold no orders say what they are', async (t) => {
  const { page, heard } = await openAfter(t);
  await take(page, join(top, 'build', 'sample', 'catalogue.csv'));
  assert.ok((await trouble(page)).includes('holds products'));
  await take(page, write('picture.csv', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3])));
  await eventually(async () => assert.ok((await trouble(page)).includes('picture.csv')));
  await take(page, write('empty.csv', ''));
  await eventually(async () => assert.ok((await trouble(page)).includes('The file is empty.')));
  await take(page, lift);
  await answer(page);
  assert.equal(await page.locator('gs-after .trouble').count(), 0);
  assertQuiet(heard);
});

test('a column that no name gives away is asked for, a JSON key is typed, a file is dropped', async (t) => {
  const { page } = await openAfter(t);
  const lines = experimentOrders(400, { lift: 0.2 }).replace('Note Attributes,Label', 'Memo,Kind');
  await take(page, write('plain.csv', lines));
  await page.getByText('No column’s name gives it away.').waitFor();
  await page.getByLabel('Column').selectOption('Kind');
  await compare(page);
  await answer(page);

  const text = Array.from({ length: 300 }, (_, at) =>
    JSON.stringify({
      ...{ order_id: `${at}`, seen: at % 3 ? 'shown' : 'hidden', currency: 'EUR' },
      items: [{ product_id: `P${at % 7}`, qty: 1, price: `${10 + (at % 9)}.00` }],
    }),
  ).join('\n');
  await give(page, [write('orders.jsonl', text)]);
  await drop(page);
  await page.getByText('orders.jsonl').waitFor();
  await page.getByRole('textbox', { name: 'Column' }).fill('seen');
  await compare(page);
  await answer(page);
  const { labels } = await page.evaluate(() => globalThis.store.state.experiment);
  assert.deepEqual(
    labels.map(({ label, orders }) => [label, orders]),
    [
      ['hidden', 100],
      ['shown', 200],
    ],
  );
});

test('reading can be stopped; the file stays, and nothing turns for ever', async (t) => {
  const { page } = await openAfter(t);
  const lines = experimentOrders(20_000);
  const [head] = lines.split('\n', 1);
  const more = lines.slice(head.length + 1);
  await take(page, write('large.csv', [head, ...Array(40).fill(more.trimEnd())].join('\n')));
  await page.getByRole('button', { name: 'Stop' }).click();
  assert.equal(await page.locator('gs-after .work').count(), 0);
  assert.ok((await words(page.locator('gs-after .drop'))).includes('large.csv'));
  assert.equal(await page.locator('gs-after .trouble').count(), 0);
  await take(page, lift);
  await answer(page);
});

test('a second file while the first is read waits, and says so', async (t) => {
  const { page } = await openAfter(t);
  const [head, ...lines] = experimentOrders(20_000).trimEnd().split('\n');
  const body = lines.join('\n');
  await take(page, write('large.csv', [head, ...Array(20).fill(body)].join('\n')));
  await page.getByRole('button', { name: 'Stop' }).waitFor();
  await take(page, lift);
  const text = await trouble(page);
  assert.ok(text.includes('large.csv is still being read'), text);
  assert.ok(text.includes('then drop lift.csv again'), text);
  assert.ok((await words(page.locator('gs-after .drop'))).includes('large.csv'));
  await answer(page);
  assert.equal(await page.locator('gs-after .trouble').count(), 0);
});

for (const [what, pattern, options] of [
  [
    'without workers',
    /cannot work in this browser.*goeswith measure/,
    { before: () => delete globalThis.Worker },
  ],
  [
    'that gives no more memory',
    /^Not enough memory.*goeswith measure/,
    {
      instead: workerBehind(`WebAssembly.Memory.prototype.grow = () => {
        throw new RangeError('there is no more');
      };`),
    },
  ],
])
  test(`a browser ${what} ends with a sentence, and nothing turns for ever`, async (t) => {
    const { page } = await openAfter(t, options);
    const lines = Array.from(
      { length: 600_000 },
      (_, at) => `${at >> 1},P-${at % 977},1,c-${at >> 2},${at % 4 < 2 ? 'shown' : 'hidden'}`,
    );
    await take(
      page,
      write('many.csv', ['order_id,product_id,qty,customer_id,label', ...lines].join('\n')),
    );
    assert.match(await trouble(page), pattern);
    assert.equal(await page.locator('gs-after .work').count(), 0);
  });

test('large: twenty labels are one picture and a table, and markup in a label is text', async (t) => {
  const { page, heard } = await openAfter(t);
  const names = [
    '<b>control</b>',
    ...Array.from({ length: 19 }, (_, at) => `variant ${at + 1} of the long winter test`),
  ];
  const many = write(
    'many.csv',
    experimentOrders(4000, { lift: 0.2, labels: (at) => names[Math.floor(at * 20)] }),
  );
  await take(page, many);
  await answer(page);
  const first = page.locator('gs-after .chart-figure svg.chart').first();
  assert.equal(await first.locator('circle').count(), 19);
  assert.ok(
    (await words(page.locator('gs-after [aria-labelledby=after-said]'))).includes('<b>control</b>'),
  );
  assert.equal(await page.locator('gs-after b').count(), 0);
  assert.equal((await cellsOf(page, 'gs-after .by-label')).length, 20);
  assertQuiet(heard);
});

test('a share of hidden orders that cannot be chance is warned of', async (t) => {
  const { page } = await openAfter(t);
  await page.evaluate(() => globalThis.store.configure({ experiment: { hidden: 10 } }));
  await take(page, lift);
  await answer(page);
  const said = page.locator('gs-after [aria-labelledby=after-said]');
  assert.ok((await words(said)).includes('Your shop.json hides from 10 % of carts, and 29.5 %'));
  await page.evaluate(() => globalThis.store.configure({ experiment: { hidden: 30 } }));
  await eventually(async () => assert.ok(!(await words(said)).includes('Your shop.json hides')));
});

test('without an experiment the page has the lines for one, and puts them into the settings', async (t) => {
  const { page } = await openAfter(t);
  await page.getByRole('button', { name: 'Put it into my shop.json' }).click();
  const { experiment } = await page.evaluate(() => globalThis.store.state.config);
  assert.deepEqual(experiment, { hidden: 10 });
  assert.ok((await words(page.locator('gs-after .how'))).includes('from 10 % of carts'));
});

test('nothing holds the page while orders are compared', async (t) => {
  const { page } = await openAfter(t);
  const longest = await longestTask(page, async () => {
    await take(page, lift);
    await answer(page);
  });
  assert.ok(longest.tasks > 20, `it was watched: ${longest.tasks} tasks`);
  assert.ok(longest.ms < 50, `${longest.ms} ms`);
});

for (const [name, options] of [
  ['light on a desk', { width: 1440 }],
  ['dark on a tablet', { width: 768, colorScheme: 'dark' }],
  ['light on a phone', { width: 390, height: 844 }],
  ['dark on a phone', { width: 390, height: 844, colorScheme: 'dark' }],
])
  test(`axe finds nothing, ${name}`, async (t) => {
    const { page } = await openAfter(t, options);
    const clean = async (state) => {
      assert.deepEqual(await findings(page), [], state);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.equal(wide, 0, `nothing is wider than the window: ${state}`);
    };
    await clean('empty');
    await take(page, write('empty.csv', ''));
    await trouble(page);
    await clean('trouble');
    await take(page, lift);
    await answer(page);
    for (const summary of await page.locator('gs-after-answer summary').all())
      await summary.click();
    await clean('answer');
  });

test('all of it by keyboard', async (t) => {
  const { page } = await openAfter(t);
  await take(page, lift);
  await answer(page);
  await page.locator('gs-after .ask summary').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Lab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Delete');
  await page.keyboard.press('Enter');
  await eventually(async () => {
    const report = await page.evaluate(() => globalThis.store.state.experiment);
    assert.equal(report?.column, 'Label');
  });
  await answer(page);
  const at = await page.evaluate(() => document.activeElement.textContent);
  assert.equal(at, 'What it says', 'the focus goes to the answer');
  const summary = page.locator('gs-after .chart-figure summary').first();
  await summary.focus();
  await page.keyboard.press('Enter');
  await page.locator('gs-after .chart-figure table').first().waitFor();
});
