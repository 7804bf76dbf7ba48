// The studio's page at its step "Take it home".

import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { openShop } from './see_page.mjs';

/** Opens the step with a shop, once its folder is put together. */
export async function openHome(t, files, options) {
  const opened = await openShop(t, files, options);
  const { page, heard } = opened;
  const before = heard.sent.length;
  await page.evaluate(() => globalThis.store.go('home'));
  const there = options?.instead ? '.problem' : '.steps gs-copy';
  await page.locator(`gs-home ${there}`).first().waitFor();
  return { ...opened, before };
}

/** What is saved when something is pressed: its name and its bytes. */
export async function saved(page, button) {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button }).click(),
  ]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

/** The zip's files by path. */
export async function takenHome(page) {
  const { bytes } = await saved(page, 'Save the folder');
  return new Map(Object.entries(unzipSync(bytes)).map(([path, of]) => [path, Buffer.from(of)]));
}

/** Of the folder that is hosted, by name. */
export const hosted = (zip) =>
  new Map(
    [...zip]
      .filter(([path]) => path.startsWith('goeswith/'))
      .map(([path, bytes]) => [path.slice('goeswith/'.length), bytes]),
  );

/** Lines to copy within a part of the step, in order. */
export const linesIn = (page, part) =>
  page
    .locator(`#home-${part} gs-copy`)
    .evaluateAll((all) => all.map(({ name, where, code }) => ({ name, where, code })));
