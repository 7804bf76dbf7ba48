import assert from 'node:assert/strict';
import { behaves } from './adapters/behaviours.mjs';
import { openCart } from './adapters/cast.mjs';
import { luma } from './platforms/magento.mjs';
import { test } from './support/browser.mjs';

behaves(luma);

test('Magento Luma: prices without tax are told as the shop shows them, by their one rate', async (t) => {
  const { agrees, theme, told } = await openCart(t, luma, {
    before(store, fake) {
      fake.tax = 22;
      store.add('MOKA-3', 2);
    },
  });
  await agrees();
  await theme('add', 'FILTER-9', 3);
  await agrees();
  await theme('change', 'MOKA-3', 1);
  await agrees();
  assert.deepEqual((await told()).failures, []);
});
