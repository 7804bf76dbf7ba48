import { KINDS } from './pictures.mjs';

const AT_ONCE = 16;
/** What the studio's page loads. */
const STUDIO = [
  ...['', 'studio.js', 'studio.css', 'icon.svg', 'worker.js', 'studio.wasm', 'kit.zip'],
  ...['try.html', 'try.css', 'try.js'],
  ...['sample/orders.csv.gz', 'sample/catalogue.csv.gz'],
];

/**
 * Fetches every page of a running shop: those that the catalogue promises, and whatever a page
 * links, shows or loads. Then a cart is filled, changed and emptied. Returns how many pages were
 * fetched, and the broken ones with what is wrong.
 */
export async function checkPages(shop, origin) {
  const { catalogue } = shop;
  const found = new Set([
    '/',
    ...catalogue.departments.map(({ slug }) => `/department/${slug}`),
    ...catalogue.products.flatMap(({ url, picture }) => [url, picture]),
    ...catalogue.products.map(({ id }) => `/products/${encodeURIComponent(id)}.js`),
    ...KINDS.map((kind) => `/picture/${kind}/a9785c.svg`),
    ...['/new', '/search?q=a', '/cart', '/cart.js', '/thank-you', '/shop.json', '/shop.gw'],
    '/variants/',
    ...(shop.hasStudio ? STUDIO.map((file) => `/studio/${file}`) : []),
  ]);
  const broken = [];
  // A Set is walked in the order of adding, and what is added on the way is walked too.
  const walk = found.values();
  const work = async () => {
    for (let { value: path, done } = walk.next(); !done; { value: path, done } = walk.next()) {
      const what = await checkPage(origin, path, found);
      if (what) broken.push({ path, what });
    }
  };
  // The first page must be read before there is work for many.
  const first = await checkPage(origin, '/', found);
  if (first) broken.push({ path: '/', what: first });
  walk.next();
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  broken.push(...(await checkCart(catalogue, origin)));
  return { fetched: found.size + CART_CALLS, broken };
}

/** What is wrong with a page, or an empty text; adds what the page links to `found`. */
async function checkPage(origin, path, found) {
  // As it is: packing ten thousand pages would be most of the work.
  const headers = { 'Accept-Encoding': 'identity' };
  const response = await fetch(origin + path, { redirect: 'manual', headers });
  const text = await response.text();
  if (response.status !== 200) return `answered ${response.status}`;
  const type = response.headers.get('content-type') ?? '';
  if (text.length === 0) return 'is empty';
  if (type.startsWith('image/svg') && !/^<svg [\s\S]*<\/svg>\s*$/.test(text))
    return 'is no picture';
  if (type.startsWith('application/json')) return isJson(text) ? '' : 'is no JSON';
  if (!type.startsWith('text/html') || path.startsWith('/studio/')) return '';
  if (!/<\/html>\s*$/.test(text)) return 'breaks off';
  if (!/<main[\s>]/.test(text) || !/<h1[\s>]/.test(text)) return 'has no content';
  for (const [, address] of text.matchAll(/ (?:href|src|data-model|data-config)="([^"]+)"/g)) {
    const link = address.replaceAll('&amp;', '&').replaceAll('&#39;', "'");
    if (link.startsWith('/')) found.add(link.split('#')[0]);
    else if (!link.startsWith('#')) return `leads away, to ${link}`;
  }
  return '';
}

function isJson(text) {
  try {
    return typeof JSON.parse(text) === 'object';
  } catch {
    return false;
  }
}

const CART_CALLS = 4;

async function checkCart(catalogue, origin) {
  const product = catalogue.products.find(({ price }) => price !== null);
  if (!product) return [];
  const broken = [];
  let cookie = '';
  const call = async (path, body, isRight) => {
    const response = await fetch(origin + path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Cookie: cookie },
      body: JSON.stringify(body),
    });
    cookie = response.headers.get('set-cookie')?.split(';')[0] ?? cookie;
    const answer = await response.json().catch(() => ({}));
    if (!response.ok) broken.push({ path, what: `answered ${response.status}` });
    else if (!isRight(answer)) broken.push({ path, what: 'the cart is not what it should be' });
  };
  const { variantId, price } = product;
  const add = { items: [{ id: variantId, quantity: 2 }] };
  await call('/cart/add.js', add, ({ items }) => items?.[0]?.final_line_price === 2 * price);
  const one = { id: String(variantId), quantity: 1 };
  await call('/cart/change.js', one, (cart) => cart.total_price === price);
  const three = { updates: { [variantId]: 3 } };
  await call('/cart/update.js', three, (cart) => cart.item_count === 3);
  await call('/cart/clear.js', {}, (cart) => cart.items?.length === 0);
  return broken;
}
