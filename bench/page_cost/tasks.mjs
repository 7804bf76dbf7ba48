// Tasks above 50 ms with the CPU slowed, on pages with the widget and without it.

import { visit } from './browser.mjs';
import { limit } from './shop.mjs';

const slowed = 4;
/** Long enough for everything that a page does by itself to be over. */
const calmMs = 1500;
const watch = { host: 'main goes-with', price: '[part~=price]', count: limit };

/** Where it is looked, and what the shopper presses with the widget and without it. */
export const places = {
  'product page': {
    path: () => '/product/MOK-1000',
    press: '.buy .button',
  },
  'cart page': {
    path: () => '/cart',
    cart: ['MOK-1000'],
    press: '.stepper button:last-child',
  },
};

/** Long tasks until now, and the longest script of ours in a long frame; forgets them. */
const take = (page) =>
  page.evaluate(() => {
    const { tasks, scripts } = window.bench;
    const ours = scripts.filter(({ sourceURL }) =>
      new URL(sourceURL, location).pathname.startsWith('/dist/'),
    );
    const told = {
      count: tasks.length,
      sum: tasks.reduce((all, { duration }) => all + duration, 0),
      ours: Math.max(0, ...ours.map(({ duration }) => duration)),
      // A long task that ours had a part in, whoever had the rest.
      longest: Math.max(
        0,
        ...tasks
          .filter((task) =>
            ours.some(
              ({ startTime, duration }) =>
                startTime < task.startTime + task.duration && task.startTime < startTime + duration,
            ),
          )
          .map(({ duration }) => duration),
      ),
    };
    tasks.length = 0;
    scripts.length = 0;
    return told;
  });

/** Where a button is; its shadow tree, if it stands in one. */
const centre = (page, host, button) =>
  page.evaluate(
    ([host, button]) => {
      const found = (host ? document.querySelector(host).shadowRoot : document).querySelector(
        button,
      );
      found.scrollIntoView({ block: 'center', behavior: 'instant' });
      const { x, y, width, height } = found.getBoundingClientRect();
      return [x + width / 2, y + height / 2];
    },
    [host, button],
  );

const settled = (page) => page.waitForTimeout(calmMs);

async function once(browser, shop, place, withWidget) {
  const { path, cart = [], press } = place;
  const fill = async ({ request }) => {
    for (const id of cart)
      await request.post(`${shop.origin}/cart/add.js`, {
        data: { id: shop.catalogue.byId(id).variantId, quantity: 1 },
      });
  };
  const url = `${shop.origin}/${withWidget ? 'as-it-is' : 'without'}${path()}`;
  return visit(browser, url, { slowed, fill, watch }, async (page) => {
    await page.waitForLoadState('load');
    await page.evaluate(() => document.querySelector('main goes-with').scrollIntoView());
    if (withWidget) await page.evaluate(() => window.bench.drawn);
    await settled(page);
    const appear = await take(page);
    const count = () => page.locator('[data-cart-count]').textContent();
    const before = await count();
    const at = withWidget
      ? await centre(page, 'main goes-with', '[part~=card] button')
      : await centre(page, '', press);
    await settled(page);
    await take(page);
    await page.mouse.click(...at);
    await page.waitForFunction(
      (before) => document.querySelector('[data-cart-count]').textContent !== before,
      before,
    );
    await settled(page);
    return { 'offers appear': appear, 'a product is added': await take(page) };
  });
}

/** `rounds` of each place with and without the widget, in turn: rows of what was told. */
export async function watchTasks(browser, shop, rounds) {
  const rows = new Map();
  for (let round = 0; round < rounds; round++)
    for (const [name, place] of Object.entries(places))
      for (const withWidget of round % 2 ? [true, false] : [false, true]) {
        const run = await once(browser, shop, place, withWidget);
        for (const [step, told] of Object.entries(run)) {
          const key = `${name}, ${step}`;
          if (!rows.has(key)) rows.set(key, { with: [], without: [] });
          rows.get(key)[withWidget ? 'with' : 'without'].push(told);
        }
      }
  return rows;
}
