import assert from 'node:assert/strict';
import { VARIANTS } from '../../demo/shop/variants.mjs';
import { findings } from './support/axe.mjs';
import {
  assertQuiet,
  capture,
  engineName,
  eventually,
  openPage,
  test,
} from './support/browser.mjs';
import { startShop } from './support/shop.mjs';

const shop = await startShop();
const tags = ['goes-with', 'goes-with-list', 'goes-with-bundle', 'goes-with-goal'];

/** Opens a variant and waits until every element on it shows something. */
async function openVariant(page, name) {
  await page.goto(`${shop.origin}/variants/${name}`);
  if (await page.locator('[data-open]').count()) await page.locator('[data-open]').click();
  for (const element of await page.locator(tags.join()).all()) {
    await element.evaluate((host) => host.scrollIntoView({ block: 'center' }));
    await element.locator('[data-id], [role=progressbar]').first().waitFor();
  }
}

/** Where something stands out of the page sideways. */
const overflow = (page) =>
  page.evaluate((tags) => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const out = scrollWidth > clientWidth ? [`page ${scrollWidth} > ${clientWidth}`] : [];
    for (const host of document.querySelectorAll(tags))
      for (const part of host.shadowRoot.querySelectorAll(
        '.title, .name, .price, .message, button',
      )) {
        const { left, right, width, height } = part.getBoundingClientRect();
        // What a list scrolls, or hides until its button is pressed, may stand outside.
        const scrolls = part.closest('.list') && /row|carousel/.test(host.layout);
        const line = Number.parseFloat(getComputedStyle(part).lineHeight);
        if (part.matches('.price') && height > 1.5 * line) out.push(`a price in two: ${height} px`);
        if (width > 1 && !scrolls && (left < -1 || right > clientWidth + 1))
          out.push(`${host.localName} ${part.className || part.localName} ${left}..${right}`);
      }
    return out;
  }, tags.join());

const calm = { reducedMotion: 'reduce' };
const phone = { width: 390, height: 844, ...calm };

for (const name of VARIANTS)
  test(`/variants/${name} shows what it says, and stays as wide as a phone`, async (t) => {
    const { page, heard } = await openPage(t, phone);
    await openVariant(page, name);
    assert.equal(await page.locator('input:checked').count(), 0, 'nothing is ticked before');
    const spoken = await page.locator('[role=status]').allTextContents();
    assert.deepEqual([...new Set(spoken)], [''], 'nothing is announced at load');
    assert.deepEqual(await overflow(page), [], 'on a phone');
    // Markup is the same in every engine: axe reads it in one.
    const reads = async (where) =>
      engineName === 'chromium' && assert.deepEqual(await findings(page), [], where);
    await reads('on a phone');
    await capture(page, `variant-${name}-390`);

    await page.setViewportSize({ width: 1280, height: 900 });
    await capture(page, `variant-${name}-1280`);

    await page.setViewportSize({ width: 320, height: 700 });
    const turned = await page.evaluate(() => {
      const { dir } = document.documentElement;
      document.documentElement.dir = dir === 'rtl' ? 'ltr' : 'rtl';
      return document.documentElement.dir;
    });
    await reads(`320 px wide, ${turned}`);
    assert.deepEqual(await overflow(page), [], `320 px wide, ${turned}`);
    await page.evaluate(() => {
      document.documentElement.style.fontSize = '200%';
    });
    assert.deepEqual(await overflow(page), [], '320 px wide, letters twice as large');
    await capture(page, `variant-${name}-large`);
    assertQuiet(heard);
  });

if (engineName === 'chromium')
  for (const name of VARIANTS)
    test(`/variants/${name} is for who likes the dark and who forces colours, says axe`, async (t) => {
      const dark = await openPage(t, { ...calm, colorScheme: 'dark' });
      await openVariant(dark.page, name);
      assert.deepEqual(await findings(dark.page), [], 'on a desk, in the dark');
      await capture(dark.page, `variant-${name}-dark`);

      const forced = await openPage(t, {
        width: 320,
        height: 700,
        ...calm,
        forcedColors: 'active',
      });
      await openVariant(forced.page, name);
      // Those colours are the shopper's own, and axe reads what the page had in mind.
      const found = (await findings(forced.page)).filter((text) => !/^color-contrast/.test(text));
      assert.deepEqual(found, [], 'with forced colours');
    });

test('every page of the folder says in a line what it shows, and has its own markup to copy', async () => {
  for (const name of VARIANTS) {
    const text = await (await fetch(`${shop.origin}/variants/${name}`)).text();
    assert.match(text, /<h1>[^<%]+<\/h1>\s*<p[^>]*>[^<%]+<\/p>/, name);
    const [, code] = /<pre dir="ltr" tabindex="0"><code>([\s\S]*?)<\/code>/.exec(text) ?? [];
    assert.match(code ?? '', /&lt;goes-with/, name);
    const markup = code.replace(/&(lt|gt|quot|#39|amp);/g, (_, sign) => {
      return { lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' }[sign];
    });
    assert.ok(text.includes(markup), `${name}: what is copied is what is shown`);
  }
  const index = await (await fetch(`${shop.origin}/variants/`)).text();
  for (const name of VARIANTS) assert.ok(index.includes(`href="/variants/${name}"`), name);
  for (const name of ['none', '..%2Froutes.mjs', 'own-card.html', 'x.css'])
    assert.equal((await fetch(`${shop.origin}/variants/${name}`)).status, 404, name);
});

test('slides move by their buttons, which keep the focus; what is out of sight is inert', async (t) => {
  for (const [name, options] of [
    ['carousel', { width: 390, height: 844 }],
    ['right-to-left', { width: 1280, height: 900 }],
  ]) {
    const { page } = await openPage(t, { ...options, reducedMotion: 'reduce' });
    await openVariant(page, name);
    const row = page.locator('goes-with');
    const section = row.locator('section');
    assert.ok(await section.getAttribute('aria-roledescription'));
    const slides = row.locator('.list > [role=group]');
    const inSight = () => slides.evaluateAll((all) => all.map(({ inert }) => !inert));
    const [previous, next] = [row.locator('.step').first(), row.locator('.step').last()];
    await eventually(async () => assert.ok((await inSight()).includes(false)));
    const before = await inSight();
    assert.equal(before[0], true);
    assert.equal(await previous.getAttribute('aria-disabled'), 'true');
    await next.focus();
    await page.keyboard.press('Enter');
    await eventually(async () => assert.equal((await inSight())[0], false));
    assert.ok(
      await next.evaluate((button) => button.matches(':focus')),
      'the button has the focus',
    );
    for (let pages = 0; pages < 12; pages++) {
      if ((await next.getAttribute('aria-disabled')) === 'true') break;
      const seen = String(await inSight());
      await page.keyboard.press('Enter');
      await eventually(async () => assert.notEqual(String(await inSight()), seen));
    }
    assert.equal((await inSight()).at(-1), true, 'the last one is reached');
    assert.ok(await next.evaluate((button) => button.matches(':focus')));
    // Tab goes through what is in sight, and on.
    await page.keyboard.press('Tab');
    // What scrolls can be stopped at in Firefox, to be scrolled by arrow keys.
    const stops = ({ shadowRoot }) => shadowRoot.activeElement.matches('.list');
    if (await row.evaluate(stops)) await page.keyboard.press('Tab');
    const active = await row.evaluate(({ shadowRoot }) => {
      const slide = shadowRoot.activeElement.closest('[role=group]');
      return [...slide.parentElement.children].indexOf(slide);
    });
    assert.equal(active, (await inSight()).indexOf(true));
    const label = await slides.first().getAttribute('aria-label');
    assert.match(label.replace(/[\u2066-\u2069]/g, ''), /1|١/);
  }
});

test("a card of the shop's own is filled, added, and styled by the page", async (t) => {
  const { page } = await openPage(t);
  await openVariant(page, 'own-card');
  const cards = page.locator('goes-with > [slot]');
  assert.equal(await cards.count(), 4);
  const expected = shop.recommend(['MOK-1000'], 4).map(({ id }) => shop.catalogue.byId(id));
  assert.deepEqual(
    await cards.locator('[data-goes-with~=title]').allTextContents(),
    expected.map(({ title }) => title),
  );
  const first = cards.first();
  assert.equal(await first.locator('a').getAttribute('href'), shop.origin + expected[0].url);
  const background = await first
    .locator('.tile')
    .evaluate((tile) => getComputedStyle(tile).backgroundColor);
  assert.equal(background, 'rgb(246, 248, 250)');
  const button = first.locator('button');
  assert.equal(await button.getAttribute('aria-label'), `Add: ${expected[0].title}`);
  await button.focus();
  await page.keyboard.press('Enter');
  await eventually(async () =>
    assert.notEqual(await first.locator('a').textContent(), expected[0].title),
  );
  assert.ok(await button.evaluate((element) => element.matches(':focus')), 'the focus stays');
  await eventually(async () =>
    assert.match(await page.locator('goes-with [role=status]').textContent(), /^Added to cart: /),
  );
});

test('what runs in a template of a card does not run in its clones', async (t) => {
  shop.pages.set('/hostile-card', {
    body: `<!doctype html><html lang="en"><meta charset="utf-8"><title>Card</title>
      <link rel="icon" href="/static/icon.svg">
      <script type="module" src="/dist/goeswith.js" data-model="/shop.gw"></script>
      <script type="module" src="/static/variant.js"></script>
      <body data-cart="MOK-1000" data-currency="EUR"><goes-with><template>
      <script>window.hacked = 1</script><div id="one" onclick="window.hacked = 2">
      <iframe srcdoc="<script>parent.hacked = 3</script>"></iframe>
      <a href="javascript:window.hacked = 4">x</a><img src="x:" onerror="window.hacked = 5" alt="">
      <b data-goes-with="link image add">b</b><i data-goes-with="title"></i>
      <span data-goes-with="constructor __proto__ price"></span></div></template></goes-with>`,
  });
  const { page, heard } = await openPage(t);
  // Without a content policy, which would forbid all of it anyway.
  await page.goto(`${shop.origin}/hostile-card`);
  const cards = page.locator('goes-with > [slot]');
  await cards.first().locator('i').waitFor();
  await cards.first().locator('div').click();
  const found = await cards.evaluateAll((all) =>
    all.map((card) => ({
      hacked: window.hacked,
      left: card.querySelectorAll('script, iframe, [onclick], [onerror], [id], b[href], b[src]')
        .length,
      links: [...card.querySelectorAll('a')].map((a) => a.getAttribute('href')),
      price: card.querySelector('span').textContent,
    })),
  );
  for (const { hacked, left, links, price } of found) {
    assert.equal(hacked, undefined);
    assert.equal(left, 0);
    assert.deepEqual(links, [null]);
    assert.match(price, /€/);
  }
  assert.deepEqual(heard.errors, []);
});
