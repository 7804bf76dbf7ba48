import assert from 'node:assert/strict';
import { behaves } from './adapters/behaviours.mjs';
import { openCart } from './adapters/cast.mjs';
import { prestashop } from './platforms/prestashop.mjs';
import { openStage } from './platforms/stage.mjs';
import { catalogue } from './platforms/store.mjs';
import { eventually, openPage, shownIds, test } from './support/browser.mjs';

behaves(prestashop);

test('PrestaShop: a view asks for one product at a time, for six at most, and each once', async (t) => {
  const stage = await openStage(t, prestashop);
  stage.store.add('MUG-W');
  const { page, heard } = await openPage(t);
  const elements = '<goes-with limit="4"></goes-with><goes-with-goal></goes-with-goal>';
  await page.goto(stage.address({ elements }));
  await page.locator('goes-with .card button').first().waitFor();
  await page.locator('goes-with-goal [role=progressbar]').waitFor();
  const asked = stage.of('details').map(({ body }) => body.id_product);
  assert.ok(asked.length <= 6, `${asked}`);
  assert.deepEqual(asked, [...new Set(asked)]);
  const ids = await shownIds(page, 'body');
  assert.ok(ids.length > 1 && !ids.includes('GONE') && !ids.includes('MUG-W'), `${ids}`);
  const euros = new Intl.NumberFormat('en', { style: 'currency', currency: 'EUR' });
  for (const card of await page.locator('goes-with .card').all()) {
    const id = await card.getAttribute('data-id');
    const { price } = catalogue.find((product) => product.id === id);
    const shown = await card.locator('.price').textContent();
    assert.ok(shown.includes(euros.format(price.EUR / 100)), `${id}: ${shown}`);
  }
  assert.deepEqual(heard.errors, []);
});

test('PrestaShop: where prices are shown without tax, lines and their tax are told apart', async (t) => {
  const { agrees, told, theme } = await openCart(t, prestashop, {
    before(store, fake) {
      fake.gross = false;
      store.add('MOKA-3', 2);
    },
  });
  await theme('add', 'FILTER-9');
  await agrees();
  await eventually(async () => {
    const { taxIncluded, lines } = (await told()).carts.at(-1);
    assert.equal(taxIncluded, false);
    assert.deepEqual(
      lines.map(({ taxMinor }) => taxMinor),
      [2 * (2989 - 2450), 531 - 435],
    );
  });
});
