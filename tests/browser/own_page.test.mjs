import assert from 'node:assert/strict';
import {
  assertQuiet,
  codes,
  eventually,
  offersOf,
  openPage,
  shownIds,
  test,
} from './support/browser.mjs';
import { startShop } from './support/shop.mjs';

const shop = await startShop();

/** A page of a shop that no adapter knows; its script is a file of its own, as in README.md. */
function ownPage(
  name,
  script,
  elements = '<goes-with></goes-with><goes-with-goal></goes-with-goal>',
) {
  shop.pages.set(`/${name}.js`, { body: script, type: 'text/javascript' });
  shop.pages.set(`/${name}`, {
    body: `<!doctype html><html lang="en"><meta charset="utf-8"><title>Own</title>
      <link rel="icon" href="/static/icon.svg">
      <script type="module" src="/dist/goeswith.js" data-model="/shop.gw" data-config="/shop.json">
      </script>${elements}<script type="module" src="/${name}.js"></script>`,
  });
  return `${shop.origin}/${name}`;
}

const prices = `(ids) => ids.map((id) => ({ id, price: '12.50' }))`;

test('a shop of one’s own tells its cart and its prices, and adds products itself', async (t) => {
  const { page, heard } = await openPage(t);
  const url = ownPage(
    'own',
    `import { onAdd, onPrices, setCart } from '/dist/goeswith.js';
    const lines = [{ productId: 'MOK-1000', qty: 1, unitMinor: 3650 }];
    const tell = () => setCart({ currency: 'EUR', lines });
    window.added = [];
    onPrices(${prices});
    onAdd((offer) => {
      added.push([offer.id, offer.priceMinor, offer.currency]);
      lines.push({ productId: offer.id, qty: 1, unitMinor: offer.priceMinor });
      tell();
    });
    tell();`,
  );
  await page.goto(url);
  const expected = (cart) => shop.recommend(cart, 4).map(({ id }) => id);
  assert.deepEqual(await offersOf(page, 'goes-with'), expected(['MOK-1000']));
  const price = await page.locator('goes-with .price').first().textContent();
  assert.match(price, /€12\.50$/);
  const [first] = expected(['MOK-1000']);
  await page.locator('goes-with .card button').first().click();
  await eventually(async () =>
    assert.deepEqual(await shownIds(page, 'goes-with'), expected(['MOK-1000', first])),
  );
  assert.deepEqual(await page.evaluate(() => window.added), [[first, 1250, 'EUR']]);
  const message = page.locator('goes-with-goal .message');
  await eventually(async () => assert.match(await message.textContent(), /€1\.00/));
  assertQuiet(heard);
});

test('prices that come later are enough, and what has none is not shown', async (t) => {
  const { page, heard } = await openPage(t);
  const url = ownPage(
    'later',
    `import { onPrices, setCart } from '/dist/goeswith.js';
    setCart({ currency: 'EUR', lines: [{ productId: 'MOK-1000' }] });
    window.later = () => onPrices(async (ids) => ids.slice(1).map((id) => ({ id, priceMinor: 435 })));`,
  );
  await page.goto(url);
  await page.waitForFunction(() => customElements.get('goes-with') && window.later);
  assert.deepEqual(await shownIds(page, 'goes-with'), []);
  await page.evaluate(() => window.later());
  const shown = await offersOf(page, 'goes-with');
  assert.ok(shown.length > 0 && !shown.includes(shop.recommend(['MOK-1000'], 1)[0].id));
  assertQuiet(heard);
});

test('a shop that cannot add says so to the shopper', async (t) => {
  const { page, heard } = await openPage(t);
  const setUp = `import { onAdd, onPrices, setCart } from '/dist/goeswith.js';
    onPrices(${prices});
    setCart({ currency: 'EUR', lines: [] });`;
  await page.goto(ownPage('refusing', `${setUp} onAdd(() => { throw new Error('Closed') });`));
  await offersOf(page, 'goes-with');
  await page.locator('goes-with .card button').first().click();
  const status = page.locator('goes-with [role=status]');
  await eventually(async () => assert.match(await status.textContent(), /could not be added/));
  assert.deepEqual(await codes(page), ['add-failed']);
  assertQuiet(heard);
});

test('a page may add by itself: a cancelled goeswith:add asks nobody else', async (t) => {
  const { page, heard } = await openPage(t);
  const url = ownPage(
    'cancelling',
    `import { onAdd, onPrices, setCart } from '/dist/goeswith.js';
    window.heard = [];
    document.addEventListener('goeswith:add', (event) => {
      event.preventDefault();
      heard.push(event.detail.id);
    });
    onPrices(${prices});
    onAdd(() => heard.push('onAdd'));
    setCart({ currency: 'EUR', lines: [] });`,
  );
  await page.goto(url);
  const [first] = await offersOf(page, 'goes-with');
  await page.locator('goes-with .card button').first().click();
  assert.deepEqual(await page.evaluate(() => window.heard), [first]);
  assertQuiet(heard);
});

test('a page that forgets to tell its cart is told so', async (t) => {
  const { page } = await openPage(t);
  await page.goto(ownPage('forgetful', ''));
  await eventually(async () => assert.deepEqual(await codes(page), ['cart-unknown']));
});

test('the recommender answers without any element', async (t) => {
  const { page, heard } = await openPage(t);
  const url = ownPage(
    'headless',
    `import { createRecommender } from '/dist/goeswith.js';
    const recommender = await createRecommender({ model: '/shop.gw', config: '/shop.json' });
    window.answer = recommender.recommend({ cart: ['MOK-1000', 'NEW-1'], limit: 6 })
      .map(({ id, score, reason, support }) => ({ id, score, reason, support }));`,
    '',
  );
  await page.goto(url);
  await page.waitForFunction(() => window.answer);
  const answer = await page.evaluate(() => window.answer);
  const said = shop.recommend(['MOK-1000', 'NEW-1'], 6);
  assert.equal(answer.length, 6);
  for (const [i, { id, score, reason, support }] of answer.entries()) {
    assert.deepEqual([id, reason, support], [said[i].id, said[i].reason, said[i].support]);
    assert.ok(Math.abs(score - said[i].score) < 1e-6);
  }
  assertQuiet(heard);
});
