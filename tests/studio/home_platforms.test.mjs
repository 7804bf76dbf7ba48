// What was taken home, on each platform: the zip's folder where the platform keeps it, the page's own
// lines in its templates, under the policy that the page tells.

import assert from 'node:assert/strict';
import { decimal } from '../browser/platforms/platform.mjs';
import { catalogue } from '../browser/platforms/store.mjs';
import { assertQuiet, openPage, shownIds, test, toldBy } from '../browser/support/browser.mjs';
import { hosted, linesIn, openHome, takenHome } from './support/home_page.mjs';
import { exportsOf, idIn, openShopPage, platforms, printed } from './support/platform_pages.mjs';

const goalOf = ({ fake }) =>
  fake.config?.goals ?? [{ reward: 'free-shipping', amount: { EUR: '50.00' } }];

/** What the studio gives for a platform. */
async function takenFor(t, key, prepare = () => {}) {
  const platform = platforms[key];
  const { page } = await openHome(t, exportsOf(platform), {
    config: { currency: 'EUR', goals: goalOf(platform) },
  });
  await page.getByLabel('Your shop runs on').selectOption(key);
  await prepare(page);
  return {
    platform,
    pastes: await linesIn(page, 'paste'),
    policy: (await linesIn(page, 'policy'))[0].code,
    files: hosted(await takenHome(page)),
  };
}

/** A fake's own scripts stand in the page, and so would a shop's. */
const forPage = (policy) =>
  `default-src 'none'; ${policy.replaceAll('\n', ' ').replace("script-src 'self'", "script-src 'self' 'unsafe-inline'")}`;

/** The shop's own code, which the lines for a shop of one's own call. */
const myShop = (lines) => `<!doctype html><html lang="en"><meta charset="utf-8"><title>Own</title>
  <script>
    const prices = ${JSON.stringify(Object.fromEntries(catalogue.map(({ id, price }) => [id, decimal(price.EUR, 2)])))};
    window.myShop = { price: (id) => prices[id], add: async (id) => { myShop.added = id; } };
  </script>${lines}`;

async function shows(t, { platform, pastes, policy, files }, options = {}) {
  const address = await openShopPage(t, platform, printed(platform, pastes), {
    ...{ files, policy: forPage(policy) },
    ...(platform === platforms.own && { page: myShop }),
    ...options,
  });
  const { page, heard } = await openPage(t);
  await options.prepare?.(page);
  await page.goto(address);
  for (const row of await page.locator('goes-with').all()) {
    await row.scrollIntoViewIfNeeded();
    await row.locator('.card button').first().waitFor();
  }
  const goal = page.locator('goes-with-goal');
  await goal.getByRole('progressbar').waitFor();
  assertQuiet(heard);
  const told = await toldBy(page);
  assert.deepEqual(told.violations, []);
  assert.deepEqual(
    told.events.filter(({ name }) => name === 'error'),
    [],
  );
  return { page, heard };
}

for (const key of Object.keys(platforms))
  test(`${key}: offers and the goal are shown from what was taken home`, async (t) => {
    const taken = await takenFor(t, key);
    const { page, heard } = await shows(t, taken);
    const ids = await shownIds(page, 'goes-with[product]');
    assert.ok(ids.length > 1);
    assert.ok(!ids.includes(idIn(taken.platform, 'MOKA-3')), 'not the product of the page');
    const asked = heard.requests.map(({ path }) => path.replace(/\?.*/, ''));
    for (const file of ['goeswith.js', 'shop.gw', 'shop.json'])
      assert.ok(asked.includes(taken.platform.folder + file), `${file} of ${asked}`);
    assert.ok(asked.some((path) => /storefront-\w+\.wasm$/.test(path)));
  });

test('names with a hash: the tag names and checks the file, and the plain pair can be left out', async (t) => {
  const taken = await takenFor(t, 'own', async (page) => {
    await page.locator('.elsewhere summary').click();
    await page.getByText('With each release of your pages.').click();
    const nightly = page.locator('#home-nightly .problem');
    await nightly.getByText('would not see a file of tonight').waitFor();
  });
  const [tag] = taken.pastes;
  assert.match(
    tag.code,
    /data-model="\/goeswith\/shop-\w+\.gw" data-config="\/goeswith\/shop-\w+\.json"/,
  );
  assert.match(tag.code, /data-integrity="sha384-/);
  taken.files.delete('shop.gw');
  taken.files.delete('shop.json');
  const { heard } = await shows(t, taken);
  assert.ok(heard.requests.some(({ path }) => /shop-\w+\.gw$/.test(path)));
});

test('another host: its own addresses, its own policy, offers all the same', async (t) => {
  const taken = await takenFor(t, 'own', async (page) => {
    await page.locator('.elsewhere summary').click();
    await page
      .getByLabel('The folder’s address on another host')
      .fill('https://cdn.example/goeswith/');
    await page.getByLabel('The folder’s address on another host').press('Tab');
  });
  const types = { js: 'text/javascript', wasm: 'application/wasm', json: 'application/json' };
  await shows(t, taken, {
    files: new Map(),
    prepare: (page) =>
      page.route('https://cdn.example/goeswith/*', (route) => {
        const name = new URL(route.request().url()).pathname.split('/').at(-1);
        route.fulfill({
          status: taken.files.has(name) ? 200 : 404,
          body: taken.files.get(name),
          headers: {
            'content-type': types[name.split('.').at(-1)] ?? 'application/octet-stream',
            'access-control-allow-origin': '*',
            'cross-origin-resource-policy': 'cross-origin',
          },
        });
      }),
  });
});

test('a file that was changed on the way to the shop does not run', async (t) => {
  const taken = await takenFor(t, 'own');
  const changed = Buffer.concat([
    taken.files.get('goeswith.js'),
    Buffer.from('\nwindow.changed = 1;'),
  ]);
  taken.files.set('goeswith.js', changed);
  const address = await openShopPage(t, taken.platform, printed(taken.platform, taken.pastes), {
    ...{ files: taken.files, policy: forPage(taken.policy), page: myShop },
  });
  const { page, heard } = await openPage(t);
  await page.goto(address);
  await page.waitForFunction(() => document.readyState === 'complete');
  assert.ok(
    heard.console.some((line) => line.includes('integrity')),
    heard.console.join(),
  );
  assert.equal(await page.evaluate(() => window.changed), undefined);
  assert.deepEqual(await shownIds(page, 'goes-with'), []);
});
