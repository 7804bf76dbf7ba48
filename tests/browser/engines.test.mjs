// What the other tests ask of an engine. Where one of these fails, the others' word is worth nothing.

import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after } from 'node:test';
import { eventually, openPage, test } from './support/browser.mjs';

const asked = [];
const server = createServer((request, response) => {
  asked.push(request);
  const pages = {
    '/': `<!doctype html><html lang="en"><title>Shop</title><link rel="icon" href="data:,">
      <p id="first"></p><div id="host"></div><button>Buy now</button><button>Buy</button>
      <script src="/page.js"></script>`,
    '/page.js': `first.textContent = window.early;
      const root = host.attachShadow({ mode: 'open' });
      root.innerHTML = '<button class="in">Inside</button><input><label><input type=checkbox>Tick</label>';
      root.querySelector('.in').onclick = () => fetch('/answer', { method: 'POST', body: 'é' })
        .then((answer) => answer.text()).then((text) => { document.title = text; });`,
  };
  const body = pages[request.url];
  const type = request.url.endsWith('.js') ? 'text/javascript' : 'text/html; charset=utf-8';
  response.writeHead(body ? 200 : 404, {
    'Content-Type': type,
    'Set-Cookie': 'session=1; Path=/; HttpOnly',
    'Content-Security-Policy': "default-src 'self'; img-src data:",
  });
  response.end(body ?? 'nothing here');
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const origin = `http://localhost:${server.address().port}`;
after(() => {
  server.closeAllConnections();
  server.close();
});

test('a page is as wide as the test asks, and no wider', async (t) => {
  for (const width of [320, 1280]) {
    const { page, context } = await openPage(t, { width, height: 844 });
    await page.goto(origin);
    const size = await page.evaluate(() => [innerWidth, innerHeight]);
    assert.deepEqual(size, [width, 844]);
    await context.close();
  }
});

test('a page is told what the shopper prefers: dark, reduced motion', async (t) => {
  for (const [colorScheme, reducedMotion] of [
    ['dark', 'reduce'],
    ['light', 'no-preference'],
  ]) {
    const { page, context } = await openPage(t, { colorScheme, reducedMotion });
    await page.goto(origin);
    const told = await page.evaluate(() =>
      ['(prefers-color-scheme: dark)', '(prefers-reduced-motion: reduce)'].map(
        (query) => matchMedia(query).matches,
      ),
    );
    assert.deepEqual(told, [colorScheme === 'dark', reducedMotion === 'reduce']);
    await context.close();
  }
});

test('a page is told that colours are forced, as with forced colours they are', async (t) => {
  const { page } = await openPage(t, { forcedColors: 'active' });
  await page.goto(origin);
  assert.ok(await page.evaluate(() => matchMedia('(forced-colors: active)').matches));
});

test('what a page says, throws and leaves unhandled is heard', async (t) => {
  const { page, heard } = await openPage(t);
  await page.goto(origin);
  await page.evaluate(() => {
    console.warn('a word', 5);
    setTimeout(() => {
      throw new Error('thrown');
    });
    Promise.reject(new Error('unhandled'));
  });
  await eventually(async () => {
    await page.evaluate(() => 0);
    assert.deepEqual(heard.console, ['warning: a word 5']);
    assert.deepEqual([...heard.errors].sort(), ['Error: thrown', 'Error: unhandled']);
  });
});

test('every request is heard with what it sends, to wherever it goes', async (t) => {
  const { page, heard } = await openPage(t, { bypassCSP: true });
  await page.goto(origin);
  await page.locator('.in').click();
  await page.evaluate(() => fetch('http://elsewhere.example/?secret').catch(() => {}));
  const sent = (path) => heard.requests.find((request) => request.path === path);
  const answer = { method: 'POST', origin, path: '/answer', body: 'é' };
  assert.deepEqual(sent('/answer'), answer);
  const away = { method: 'GET', origin: 'http://elsewhere.example', path: '/?secret', body: null };
  assert.deepEqual(sent('/?secret'), away);
  assert.ok(heard.failed.includes(`${origin}/answer: 404`), `${heard.failed}`);
});

test('a route answers in place of the server, changes its answer, or never answers', async (t) => {
  const { page } = await openPage(t);
  const title = async (wanted) => eventually(async () => assert.equal(await page.title(), wanted));
  await page.route('**/answer', (route) => route.fulfill({ status: 201, json: { a: 'ü' } }));
  await page.goto(origin);
  const before = asked.length;
  await page.locator('.in').click();
  await title('{"a":"ü"}');
  assert.equal(asked.length, before, 'the server was not asked');
  await page.route(/answer$/, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, status: 200, body: `${await response.text()} but this` });
  });
  await page.locator('.in').click();
  await title('nothing here but this');
  await page.unroute(/answer$/);
  await page.unroute('**/answer');
  await page.locator('.in').click();
  await title('nothing here');
  await page.route('**/answer', () => {});
  const waited = await page.evaluate(() =>
    Promise.race([
      fetch('/answer').then(() => 'an answer'),
      new Promise((resolve) => setTimeout(resolve, 500, 'silence')),
    ]),
  );
  assert.equal(waited, 'silence');
});

test('a script of the test runs before those of the page', async (t) => {
  const { page } = await openPage(t);
  await page.addInitScript(
    (told) => {
      window.early = told.join();
    },
    [1, 'two'],
  );
  for (let i = 0; i < 2; i++) {
    await page.goto(origin);
    assert.equal(await page.locator('#first').textContent(), '1,two');
  }
});

test('cookies are the browser’s own, a new page has none', async (t) => {
  const { page, context } = await openPage(t);
  assert.deepEqual(await context.cookies(), []);
  const response = await context.request.post(`${origin}/cart`, { data: { a: 1 } });
  assert.deepEqual([response.status(), await response.text()], [404, 'nothing here']);
  asked.length = 0;
  await page.goto(origin);
  assert.equal(asked[0].headers.cookie, 'session=1');
  const [{ name, httpOnly }] = await context.cookies();
  assert.deepEqual([name, httpOnly], ['session', true]);
  const { page: other } = await openPage(t);
  asked.length = 0;
  await other.goto(origin);
  assert.equal(asked[0].headers.cookie, undefined);
});

test('keys and pointer do what a shopper’s do, in shadow roots as well', async (t) => {
  const { page } = await openPage(t);
  await page.goto(origin);
  assert.equal(await page.locator('button').count(), 3);
  assert.equal(await page.getByRole('button', { name: 'Buy', exact: true }).count(), 1);
  await assert.rejects(page.locator('button').textContent(), /strict mode violation/);
  await page.locator('#host input').first().focus();
  await page.keyboard.type('A cup');
  assert.equal(await page.locator('#host input').first().inputValue(), 'A cup');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  assert.ok(await page.getByLabel('Tick').isChecked());
  const ring = () =>
    document.querySelector('#host').shadowRoot.activeElement.matches(':focus-visible');
  assert.ok(await page.evaluate(ring));
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  await eventually(async () => assert.equal(await page.title(), 'nothing here'));
  await page.locator('.in').hover();
  assert.ok(await page.locator('.in').evaluate((element) => element.matches(':hover')));
});
