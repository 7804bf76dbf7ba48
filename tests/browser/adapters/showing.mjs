// Live details, the whole widget on a platform's page, and which adapter is there.

import assert from 'node:assert/strict';
import { adapterFile, openStage } from '../platforms/stage.mjs';
import { catalogue } from '../platforms/store.mjs';
import { codes, eventually, openPage, shownIds } from '../support/browser.mjs';
import { openCart, pause } from './cast.mjs';
import { pageFor } from './engines.mjs';

const adapters = [
  'shopify',
  'woocommerce',
  'prestashop',
  'magento',
  'bigcommerce',
  'shopware',
  'ga4',
];
const row = '<goes-with limit="12"></goes-with>';

/** A page of the platform with elements, shown. */
async function openShown(t, platform, { elements = row, before, init, ...what } = {}) {
  const stage = await openStage(t, platform);
  before?.(stage.store, stage.fake);
  const { page, heard, context } = await (init ? openPage(t) : pageFor(t, platform));
  if (init) await page.addInitScript(init);
  const idOf = platform.modelId ?? (({ id }) => id);
  await page.goto(stage.address({ elements, ...what }));
  return { ...stage, page, heard, context, idOf: (id) => idOf(stage.store.find(id)) };
}

const shown = (page) => page.locator('goes-with .card button').first().waitFor();

export function shows(behaviour, platform) {
  behaviour(
    'live',
    'price, title and picture are the shop’s own of now, by one request',
    async (t) => {
      const { details, store, of, platform: known } = await openCart(t, platform);
      const ids = ['MOKA-3', 'FILTER-9', 'MUG-W', 'SPOON', 'TRAY'];
      const before = of('details').length;
      const told = await details(...ids);
      assert.ok(of('details').length <= before + 1, 'one request');
      assert.equal(told.length, ids.length);
      for (const id of ids) {
        const product = store.find(id);
        const live = told.find((one) => one.id === (known.modelId?.(product) ?? id));
        assert.equal(live.title, product.title, 'text, and nothing but text');
        const { priceMinor, exponent, currency, available } = live;
        assert.deepEqual(
          [priceMinor, exponent, currency, available],
          [product.price.EUR, 2, 'EUR', true],
        );
        assert.match(live.image, /\.svg/);
      }
    },
  );

  for (const currency of ['JPY', 'KWD'])
    behaviour(`live${currency}`, `prices in ${currency} are exact`, async (t) => {
      const cast = await openCart(t, platform, { currency, before: (store) => store.add('MUG-W') });
      const [live] = await cast.details('MOKA-3');
      const { priceMinor, exponent } = live;
      assert.equal(
        priceMinor / 10 ** exponent,
        cast.store.find('MOKA-3').price[currency] / 10 ** cast.store.exponent,
      );
    });

  behaviour('stock', 'how many pieces are left is told', async (t) => {
    const { details } = await openCart(t, platform, {
      before: (store) => store.setStock('MUG-W', 3),
    });
    const [live] = await details('MUG-W');
    assert.equal(live.stock, 3);
  });

  behaviour('unknown', 'what the shop does not sell any more is no product', async (t) => {
    const { details, page } = await openCart(t, platform);
    const [live] = await details('GONE');
    assert.ok(!live?.available, 'sold out');
    const gone = await page.evaluate(() =>
      window.widget
        .details(
          [
            { id: '"); drop', url: '/products/none' },
            { id: '999', url: '' },
          ],
          'EUR',
        )
        .catch(() => []),
    );
    assert.deepEqual(
      gone.filter(({ available }) => available),
      [],
    );
  });

  behaviour(
    'view',
    'a view asks at most once, and shows what is for sale at the shop’s price',
    async (t) => {
      const { page, of, store, idOf, heard } = await openShown(t, platform, {
        elements: `${row}<goes-with-goal></goes-with-goal><goes-with-list limit="3"></goes-with-list>`,
        before: (shop) => shop.add('MUG-W'),
      });
      await shown(page);
      await page.locator('goes-with-goal [role=progressbar]').waitFor();
      await pause(500);
      assert.ok(of('details').length <= 1, `${of('details').length} requests`);
      const ids = await shownIds(page, 'body');
      assert.deepEqual(ids, [...new Set(ids)], 'nothing stands twice');
      assert.ok(ids.length >= 4);
      assert.ok(!ids.includes(idOf('GONE')), 'sold out');
      assert.ok(!ids.includes(idOf('MUG-W')), 'in the cart');
      const euros = new Intl.NumberFormat('en', { style: 'currency', currency: 'EUR' });
      for (const card of await page.locator('goes-with .card').all()) {
        const id = await card.getAttribute('data-id');
        const product = catalogue.find((one) => idOf(one.id) === id);
        const price = await card.locator('.price').textContent();
        assert.ok(price.includes(euros.format(store.price(product) / 100)), `${id}: ${price}`);
      }
      assert.deepEqual([heard.errors, await codes(page)], [[], []]);
    },
  );

  behaviour('button', 'our button adds, and a refusal looks at the stock again', async (t) => {
    const { page, of, store, idOf } = await openShown(t, platform, {
      before: (shop) => shop.add('MUG-W'),
    });
    await shown(page);
    const [first] = await shownIds(page, 'goes-with');
    const product = catalogue.find(({ id }) => idOf(id) === first);
    store.setStock(product.id, 0);
    const asked = of('details').length;
    await page.locator('goes-with .card button').first().click();
    const status = page.locator('goes-with [role=status]');
    await eventually(async () => assert.match(await status.textContent(), /could not be added/));
    assert.equal(store.line(product.id), undefined);
    await eventually(async () => assert.ok(!(await shownIds(page, 'goes-with')).includes(first)));
    if (!platform.cannot.live) assert.equal(of('details').length, asked + 1);
    const [next] = await shownIds(page, 'goes-with');
    await page.locator('goes-with .card button').first().click();
    const added = catalogue.find(({ id }) => idOf(id) === next);
    await eventually(() => assert.equal(store.line(added.id)?.qty, 1));
    await eventually(async () => assert.ok(!(await shownIds(page, 'goes-with')).includes(next)));
  });

  behaviour(
    'priceless',
    'while the shop tells no prices nothing is shown, and nothing breaks',
    async (t) => {
      const { page, faults, heard, address, of } = await openShown(t, platform, { elements: '' });
      faults.push({ kind: 'details', answer: { type: 'text/html', body: '<h1>Sign in</h1>' } });
      // A page that is left takes its open questions with it, and its own script says so.
      await pause(500);
      await page.goto(address({ elements: row }));
      await eventually(() => assert.ok(of('details').length > 0));
      await pause(500);
      assert.deepEqual(await shownIds(page, 'goes-with'), []);
      assert.deepEqual(heard.errors, []);
    },
  );

  behaviour('prerendered', 'a page that nobody sees yet asks for nothing', async (t) => {
    const { page, requests } = await openShown(t, platform, {
      init: () =>
        Object.defineProperty(document, 'prerendering', { value: true, configurable: true }),
    });
    await pause(700);
    const asked = requests.filter(({ kind, path }) => kind || /shop\.(gw|json)/.test(path));
    assert.deepEqual(
      asked.map(({ path }) => path),
      [],
    );
    await page.evaluate(() => {
      Object.defineProperty(document, 'prerendering', { value: false });
      document.dispatchEvent(new Event('prerenderingchange'));
    });
    await shown(page);
  });

  behaviour('alone', 'no other platform’s adapter is loaded', async (t) => {
    const { page, requests } = await openShown(t, platform);
    await shown(page);
    const loaded = adapters.filter((name) =>
      requests.some(({ path }) => adapterFile(name).test(path)),
    );
    // What a page of one's own needs is in the app.
    assert.deepEqual(loaded, platform.adapter === 'custom' ? [] : [platform.adapter]);
  });

  behaviour('named', 'the script tag may name the platform', async (t) => {
    const { page, agrees } = await openCart(t, platform, { named: platform.adapter });
    assert.equal(await page.evaluate(() => window.widget.platform), platform.adapter);
    await agrees();
  });

  behaviour('clobbered', 'elements that pose as the platform’s globals are nobody', async (t) => {
    const posers = platform.globals.flatMap((name) => [
      `<a id="${name}"></a>`,
      `<a id="${name}" name="shop" href="x:y"></a><a id="${name}" name="on"></a>`,
      `<form name="${name}"><input name="cart"></form>`,
    ]);
    const html = (widget) => `<!doctype html><title>Posers</title>${posers.join('')}${widget}`;
    const { page, heard } = await openCart(t, platform, { html, unheard: true });
    const found = () => page.evaluate(() => window.widget?.platform);
    await eventually(async () => assert.equal(await found(), 'custom'));
    assert.deepEqual(heard.errors, []);
    const named = await openCart(t, platform, { html, named: platform.adapter, unheard: true });
    await eventually(async () =>
      assert.equal(await named.page.evaluate(() => window.widget?.platform), platform.adapter),
    );
    await pause(300);
    assert.deepEqual(named.heard.errors, []);
  });

  behaviour('consent', 'the platform’s own consent is heard, given and taken back', async (t) => {
    const { theme, told } = await openCart(t, platform);
    const consents = async () => (await told()).consents;
    const last = async () => (await consents()).at(-1);
    assert.ok(!(await consents()).includes(true), 'nobody agreed yet');
    await theme('consent', true);
    await eventually(async () => assert.equal(await last(), true));
    await theme('consent', false);
    await eventually(async () => assert.equal(await last(), false));
  });

  behaviour(
    'consent',
    'a device remembers once the platform’s shopper agrees, and forgets',
    async (t) => {
      const { page } = await openShown(t, platform);
      await shown(page);
      const kept = () => page.evaluate(() => localStorage.getItem('goeswith.history'));
      assert.equal(await kept(), null);
      await page.evaluate(() => window.theme.consent(true));
      await eventually(async () => assert.notEqual(await kept(), null));
      await page.evaluate(() => window.theme.consent(false));
      await eventually(async () => assert.equal(await kept(), null));
    },
  );

  behaviour('consent', 'neither platform nor page can overrule who said no', async (t) => {
    const remembers = async (page) => {
      await page.evaluate(() => window.theme.consent(true));
      await pause(500);
      return (await page.evaluate(() => localStorage.getItem('goeswith.history'))) !== null;
    };
    const open = async (init) => {
      const { page } = await openShown(t, platform, { init });
      await shown(page);
      return page;
    };
    const asked = await open(() =>
      Object.defineProperty(navigator, 'globalPrivacyControl', { value: true }),
    );
    assert.equal(await remembers(asked), false, 'Global Privacy Control');
    const page = await open();
    await page.evaluate(async () => (await import('/dist/goeswith.js')).setConsent(false));
    assert.equal(await remembers(page), false, 'setConsent(false)');
  });
}
