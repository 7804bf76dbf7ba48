// Which behaviours of an adapter are tried in other engines than Chromium, and how.

import { after } from 'node:test';
import { engineName, openPage } from '../support/browser.mjs';

/**
 * What reading, hearing and adding ask of an engine. Other currencies and lines of other kinds, the
 * faults of answers, and what is counted or timed, are the adapter's own arithmetic: Chromium alone tries them, and the suite of another
 * engine says so.
 */
const everywhere = new Set([
  ...['first', 'reduced', 'discount', 'gift'],
  ...['theme', 'lost', 'restored', 'tabs'],
  ...['add', 'refused', 'soldOutMeanwhile', 'renewed', 'conflict'],
  ...['live', 'view', 'button', 'clobbered', 'consent'],
]);

export const isTriedHere = (key) => engineName === 'chromium' || everywhere.has(key);

let shared;

/** Closes what the behaviours of a platform shared: the next one begins with a new browser. */
export async function forget() {
  const { context } = shared ?? {};
  shared = undefined;
  await context?.close();
}
after(forget);

/**
 * A page for one shop. A context is a browser of its own in WebKit, so there the behaviours of a
 * platform share one, without cookies; each shop has an origin of its own, and so nothing kept.
 */
export async function pageFor(t, platform) {
  if (engineName === 'chromium') return openPage(t);
  if (shared?.platform !== platform) await forget();
  if (!shared) {
    shared = { platform, ...(await openPage({ after() {} })) };
    return shared;
  }
  await shared.context.clearCookies();
  // What the last page said on its way out is nothing to the next.
  await shared.page.goto('about:blank');
  for (const list of Object.values(shared.heard)) list.length = 0;
  return shared;
}
