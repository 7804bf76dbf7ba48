// The first-time path: from nothing to the lines that a shop pastes.

import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { assertQuiet, eventually, patienceMs, test } from '../browser/support/browser.mjs';
import { linesIn, takenHome } from './support/home_page.mjs';
import { openStudio, top, words } from './support/studio_server.mjs';

const most = 8;
const decides = existsSync(join(top, 'demo', 'studio', 'views', 'decide', 'goals.ts'));

/** What is clicked, one after the other; before each it is waited for as long as a shopkeeper would. */
const path = [
  ['Your orders', 'Try a sample shop'],
  ['What goes with what', 'Decide what to reward'],
  ...(decides
    ? [
        ['Decide', /^Use it.* for free shipping/],
        ['Decide', 'Try it'],
        ['Try', 'Take it home'],
      ]
    : [['Decide', 'Take it home']]),
  ['Take it home', 'Copy: The tag'],
];

test('from the sample shop over a goal to the lines to paste it takes at most 8 clicks', async (t) => {
  const { page, context, heard } = await openStudio(t);
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  let clicks = 0;
  await page.exposeFunction('clicked', () => {
    clicks += 1;
  });
  // Counted in the page, so that no click of the test is forgotten.
  await page.evaluate(() => addEventListener('click', () => globalThis.clicked(), true));
  for (const [step, name] of path) {
    await page.getByRole('heading', { level: 1, name: step, exact: true }).waitFor();
    const button = page
      .getByRole('main')
      .getByRole('button', { name, exact: typeof name === 'string' })
      .or(page.getByRole('navigation').getByRole('button', { name }))
      .first();
    await button.click({ timeout: patienceMs });
  }
  const [tag] = await linesIn(page, 'paste');
  await eventually(async () =>
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), tag.code),
  );
  assert.ok(clicks > 0 && clicks <= most, `${clicks} clicks`);
  t.diagnostic(`${clicks} clicks`);
  if (decides) {
    const settings = (await takenHome(page)).get('goeswith/shop.json').toString();
    const [goal] = JSON.parse(settings).goals;
    assert.equal(goal.reward, 'free-shipping');
    const lines = (await linesIn(page, 'paste')).map(({ code }) => code).join('\n');
    assert.ok(lines.includes('<goes-with-goal></goes-with-goal>'));
  }
  assertQuiet(heard);
});

test('the same path by keyboard alone', async (t) => {
  const { page } = await openStudio(t);
  /** Tabs on to a button and presses it. */
  const press = async (name) => {
    const fits = (text) => (typeof name === 'string' ? text === name : name.test(text));
    for (let tabs = 0; tabs < 400; tabs += 1) {
      await page.keyboard.press('Tab');
      const at = page.locator(':focus');
      if ((await at.count()) === 0) continue;
      const [text, disabled] = await at.evaluate((element) => [
        (element.ariaLabel ?? element.textContent).replace(/\s+/g, ' ').trim(),
        element.localName !== 'button' || element.disabled,
      ]);
      if (!disabled && fits(text)) return page.keyboard.press('Enter');
    }
    throw new Error(`${name} was not reached`);
  };
  for (const [step, name] of path) {
    const heading = page.getByRole('heading', { level: 1, name: step, exact: true });
    await heading.waitFor({ timeout: patienceMs });
    if (step === 'Take it home') await page.locator('#home-paste gs-copy').first().waitFor();
    await press(name);
  }
  const said = page.locator('#home-paste gs-copy').first().getByRole('status');
  await eventually(async () => assert.match(await words(said), /Copied|Selected/));
});

test('every picture that the gallery shows is there, and together they are small', () => {
  const folder = join(top, 'demo', 'studio', 'pictures');
  const gallery = readFileSync(join(folder, 'README.md'), 'utf8');
  const pictures = [...gallery.matchAll(/\]\(([\w-]+\.webp)\)/g)].map(([, file]) => file);
  assert.ok(pictures.length >= 30, `${pictures.length} pictures`);
  const bytes = pictures.reduce((sum, file) => sum + readFileSync(join(folder, file)).length, 0);
  assert.ok(bytes < 1_500_000, `${bytes} bytes`);
});
