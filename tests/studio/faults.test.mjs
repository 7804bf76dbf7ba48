import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, statSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { gzipSync } from 'node:zlib';
import { assertQuiet, eventually, patienceMs, test } from '../browser/support/browser.mjs';
import {
  drop,
  give,
  idle,
  modelOf,
  openStudio,
  sample,
  top,
  words,
  workerBehind,
} from './support/studio_server.mjs';

const folder = mkdtempSync(join(tmpdir(), 'faults-'));
after(() => rmSync(folder, { recursive: true }));
const write = (name, content) => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};
const orders = readFileSync(sample[0]);
const headerSize = orders.indexOf('\n') + 1;

const openSample = (page) => page.getByRole('button', { name: 'Try a sample shop' }).click();
const openLaid = (page) => page.getByRole('button', { name: 'See what goes with what' }).click();
const stop = (page) => page.getByRole('button', { name: 'Stop' }).click();
const trouble = (page) => words(page.locator('.trouble'));
/** What a row of the table of files says. */
const told = (page, file) => words(page.locator('.files tr', { hasText: file }).locator('.what'));
/** All that a shop is, to be compared. */
const shop = (page) =>
  page.evaluate(() => {
    const { model, orders, products, report, files } = globalThis.store.state;
    return { size: model?.length, orders, products, report, files: files.map((f) => f.file.name) };
  });

/** Lays a file on the table that holds the sample's orders many times, and takes no more room. */
async function layLarge(page, times, name = 'large.csv') {
  await give(page, [sample[0]]);
  await page.evaluate(
    ([copies, called, header]) => {
      const [file] = globalThis.given;
      const parts = Array(copies - 1).fill(file.slice(header));
      globalThis.given = [new File([file, ...parts], called)];
    },
    [times, name, headerSize],
  );
  await drop(page);
  await page.locator('.files tr', { hasText: name }).locator('select').waitFor();
}
const works = (page) => page.locator('.work progress').waitFor();

test('a picture, an empty file, a web page and a packed file that was cut off say what they are, and the shop stays', async (t) => {
  const { page, heard } = await openStudio(t);
  await openSample(page);
  await page.locator('gs-see .grade').first().waitFor();
  const before = await shop(page);
  const packed = gzipSync(orders);
  const wrong = {
    'shop.png': [readFileSync(join(top, 'demo', 'screenshot.png')), 'a picture: export the data'],
    'photo.jpg': [Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]), 'a picture'],
    'empty.csv': ['', 'the file is empty'],
    'login.csv': ['<!doctype html>\n<html><title>Log in</title>', 'a web page'],
    'sheet.csv': [Buffer.from('PK\x03\x04\x14'), 'an Excel workbook'],
    'cut.csv.gz': [packed.subarray(0, 9000), 'was cut off: export or download it again'],
    'parts.csv.gz': [Buffer.concat([gzipSync('a\n'), gzipSync('b\n')]), 'packed in several parts'],
    'other.json': ['{"hello": "world"}', 'JSON that holds neither'],
  };
  const files = Object.entries(wrong).map(([name, [content]]) => write(name, content));
  await give(page, files);
  await drop(page);
  await page.waitForFunction(() => globalThis.store.state.laid.every(({ problem }) => problem));
  for (const [name, [, sentence]] of Object.entries(wrong)) {
    const said = await told(page, name);
    assert.ok(said.startsWith('Cannot be read: ') && said.includes(sentence), `${name}: ${said}`);
  }
  assert.equal(await words(page.locator('#lacks')), 'There are no orders among these files.');
  assert.deepEqual(await shop(page), before);
  assertQuiet(heard);
});

test('what shows only while it is read is told with file and line, and the shop stays', async (t) => {
  const { page, heard } = await openStudio(t);
  await openSample(page);
  await page.locator('gs-see .grade').first().waitFor();
  const before = await shop(page);
  const packed = gzipSync(orders);
  const moved = write('moved.csv', orders);
  const wrong = [
    [write('late.csv.gz', packed.subarray(0, packed.length - 2000)), /late\.csv\.gz: .* cut off/],
    [write('broken.csv', `${orders}"never closed`), /broken\.csv:\d+: .*never closed/],
    [moved, /moved\.csv: .* moved or changed since you chose it\. Choose it again/],
    [write('few.csv', 'order_id,product_id\n1,a\n1,b\n'), /needs more orders/],
  ];
  await page.getByRole('button', { name: 'Your orders' }).click();
  for (const [file, sentence] of wrong) {
    await give(page, [file]);
    await drop(page);
    await page.locator('.files select').waitFor();
    if (file === moved) unlinkSync(moved);
    await openLaid(page);
    await page.locator('.trouble').waitFor();
    assert.match(await trouble(page), sentence);
    await idle(page);
    assert.deepEqual(await shop(page), before, `after ${file}`);
    await page.getByRole('button', { name: 'Close' }).click();
    await page.getByRole('button', { name: /^Take away/ }).click();
  }
  await page.getByRole('button', { name: 'Back to it' }).click();
  await page.locator('.pairs tbody tr').first().waitFor();
  assertQuiet(heard);
});

test('closing the tab while it works asks first, and not before or after', async (t) => {
  const { page } = await openStudio(t);
  const asked = [];
  page.on('dialog', (dialog) => {
    asked.push(dialog.type());
    dialog.dismiss();
  });
  const leaves = () =>
    page.evaluate(() => dispatchEvent(new Event('beforeunload', { cancelable: true })));
  assert.equal(await leaves(), true, 'before anything was done');
  await layLarge(page, 60);
  await openLaid(page);
  await works(page);
  await page.close({ runBeforeUnload: true });
  await eventually(() => assert.deepEqual(asked, ['beforeunload']));
  assert.ok(await page.locator('.work progress').isVisible(), 'it is still at work');
  await stop(page);
  await idle(page);
  assert.equal(await leaves(), true, 'when nothing is going on');
  await page.evaluate(() => globalThis.store.configure({ rules: [] }));
  assert.equal(await leaves(), false, 'while settings are not taken home');
});

test('a second file while the first is read waits on the table, and the first is read to its end', async (t) => {
  const { page, heard } = await openStudio(t);
  await layLarge(page, 40);
  await openLaid(page);
  await works(page);
  await give(page, [write('second.csv', orders)]);
  await drop(page);
  await page.locator('.trouble').waitFor();
  const said = await trouble(page);
  assert.match(said, /still being read.*second\.csv can be read then\. Nothing is lost\./);
  await page.evaluate(() => globalThis.store.openSample());
  assert.match(await trouble(page), /The sample shop can be read then/);
  await idle(page, 2 * patienceMs);
  const { files, orders: report } = await shop(page);
  assert.deepEqual(files, ['large.csv']);
  assert.equal(report.orders, 8000);
  await page.getByRole('button', { name: 'Your orders' }).click();
  await page.locator('.files tr', { hasText: 'second.csv' }).locator('select').waitFor();
  assertQuiet(heard);
});

test('what is stopped leaves the shop that was there, and a grade that is stopped says so', async (t) => {
  const { page, heard } = await openStudio(t);
  await openSample(page);
  await page.locator('gs-see .grade').first().waitFor();
  const before = await shop(page);
  await layLarge(page, 60);
  await openLaid(page);
  await works(page);
  await stop(page);
  await idle(page);
  assert.equal(await page.locator('.trouble').count(), 0, 'a stop is no trouble');
  assert.deepEqual(await shop(page), before);
  await page.getByRole('button', { name: 'Back to it' }).click();
  await page.locator('.pairs tbody tr').first().waitFor();

  // The shop is there, and its newest orders are being asked.
  await page.evaluate(() => {
    const { store } = globalThis;
    store.addEventListener('change', () => {
      if (store.state.step === 'see' && store.state.report === null) store.stop();
    });
  });
  await page.getByRole('button', { name: 'Your orders' }).click();
  await page.getByRole('button', { name: /^Take away/ }).click();
  await openSample(page);
  await page.getByText('Not graded.').waitFor();
  await page.locator('.product .offers li').first().waitFor();
  await page.locator('.never tbody tr').first().waitFor();
  assertQuiet(heard);
});

test('two gigabytes of orders end with a shop or a sentence, and the memory is bounded', async (t) => {
  const { page, heard } = await openStudio(t);
  // Most of an export is what nobody reads: names, addresses, notes.
  const [header, ...lines] = orders.toString().trim().split('\n');
  const note = `"${'Leave it with the neighbours, please. '.repeat(40)}"`;
  const wide = [`${header},note`, ...lines.map((line) => `${line},${note}`)].join('\n');
  const file = write('wide.csv', `${wide}\n`);
  const times = Math.ceil(2 ** 31 / statSync(file).size);
  await give(page, [file]);
  await page.evaluate(
    ([copies, from]) => {
      const [one] = globalThis.given;
      const parts = Array(copies - 1).fill(one.slice(from));
      globalThis.given = [new File([one, ...parts], 'two-gigabytes.csv')];
    },
    [times, header.length + 6],
  );
  await drop(page);
  await page.locator('.files select').waitFor();
  assert.match(await words(page.locator('.files tbody th')), /2\.\d GB/);
  await openLaid(page);
  await works(page);
  await idle(page, 4 * patienceMs);
  const { orders: report } = await shop(page);
  if (report) assert.equal(report.lines, lines.length * times);
  else assert.match(await trouble(page), /^Not enough memory/);
  assertQuiet(heard);
});

const noWorker = {
  'a browser without workers': { before: () => delete globalThis.Worker },
  'a worker that is not where the page is': { instead: { '/worker.js': null } },
  'a module that is not where the page is': { instead: { '/studio.wasm': null } },
  'a worker that does not run': { instead: { '/worker.js': 'throw new Error("no")' } },
  'a worker’s script that is a web page': { instead: { '/worker.js': '<!doctype html>' } },
  'a browser without WebAssembly': { before: () => delete globalThis.WebAssembly },
};
for (const [what, options] of Object.entries(noWorker))
  test(`${what} is told at once, with what to do`, async (t) => {
    const { page } = await openStudio(t, options);
    await openSample(page);
    await page.locator('.trouble').waitFor({ timeout: 10_000 });
    const said = await trouble(page);
    assert.match(said, /^The studio cannot work in this browser/);
    assert.match(said, /could not be started.*Load the page again.*goeswith train orders\.csv/);
    await idle(page);
    assert.equal(await page.locator('.work').count(), 0, 'nothing goes on');
    await give(page, [sample[0]]);
    await drop(page);
    await eventually(async () =>
      assert.match(await told(page, 'orders.csv'), /could not be started/),
    );
  });

test('a sample shop that is not there says so', async (t) => {
  const { page } = await openStudio(t, { instead: { '/sample/orders.csv.gz': null } });
  await openSample(page);
  await page.locator('.trouble').waitFor();
  assert.match(await trouble(page), /sample shop is not here.*drop in your own orders/);
});

test('a browser that gives no more memory ends with a sentence, and the next shop works', async (t) => {
  const refusing = `WebAssembly.Memory.prototype.grow = () => {
      throw new RangeError('there is no more');
    };`;
  const lines = Array.from(
    { length: 600_000 },
    (_, at) => `${at >> 1},P-${at % 977},1,c-${at >> 2}`,
  );
  const many = ['order_id,product_id,qty,customer_id', ...lines].join('\n');
  const { page, heard } = await openStudio(t, { instead: workerBehind(refusing) });
  await give(page, [write('many.csv', many)]);
  await drop(page);
  await page.locator('.files select').waitFor();
  await openLaid(page);
  await page.locator('.trouble').waitFor();
  const said = await trouble(page);
  assert.match(said, /^Not enough memory.*take the orders of one year, or train on the command/);
  await idle(page);
  assert.equal((await shop(page)).size, undefined);
  await page.getByRole('button', { name: /^Take away/ }).click();
  await openSample(page);
  await idle(page);
  assert.ok((await modelOf(page)).length > 1000, 'a shop that needs no more is read');
  assertQuiet(heard);
});
