import assert from 'node:assert/strict';
import { request } from 'node:http';
import test from 'node:test';
import { brotliDecompressSync } from 'node:zlib';
import { html } from '../../demo/shop/html.mjs';
import { CATALOGUE, withShop } from './fixture.mjs';

test('every value in a template is escaped, markup from a template is not', () => {
  const inner = html`<b title="${'"\'<'}">${'&<>'}</b>`;
  assert.equal(
    String(html`<p>${inner}${[1, html`<i></i>`]}${null}${false}${undefined}${0}</p>`),
    '<p><b title="&quot;&#39;&lt;">&amp;&lt;&gt;</b>1<i></i>0</p>',
  );
});

const PAGES = ['/', '/department/table', '/department/odd-ends', '/product/MUG-1', '/product/007'];
const MORE = [
  '/new',
  '/search?q=script',
  '/search?q=%3Cb%3E',
  '/cart',
  '/thank-you',
  '/product/GONE',
];

test('titles, brands and questions that hold markup stay text on every page', () =>
  withShop({}, async ({ call }) => {
    for (const path of [...PAGES, ...MORE]) {
      const response = await call(path);
      assert.equal(response.status, 200, path);
      const text = await response.text();
      assert.doesNotMatch(text, /<script>|<b>|alert\("x"\)/, path);
      assert.doesNotMatch(text, /undefined|\[object/, path);
    }
    const page = await (await call('/product/007')).text();
    assert.ok(
      page.includes(
        '<h1>&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; &#39;sons&#39;</h1>',
      ),
    );
  }));

test('ids of any kind have a page', () =>
  withShop({}, async ({ shop, call }) => {
    for (const { url, title } of shop.catalogue.products) {
      const response = await call(url);
      assert.equal(response.status, 200, url);
      if (title === 'Kettle') assert.match(await response.text(), /<h1>Kettle<\/h1>/);
    }
  }));

test('a page runs no inline script and no inline style, and its policy forbids both', () =>
  withShop({}, async ({ call }) => {
    for (const path of [...PAGES, ...MORE]) {
      const response = await call(path);
      const policy = response.headers.get('content-security-policy');
      assert.match(policy, /script-src 'self' 'wasm-unsafe-eval';/);
      assert.match(policy, /style-src 'self';/);
      assert.doesNotMatch(policy, /unsafe-inline|unsafe-eval'?[^']*'unsafe-eval'/);
      assert.doesNotMatch(
        await response.text(),
        /<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)/,
        path,
      );
    }
  }));

test('what is not for sale is shown and cannot be bought', () =>
  withShop({}, async ({ call }) => {
    const text = await (await call('/product/GONE')).text();
    assert.match(text, /Not for sale now/);
    assert.doesNotMatch(text, /class="buy"/);
  }));

test('an address where nothing is answers 404, and one that is none 400', () =>
  withShop({}, async ({ call, origin }) => {
    for (const path of [
      '/nothing',
      '/product/none',
      '/product/%E0%A4%A',
      '/department/',
      '/studio/',
    ]) {
      assert.equal((await call(path)).status, 404, path);
    }
    for (const path of [
      '/dist/../catalogue.csv',
      '/dist/..%2fcatalogue.csv',
      '/static/%00',
      '/dist/',
    ]) {
      assert.equal(await statusOf(origin, path), 404, path);
    }
    assert.equal(await statusOf(origin, 'http://['), 400);
  }));

test('the studio is served with the policy that its page names', () => {
  const page = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'">`;
  const files = { 'index.html': page, 'try.html': page, 'kit.zip': 'PK' };
  return withShop({ studio: files }, async ({ call }) => {
    const response = await call('/studio/');
    assert.equal(response.status, 200);
    const policy = response.headers.get('content-security-policy');
    assert.equal(policy, "default-src 'none'; frame-ancestors 'none'");
    const tried = (await call('/studio/try.html')).headers.get('content-security-policy');
    assert.equal(tried, "default-src 'none'; frame-ancestors 'self'", 'the studio frames it');
    assert.equal((await call('/studio')).headers.get('location'), '/studio/');
    const kit = await call('/studio/kit.zip');
    assert.equal(kit.headers.get('content-type'), 'application/zip');
    assert.match(await (await call('/')).text(), /href="\/studio\/"/);
    assert.doesNotMatch(
      (await call('/')).headers.get('content-security-policy'),
      /^default-src 'none'; frame/,
    );
  });
});

test('the order of a department follows the question', () =>
  withShop({}, async ({ call }) => {
    const order = async (sort) => {
      const text = await (await call(`/department/table?sort=${sort}`)).text();
      return [...text.matchAll(/card-title">([^<]*)</g)].map(([, title]) => title.split(' ')[0]);
    };
    assert.deepEqual(await order(''), ['Heron', 'Larch', 'Sold']);
    assert.deepEqual(await order('price-down'), ['Larch', 'Heron', 'Sold']);
    assert.deepEqual(await order('price-up'), ['Heron', 'Larch', 'Sold']);
    assert.deepEqual(await order('new'), ['Sold', 'Larch', 'Heron']);
    assert.deepEqual(await order('__proto__'), ['Heron', 'Larch', 'Sold']);
  }));

test('a department of many products has pages', () => {
  const lines = Array.from({ length: 80 }, (_, i) => `${i},Mug ${i},,,1,EUR,Table`);
  return withShop(
    { catalogue: `id,title,url,image,price,currency,category\n${lines.join('\n')}` },
    async ({ call }) => {
      const titles = async (page) =>
        [...(await (await call(`/department/table?page=${page}`)).text()).matchAll(/card-title/g)]
          .length;
      assert.deepEqual(
        [await titles(1), await titles(3), await titles(99), await titles('x')],
        [36, 8, 8, 36],
      );
    },
  );
});

test('files are packed for those who take it, and kept for ever where the name has a hash', () => {
  const dist = {
    'goeswith.js': `export {};${' '.repeat(2000)}`,
    'storefront-4F2A9C1B.wasm': Buffer.from([0, 97, 115, 109]),
  };
  return withShop({ dist }, async ({ call, origin }) => {
    const wasm = await call('/dist/storefront-4F2A9C1B.wasm');
    assert.equal(wasm.headers.get('content-type'), 'application/wasm');
    assert.match(wasm.headers.get('cache-control'), /immutable/);
    const script = await call('/dist/goeswith.js');
    assert.match(script.headers.get('cache-control'), /no-cache/);
    const tag = script.headers.get('etag');
    assert.equal(
      (await call('/dist/goeswith.js', { headers: { 'If-None-Match': tag } })).status,
      304,
    );

    const packed = await raw(origin, '/dist/goeswith.js', { 'Accept-Encoding': 'gzip;q=0.5, br' });
    assert.equal(packed.headers['content-encoding'], 'br');
    assert.equal(String(brotliDecompressSync(packed.body)), dist['goeswith.js']);
    const plain = await raw(origin, '/dist/goeswith.js', { 'Accept-Encoding': 'br;q=0' });
    assert.equal(plain.headers['content-encoding'], undefined);
  });
});

test('the amount of the goal in shop.json is the amount that the shop promises', () =>
  withShop({ catalogue: CATALOGUE.replaceAll('EUR', 'GBP') }, async ({ call }) => {
    assert.doesNotMatch(await (await call('/')).text(), /Free delivery/);
  }).then(() =>
    withShop({}, async ({ call }) => {
      assert.match(await (await call('/')).text(), /Free delivery from €50\.00/);
    }),
  ));

const raw = (origin, path, headers = {}) =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(origin);
    // By hand, because fetch tidies addresses up before it sends them.
    request({ hostname, port, path, headers }, (response) => {
      const chunks = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('end', () =>
        resolve({
          ...response,
          status: response.statusCode,
          headers: response.headers,
          body: Buffer.concat(chunks),
        }),
      );
    })
      .on('error', reject)
      .end();
  });
const statusOf = async (origin, path) => (await raw(origin, path)).status;
