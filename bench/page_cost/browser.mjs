// The system's Chromium, a fresh context for each page, its CPU slowed where asked.

import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { probe } from './probe.js';

export const executablePath = [
  process.env.CHROME_PATH,
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
].find((file) => file && existsSync(file));

export const flags = [
  ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
];

export const launch = (more = []) => chromium.launch({ executablePath, args: [...flags, ...more] });

export const size = { width: 1280, height: 900 };

/**
 * Opens a page nobody has been to and hands it to `use` with the protocol's session; closes it.
 *
 * `slowed`  how many times the CPU is slowed
 * `watch`   what the probe looks for; see probe.js
 * `fill`    what is done with the context before, to its cart
 * `before`  what is done with the session before; `use` gets what it returns, too
 */
export async function visit(browser, url, { slowed = 1, watch, fill, before }, use) {
  const context = await browser.newContext({ viewport: size });
  try {
    await fill?.(context);
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    if (watch) await page.addInitScript(probe, watch);
    await session.send('Emulation.setCPUThrottlingRate', { rate: slowed });
    const heard = await before?.(session);
    const answer = await page.goto(url, { waitUntil: 'commit' });
    if (!answer.ok()) throw new Error(`${url} answered ${answer.status()}`);
    return await use(page, session, heard);
  } finally {
    await context.close();
  }
}
