// A browser, and pages that tell everything they did. Which one is GOESWITH_ENGINE: chromium where
// nothing is said, firefox or webkit.

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, test as nodeTest } from 'node:test';
import { fileURLToPath } from 'node:url';

const engines = ['chromium', 'firefox', 'webkit'];
export const engineName = process.env.GOESWITH_ENGINE || 'chromium';
if (!engines.includes(engineName))
  throw new Error(`GOESWITH_ENGINE is "${engineName}"; there are: ${engines.join(', ')}`);
const engine = await import(`./engines/${engineName}.mjs`);
after(() => engine.close());

/** A test that is skipped where the engine is not there, or has not what the test is about. */
export function test(name, run) {
  const lack = engine.lacks.find(([pattern]) => pattern.test(name));
  const skip = engine.missing || (lack?.[1] ?? false);
  nodeTest(name, { skip, timeout: 300_000 }, run);
}

/** Chromium itself, one a test file, for what asks more of it than a page. */
export const launch = () => engine.launch();

/** How long anything may take on a loaded machine. */
export const patienceMs = 60_000;

/**
 * A page of its own, without a history. `heard` is what it did:
 *
 * `console`, `errors`  what it said, and exceptions that nobody caught
 * `requests`           { method, origin, path, body }; `sent` are Playwright's own
 * `failed`             requests without an answer, and answers from 400 on
 */
export async function openPage(t, { width = 1280, height = 900, ...options } = {}) {
  const context = await engine.newContext({ viewport: { width, height }, ...options });
  t.after(() => context.close());
  context.setDefaultTimeout(patienceMs);
  const page = await context.newPage();
  const heard = { console: [], errors: [], requests: [], sent: [], failed: [] };
  page.on('console', (message) => {
    const type = message.type().replace(/^warn$/, 'warning');
    heard.console.push(`${type}: ${message.text()}`);
  });
  page.on('pageerror', (error) => {
    const word = engine.consoleWord?.(error);
    if (word) heard.console.push(`error: ${word}`);
    else heard.errors.push(String(error));
  });
  page.on('requestfailed', (request) => {
    // A page that is left takes its open requests with it.
    const { errorText } = request.failure();
    if (errorText !== 'net::ERR_ABORTED') heard.failed.push(`${request.url()}: ${errorText}`);
  });
  page.on('websocket', (socket) => heard.requests.push({ method: 'WS', origin: socket.url() }));
  page.on('response', (response) => {
    if (response.status() >= 400) heard.failed.push(`${response.url()}: ${response.status()}`);
  });
  page.on('request', (request) => {
    heard.sent.push(request);
    const { origin, pathname, search } = new URL(request.url());
    const body = request.postData();
    heard.requests.push({ method: request.method(), origin, path: pathname + search, body });
  });
  await page.addInitScript(listen);
  return { context, page, heard };
}

/** In the page, before anything else: events of the widget, layout shifts, broken policies. */
function listen() {
  const told = { events: [], shifts: [], violations: [] };
  Object.defineProperty(window, 'told', { value: told });
  for (const name of ['view', 'click', 'add', 'goal', 'error'])
    document.addEventListener(`goeswith:${name}`, ({ target, detail }) => {
      told.events.push({ name, tag: target.localName, detail });
    });
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, sample }) => {
    told.violations.push(`${violatedDirective} ${sample}`);
  });
  // Told by Chromium alone.
  if (!PerformanceObserver.supportedEntryTypes.includes('layout-shift')) return;
  new PerformanceObserver((list) => {
    for (const { value, hadRecentInput, sources } of list.getEntries()) {
      const what = sources.map(({ node, previousRect: from, currentRect: to }) => {
        const name = node?.className || node?.nodeName;
        return `${name} ${[from, to].map(({ x, y, width, height }) => [x, y, width, height])}`;
      });
      told.shifts.push({ value, hadRecentInput, what });
    }
  }).observe({ type: 'layout-shift', buffered: true });
}

export const toldBy = (page) => page.evaluate(() => window.told);

/** The codes of `goeswith:error` that a page heard, each once. */
export async function codes(page, tag) {
  const { events } = await toldBy(page);
  const errors = events.filter((event) => event.name === 'error' && (!tag || event.tag === tag));
  return [...new Set(errors.map(({ detail }) => detail.code))];
}

/** Nothing was said, nothing threw, nothing failed. */
export function assertQuiet(heard, where = '') {
  const { console, errors, failed } = heard;
  assert.deepEqual({ console, errors, failed }, { console: [], errors: [], failed: [] }, where);
}

/** Looks again and again until it does not throw, or time is over. */
export async function eventually(look, ms = patienceMs) {
  for (const end = Date.now() + ms; ; ) {
    try {
      return await look();
    } catch (error) {
      if (Date.now() > end || error.code !== 'ERR_ASSERTION') throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

/** The element's products as they stand on the page. */
export const shownIds = (page, selector) =>
  page
    .locator(`${selector} [data-id]`)
    .evaluateAll((cards) => cards.map(({ dataset }) => dataset.id));

/** Brings an element into view and waits for its products. */
export async function offersOf(page, selector = 'main goes-with') {
  await page.locator(selector).evaluate((element) => element.scrollIntoView({ block: 'center' }));
  await page.locator(`${selector} .card button`).first().waitFor();
  return shownIds(page, selector);
}

const screenshots = fileURLToPath(new URL('../screenshots/', import.meta.url));

/** Draws the whole page for people to look at, with the pictures that wait for a scroll. */
export async function capture(page, name) {
  if (engineName !== 'chromium') return;
  await page.evaluate(async () => {
    const roots = [document, ...[...document.querySelectorAll('*')].map((e) => e.shadowRoot ?? [])];
    const images = roots.flat().flatMap((root) => [...root.querySelectorAll('img')]);
    for (const image of images) image.loading = 'eager';
    await Promise.all(images.map((image) => image.decode().catch(() => {})));
    scrollTo(0, 0);
  });
  await page.screenshot({ path: join(screenshots, `${name}.png`), fullPage: true });
}

/** Puts products into the cart of the page's shopper, and nothing else: ids, or id to quantity. */
export async function fillCart(context, { origin, catalogue }, products) {
  const entries = Array.isArray(products)
    ? products.map((id) => [id, 1])
    : Object.entries(products);
  const { request } = context;
  await request.post(`${origin}/cart/clear.js`, { data: {} });
  if (entries.length === 0) return;
  const items = entries.map(([id, quantity]) => ({
    id: catalogue.byId(id).variantId,
    quantity,
  }));
  const response = await request.post(`${origin}/cart/add.js`, { data: { items } });
  assert.equal(response.status(), 200, await response.text());
}
