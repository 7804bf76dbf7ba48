// Debian's Firefox over WebDriver BiDi. Playwright speaks it, under a name of its own (the Firefox
// of its API is a patched one), so the tests meet the very API that they were written for. Requests
// are seen and answered by a proxy: over BiDi they come without their bodies.

import playwright from 'playwright-core';
import { RequestProxy } from '../network/proxy.mjs';
import { requestsWith } from '../network/requests.mjs';
import { executable } from './executable.mjs';

const executablePath = executable('firefox-esr', 'firefox');

export const missing = !executablePath && 'firefox-esr is not installed';

export const lacks = [];

/** What other browsers say in the console is told as an error of the page by BiDi. */
export const consoleWord = (error) => {
  if (/^(Error: )?Loading (module|failed)/.test(error)) return `Failed to load module: ${error}`;
  if (/^(Error: )?None of the “sha\d+” hashes /.test(error))
    return `Failed to find a valid digest: ${error}`;
  if (/^(Error: )?Content-Security-Policy: /.test(error)) return String(error);
};

/** What BiDi cannot emulate is a preference of the browser, so each wish has a browser. */
const preferences = ({ colorScheme, reducedMotion, forcedColors }) => ({
  'layout.css.prefers-color-scheme.content-override': colorScheme === 'dark' ? 0 : 1,
  'ui.prefersReducedMotion': Number(reducedMotion === 'reduce'),
  'browser.display.document_color_use': forcedColors === 'active' ? 2 : 0,
  'ui.useAccessibilityTheme': Number(forcedColors === 'active'),
  'network.proxy.allow_hijacking_localhost': true,
});

const browsers = new Map();

function browserFor(firefoxUserPrefs) {
  const key = JSON.stringify(firefoxUserPrefs);
  if (browsers.has(key)) return browsers.get(key);
  // A browser is much memory, and takes seconds to start: most tests are content with two wishes.
  for (const [other, { browser, open }] of browsers)
    if (open === 0 && browsers.size > 1) {
      browsers.delete(other);
      browser.then((unused) => unused.close());
    }
  const browser = playwright._bidiFirefox.launch({ executablePath, firefoxUserPrefs });
  browsers.set(key, { browser, open: 0 });
  return browsers.get(key);
}

/** One after the other: a window that opens while another closes has been seen to have no tabs. */
let windows = Promise.resolve();
const inTurn = (change) => {
  const changed = windows.then(change);
  windows = changed.catch(() => {});
  return changed;
};

export async function newContext({ colorScheme, reducedMotion, forcedColors, ...rest }) {
  const { bypassCSP, ...options } = rest;
  const mine = browserFor(preferences({ colorScheme, reducedMotion, forcedColors }));
  mine.open++;
  const proxy = new RequestProxy({ bypassCSP });
  const [browser, port] = await Promise.all([mine.browser, proxy.listen()]);
  options.proxy = { server: `http://127.0.0.1:${port}` };
  const context = await inTurn(() => browser.newContext(options));
  context.once('close', () => {
    mine.open--;
    proxy.close();
  });
  const close = context.close.bind(context);
  const newPage = context.newPage.bind(context);
  return Object.assign(throughProxy(context, proxy), {
    request: requestsWith({
      cookies: (url) => context.cookies(url),
      addCookies: (cookies) => context.addCookies(cookies),
    }),
    close: () => inTurn(close),
    newPage: async () => throughProxy(await inTurn(newPage), proxy),
  });
}

const told = ['request', 'response', 'requestfailed'];

/** Routes and requests of a page or a context are the proxy's. */
function throughProxy(target, proxy) {
  const on = target.on.bind(target);
  return Object.assign(target, {
    route: (...asked) => proxy.route(...asked),
    unroute: (...asked) => proxy.unroute(...asked),
    unrouteAll: () => proxy.unrouteAll(),
    // Playwright would say yes and do nothing.
    async emulateMedia() {
      throw new Error('Firefox is told what the shopper prefers when a page is opened, not later');
    },
    on(name, listener) {
      if (told.includes(name)) proxy.on(name, listener);
      else on(name, listener);
      return target;
    },
  });
}

export const close = () =>
  Promise.all([...browsers.values()].map(async ({ browser }) => (await browser).close()));
