// A page of WebKit, by WebDriver, with the part of Playwright's Page that the tests use.

import { EventEmitter, once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { looker, urlMatches } from '../playwright.mjs';
import { Keyboard, Mouse } from './input.mjs';
import { Locator, locates } from './locator.mjs';

const key = `Symbol.for('goeswith tests')`;

/** In the page, before anything else: keeps what it says until somebody asks. */
export function listen(said) {
  Object.defineProperty(globalThis, Symbol.for('goeswith tests'), { value: { said } });
  for (const type of ['debug', 'error', 'info', 'log', 'warn', 'trace']) {
    const original = console[type];
    console[type] = (...words) => {
      said.push(['console', type === 'warn' ? 'warning' : type, words.map(String).join(' ')]);
      original.apply(console, words);
    };
  }
  addEventListener('error', ({ error, message }) => {
    if (message !== undefined) said.push(['pageerror', String(error ?? message), error?.stack]);
  });
  addEventListener('unhandledrejection', ({ reason }) =>
    said.push(['pageerror', String(reason), reason?.stack]),
  );
}

export class Page extends EventEmitter {
  #context;
  #url = 'about:blank';
  keyboard = new Keyboard(this);
  mouse = new Mouse(this);

  constructor(context, handle) {
    super();
    this.#context = context;
    this.handle = handle;
    for (const name of ['request', 'response', 'requestfailed'])
      context.on(name, (what) => this.emit(name, what));
  }

  context = () => this.#context;
  url = () => this.#url;
  viewportSize = () => this.#context.options.viewport ?? null;
  command = (method, path, body, ms) => this.#context.in(this.handle, method, path, body, ms);
  timeout = (options) => options?.timeout ?? this.#context.timeout;

  // One context has one page in most tests, so what is a page's own here is its context's.
  addInitScript = (script, arg) => this.#context.addInitScript(script, arg);
  route = (pattern, handler) => this.#context.route(pattern, handler);
  unroute = (pattern) => this.#context.unroute(pattern);
  unrouteAll = () => this.#context.unrouteAll();

  /**
   * Runs a function's body in the page: `arg` is there by its name, and `look` by which Playwright
   * finds elements. Everything that the page said until then is told to the listeners.
   */
  async run(body, arg, ms) {
    const script = `
      const given = arguments, done = given[given.length - 1], arg = JSON.parse(given[0]).arg;
      const mine = globalThis[${key}] ?? {}, said = mine.said ?? [];
      const end = (answer) => done(JSON.stringify({ ...answer, href: location.href, said: said.splice(0) }));
      const look = mine.look;
      if (!look && given[1]) return end({ blind: true });
      (async () => { ${body} })().then((value) => end({ value }), (error) =>
        end({ error: String(error?.stack?.includes(error) ? error.stack : error) }));`;
    const told = JSON.stringify({ arg });
    for (;;) {
      const args = [told, /\blook\b/.test(body)];
      const text = await this.command('POST', '/execute/async', { script, args }, ms);
      const { value, error, href, said, blind } = JSON.parse(text);
      this.#url = href;
      this.#tell(said);
      if (blind) await this.#install();
      else if (error) throw new Error(error);
      else return value;
    }
  }

  /** A script of 300 KB: once a page, and only where elements are looked for. */
  #install() {
    const script = `
      const own = ${key};
      if (!globalThis[own]) Object.defineProperty(globalThis, own, { value: { said: [] } });
      globalThis[own].look ??= ${looker};`;
    return this.command('POST', '/execute/sync', { script, args: [] });
  }

  #tell(said) {
    for (const [name, what, text] of said)
      if (name === 'console') this.emit(name, { type: () => what, text: () => text });
      else this.emit(name, Object.assign(new Error(what), { stack: text, toString: () => what }));
  }

  /** Whatever the page has said by now is heard. */
  hear = () => this.run('');

  /** A text is a script, a function is called; both have the page's own globals. */
  evaluate(what, arg) {
    return this.run(typeof what === 'string' ? what : `return (${what})(arg);`, arg);
  }

  /** Asks the page again and again until it answers. A page on its way out answers with an error. */
  async until(body, arg, options, what, ms) {
    let last = '';
    for (const end = Date.now() + this.timeout(options); Date.now() < end; ) {
      try {
        const value = await this.run(body, arg, ms);
        if (value) return value;
      } catch (error) {
        if (/strict mode violation|SyntaxError|has been closed/.test(error.message)) throw error;
        last = `: ${error.message}`;
      }
      await new Promise((resolve) => setTimeout(resolve, 40));
    }
    throw new Error(`${this.timeout(options)} ms went by, waiting for ${what}${last}`);
  }

  waitForFunction = (what, arg, options) =>
    this.until(`return Boolean(await (${what})(arg));`, arg, options, `${what}`);

  waitForTimeout = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

  async waitForURL(pattern, options) {
    for (const end = Date.now() + this.timeout(options); Date.now() < end; ) {
      await this.hear().catch(() => {});
      if (urlMatches(undefined, this.#url, pattern)) return this.waitForLoadState('load', options);
      await this.waitForTimeout(40);
    }
    throw new Error(`the page is at ${this.#url}, not at ${pattern}`);
  }

  async waitForLoadState(state = 'load', options) {
    const ready = { commit: /./, domcontentloaded: /interactive|complete/ }[state] ?? /complete/;
    await this.until(`return ${ready}.test(document.readyState);`, null, options, state);
    if (state !== 'networkidle') return;
    for (let quiet = Date.now(); Date.now() - quiet < 500; await this.waitForTimeout(20))
      if (this.#context.proxy.open > 0) quiet = Date.now();
  }

  /** Goes somewhere else: nothing of the old page is there any more when this is done. */
  async #leave(how, { waitUntil = 'load', ...options } = {}, isNew = true) {
    await this.run(`globalThis[Symbol.for('goeswith tests left')] = true;`);
    this.#context.proxy.document = null;
    const { proxy } = this.#context;
    const began = once(proxy, 'began', { signal: AbortSignal.timeout(10_000) }).catch(() => {});
    await how();
    // A question that meets the page on its way out may never be answered.
    if (isNew) await began;
    const gone = `return !globalThis[Symbol.for('goeswith tests left')];`;
    await this.until(gone, null, options, 'the page that was asked for', 15_000);
    await this.waitForLoadState(waitUntil, options);
    return this.#context.proxy.document;
  }

  goto = (url, options) =>
    this.#leave(() => this.command('POST', '/url', { url }), options, /^http/.test(url));
  reload = (options) => this.#leave(() => this.command('POST', '/refresh', {}), options);
  goBack = (options) => this.#leave(() => this.command('POST', '/back', {}), options, false);
  goForward = (options) => this.#leave(() => this.command('POST', '/forward', {}), options, false);
  bringToFront = () => this.command('POST', '/window', { handle: this.handle });
  title = () => this.evaluate(() => document.title);
  content = () => this.evaluate(() => document.documentElement.outerHTML);

  async emulateMedia() {
    throw new Error('WebKit is told what the shopper prefers when a page is opened, not later');
  }

  /** The window is as much larger than its page as its tool bar is high. */
  async setViewportSize({ width, height }) {
    const { x, y } = this.#context.driver.middle;
    const rect = { x: x - 1, y: y - 1, width, height };
    for (let tries = 0; tries < 50; tries++) {
      await this.command('POST', '/window/rect', rect);
      const now = await this.evaluate(() => ({ width: innerWidth, height: innerHeight }));
      if (now.width === width && now.height === height) return;
      rect.width += width - now.width;
      rect.height += height - now.height;
      await this.waitForTimeout(20);
    }
    throw new Error(`the window does not become ${width} by ${height}`);
  }

  async screenshot({ path } = {}) {
    const image = Buffer.from(await this.command('GET', '/screenshot'), 'base64');
    if (path) await writeFile(path, image);
    return image;
  }

  async close() {
    await this.hear().catch(() => {});
    await this.command('DELETE', '/window');
    this.emit('close');
  }

  locator = (selector, options) => new Locator(this, selector, options);
}

locates(Page.prototype);
