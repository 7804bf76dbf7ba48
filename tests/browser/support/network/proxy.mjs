// WebDriver neither shows requests nor answers them, and BiDi shows them without what they send. So
// the requests of these engines go through a proxy, which does both: every request of a context, to
// wherever, is told as Playwright would tell it, and a test's route answers in place of the server.

import { EventEmitter } from 'node:events';
import { request as ask, createServer } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { urlMatches } from '../playwright.mjs';
import { Answer, Asked, Route } from './request.mjs';

/** An empty page and the scripts that run before a page's own: the tests' own addresses. */
export const own = '/~goeswith-tests';
const page = `<!doctype html><title>Nothing</title><script src="${own}/first.js"></script>`;

/** Tells `request`, `response`, `requestfailed`; and `began` when a new page is really there. */
export class RequestProxy extends EventEmitter {
  routes = [];
  scripts = [];
  open = 0;
  /** The last page that was answered. */
  document = null;
  #server = createServer((request, response) => this.#serve(request, response));
  #sockets = new Set();

  constructor({ bypassCSP = false } = {}) {
    super();
    this.bypassCSP = bypassCSP;
  }

  async listen() {
    this.#server.keepAliveTimeout = 0;
    this.#server.on('connection', (socket) => {
      this.#sockets.add(socket);
      socket.once('close', () => this.#sockets.delete(socket));
    });
    // What is encrypted, and every web socket: seen, and refused, for no test has one.
    this.#server.on('connect', ({ url, headers }, socket) => {
      this.emit('request', new Asked('CONNECT', `https://${url}/`, headers, null));
      socket.on('error', () => {}).destroy();
    });
    await new Promise((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return this.#server.address().port;
  }

  async route(pattern, handler) {
    this.routes.push({ pattern, handler });
  }

  async unroute(pattern) {
    this.routes = this.routes.filter((route) => String(route.pattern) !== String(pattern));
  }

  async unrouteAll() {
    this.routes = [];
  }

  close() {
    this.#server.close();
    for (const socket of this.#sockets) socket.destroy();
  }

  async #serve(incoming, outgoing) {
    outgoing.on('error', () => {});
    const { pathname } = new URL(incoming.url);
    if (pathname.startsWith(own)) return this.#ownFile(pathname, outgoing);
    // The browser's own wish, which no test asked for.
    if (pathname === '/favicon.ico') return outgoing.writeHead(404).end();
    this.open++;
    outgoing.once('close', () => this.open--);
    const body = await buffer(incoming).catch(() => null);
    if (!body) return;
    const { method, url, headers } = incoming;
    const asked = new Asked(method, url, headers, body.length > 0 ? body : null);
    this.emit('request', asked);
    try {
      const answer = await this.#answerTo(asked);
      if (answer) this.#give(asked, answer, outgoing);
    } catch (error) {
      asked.error = error.message;
      this.emit('requestfailed', asked);
      outgoing.destroy();
    }
  }

  #ownFile(pathname, outgoing) {
    const isScript = pathname.endsWith('.js');
    const type = isScript ? 'text/javascript' : 'text/html';
    if (isScript) this.emit('began');
    const text = isScript ? `document.currentScript.remove();${this.scripts.join(';\n')}` : page;
    outgoing.writeHead(200, { 'Content-Type': type, 'Cache-Control': 'no-store' }).end(text);
  }

  /** What a route says, the last one first; else what the server says. Null is silence. */
  async #answerTo(asked) {
    for (const { pattern, handler } of [...this.routes].reverse()) {
      if (!urlMatches(undefined, asked.url(), pattern)) continue;
      const route = new Route(asked, fetchFrom);
      const handled = (async () => handler(route, asked))();
      const answer = await Promise.race([route.decision, handled.then(() => route.decision)]);
      if (answer !== 'fallback') return answer;
    }
    return fetchFrom(asked);
  }

  #give(asked, answer, outgoing) {
    const headers = { ...answer.headers() };
    // The body is given as it is here: unpacked, and perhaps a script longer.
    for (const name of ['content-length', 'transfer-encoding', 'connection']) delete headers[name];
    if (this.bypassCSP) delete headers['content-security-policy'];
    let { bytes } = answer;
    if (asked.isDocument) {
      this.document = answer;
      if (this.scripts.length > 0 && /text\/html/.test(headers['content-type']))
        bytes = withScript(bytes);
    }
    this.emit('response', answer);
    outgoing.writeHead(answer.status(), headers).end(asked.method() === 'HEAD' ? '' : bytes);
  }
}

/** A file of the page's own origin, for a strict content policy allows no other script. */
function withScript(bytes) {
  const html = bytes.toString('latin1');
  const at = /^\s*(<!doctype[^>]*>)?\s*(<html[^>]*>)?\s*(<head[^>]*>)?/i.exec(html)[0].length;
  return Buffer.from(
    `${html.slice(0, at)}<script src="${own}/first.js"></script>${html.slice(at)}`,
    'latin1',
  );
}

/** The server's own answer. */
export function fetchFrom(asked) {
  const { hostname, port, pathname, search } = new URL(asked.url());
  const headers = { ...asked.headers() };
  delete headers['proxy-connection'];
  // A page is changed on its way, so it comes unpacked.
  if (asked.isDocument) delete headers['accept-encoding'];
  return new Promise((resolve, reject) => {
    const request = ask({
      // The test's servers listen there; by its name the machine may take another one.
      host: hostname === 'localhost' ? '127.0.0.1' : hostname,
      port: port || 80,
      path: pathname + search,
      method: asked.method(),
      headers: { ...headers, host: new URL(asked.url()).host },
      agent: false,
    });
    request.on('error', reject);
    request.on('response', async (response) => {
      try {
        const bytes = await buffer(response);
        resolve(new Answer(asked, response.statusCode, response.headers, bytes));
      } catch (error) {
        reject(error);
      }
    });
    request.end(asked.bytes ?? undefined);
  });
}
