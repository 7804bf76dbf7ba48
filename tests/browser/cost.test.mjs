// What a page pays: nothing before an element is near, and then no task that a shopper would feel.
//
// The goal is 50 ms with the CPU slowed 4 times. On a machine that does other things at the same time
// a clock on the wall tells of those, so it is the main thread's own processor time that is taken, 4
// times, and the best of several loads; `./bench/run page` takes the wall's, with Chromium's slowing.

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../commands/goeswith.mjs';
import { eventually, launch, openPage, shownIds, test } from './support/browser.mjs';
import { startShop } from './support/shop.mjs';

const mostMs = 50;
const slowed = 4;
const tries = 5;

// Ten thousand products, as a large shop has them.
const folder = mkdtempSync(join(tmpdir(), 'goeswith-cost-'));
const size = ['--products', '11525', '--orders', '400000', '--seed', '1'];
assert.equal(run(['simulate', ...size, '-o', folder]).status, 0);
const shop = await startShop(join(folder, 'orders.csv'));
rmSync(folder, { recursive: true });
const product = 'MOK-1000';

const script = `<script type="module" src="/dist/goeswith.js" data-model="/shop.gw"
  data-config="/shop.json"></script>`;

/** A page of our elements and nothing else, so that every task is ours or the browser's. */
function lean(name, elements, tag = script) {
  shop.pages.set('/platform.js', {
    body: `window.Shopify = { shop: 'cost', routes: { root: '/' }, country: 'DE', locale: 'en' };`,
    type: 'text/javascript',
  });
  shop.pages.set(`/${name}`, {
    body: `<!doctype html><html lang="en"><meta charset="utf-8"><title>${name}</title>
      <link rel="icon" href="data:,"><script src="/platform.js"></script>${tag}
      <main>${elements}</main></html>`,
  });
  return `${shop.origin}/${name}`;
}

const places = {
  'product page': `<goes-with product="${product}"></goes-with>
    <goes-with-bundle product="${product}"></goes-with-bundle>`,
  'cart page': '<goes-with></goes-with><goes-with-goal></goes-with-goal>',
};

/** The main thread's tasks while a page is used: processor time in ms, the longest first. */
async function tasksOf(page, use) {
  const browser = await launch();
  const categories = ['devtools.timeline', 'disabled-by-default-devtools.timeline'];
  await browser.startTracing(page, { categories: [...categories, 'blink.user_timing'] });
  await use();
  await page.evaluate(() => performance.mark('used'));
  const { traceEvents } = JSON.parse(await browser.stopTracing());
  const { pid, tid } = traceEvents.find(({ name }) => name === 'used');
  return traceEvents
    .filter((event) => event.name === 'RunTask' && event.pid === pid && event.tid === tid)
    .map(({ tdur = 0 }) => tdur / 1000)
    .sort((a, b) => b - a);
}

const calm = (page) => page.waitForTimeout(500);

async function put(context, id) {
  const { variantId } = shop.catalogue.byId(id);
  const data = { items: [{ id: variantId, quantity: 1 }] };
  assert.equal((await context.request.post(`${shop.origin}/cart/add.js`, { data })).status(), 200);
}

for (const [name, elements] of Object.entries(places))
  test(`no task of ours is felt on a ${name} while offers appear and after an addition`, async (t) => {
    const withOurs = lean('with', elements);
    const withoutOurs = lean('without', elements, '');
    const told = [];
    for (let tried = 0; tried < tries; tried++) {
      const plain = await openPage(t);
      const [baseline] = await tasksOf(plain.page, async () => {
        await plain.page.goto(withoutOurs);
        // A page that writes a price for the first time pays this in one piece, with us or without.
        await plain.page.evaluate(() => Intl.NumberFormat.supportedLocalesOf('en'));
        await calm(plain.page);
      });
      await plain.context.close();

      const { page, context } = await openPage(t);
      await put(context, product);
      const [longest] = await tasksOf(page, async () => {
        await page.goto(withOurs);
        await page.locator('main goes-with [part~=card] button').first().waitFor();
        await calm(page);
        const before = await shownIds(page, 'main goes-with');
        await page.locator('main goes-with [part~=card] button').first().click();
        await eventually(async () =>
          assert.notDeepEqual(await shownIds(page, 'main goes-with'), before),
        );
        await calm(page);
      });
      await context.close();
      told.push({ longest: longest * slowed, baseline: baseline * slowed });
      // A machine on which the browser alone takes longer than that is busy or slow.
      if (longest * slowed <= Math.max(mostMs, 1.2 * baseline * slowed)) return;
    }
    assert.fail(`each time there was a task above ${mostMs} ms: ${JSON.stringify(told)}`);
  });

test('before an element is near, one script was read and none of it runs', async (t) => {
  const far = lean('far', `<pre>${'\n'.repeat(300)}</pre>${places['cart page']}`);
  const { page, context, heard } = await openPage(t);
  const session = await context.newCDPSession(page);
  const read = [];
  session.on('Debugger.scriptParsed', ({ url }) => read.push(url));
  await session.send('Debugger.enable');
  const tasks = await tasksOf(page, async () => {
    await page.goto(far, { waitUntil: 'load' });
    await calm(page);
  });
  assert.ok(tasks.length > 0);
  const ours = () =>
    read.filter((url) => /\/dist\/|wasm/.test(url)).map((url) => url.split('/').pop());
  assert.deepEqual(ours(), ['goeswith.js']);
  const paths = heard.requests.map(({ path }) => path).filter((path) => path !== undefined);
  assert.deepEqual(
    paths.filter((path) => /dist|shop|cart|products|api/.test(path)),
    ['/dist/goeswith.js'],
  );
  assert.equal(await page.evaluate(() => customElements.get('goes-with')), undefined);

  // Idle is idle: in a second of nothing, not a millisecond of script.
  await session.send('Debugger.disable');
  await session.send('Performance.enable');
  const seconds = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find((metric) => metric.name === 'ScriptDuration').value;
  };
  const before = await seconds();
  await page.waitForTimeout(1000);
  assert.ok((await seconds()) - before < 0.001);

  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  await page.locator('main goes-with [part~=card] button').first().waitFor();
  assert.ok(heard.requests.some(({ path }) => path === '/shop.gw'));
});
