// A browser of its own for each context, its proxy, and requests with its cookies.

import { EventEmitter } from 'node:events';
import { own, RequestProxy } from '../network/proxy.mjs';
import { requestsWith } from '../network/requests.mjs';
import { newSession, startDriver } from './driver.mjs';
import { listen, Page } from './page.mjs';

/** Drivers without a session, by the wishes that they were started with. */
const idle = new Map();
const running = new Set();
/** Those that somebody waits for, and those that came up for nobody, end with the tests. */
const proxies = new Set();

const keyOf = ({ colorScheme, reducedMotion }) => JSON.stringify([colorScheme, reducedMotion]);

async function takeDriver(wishes) {
  const key = keyOf(wishes);
  const free = idle.get(key)?.pop();
  if (free) return free;
  const driver = await startDriver(wishes);
  running.add(driver);
  return Object.assign(driver, { key });
}

function giveBack(driver) {
  if (!idle.has(driver.key)) idle.set(driver.key, []);
  idle.get(driver.key).push(driver);
}

/** A browser behind a proxy of its own, without a history. */
async function bring(wishes) {
  const proxy = new RequestProxy();
  proxies.add(proxy);
  const port = await proxy.listen();
  // A browser now and then does not come up on a loaded machine; the next one does.
  for (let tries = 2; ; ) {
    const driver = await takeDriver(wishes);
    try {
      return { proxy, driver, session: await newSession(driver, port) };
    } catch (error) {
      running.delete(driver);
      driver.stop();
      if (--tries > 0) continue;
      proxy.close();
      throw error;
    }
  }
}

/** By its wishes, the browser that comes up while the one before it is used. */
const spare = new Map();

export async function openContext(options = {}) {
  const key = keyOf(options);
  const coming = spare.get(key) ?? bring(options);
  spare.delete(key);
  const { proxy, driver, session } = await coming;
  proxy.bypassCSP = options.bypassCSP ?? false;
  const next = bring(options);
  next.catch(() => {});
  spare.set(key, next);
  return new Context(options, proxy, driver, session);
}

export async function stopDrivers() {
  await Promise.allSettled(spare.values());
  for (const proxy of proxies) proxy.close();
  for (const driver of running) driver.stop();
  running.clear();
  idle.clear();
}

class Context extends EventEmitter {
  timeout = 30_000;
  #pages = [];
  #closed = false;
  #windows = Promise.resolve();
  #window;

  constructor(options, proxy, driver, session) {
    super();
    Object.assign(this, { options, proxy, driver, session });
    for (const name of ['request', 'response', 'requestfailed'])
      proxy.on(name, (what) => this.emit(name, what));
    this.addInitScript(listen, []);
    this.request = requestsWith({
      cookies: async (url) => this.#cookiesOf(await this.#at(url)),
      addCookies: (cookies) => this.addCookies(cookies),
    });
  }

  setDefaultTimeout(ms) {
    this.timeout = ms;
  }

  pages = () => this.#pages;

  async newPage() {
    const handle =
      this.#pages.length === 0
        ? await this.session('GET', '/window')
        : (await this.session('POST', '/window/new', { type: 'window' })).handle;
    this.#window ??= handle;
    const page = new Page(this, handle);
    this.#pages.push(page);
    if (this.options.viewport) await page.setViewportSize(this.options.viewport);
    return page;
  }

  /** A command to one window; a session has one that it talks to. */
  in(handle, method, path, body, ms) {
    const command = async () => {
      if (this.#closed) throw new Error('Target page, context or browser has been closed');
      if (this.#window !== handle) await this.session('POST', '/window', { handle });
      this.#window = handle;
      return this.session(method, path, body, ms);
    };
    const answer = this.#windows.then(command);
    this.#windows = answer.catch(() => {});
    return answer;
  }

  async addInitScript(script, arg) {
    const told = JSON.stringify(arg) ?? '';
    this.proxy.scripts.push(typeof script === 'string' ? script : `(${script})(${told})`);
  }

  route = (pattern, handler) => this.proxy.route(pattern, handler);
  unroute = (pattern) => this.proxy.unroute(pattern);
  unrouteAll = () => this.proxy.unrouteAll();

  #cookiesOf = ({ handle }) => this.in(handle, 'GET', '/cookie');

  async cookies() {
    const [page] = this.#pages;
    const isSomewhere = /^http/.test(await page.evaluate(() => location.href));
    return isSomewhere ? this.#cookiesOf(page) : [];
  }

  /** WebDriver gives and takes the cookies of the page that is open: one of that origin has to be. */
  async #at(url) {
    const [page] = this.#pages;
    const { origin } = new URL(url);
    if ((await page.evaluate(() => location.origin)) !== origin)
      await page.goto(`${origin}${own}/`);
    return page;
  }

  async addCookies(cookies) {
    for (const { url, ...cookie } of cookies) {
      const page = await this.#at(url ?? `http://${cookie.domain}/`);
      await this.in(page.handle, 'POST', '/cookie', { cookie: { path: '/', ...cookie } });
    }
  }

  async clearCookies() {
    const [page] = this.#pages;
    await this.in(page.handle, 'DELETE', '/cookie');
  }

  async close() {
    if (this.#closed) return;
    for (const page of this.#pages) await page.hear().catch(() => {});
    this.#closed = true;
    this.proxy.close();
    // Nobody waits for a browser to go.
    this.session('DELETE', '').then(
      () => giveBack(this.driver),
      () => {},
    );
    this.emit('close');
  }
}
