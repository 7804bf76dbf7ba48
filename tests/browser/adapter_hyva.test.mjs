import assert from 'node:assert/strict';
import { behaves } from './adapters/behaviours.mjs';
import { openCart } from './adapters/cast.mjs';
import { isTriedHere } from './adapters/engines.mjs';
import { hyva } from './platforms/magento.mjs';
import { test } from './support/browser.mjs';

behaves(hyva);

if (isTriedHere('many'))
  test('Magento Hyvä: a cart that the theme has just read is not read again', async (t) => {
    const { agrees, theme, readings, events } = await openCart(t, hyva, {
      before: (store) => store.add('MUG-W'),
    });
    for (const how of ['usual', 'many']) {
      await events(how);
      assert.equal(await readings(() => theme('add', 'FILTER-9')), 0, how);
      await agrees();
    }
  });

test('Magento Hyvä: a page begins with the cart that the page before it kept', async (t) => {
  const { agrees, theme, page, address, of } = await openCart(t, hyva);
  await theme('add', 'MOKA-3', 2);
  await agrees();
  const before = of('read').length;
  await page.goto(address());
  await agrees();
  assert.equal(of('read').length, before, 'nobody asked for it');
});
