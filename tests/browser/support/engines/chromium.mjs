// The system's Chromium, by Playwright.

import { chromium } from 'playwright-core';
import { executable } from './executable.mjs';

const executablePath = executable('chromium', 'chromium-browser', 'google-chrome');
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export const missing = !executablePath && 'chromium is not installed';

/** Nothing: the suite was written in it. */
export const lacks = [];

let browser;

export async function newContext(options) {
  browser ??= chromium.launch({ executablePath, args });
  return (await browser).newContext(options);
}

export const close = async () => (await browser)?.close();

/** For what asks more of Chromium than a page. */
export async function launch() {
  browser ??= chromium.launch({ executablePath, args });
  return browser;
}
