import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { after } from 'node:test';
import { findings } from '../browser/support/axe.mjs';
import { assertQuiet, eventually, test, toldBy } from '../browser/support/browser.mjs';
import { hosted, linesIn, openHome, saved, takenHome } from './support/home_page.mjs';
import { cellsOf, sample, top } from './support/see_page.mjs';
import { words } from './support/studio_server.mjs';
import { longestTask } from './support/tasks.mjs';

const goals = [{ reward: 'free-shipping', amount: { EUR: '50.00' } }];
const integrityOf = (bytes) => `sha384-${createHash('sha384').update(bytes).digest('base64')}`;
const place = () => {
  const folder = mkdtempSync(join(tmpdir(), 'home-'));
  after(() => rmSync(folder, { recursive: true }));
  return folder;
};
/** A line as a shell runs it, where `goeswith` is on the path. */
const shell = (line, cwd) =>
  execFileSync('sh', ['-ec', line], {
    ...{ cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], maxBuffer: 1 << 28 },
    env: {
      ...process.env,
      PATH: [join(top, 'build', 'release'), process.env.PATH].join(delimiter),
    },
  });

/** The same products, and for each the same neighbours in order, weights within a step of their scale. */
function assertSameModel(folder, one, other) {
  if (readFileSync(join(folder, one)).equals(readFileSync(join(folder, other)))) return;
  const [a, b] = [one, other].map((file) =>
    JSON.parse(shell(`goeswith inspect ${file} --json`, folder)),
  );
  for (const key of ['products', 'edges', 'currency', 'tags'])
    assert.deepEqual(a[key], b[key], key);
  const ids = shell(`goeswith recommend ${one} --list best-sellers --top 1000 --json`, folder);
  for (const { id } of JSON.parse(ids).items) {
    const [x, y] = [one, other].map(
      (file) =>
        JSON.parse(shell(`goeswith inspect ${file} --product '${id}' --json`, folder)).neighbours,
    );
    assert.deepEqual(
      x.map((near) => near.id),
      y.map((near) => near.id),
      id,
    );
    for (const [at, { weight }] of x.entries())
      assert.ok(Math.abs(weight - y[at].weight) <= 1 / 255 + 1e-9, `${id}: ${weight}`);
  }
}

test('the folder holds every file of the build, the shop’s file and its settings, and asks for nothing', async (t) => {
  const { page, heard, before } = await openHome(t, sample, { config: { currency: 'EUR', goals } });
  const zip = await takenHome(page);
  const folder = hosted(zip);
  const told = JSON.parse(zip.get('for-developers/integrity.json').toString()).files;
  for (const [name, hash] of Object.entries(told)) {
    const bytes = folder.get(name) ?? zip.get(`for-developers/${name}`);
    assert.ok(bytes, name);
    assert.equal(integrityOf(bytes), hash, name);
    assert.ok(bytes.equals(readFileSync(join(top, 'web', 'dist', name))), name);
  }
  assert.ok(
    [...folder.keys()].every((name) => !name.includes('/')),
    'no folder in the folder',
  );
  const model = Buffer.from(await page.evaluate(() => [...globalThis.store.state.model]));
  const settings = { $schema: 'shop.schema.json', currency: 'EUR', goals };
  for (const [ending, same] of [
    ['gw', (bytes) => assert.ok(bytes.equals(model))],
    ['json', (bytes) => assert.deepEqual(JSON.parse(bytes.toString()), settings)],
  ]) {
    const names = [...folder.keys()].filter((name) =>
      new RegExp(`^shop.*\\.${ending}$`).test(name),
    );
    const mine = names.filter((name) => name !== 'shop.schema.json');
    assert.equal(mine.length, 2, mine.join());
    for (const name of mine) same(folder.get(name));
    const hash = createHash('sha256')
      .update(folder.get(`shop.${ending}`))
      .digest('base64');
    assert.ok(
      mine.includes(`shop-${hash.replace(/[+/=]/g, '').slice(0, 8)}.${ending}`),
      mine.join(),
    );
  }
  const readme = zip.get('README.md').toString();
  for (const name of folder.keys())
    if (/^shop-/.test(name)) assert.ok(readme.includes(name), `README tells of ${name}`);

  assert.ok((await saved(page, 'Save shop.gw')).bytes.equals(model));
  const json = await saved(page, 'Save shop.json');
  assert.equal(json.name, 'shop.json');
  const check = place();
  writeFileSync(join(check, 'shop.json'), json.bytes);
  writeFileSync(join(check, 'shop.gw'), model);
  assert.match(shell('goeswith check shop.json --model shop.gw', check), /ok/);
  assert.equal(await page.evaluate(() => globalThis.store.unsaved), false);

  await page.locator('#home-policy summary').click();
  const shown = await cellsOf(page, '.hashes');
  assert.equal(shown.length, folder.size);
  for (const [name, hash] of shown) assert.equal(hash, integrityOf(folder.get(name)), name);
  assert.ok((await words(page.locator('#home-policy'))).includes('are those of the build'));
  const asked = heard.sent.slice(before).map((request) => request.url());
  assert.deepEqual(
    asked.filter((url) => !url.startsWith('blob:')),
    [],
  );
  assertQuiet(heard);
  assert.deepEqual((await toldBy(page)).violations, []);
});

test('the command that the page tells makes the same file, by cron and in a workflow alike', async (t) => {
  const { page } = await openHome(t, sample, { config: { currency: 'EUR', goals } });
  const zip = await takenHome(page);
  const folder = place();
  for (const file of sample) cpSync(file, join(folder, file.split('/').at(-1)));
  writeFileSync(join(folder, 'shop.json'), hosted(zip).get('shop.json'));
  writeFileSync(join(folder, 'of-the-page.gw'), hosted(zip).get('shop.gw'));
  await page.locator('#home-nightly summary').click();
  const [command, cron, action] = await linesIn(page, 'nightly');
  shell(command.code, folder);
  assertSameModel(folder, 'shop.gw', 'of-the-page.gw');

  const [, line] = /^15 3 \* \* \* {2}(.+)$/.exec(cron.code);
  const there = line
    .replace('/srv/shop', folder)
    .replace('/usr/local/bin/', '')
    .replaceAll('\\%', '%');
  shell(`mkdir goeswith; ${there}`, folder);
  assertSameModel(folder, 'goeswith/shop.gw', 'of-the-page.gw');
  rmSync(join(folder, 'goeswith', 'shop.gw'));
  const [train] = action.code.split('\n').filter((text) => text.includes('goeswith train'));
  shell(train.trim(), folder);
  assertSameModel(folder, 'goeswith/shop.gw', 'of-the-page.gw');
});

test('columns that were named by hand, and file names that a shell would read, are in the command', async (t) => {
  const lines = readFileSync(sample[0], 'utf8').trim().split('\n').slice(1, 8000);
  const rows = lines.map((line) => line.split(',').slice(0, 4).join(';'));
  const name = "unsere 100% 'Bestellungen' 2026.csv";
  const bytes = Buffer.from(`Bestell Nr;Artikel;Menge;Preis\n${rows.join('\n')}\n`);
  const { page } = await openHome(t, [{ name, mimeType: 'text/csv', buffer: bytes }], {
    config: { currency: 'CHF' },
    state: { columns: { order: 'Bestell Nr', product: 'Artikel', qty: 'Menge', price: 'Preis' } },
  });
  const [command, cron] = await linesIn(page, 'nightly');
  assert.ok(
    command.code.includes("--columns 'order=Bestell Nr,product=Artikel,qty=Menge,price=Preis'"),
    command.code,
  );
  assert.ok(cron.code.includes('100\\%'), 'a percent sign ends a command of cron');
  const zip = hosted(await takenHome(page));
  const folder = place();
  writeFileSync(join(folder, name), bytes);
  writeFileSync(join(folder, 'shop.json'), zip.get('shop.json'));
  writeFileSync(join(folder, 'of-the-page.gw'), zip.get('shop.gw'));
  shell(command.code, folder);
  assertSameModel(folder, 'shop.gw', 'of-the-page.gw');
});

test('the workflow is YAML with shell that runs', async (t) => {
  const python = spawnSync('python3', ['-c', 'import yaml']);
  if (python.status !== 0) return t.skip('no python3 with PyYAML to read it');
  const { page } = await openHome(t);
  const { code } = (await linesIn(page, 'nightly')).at(-1);
  const read = execFileSync(
    'python3',
    ['-c', 'import json,sys,yaml; print(json.dumps(yaml.safe_load(sys.stdin)))'],
    { input: code, encoding: 'utf8' },
  );
  const { jobs, permissions } = JSON.parse(read);
  assert.deepEqual(permissions, { contents: 'write' });
  for (const { uses, run } of jobs.train.steps) {
    if (uses) assert.match(uses, /@v\d+$/);
    if (run) execFileSync('sh', ['-n', '-c', run]);
  }
});

test('a file of two names, or two files of products, says what to do about the command', async (t) => {
  const { page } = await openHome(t);
  await page.evaluate(() => {
    const { store } = globalThis;
    const [, catalogue] = store.state.files;
    const more = new File(['id\n'], 'more.csv');
    store.set({ files: [...store.state.files, { ...catalogue, file: more }] });
  });
  const problem = page.locator('#home-nightly .problem');
  assert.ok((await words(problem)).includes('one file of products'));
  await page.evaluate(() => {
    const { store } = globalThis;
    store.set({ files: [store.state.files[0], store.state.files[0]] });
  });
  assert.ok((await words(problem)).includes('called orders.csv'));
});

test('places, bundle and experiment of the settings are in the lines', async (t) => {
  const config = {
    ...{ currency: 'EUR', goals, bundle: { percent: 10 }, experiment: { hidden: 10 } },
    rows: [
      { at: ['home', 'after-purchase'], show: ['new', 'best-sellers'] },
      { at: 'drawer', show: 'together' },
    ],
  };
  const { page } = await openHome(t, sample, { config });
  const titles = async () => (await linesIn(page, 'paste')).map(({ name }) => name);
  assert.deepEqual(await titles(), [
    ...['The tag', 'Your own script', 'Front page', 'Product page', 'Cart', 'Cart drawer'],
    ...['After the purchase', 'The experiment’s label'],
  ]);
  const code = (await linesIn(page, 'paste')).map((one) => one.code).join('\n');
  const [best] = await page.evaluate(() => globalThis.store.state.products.products);
  for (const line of [
    '<goes-with placement="home"></goes-with>',
    `<goes-with product="${best.id}"></goes-with>`,
    `<goes-with-bundle product="${best.id}" granted></goes-with-bundle>`,
    '<goes-with placement="drawer" layout="compact"></goes-with>',
    '<goes-with placement="after-purchase"></goes-with>',
    'onLabel(',
  ])
    assert.ok(code.includes(line), line);
  await page.getByLabel('Your shop runs on').selectOption('shopify');
  assert.ok(!(await titles()).includes('The experiment’s label'), 'its cart keeps it by itself');
  assert.ok(!(await linesIn(page, 'paste'))[0].code.includes('integrity'), 'it rewrites scripts');
  await page.evaluate(() => globalThis.store.configure({ currency: 'EUR' }));
  await eventually(async () =>
    assert.deepEqual(await titles(), ['The tag', 'Product page', 'Cart']),
  );
  assert.ok((await words(page.locator('#home-paste'))).includes('You set no goal'));
});

test('each platform has the folder, the tag’s place and the attributes that web/platforms.md tells', async (t) => {
  const { page } = await openHome(t);
  const manual = readFileSync(join(top, 'web', 'platforms.md'), 'utf8').replace(/\s+/g, ' ');
  const folders = {
    ...{ woocommerce: 'wp-content/uploads/goeswith/', prestashop: 'themes/YOURS/assets/goeswith/' },
    ...{ magento: 'pub/media/goeswith/', bigcommerce: 'content/goeswith/' },
    shopware: 'Resources/public/goeswith/',
  };
  for (const key of [
    'shopify',
    'woocommerce',
    'prestashop',
    'magento',
    'bigcommerce',
    'shopware',
  ]) {
    await page.getByLabel('Your shop runs on').selectOption(key);
    const first = await words(page.locator('#home-paste .steps li').first());
    if (folders[key]) {
      assert.ok(first.includes(folders[key]), first);
      assert.ok(manual.includes(folders[key]), folders[key]);
    }
    const [{ code, where }] = await linesIn(page, 'paste');
    for (const [, file] of where.matchAll(
      /[\w-]+(?:\/[\w-]+)*\.(?:liquid|php|tpl|phtml|twig|html)/g,
    ))
      if (file) assert.ok(manual.includes(file), file);
    // All that the tag says, but for the hash, stands in the manual's own tag.
    for (const [, name, value] of code.matchAll(/(data-[\w-]+)="([^"]*)"/g)) {
      assert.ok(manual.includes(`${name}="${value}"`), `${key}: ${name}="${value}"`);
    }
  }
});

test('another host: whole addresses, its policy and its headers; what is no address is said', async (t) => {
  const { page } = await openHome(t);
  await page.locator('.elsewhere summary').click();
  const host = page.getByLabel('The folder’s address on another host');
  await host.fill('cdn.example/goeswith');
  await host.press('Tab');
  assert.ok((await words(page.locator('#home-host'))).includes('no such address'));
  assert.equal(await host.getAttribute('aria-invalid'), 'true');
  await host.fill('https://cdn.example/goeswith');
  await host.press('Tab');
  const at = 'https://cdn.example/goeswith/';
  const tag = async () => (await linesIn(page, 'paste'))[0].code;
  assert.ok((await tag()).includes(`src="${at}goeswith.js" crossorigin="anonymous"`), await tag());
  const policy = await words(page.locator('#home-policy'));
  assert.ok(policy.includes("script-src 'self' https://cdn.example 'wasm-unsafe-eval'"), policy);
  assert.ok(policy.includes('Access-Control-Allow-Origin: *'));
  await page.getByLabel('Your shop runs on').selectOption('magento');
  assert.ok((await words(page.locator('#home-policy'))).includes('type="host">cdn.example<'));
  for (const [platform, sets] of [
    ['woocommerce', `$at = '${at}';`],
    ['shopware', `{% set files = '${at}' %}`],
  ]) {
    await page.getByLabel('Your shop runs on').selectOption(platform);
    assert.ok((await tag()).includes(sets), await tag());
  }
});

test('lines are copied, and where that is not allowed they are selected', async (t) => {
  const { page, context } = await openHome(t);
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const [{ code }] = await linesIn(page, 'paste');
  const block = page.locator('#home-paste gs-copy').first();
  await block.getByRole('button').focus();
  await page.keyboard.press('Enter');
  await eventually(async () => assert.equal(await words(block.getByRole('status')), 'Copied'));
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), code);

  await page.evaluate(() => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined });
    document.execCommand = () => false;
  });
  const other = page.locator('#home-policy gs-copy').first();
  await other.getByRole('button').click();
  await eventually(async () =>
    assert.match(await words(other.getByRole('status')), /^Selected: press (Ctrl\+|⌘)C$/),
  );
  const [policy] = await linesIn(page, 'policy');
  assert.equal(await page.evaluate(() => getSelection().toString()), policy.code);
});

test('a shop with mistakes in its settings says where, and one that names more learns once more', async (t) => {
  const { page } = await openHome(t);
  assert.equal(await page.locator('.warned').count(), 0);
  const rules = [{ do: 'exclude', tag: 'gift' }];
  await page.evaluate(
    (given) => globalThis.store.configure({ rules: [{ do: 'exlude' }, ...given] }),
    rules,
  );
  const warned = page.locator('.warned');
  await eventually(async () => assert.equal(await warned.count(), 2));
  const mistakes = await page.evaluate(() => globalThis.store.state.mistakes);
  assert.ok(mistakes.length > 0);
  const text = await words(warned.first());
  for (const { place, what } of mistakes) assert.ok(text.includes(`${place} ${what}`), text);
  await page.evaluate((given) => globalThis.store.configure({ rules: given }), rules);
  const model = await page.evaluate(() => globalThis.store.state.model.length);
  await page.getByRole('button', { name: 'Make the file anew' }).click();
  await page.waitForFunction(() => globalThis.store.state.report && !globalThis.store.state.work);
  assert.equal(await page.evaluate(() => globalThis.store.state.step), 'home', 'one stays here');
  assert.equal(await page.getByText('Learn once more').count(), 0);
  assert.ok(model > 0);
});

test('without a shop there is nothing to take, and it says where to begin', async (t) => {
  const { page } = await openHome(t);
  await page.evaluate(() => globalThis.store.set({ model: null }));
  const empty = page.locator('gs-home .empty');
  assert.ok((await words(empty)).includes('Nothing to take home yet.'));
  await empty.getByRole('button').click();
  await page.locator('gs-in').waitFor();
});

test('a page whose widget did not come along says so, and still hands out the file', async (t) => {
  const { page } = await openHome(t, sample, { instead: { '/kit.zip': null } });
  assert.ok(
    (await words(page.locator('#home-files [role=alert]'))).includes('load the page again'),
  );
  assert.ok((await saved(page, 'Save shop.gw')).bytes.length > 1000);
});

test('nothing holds the page while the folder is packed', async (t) => {
  const { page } = await openHome(t);
  const longest = await longestTask(page, async () => {
    await page.evaluate(() => globalThis.store.configure({ currency: 'EUR' }));
    await takenHome(page);
  });
  assert.ok(longest.tasks > 20, `it was watched: ${longest.tasks} tasks`);
  assert.ok(longest.ms < 50, `${longest.ms} ms`);
});

test('everything is reached by keyboard, in the order in which it stands', async (t) => {
  const { page } = await openHome(t);
  await page.locator('h1').focus();
  const reached = [];
  for (let at = 0; at < 40; at += 1) {
    await page.keyboard.press('Tab');
    reached.push(
      await page.evaluate(() => {
        const { localName, ariaLabel, textContent } = document.activeElement;
        return localName === 'body' ? '' : (ariaLabel ?? textContent).replace(/\s+/g, ' ').trim();
      }),
    );
    if (reached.at(-1).startsWith('Afterwards:')) break;
  }
  let at = -1;
  for (const name of [
    ...['Save the folder', 'Save shop.gw', 'Save shop.json', 'What is in the folder'],
    ...['Shopify', 'Another host', 'Copy: The tag', 'Copy: Product page', 'Copy: Cart'],
    ...['Copy: The policy', 'Headers', 'The hash of every file', 'Copy: The command'],
    ...['Copy: The cron line', 'By GitHub Actions', 'Afterwards:'],
  ]) {
    const next = reached.findIndex((text, number) => number > at && text.startsWith(name));
    assert.ok(next > at, `${name} after ${reached[at]}: ${reached}`);
    at = next;
  }
});

for (const [name, options] of [
  ['light on a desk', { width: 1440 }],
  ['dark on a tablet', { width: 768, colorScheme: 'dark' }],
  ['light on a phone', { width: 390, height: 844 }],
  ['dark on a phone', { width: 390, height: 844, colorScheme: 'dark' }],
])
  test(`axe finds nothing, ${name}`, async (t) => {
    const { page } = await openHome(t, sample, {
      ...options,
      config: { goals, rules: [{ do: 'exlude' }, { do: 'exclude', tag: 'gift' }] },
    });
    for (const summary of await page.locator('gs-home summary').all()) await summary.click();
    await page.getByLabel('The folder’s address on another host').fill('nowhere');
    await page.getByLabel('The folder’s address on another host').press('Tab');
    assert.deepEqual(await findings(page), []);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.equal(wide, 0, 'nothing is wider than the window');
  });
