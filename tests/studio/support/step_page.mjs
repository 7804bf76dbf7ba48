import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { openShop, sample } from './see_page.mjs';
import { top } from './studio_server.mjs';

/** Runs the command, and returns what it says; of one that finds mistakes, too. */
export function run(...args) {
  try {
    return execFileSync(join(top, 'build', 'release', 'goeswith'), args, {
      ...{ encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'ignore'] },
    });
  } catch (error) {
    if (error.status !== 1) throw error;
    return error.stdout;
  }
}

/** Opens the studio with a shop, at one of its steps. */
export async function openStep(t, step, { files = sample, ...options } = {}) {
  const opened = await openShop(t, files, { until: '#see-pairs', ...options });
  const { page } = opened;
  // The grade takes longest, and nothing here waits for it.
  await page.evaluate((name) => globalThis.store.go(name), step);
  return opened;
}

export const configOf = (page) => page.evaluate(() => globalThis.store.state.config);
export const words = (locator) =>
  locator.textContent().then((text) => text.replace(/\s+/g, ' ').trim());

/** Puts a configuration in force, as a form does, and waits for what the check says. */
export const configure = (page, config) =>
  page.evaluate((next) => globalThis.store.configure(next), config);
