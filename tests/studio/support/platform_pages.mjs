// What a merchant's platform makes of the lines that the studio tells: its templates, rendered as far
// as those lines go, and a small server for the folder.

import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { extname } from 'node:path';
import { bigcommerce } from '../../browser/platforms/bigcommerce.mjs';
import { ga4 } from '../../browser/platforms/ga4.mjs';
import { luma } from '../../browser/platforms/magento.mjs';
import { own } from '../../browser/platforms/own.mjs';
import { decimal } from '../../browser/platforms/platform.mjs';
import { prestashop } from '../../browser/platforms/prestashop.mjs';
import { shopify } from '../../browser/platforms/shopify.mjs';
import { shopware } from '../../browser/platforms/shopware.mjs';
import { catalogue, Store } from '../../browser/platforms/store.mjs';
import { woocommerce } from '../../browser/platforms/woocommerce.mjs';

const expression = /\{\{ '([^']+)' \| asset_url \}\}/g;

/** By the studio's key: the fake, where its folder lies, and how its templates are filled. */
export const platforms = {
  shopify: {
    ...{ fake: shopify, folder: '/cdn/shop/t/4/assets/' },
    filled: (code, id) =>
      code
        .replaceAll(expression, '/cdn/shop/t/4/assets/$1?v=17')
        .replaceAll('{{ product.selected_or_first_available_variant.sku | escape }}', id),
  },
  woocommerce: {
    ...{ fake: woocommerce, folder: '/wp-content/uploads/goeswith/' },
    filled: (code, id) => {
      const [, at, printed] =
        /\$at = content_url\('([^']+)'\);\s*printf\('([^']*)', esc_url\(\$at\)\);/.exec(code) ?? [];
      const html = printed ? printed.replaceAll('%1$s', `/wp-content/${at}`) : code;
      return html.replaceAll(/<\?php echo esc_attr\([^?]*\); \?>/g, id);
    },
  },
  prestashop: {
    ...{ fake: prestashop, folder: '/themes/YOURS/assets/goeswith/' },
    filled: (code, id) =>
      code
        .replaceAll('{$urls.theme_assets}', '/themes/YOURS/assets/')
        .replaceAll(/\{\$product\.\w+\}/g, id),
  },
  magento: {
    ...{ fake: luma, folder: '/media/goeswith/' },
    filled: (code, id) =>
      code
        .replaceAll('<?= $escaper->escapeHtmlAttr($block->getCurrentCurrencyCode()) ?>', 'EUR')
        .replaceAll('<?= $escaper->escapeHtmlAttr($block->getProduct()->getSku()) ?>', id),
  },
  bigcommerce: {
    ...{ fake: bigcommerce, folder: '/content/goeswith/' },
    filled: (code, id) =>
      code
        .replace('{{settings.storefront_api.token}}', 't0ken')
        .replace('{{currency_selector.active_currency_code}}', 'EUR')
        .replaceAll(/\{\{product\.\w+\}\}/g, id),
  },
  shopware: {
    ...{ fake: shopware, folder: '/bundles/yourtheme/goeswith/' },
    filled: (code, id) =>
      code
        .replaceAll(/\{%.*?%\}|\{\{ parent\(\) \}\}/g, '')
        .replaceAll('{{ files }}', '/bundles/yourtheme/goeswith/')
        .replace('{{ context.salesChannel.accessKey }}', 'SWSC')
        .replace('{{ context.currency.isoCode }}', 'EUR')
        .replaceAll(/\{\{ page\.product\.\w+ \}\}/g, id),
  },
  ga4: { fake: ga4, folder: '/goeswith/', filled: (code) => code },
  own: { fake: own, folder: '/goeswith/', filled: (code) => code },
};

/** What orders call a product. */
export const idIn = ({ fake }, id) => {
  const product = catalogue.find((one) => one.id === id);
  return (fake.modelId ?? ((one) => one.id))(product);
};

const quoted = (text) => `"${String(text).replaceAll('"', '""')}"`;

/** Exports of such a shop: enough orders in which everything was bought together with everything. */
export function exportsOf(platform) {
  const rows = ['id,title,url,price,currency'];
  for (const product of catalogue)
    rows.push(
      [
        ...[idIn(platform, product.id), product.title, platform.fake.url(product)],
        ...[decimal(product.price.EUR, 2), 'EUR'],
      ]
        .map(quoted)
        .join(),
    );
  const orders = ['order_id,product_id,quantity,customer_id'];
  for (let order = 0; order < 200; order += 1)
    for (const at of [order, order * 3 + 1, order * 7 + 2, order * 7 + 4]) {
      const id = idIn(platform, catalogue[at % catalogue.length].id);
      orders.push(`${order},${quoted(id)},1,c${order}`);
    }
  const file = (name, lines) => ({
    ...{ name, mimeType: 'text/csv', buffer: Buffer.from(`${lines.join('\n')}\n`) },
  });
  return [file('orders.csv', orders), file('catalogue.csv', rows)];
}

/** The lines of the studio as the platform's templates print them. */
export function printed(platform, pastes) {
  const id = idIn(platform, 'MOKA-3');
  return pastes
    .filter(({ where }) => !where.includes('.xml'))
    .map(({ code }) => {
      const html = platform.filled(code, id);
      assert.doesNotMatch(html, /\{[{%$]|<\?|%1\$s/, 'nothing of the template is left');
      return html;
    })
    .join('\n');
}

const picture = '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>';
const types = {
  ...{ '.js': 'text/javascript', '.css': 'text/css', '.json': 'application/json' },
  '.wasm': 'application/wasm',
};

/**
 * A page of the fake shop with lines in it, and the folder where the platform keeps it; three packs of
 * filters in the cart. Resolves to the page's address.
 *
 * `files`   by name, what lies in the folder
 * `policy`  the page's Content-Security-Policy
 */
export async function openShopPage(t, platform, lines, { files, policy, page }) {
  const store = new Store('EUR');
  store.add('FILTER-9', 3);
  const fake = platform.fake.open(store);
  // The page's own script is among the lines.
  if ('speaks' in fake) fake.speaks = false;
  const shop = page ?? ((widget) => fake.page(widget));
  const server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url, 'http://shop');
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    const send = (status, type, body, more = {}) =>
      response.writeHead(status, { 'content-type': type, ...more }).end(body);
    if (pathname === '/a-page')
      return send(200, 'text/html; charset=utf-8', shop(lines), {
        'content-security-policy': policy,
      });
    const name = pathname.startsWith(platform.folder) && pathname.slice(platform.folder.length);
    if (name && files.has(name))
      return send(200, types[extname(name)] ?? 'application/octet-stream', files.get(name));
    if (pathname === '/favicon.ico') return send(204, 'image/x-icon', '');
    if (pathname.endsWith('.svg')) return send(200, 'image/svg+xml', picture);
    const text = Buffer.concat(chunks).toString('utf8');
    const { method, headers } = request;
    const asked = { method, headers, text, path: pathname, query: searchParams };
    asked.body = /json/.test(headers['content-type'] ?? '')
      ? JSON.parse(text)
      : Object.fromEntries(new URLSearchParams(text));
    const answer = fake.answer(asked);
    if (!answer) return send(404, 'text/plain', 'Not Found');
    const { status = 200, type = 'application/json', headers: more = {}, body = '' } = answer;
    const written = typeof body === 'string' || Buffer.isBuffer(body);
    send(status, type, written ? body : JSON.stringify(body), more);
  });
  server.keepAliveTimeout = 0;
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://localhost:${server.address().port}/a-page`;
}
