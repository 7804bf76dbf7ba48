import assert from 'node:assert/strict';
import { eventually, openPage, shownIds, test, toldBy } from './support/browser.mjs';
import { startShop } from './support/shop.mjs';

const shop = await startShop();
const id = 'MOK-1000';

/** A page of a shop of one's own, with a configuration and attributes on the script tag. */
function ownPage(config, { tag = '', body = '<goes-with></goes-with>', script = '' } = {}) {
  const path = `/visitor-${shop.pages.size}`;
  shop.pages.set(`${path}.json`, { body: JSON.stringify(config), type: 'application/json' });
  shop.pages.set(path, {
    body: `<!doctype html><html lang="en"><title>Visitor</title>
      <script type="module" src="/dist/goeswith.js" data-model="/shop.gw"
        data-config="${path}.json" ${tag}></script>${body}
      <script type="module">
        import { onLabel, onPrices, setCart, setConsent, setOrder } from '/dist/goeswith.js';
        Object.assign(window, { setCart, setConsent, setOrder, labels: [] });
        onPrices((ids) => ids.map((id) => ({ id, price: '5.00' })));
        onLabel((name, value) => labels.push([name, value]));
        ${script}
        setCart({ currency: 'EUR', lines: [{ productId: '${id}', lineMinor: 3650 }] });
      </script>`,
  });
  return shop.origin + path;
}
const stored = (page) => page.evaluate(() => Object.keys(localStorage));
const list = (name) => `<goes-with-list list="${name}"></goes-with-list>`;
const there = (page, tag = 'goes-with') => page.locator(`${tag} [data-id]`).first().waitFor();

test('nothing is remembered without history, without consent, or against Global Privacy Control', async (t) => {
  const pages = [
    ownPage({}, { script: 'setConsent(true);' }),
    ownPage({ history: true }),
    ownPage({ history: true }, { script: 'setConsent(false);' }),
    ownPage(
      { history: true },
      {
        script: `Object.defineProperty(navigator, 'globalPrivacyControl', { value: true });
          setConsent(true);`,
      },
    ),
  ];
  for (const url of pages) {
    const { page, context } = await openPage(t);
    await page.goto(url);
    await there(page);
    assert.deepEqual(await stored(page), [], url);
    await context.close();
  }
});

test('with consent the device remembers what was viewed and bought, and forgets when told', async (t) => {
  const { page, heard } = await openPage(t);
  const body = '<goes-with product="COF-1389"></goes-with>';
  await page.goto(ownPage({ history: true }, { body }));
  await there(page);
  // Whoever agrees later is remembered with the page that is open.
  await page.evaluate(() => window.setConsent(true));
  await eventually(async () => assert.equal((await stored(page)).length, 1));
  await page.goto(
    ownPage(
      { history: true },
      {
        body: list('viewed') + list('bought-before'),
        script: "setConsent(true); setOrder(['DES-1756', 'CDL-1140']);",
      },
    ),
  );
  await eventually(async () => {
    const [viewed, ...bought] = await shownIds(page, 'goes-with-list');
    // One order says nothing of which of its products came first.
    assert.deepEqual([viewed, ...bought.sort()], ['COF-1389', 'CDL-1140', 'DES-1756']);
  });
  const titles = await page.locator('goes-with-list').getByRole('heading').allTextContents();
  assert.deepEqual(
    titles.map((title) => title.trim()),
    ['Looked at before', 'Bought before'],
  );
  await page.evaluate(() => window.setConsent(false));
  await eventually(async () => assert.deepEqual(await shownIds(page, 'goes-with-list'), []));
  assert.deepEqual(await stored(page), []);
  // Nothing of it was sent: the shop's own files are all that was asked for.
  for (const { method, origin, body } of heard.requests)
    assert.deepEqual([method, origin, body], ['GET', shop.origin, null]);
});

test('what was shown on three pages and ignored steps back', async (t) => {
  const { page } = await openPage(t);
  const url = ownPage({ history: true }, { script: 'setConsent(true);' });
  let first;
  for (let visit = 0; visit < 3; visit++) {
    await page.goto(url);
    await there(page);
    first ??= await shownIds(page, 'goes-with');
    await eventually(async () => {
      const { events } = await toldBy(page);
      assert.ok(events.some(({ name }) => name === 'view'));
    });
  }
  await page.goto(url);
  await there(page);
  const now = await shownIds(page, 'goes-with');
  assert.equal(now.length, first.length);
  for (const ignored of first) assert.ok(!now.includes(ignored), ignored);
});

test('a shopper who has seen enough rows today is left alone, and goals stay', async (t) => {
  const { page } = await openPage(t);
  const goals = [{ reward: 'free-shipping', amount: { EUR: '50.00' } }];
  const url = ownPage(
    { history: true, cap: 2, goals },
    {
      body: '<goes-with></goes-with><goes-with-goal></goes-with-goal>',
      script: 'setConsent(true);',
    },
  );
  for (const there of [4, 4, 0]) {
    await page.goto(url);
    await page.locator('goes-with-goal [role=progressbar]').waitFor();
    await eventually(async () => assert.equal((await shownIds(page, 'goes-with')).length, there));
    if (there)
      await eventually(async () => {
        const { events } = await toldBy(page);
        assert.ok(events.some(({ name, tag }) => name === 'view' && tag === 'goes-with'));
      });
  }
});

test('rows follow the stage that the shop prints, and rules hold for it', async (t) => {
  const config = {
    rows: [{ for: 'business', show: ['best-sellers:category=Lighting'] }],
    rules: [{ do: 'pin', product: 'DES-1756', for: 'business' }],
  };
  const { page } = await openPage(t);
  await page.goto(ownPage(config, { tag: 'data-stage="business"' }));
  await there(page);
  const shown = await shownIds(page, 'goes-with');
  assert.equal(shown[0], 'DES-1756');
  for (const other of shown.slice(1))
    assert.equal(shop.catalogue.byId(other).department.title, 'Lighting');
  await page.goto(ownPage(config));
  await there(page);
  assert.notEqual((await shownIds(page, 'goes-with'))[0], 'DES-1756');
});

test('who sends much back sees less', async (t) => {
  const { page } = await openPage(t);
  await page.goto(ownPage({}, { tag: 'data-returns="many"' }));
  await there(page);
  assert.equal((await shownIds(page, 'goes-with')).length, 2);
});

test('what a rule excludes is never shown, not even while the configuration is on its way', async (t) => {
  const [first] = shop.recommend([id], 1).map((item) => item.id);
  const { page } = await openPage(t);
  const url = ownPage({ rules: [{ do: 'exclude', product: first }] });
  let release;
  const held = new Promise((resolve) => {
    release = resolve;
  });
  await page.route(`${url}.json`, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(url);
  await page.waitForTimeout(400);
  assert.deepEqual(await shownIds(page, 'goes-with'), []);
  release();
  await there(page);
  assert.ok(!(await shownIds(page, 'goes-with')).includes(first));
});

test('an experiment hides everything from its share of carts, and writes the label into the cart', async (t) => {
  const config = {
    experiment: { name: 'test', hidden: 50 },
    goals: [{ reward: 'free-shipping', amount: { EUR: '50.00' } }],
  };
  const body = '<goes-with></goes-with><goes-with-goal></goes-with-goal>';
  for (const [draw, label] of [
    [0, 'hidden'],
    [2 ** 32 - 1, 'shown'],
  ]) {
    const { page, context } = await openPage(t);
    const script = `crypto.getRandomValues = (numbers) => numbers.fill(${draw});`;
    await page.goto(ownPage(config, { body, script }));
    await eventually(async () =>
      assert.deepEqual(await page.evaluate(() => window.labels), [['test', label]]),
    );
    if (label === 'shown') await there(page);
    else await page.waitForTimeout(300);
    assert.equal((await shownIds(page, 'goes-with')).length, label === 'shown' ? 4 : 0);
    assert.equal(
      await page.locator('goes-with-goal [role=progressbar]').count(),
      label === 'shown' ? 1 : 0,
    );
    // The cart remembers it, and is not told again.
    await page.evaluate(
      ([product, test]) =>
        window.setCart({
          currency: 'EUR',
          attributes: { test },
          lines: [{ productId: product, lineMinor: 3650, qty: 2 }],
        }),
      [id, label],
    );
    await page.waitForTimeout(300);
    assert.equal((await page.evaluate(() => window.labels)).length, 1);
    await context.close();
  }
});
