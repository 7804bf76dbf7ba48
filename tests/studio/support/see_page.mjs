// The studio's page at its step "See", with a shop of the test's choice.

import { patienceMs } from '../../browser/support/browser.mjs';
import { give, openStudio, sample } from './studio_server.mjs';

export { sample, top } from './studio_server.mjs';

/**
 * Opens the studio and gives it orders.
 *
 * `files`  paths, or what Playwright takes for files; a name with "catalogue" is one
 * `until`  what to wait for; the grade unless given
 * `state`  what else the store holds before
 */
export async function openShop(
  t,
  files = sample,
  { until = '.grade', config = {}, state = {}, ...options } = {},
) {
  const opened = await openStudio(t, options);
  const { page } = opened;
  await give(page, files);
  await page.evaluate(
    (asked) => {
      const taken = globalThis.given.map((file) => ({
        file,
        kind: file.name.includes('catalogue') ? 'catalogue' : 'orders',
      }));
      const { store } = globalThis;
      store.set(asked);
      // What was on the page in the moment before the grade was.
      store.addEventListener('change', () => {
        if (!store.state.report || globalThis.beforeGrade) return;
        const there = (selector) => document.querySelector(selector) !== null;
        globalThis.beforeGrade = {
          grade: there('gs-see .grade'),
          waiting: document.querySelector('#see-grade')?.textContent ?? '',
          months: there('#see-read .chart-table'),
          pairs: there('.pairs tbody tr'),
          map: there('.map-list tbody tr'),
          product: there('.product .offers li'),
          never: there('.never tbody tr'),
        };
      });
      store.open(taken);
    },
    { config, ...state },
  );
  await page
    .locator(`gs-see ${until}`)
    .first()
    .waitFor({ timeout: 2 * patienceMs });
  return opened;
}

/** What each cell of a table's rows says, the spaces as one sees them. */
export const cellsOf = (page, table) =>
  page
    .locator(`${table} tbody tr`)
    .evaluateAll((rows) =>
      rows.map((row) => [...row.cells].map((cell) => cell.textContent.replace(/\s+/g, ' ').trim())),
    );
