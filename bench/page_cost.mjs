// What a shopper's page pays for offers: time from script start to offers drawn, beside another
// library's; Lighthouse's score; long tasks; bytes.
//
//   node bench/page_cost.mjs [ROUNDS]
//
// ROUNDS is for trying it out: a run of fewer than usual is printed and not kept.

import { keep, skip } from './lib/result.mjs';
import { executablePath, launch } from './page_cost/browser.mjs';
import { countBytes } from './page_cost/bytes.mjs';
import { score } from './page_cost/lighthouse.mjs';
import { timeOffers } from './page_cost/offers.mjs';
import { packages } from './page_cost/packages.mjs';
import { startShop } from './page_cost/shop.mjs';
import { bytesTable, offersTable, scoreTable, tasksTable } from './page_cost/tables.mjs';
import { watchTasks } from './page_cost/tasks.mjs';

const name = 'page';
const usual = { offers: 11, lighthouse: 5, tasks: 3 };
const asked = Number(process.argv[2] ?? Number.POSITIVE_INFINITY);
const rounds = (what) => Math.min(usual[what], asked);
const product = 'MOK-1000';
if (!executablePath) skip(name, 'there is no Chromium (CHROME_PATH names one)');

const folder = packages();
const shop = await startShop(folder);
const browser = await launch();
const version = browser.version();
const parts = [];
try {
  parts.push(bytesTable(await countBytes(browser, shop, product)));
  const slowings = [1, 4];
  const { times } = await timeOffers(browser, shop, {
    product,
    slowings,
    rounds: rounds('offers'),
  });
  parts.push(offersTable(times));
  parts.push(tasksTable(await watchTasks(browser, shop, rounds('tasks'))));
  if (folder) {
    // The browser that waits would take time from the one that is measured.
    await browser.close();
    try {
      const reports = await score(folder, shop, `/product/${product}`, rounds('lighthouse'));
      parts.push(scoreTable(reports));
    } catch ({ message }) {
      console.log(`page: Lighthouse cannot run here, its rows are left out: ${message}`);
    }
  }
} finally {
  await browser.close();
  shop.close();
}
const tables = [
  ...parts.map(({ table }) => table),
  `Chromium ${version}; a model of ${shop.products.toLocaleString('en-US')} products.`,
];
if (Number.isFinite(asked)) console.log(tables.join('\n\n'));
else keep(name, { rows: parts.flatMap(({ rows }) => rows), tables });
