#!/usr/bin/env node
// Draws demo/screenshot.png, the picture in README.md: the product page on a desk, and beside it
// the cart on a phone. Needs what ./demo/run builds.
//
//   node tests/browser/screenshot.mjs

import { statSync } from 'node:fs';
import { join } from 'node:path';
import { top } from '../commands/goeswith.mjs';
import { fillCart, offersOf, openPage, test } from './support/browser.mjs';
import { startShop } from './support/shop.mjs';

const product = 'MOK-1000';
const path = join(top, 'demo/screenshot.png');
const shop = await startShop();

test('demo/screenshot.png is drawn', async (t) => {
  const calm = { reducedMotion: 'reduce' };
  const desk = await openPage(t, { ...calm, width: 1280, height: 1224 });
  await desk.page.goto(`${shop.origin}/product/${product}`);
  await offersOf(desk.page);
  // From the product's name down to the last price of the row.
  await desk.page.evaluate(() => {
    const row = document.querySelector('main goes-with').getBoundingClientRect();
    scrollTo(0, scrollY + row.bottom - innerHeight + 16);
  });
  await drawn(desk.page);
  const deskPicture = await desk.page.screenshot();

  const phone = await openPage(t, { ...calm, width: 390, height: 844 });
  await fillCart(phone.context, shop, [product]);
  await phone.page.goto(`${shop.origin}/product/${product}`);
  await phone.page.locator('[data-cart-link]').click();
  await phone.page.locator('#drawer goes-with-goal .card button').waitFor();
  await offersOf(phone.page, '#drawer goes-with');
  await phone.page.locator('.drawer-body').evaluate((body) => body.scrollTo(0, 0));
  await drawn(phone.page);
  const phonePicture = await phone.page.screenshot();

  const both = await openPage(t, { width: 1280, height: 845 });
  const source = (picture) => `data:image/png;base64,${picture.toString('base64')}`;
  await both.page.setContent(`<!doctype html><style>
    body { margin: 0; height: 845px; position: relative; overflow: hidden; background: #e8e2d8 }
    img { position: absolute; box-shadow: 0 1px 2px #0003, 0 12px 32px #0003 }
    .desk { left: 40px; top: 40px; width: 800px; border-radius: 10px }
    .phone { right: 40px; top: 40px; width: 353px; border-radius: 22px }
    </style><img class="desk" src="${source(deskPicture)}"><img class="phone" src="${source(phonePicture)}">`);
  await drawn(both.page);
  await both.page.screenshot({ path });
  console.log(`${path}: ${statSync(path).size} bytes`);
});

/** Waits until every picture is there. */
const drawn = (page) =>
  page.evaluate(async () => {
    const roots = [document, ...[...document.querySelectorAll('*')].map((e) => e.shadowRoot ?? [])];
    const images = roots.flat().flatMap((root) => [...root.querySelectorAll('img')]);
    const inView = images.filter((image) => image.getBoundingClientRect().top < innerHeight);
    await Promise.all(inView.map((image) => image.decode().catch(() => {})));
  });
