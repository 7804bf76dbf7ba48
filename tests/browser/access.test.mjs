import assert from 'node:assert/strict';
import { findings } from './support/axe.mjs';
import {
  capture,
  eventually,
  fillCart,
  offersOf,
  openPage,
  test,
  toldBy,
} from './support/browser.mjs';
import { startShop } from './support/shop.mjs';

const shop = await startShop();
for (const colorScheme of ['light', 'dark'])
  for (const width of [390, 1280])
    test(`axe finds nothing wrong with product, cart and drawer, ${colorScheme}, ${width} px`, async (t) => {
      const options = { width, height: 844, colorScheme, reducedMotion: 'reduce' };
      const { page, context } = await openPage(t, options);
      await page.goto(`${shop.origin}/product/MOK-1000`);
      await offersOf(page);
      assert.deepEqual(await findings(page), [], 'product');
      await page.locator('.buy .button').click();
      await page.locator('#drawer goes-with-goal [role=progressbar]').waitFor();
      await offersOf(page, '#drawer goes-with');
      assert.deepEqual(await findings(page), [], 'drawer');
      await fillCart(context, shop, ['MOK-1000', shop.catalogue.products[70].id]);
      await page.goto(`${shop.origin}/cart`);
      await offersOf(page);
      await page.locator('goes-with-goal [role=progressbar]').waitFor();
      assert.deepEqual(await findings(page), [], 'cart');
      await capture(page, `cart-${colorScheme}-${width}`);
    });

/** The name of what has the focus, through shadow roots. */
const focused = (page) =>
  page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return element?.getAttribute('aria-label') ?? element?.textContent.trim() ?? '';
  });

const isBody = (page) => page.evaluate(() => document.activeElement === document.body);

test('adding by keyboard keeps the focus in the row, and is announced', async (t) => {
  const { page, context } = await openPage(t);
  await fillCart(context, shop, ['MOK-1000']);
  await page.goto(`${shop.origin}/cart`);
  const [first] = await offersOf(page);
  const title = shop.catalogue.byId(first).title;
  const button = page.locator('main goes-with .card button').first();
  await button.focus();
  assert.equal((await focused(page)).replace(/[\u2066-\u2069]/g, ''), `Add to cart: ${title}`);
  await page.keyboard.press('Enter');
  const status = page.locator('main goes-with [role=status]');
  await eventually(async () =>
    assert.equal((await status.textContent()).trim(), `Added to cart: \u2068${title}\u2069`),
  );
  await eventually(async () => assert.notEqual((await offersOf(page))[0], first));
  assert.ok(!(await isBody(page)), 'the focus is not lost');
  assert.match(await focused(page), /^Add to cart: /);
  assert.ok((await toldBy(page)).events.some(({ name }) => name === 'add'));
});

test('nothing is announced at load, and what the shopper changed once, when it came to rest', async (t) => {
  const { page, context } = await openPage(t);
  await fillCart(context, shop, ['MOK-1000']);
  await page.goto(`${shop.origin}/cart`);
  const [first] = await offersOf(page);
  await page.locator('main goes-with-goal [role=progressbar]').waitFor();
  // Longer than an announcement waits.
  await page.waitForTimeout(1500);
  const regions = page.locator('main [role=status]');
  assert.equal(await regions.count(), 2);
  assert.deepEqual(await regions.allTextContents(), ['', '']);

  await page.evaluate(() => {
    window.spoken = [];
    for (const host of document.querySelectorAll('main goes-with, main goes-with-goal')) {
      const region = host.shadowRoot.querySelector('[role=status]');
      const write = () => {
        const { textContent: text } = region;
        if (text) window.spoken.push({ tag: host.localName, text, after: performance.now() });
      };
      const all = { childList: true, characterData: true, subtree: true };
      new MutationObserver(write).observe(region, all);
    }
    document.addEventListener('goeswith:add', () => {
      window.pressed = performance.now();
    });
  });
  const row = page.locator('main goes-with');
  await row.locator('.card button').first().focus();
  await page.keyboard.press('Enter');
  await eventually(async () => assert.equal(await page.evaluate(() => window.spoken.length), 2));
  await page.waitForTimeout(1500);
  const told = await page.evaluate(() => window.spoken);
  const since = await page.evaluate(() => window.pressed);
  assert.deepEqual(told.map(({ tag }) => tag).sort(), ['goes-with', 'goes-with-goal']);
  const { title } = shop.catalogue.byId(first);
  assert.equal(
    told.find(({ tag }) => tag === 'goes-with').text,
    `Added to cart: \u2068${title}\u2069`,
  );
  for (const { after } of told) assert.ok(after - since >= 800, `${after - since} ms`);
});

test('adding what closes the gap keeps the focus, and the reward is announced', async (t) => {
  const { page, context } = await openPage(t);
  await fillCart(context, shop, ['MOK-1000']);
  await page.goto(`${shop.origin}/cart`);
  const goal = page.locator('main goes-with-goal');
  await goal.locator('.card button').focus();
  await page.keyboard.press('Space');
  const status = goal.locator('[role=status]');
  await eventually(async () =>
    assert.equal((await status.textContent()).trim(), 'You have free shipping'),
  );
  assert.equal(await goal.locator('.card').count(), 0);
  assert.ok(!(await isBody(page)));
  assert.equal(await focused(page), 'Free shipping progress');
});

test('every product can be reached and followed by keyboard alone', async (t) => {
  const { page } = await openPage(t);
  await page.goto(`${shop.origin}/product/MOK-1000`);
  const ids = await offersOf(page);
  await page.locator('main goes-with a').first().focus();
  const met = [];
  for (let i = 0; i < 2 * ids.length; i++) {
    met.push(await focused(page));
    await page.keyboard.press('Tab');
  }
  for (const id of ids) {
    const { title } = shop.catalogue.byId(id);
    assert.equal(
      met.filter((name) => name.includes(title)).length,
      2,
      `link and button of ${title}`,
    );
  }
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  await page.waitForURL(shop.origin + shop.catalogue.byId(ids.at(-1)).url);
});

/** Where something stands out of the page sideways, or of its own card. */
const overflow = (page) =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const out = scrollWidth > clientWidth ? [`page ${scrollWidth} > ${clientWidth}`] : [];
    for (const host of document.querySelectorAll('goes-with, goes-with-goal'))
      for (const part of host.shadowRoot?.querySelectorAll('.card, .card *, .message, .title') ??
        []) {
        const { left, right, width } = part.getBoundingClientRect();
        if (width > 0 && !part.closest('.unseen') && (left < -1 || right > clientWidth + 1))
          out.push(`${host.localName} ${part.className || part.localName} ${left}..${right}`);
      }
    return out;
  });

for (const [name, options, direction, size] of [
  ['320 px wide', { width: 320 }],
  ['320 px wide, from right to left', { width: 320 }, 'rtl'],
  ['from right to left', { width: 1280 }, 'rtl'],
  ['with forced colours', { width: 390, forcedColors: 'active' }],
  ['with reduced motion', { width: 390, reducedMotion: 'reduce' }],
  ['with letters twice as large', { width: 1280 }, 'ltr', '200%'],
])
  test(`nothing runs out of the page ${name}`, async (t) => {
    const { page, context } = await openPage(t, { height: 844, ...options });
    // Before the first paint, as a page in another language would have it.
    await page.addInitScript(
      ([dir, size]) => {
        document.addEventListener('DOMContentLoaded', () => {
          if (dir) document.documentElement.dir = dir;
          if (size) document.documentElement.style.fontSize = size;
        });
      },
      [direction, size],
    );
    await fillCart(context, shop, ['MOK-1000']);
    for (const path of ['/product/MOK-1018', '/cart']) {
      await page.goto(shop.origin + path);
      assert.equal((await offersOf(page)).length, 4);
      if (path === '/cart') await page.locator('goes-with-goal [role=progressbar]').waitFor();
      assert.deepEqual(await overflow(page), [], path);
      await capture(page, `${path.slice(1, 5)}-${name.replaceAll(/[ ,]+/g, '-')}`);
    }
    // Logical directions: the bar fills from where reading begins.
    const { fill, track } = await page.locator('goes-with-goal .track').evaluate((element) => {
      const place = (part) => part.getBoundingClientRect().toJSON();
      return { fill: place(element.querySelector('.fill')), track: place(element) };
    });
    const near = direction === 'rtl' ? track.right - fill.right : fill.left - track.left;
    assert.ok(near < 4, `the fill begins ${near} px after the bar`);
    const duration = await page
      .locator('goes-with-goal .fill')
      .evaluate((element) => getComputedStyle(element).transitionDuration);
    if (options.reducedMotion) assert.equal(duration, '0s', 'nothing glides');
  });
