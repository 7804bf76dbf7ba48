import assert from 'node:assert/strict';
import { eventually, fillCart, openPage, shownIds, test, toldBy } from './support/browser.mjs';
import { startShop } from './support/shop.mjs';

const shop = await startShop();
const { products } = shop.catalogue;
const target = 5000;
const euro = (minor) => `€${(minor / 100).toFixed(2)}`;

/** A page without a platform that tells a cart, here one of a single line. */
function ownPage(path, config = '/shop.json') {
  shop.pages.set(path, {
    body: `<!doctype html><html lang="en"><title>Cart</title>
      <script type="module" src="/dist/goeswith.js" data-model="/shop.gw" data-config="${config}">
      </script><goes-with-goal></goes-with-goal>`,
  });
  return shop.origin + path;
}

const setCart = (page, cart) =>
  page.evaluate(async (told) => (await import('/dist/goeswith.js')).setCart(told), cart);

const cartOf = (lineMinor, more) => ({
  currency: 'EUR',
  lines: lineMinor > 0 ? [{ productId: 'MOK-1000', qty: 1, lineMinor }] : [],
  ...more,
});

/** The last that the goal said of itself. */
async function lastGoal(page) {
  const { events } = await toldBy(page);
  return events.filter(({ name }) => name === 'goal').at(-1)?.detail;
}

async function assertShows(page, cart, config) {
  const { targetMinor, amountMinor, missingMinor, reached } = shop.goal(cart, config);
  await setCart(page, cart);
  const told = JSON.stringify(cart);
  await eventually(async () => {
    const state = await lastGoal(page);
    assert.deepEqual(
      [state?.targetMinor, state?.amountMinor, state?.gapMinor, state?.reached],
      // A bar is full at the target, however much the cart is above it.
      [targetMinor, Math.min(amountMinor, targetMinor), missingMinor, reached],
      told,
    );
  });
  const message = reached
    ? 'You have free shipping'
    : `Add ${euro(missingMinor)} more for free shipping`;
  const shown = await page.locator('goes-with-goal .message').textContent();
  assert.equal(shown.replace(/[\u2066-\u2069]/g, '').trim(), message, told);
  return missingMinor;
}

test('what is missing is what the command says, below, at and above the threshold', async (t) => {
  const { page } = await openPage(t);
  await page.goto(ownPage('/goal'));
  for (const amount of [0, 1, 2500, target - 1, target, target + 1, 100 * target]) {
    const missing = await assertShows(page, cartOf(amount));
    assert.equal(missing, Math.max(0, target - amount));
  }
});

test('a discount counts or not, as the merchant says', async (t) => {
  const { page } = await openPage(t);
  for (const [basis, missing] of [
    ['after', 400],
    ['before', 0],
  ]) {
    const goals = [{ reward: 'free-shipping', amount: { EUR: '50.00' }, basis }];
    const body = JSON.stringify({ goals });
    const path = `/${basis}.json`;
    shop.pages.set(path, { body, type: 'application/json' });
    await page.goto(ownPage(`/goal-${basis}`, path));
    const cart = cartOf(5200, { discountMinor: 600 });
    assert.equal(await assertShows(page, cart, shop.write(`${basis}.json`, body)), missing);
  }
});

test('a cart that the goal cannot be sure of has no goal', async (t) => {
  const { page } = await openPage(t);
  await page.goto(ownPage('/goal-unsure'));
  await assertShows(page, cartOf(2500));
  const bar = page.locator('goes-with-goal [role=progressbar]');
  for (const cart of [
    cartOf(2500, { currency: 'SEK' }),
    cartOf(2500, { needsShipping: false }),
    cartOf(2500, { discountMinor: null }),
    { currency: 'EUR', lines: [{ productId: 'MOK-1000', qty: 1 }] },
    cartOf(5200, { freeShippingNow: false }),
    { currency: 'EUR', lines: [{ productId: 'G', lineMinor: -5, qty: 1 }] },
  ]) {
    await bar.waitFor();
    await setCart(page, cart);
    await bar.waitFor({ state: 'detached' });
    await assertShows(page, cartOf(2600));
  }
});

test('the bar tells its state to everybody', async (t) => {
  const { page, context } = await openPage(t);
  await fillCart(context, shop, ['MOK-1000']);
  const amount = shop.catalogue.byId('MOK-1000').price;
  await page.goto(`${shop.origin}/cart`);
  const bar = page.getByRole('progressbar', { name: 'Free shipping progress' });
  await bar.waitFor();
  const attributes = await bar.evaluate((element) =>
    Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value])),
  );
  assert.equal(attributes['aria-valuemin'], '0');
  assert.equal(attributes['aria-valuemax'], String(target));
  assert.equal(attributes['aria-valuenow'], String(amount));
  assert.match(
    attributes['aria-valuetext'].replace(/[\u2066-\u2069]/g, ''),
    /^€36\.50 of €50\.00$/,
  );
  const part = await bar.evaluate(async (element) => {
    const fill = element.querySelector('.fill');
    await Promise.all(fill.getAnimations().map(({ finished }) => finished));
    return fill.offsetWidth / element.clientWidth;
  });
  assert.ok(Math.abs(part - amount / target) < 0.02, `${part} of the bar is filled`);
});

test('the product that is named closes the gap, and adding it reaches the goal', async (t) => {
  const { page, context } = await openPage(t);
  // Amounts from almost nothing to almost there.
  const byPrice = [...products].sort((a, b) => a.price - b.price);
  const carts = [0.05, 0.3, 0.55, 0.8].map((part) => byPrice[Math.floor(part * byPrice.length)]);
  for (const { id, price } of carts.filter(({ price }) => price < target)) {
    await fillCart(context, shop, [id]);
    await page.goto(`${shop.origin}/cart`);
    const named = page.locator('main goes-with-goal .card');
    await named.locator('button').waitFor();
    const gap = target - price;
    const [closer] = await shownIds(page, 'main goes-with-goal');
    const closerPrice = shop.catalogue.byId(closer).price;
    assert.ok(closerPrice >= gap, `${closer} costs ${closerPrice}, the gap is ${gap}`);
    assert.ok(!(await shownIds(page, 'main goes-with')).includes(closer), 'and stands here once');
    await named.locator('button').click();
    await eventually(async () => assert.equal((await lastGoal(page)).reached, true));
    const cart = {
      currency: 'EUR',
      lines: [price, closerPrice].map((lineMinor) => ({ lineMinor })),
    };
    assert.equal(shop.goal(cart).reached, true);
    await eventually(async () => assert.equal(await named.count(), 0));
  }
});

test('a cart of the shop just below, at and above the threshold', async (t) => {
  const { page, context } = await openPage(t);
  for (const [cart, sum] of [sumTo(target - 10), sumTo(target), sumTo(target + 10)]) {
    await fillCart(context, shop, cart);
    await page.goto(`${shop.origin}/cart`);
    await page.locator('goes-with-goal [role=progressbar]').waitFor();
    const state = await lastGoal(page);
    const told = { currency: 'EUR', lines: [{ productId: 'any', lineMinor: sum }] };
    assert.equal(state.gapMinor, shop.goal(told).missingMinor);
    assert.equal(state.reached, sum >= target);
  }
});

const messages = async (page) =>
  (await page.locator('goes-with-goal .message').allTextContents()).map((text) =>
    text.replace(/[\u2066-\u2069]/g, '').trim(),
  );

test('of several rewards those that one has are told, then the nearest one ahead', async (t) => {
  const config = {
    goals: [
      { reward: 'free-shipping', amount: { EUR: '50.00' } },
      { reward: 'discount', percent: 10, amount: { EUR: '120.00' } },
      { reward: 'points', times: 2, amount: { EUR: '80.00' } },
      { reward: 'gift', product: 'CDL-1140', text: 'a candle', items: 9 },
      { reward: 'message', text: 'We plant a tree', amount: { USD: '1.00' } },
    ],
  };
  shop.pages.set('/tiers.json', { body: JSON.stringify(config), type: 'application/json' });
  const { page } = await openPage(t);
  await page.goto(ownPage('/tiers', '/tiers.json'));
  const says = (cart, told) =>
    setCart(page, cart).then(() =>
      eventually(async () => assert.deepEqual(await messages(page), told)),
    );
  await says(cartOf(2000), ['Add €30.00 more for free shipping']);
  await says(cartOf(6000), ['You have free shipping', 'Add €20.00 more for 2 times the points']);
  await says(cartOf(9000), [
    'You have free shipping',
    'You have 2 times the points',
    'Add €30.00 more for 10% off',
  ]);
  // A discount takes two of them away again, and that is said as it is.
  await says(cartOf(9000, { discountMinor: 4500 }), ['Add €5.00 more to get free shipping back']);
  await says(cartOf(9000, { lines: [{ productId: 'MOK-1000', qty: 8, lineMinor: 13_000 }] }), [
    'You have free shipping',
    'You have 10% off',
    'You have 2 times the points',
    'Add 1 item more for a gift: a candle',
  ]);
  await says(cartOf(9000, { lines: [{ productId: 'MOK-1000', qty: 9, lineMinor: 13_000 }] }), [
    'You have free shipping',
    'You have 10% off',
    'You have 2 times the points',
    'You have a gift: a candle',
  ]);
});

/** Two products of the shop with quantities that cost this much, or the next higher amount. */
function sumTo(wanted) {
  for (let sum = wanted; ; sum += 1)
    for (const a of products)
      for (const b of products) {
        const left = sum - 2 * a.price;
        if (a !== b && left > 0 && left % b.price === 0 && left / b.price < 9)
          return [{ [a.id]: 2, [b.id]: left / b.price }, sum];
      }
}
