// What a merchant waits for in the studio: from drop to offers and to the grade, over a real export
// in a real browser; the tab's memory; how long the page cannot answer.
//
//   node bench/studio.mjs [ROUNDS]
//
// ROUNDS is for trying it out: a run of fewer than usual is printed and not kept.

import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { longestTask } from '../tests/studio/support/tasks.mjs';
import { summary } from './lib/quantiles.mjs';
import { against, build, keep, onlineRetail, skip, table } from './lib/result.mjs';
import { executablePath, launch, size } from './page_cost/browser.mjs';

const name = 'studio';
const usual = 5;
const rounds = Math.min(usual, Number(process.argv[2] ?? usual));
const lines = { offers: 30, memory: 1000, task: 50 };
const folder = path.join(build, 'studio-page');
if (!executablePath) skip(name, 'there is no Chromium (CHROME_PATH names one)');
if (!existsSync(onlineRetail))
  skip(name, `${onlineRetail} is not there (GOESWITH_SHARED says where)`);

const types = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };
const server = createServer(({ url }, response) => {
  const file = path.join(folder, url === '/' ? 'index.html' : url);
  if (!existsSync(file)) return response.writeHead(404).end();
  const type = types[path.extname(file)] ?? 'application/octet-stream';
  response.writeHead(200, { 'content-type': type }).end(readFileSync(file));
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const address = `http://127.0.0.1:${server.address().port}/`;

/** In the page: tasks above 50 ms, and when what a merchant waits for is there. */
function watch() {
  const told = { tasks: [], since: {}, dropped: 0 };
  globalThis.bench = told;
  new PerformanceObserver((list) => {
    for (const { duration, startTime } of list.getEntries()) told.tasks.push([startTime, duration]);
  }).observe({ type: 'longtask', buffered: true });
  const awaited = { offers: 'gs-see .product .offers li', grade: 'gs-see p.grade' };
  new MutationObserver(() => {
    for (const [what, selector] of Object.entries(awaited))
      if (!(what in told.since) && document.querySelector(selector))
        told.since[what] = performance.now() - told.dropped;
  }).observe(document, { childList: true, subtree: true });
}

/** In the page: drops the file, and goes on as soon as the page lets a merchant. */
function dropFile() {
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(document.querySelector('#given').files[0]);
  const { bench } = globalThis;
  bench.tasks.length = 0;
  bench.dropped = performance.now();
  const event = { dataTransfer, bubbles: true, cancelable: true };
  document.querySelector('.drop').dispatchEvent(new DragEvent('drop', event));
  const press = () => {
    const button = document.querySelector('gs-in .actions .main:enabled');
    if (button) button.click();
    else requestAnimationFrame(press);
  };
  press();
}

/** The most memory that a process had, in MB; where the system tells it. */
function peakOf(pid) {
  const status = `/proc/${pid}/status`;
  if (!existsSync(status)) return Number.NaN;
  return Number(/VmHWM:\s*(\d+) kB/.exec(readFileSync(status, 'utf8'))?.[1]) / 1000;
}

/** `traced`: also what the longest task took of the processor, which costs the others time. */
async function once(traced = false) {
  const browser = await launch();
  try {
    const page = await browser.newPage({ viewport: size });
    await page.addInitScript(watch);
    await page.goto(address, { waitUntil: 'networkidle' });
    await page.evaluate(() => {
      const input = document.createElement('input');
      Object.assign(input, { type: 'file', id: 'given', hidden: true });
      document.body.append(input);
    });
    await page.setInputFiles('#given', onlineRetail);
    const happen = async () => {
      await page.evaluate(dropFile);
      const all = () => 'grade' in globalThis.bench.since;
      await page.waitForFunction(all, null, { timeout: 300_000 });
    };
    const processor = traced ? (await longestTask(page, happen)).ms : await happen();
    const { since, tasks } = await page.evaluate(() => globalThis.bench);
    const session = await browser.newBrowserCDPSession();
    const { processInfo } = await session.send('SystemInfo.getProcessInfo');
    const tabs = processInfo.filter(({ type }) => type === 'renderer');
    return {
      offers: since.offers / 1000,
      grade: since.grade / 1000,
      memory: Math.max(...tabs.map(({ id }) => peakOf(id))),
      // No task is told below 50 ms.
      task: Math.max(0, ...tasks.map(([, duration]) => duration)),
      processor,
      version: browser.version(),
    };
  } finally {
    await browser.close();
  }
}

const runs = [];
try {
  for (let round = 0; round < rounds; round++) runs.push(await once());
  runs.push(await once(true));
} finally {
  server.close();
  server.closeAllConnections();
}
const { processor, version } = runs.pop();
const row = (what, unit, key, line) => ({
  what,
  unit,
  runs: runs.length,
  ...summary(runs.map((run) => run[key])),
  ...(line ? { at_most: line } : {}),
});
const rows = [
  row('from drop to offers', 'seconds', 'offers', lines.offers),
  row('from drop to the grade', 'seconds', 'grade'),
  row('peak memory of the tab', 'MB', 'memory', lines.memory),
  row('longest task of the page', 'milliseconds', 'task', lines.task),
  { what: 'the same, of the processor', unit: 'milliseconds', runs: 1, ...summary([processor]) },
];
const digits = { seconds: 1, MB: 0, milliseconds: 0 };
const shown = (value, unit) =>
  unit === 'milliseconds' && value === 0 ? 'below 50' : value.toFixed(digits[unit]);
const tables = [
  table(
    ['Online Retail II, packed', 'unit', 'median', 'least', 'middle half', 'at most'],
    rows.map(({ what, unit, median, min, quartile1, quartile3, at_most }) => [
      what,
      unit,
      shown(median, unit),
      shown(min, unit),
      `${shown(quartile1, unit)} to ${shown(quartile3, unit)}`,
      at_most ? against(median, at_most) : '',
    ]),
  ),
  `Chromium ${version}; ${runs.length} runs in a fresh browser each; a file of ${(statSync(onlineRetail).size / 1e6).toFixed(1)} MB.`,
];
if (rounds < usual) console.log(tables.join('\n\n'));
else keep(name, { rows, tables });
