// Lighthouse's performance score of a demo page with and without the widget.

import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { executablePath, flags } from './browser.mjs';

const run = promisify(execFile);

/** One report by the command, in a browser of its own: the score and what it is made of. */
async function once(packages, url) {
  const command = path.join(packages, 'node_modules', 'lighthouse', 'cli', 'index.js');
  const { stdout } = await run(
    process.execPath,
    [
      ...[command, url, '--output=json', '--only-categories=performance', '--quiet'],
      `--chrome-flags=${['--headless', ...flags].join(' ')}`,
    ],
    { env: { ...process.env, CHROME_PATH: executablePath }, maxBuffer: 2 ** 28 },
  );
  const { runtimeError, categories, audits, lighthouseVersion } = JSON.parse(stdout);
  if (runtimeError) throw new Error(`Lighthouse: ${runtimeError.message}`);
  return {
    version: lighthouseVersion,
    score: Math.round(categories.performance.score * 100),
    blocking_ms: audits['total-blocking-time'].numericValue,
    largest_paint_ms: audits['largest-contentful-paint'].numericValue,
    shift: audits['cumulative-layout-shift'].numericValue,
  };
}

/** Lighthouse loses its trace now and then, and says "please run again". */
async function patiently(packages, url, tries = 3) {
  try {
    return await once(packages, url);
  } catch (error) {
    if (tries === 1) throw error;
    return patiently(packages, url, tries - 1);
  }
}

/** `rounds` reports of each page, in turn. */
export async function score(packages, shop, path, rounds) {
  const reports = { without: [], 'as-it-is': [] };
  const names = Object.keys(reports);
  for (let round = 0; round < rounds; round++)
    for (const name of round % 2 ? names.toReversed() : names)
      reports[name].push(await patiently(packages, `${shop.origin}/${name}${path}`));
  return reports;
}
