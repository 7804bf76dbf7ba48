import assert from 'node:assert/strict';
import { behaves } from './adapters/behaviours.mjs';
import { ga4 } from './platforms/ga4.mjs';
import { openStage } from './platforms/stage.mjs';
import { eventually, openPage, shownIds, test, toldBy } from './support/browser.mjs';

behaves(ga4);

test('A data layer: a page that prices nothing shows nothing, and says so once', async (t) => {
  const stage = await openStage(t, ga4);
  stage.store.add('MUG-W');
  stage.fake.speaks = false;
  const { page, heard } = await openPage(t);
  const elements = '<goes-with limit="4"></goes-with><goes-with-goal></goes-with-goal>';
  await page.goto(stage.address({ elements }));
  const said = async () =>
    (await toldBy(page)).events.filter(
      ({ tag, detail }) => tag === 'goes-with' && detail.code === 'prices-unknown',
    );
  await eventually(async () => assert.equal((await said()).length, 1));
  // What is in the cart is known all the same.
  await page.locator('goes-with-goal [role=progressbar]').waitFor();
  await page.evaluate(() => theme.add('TRAY'));
  await page.waitForTimeout(1000);
  assert.equal((await said()).length, 1);
  assert.deepEqual(await shownIds(page, 'body'), []);
  assert.deepEqual(heard.errors, []);
});
