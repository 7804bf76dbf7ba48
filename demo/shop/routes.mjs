import { fileURLToPath } from 'node:url';
import { Cart, CartError } from './cart.mjs';
import { Answer, cookieOf, fileAnswer, json, readBody, redirect } from './http.mjs';
import { cartPage } from './pages/cart.mjs';
import { home } from './pages/home.mjs';
import { layout } from './pages/layout.mjs';
import { arrivals, department, search } from './pages/list.mjs';
import { notFound, thankYou } from './pages/plain.mjs';
import { product } from './pages/product.mjs';
import { draw } from './pictures.mjs';
import { ajaxProduct, storefrontAnswer } from './product_json.mjs';
import { variant } from './variants.mjs';

const STATIC = fileURLToPath(new URL('static/', import.meta.url));
const SESSION = 'cart';
const STOREFRONT = /^\/api\/\d{4}-\d\d\/graphql\.json$/;
// Only the path counts; the name completes the URL.
const ORIGIN = 'http://shop';

/**
 * Answers one request of the shop, or null where nothing is at this address.
 *
 * `shop`  what the pages need (see `openShop` in shop.mjs), carts, and where files lie
 */
export async function route(shop, request) {
  if (!URL.canParse(request.url, ORIGIN)) return new Answer('', { status: 400 });
  const { pathname, searchParams: query } = new URL(request.url, ORIGIN);
  const [, first, ...rest] = pathname.split('/');
  const tail = rest.join('/');
  const visit = visitOf(shop, request);
  const page = (content, status = 200) =>
    new Answer(layout(shop, content, visit.count), { status });

  if (request.method === 'POST') {
    const body = await readBody(request);
    if (!STOREFRONT.test(pathname)) return change(shop, visit, pathname, body, page);
    const { currency } = shop.catalogue;
    return json(storefrontAnswer(body, currency, (handle) => shop.catalogue.byId(handle)));
  }
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return new Answer('', { status: 405, headers: { Allow: 'GET, HEAD, POST' } });
  }
  switch (pathname) {
    case '/':
      return page(home(shop));
    case '/new':
      return page(arrivals(shop, query));
    case '/search':
      return page(search(shop, query));
    case '/cart':
      return page(cartPage(shop, visit.json()));
    case '/cart.js':
      return json(visit.json());
    case '/thank-you':
      return page(thankYou());
    case '/shop.gw':
      return shop.model ? asFile(shop.model, 'application/octet-stream') : null;
    case '/shop.json':
      return asFile(shop.config, 'application/json; charset=utf-8');
    case '/studio':
      return shop.hasStudio ? redirect('/studio/') : null;
  }
  switch (first) {
    case 'department': {
      const found = shop.catalogue.department(tail);
      return found ? page(department(shop, found, query)) : null;
    }
    case 'product': {
      const found = shop.catalogue.byId(decoded(tail) || query.get('id'));
      return found ? page(product(shop, found)) : null;
    }
    case 'products': {
      const found = tail.endsWith('.js') && shop.catalogue.byId(decoded(tail.slice(0, -3)));
      return found ? json(ajaxProduct(found)) : null;
    }
    case 'picture':
      return picture(rest);
    case 'static':
      return fileAnswer(STATIC, decoded(tail));
    case 'variants':
      return variant(shop, decoded(tail));
    case 'dist':
      return fileAnswer(shop.dist, decoded(tail));
    case 'studio':
      return shop.hasStudio ? studioFile(shop.studio, decoded(tail) || '/') : null;
  }
  return null;
}

/** A file of the studio, whose pages bring a policy of their own: it says it as a header, too. */
async function studioFile(folder, path) {
  const answer = await fileAnswer(folder, path);
  const [, policy] = /"Content-Security-Policy" content="([^"]*)"/.exec(answer?.body ?? '') ?? [];
  // The shop that is tried stands in a frame of the studio, and of nobody else.
  const ancestors = path === 'try.html' ? "'self'" : "'none'";
  if (policy && answer.type.startsWith('text/html'))
    answer.headers['Content-Security-Policy'] = `${policy}; frame-ancestors ${ancestors}`;
  return answer;
}

export const missing = (shop, request) =>
  new Answer(layout(shop, notFound(), visitOf(shop, request).count), { status: 404 });

/** This shopper's cart; it is kept, and a cookie set, only once something is put into it. */
function visitOf(shop, request) {
  const kept = shop.carts.get(cookieOf(request, SESSION) ?? '');
  const cart = kept ?? new Cart(shop.catalogue);
  return {
    cart,
    count: cart.count,
    json: () => cart.toJSON(),
    headers() {
      if (kept || cart.count === 0) return {};
      const session = shop.carts.open(cart);
      return { 'Set-Cookie': `${SESSION}=${session}; Path=/; HttpOnly; SameSite=Lax` };
    },
  };
}

// The addresses that end in .js answer a script, the others a form of a page without one.
function change(shop, { cart, json: whole, headers }, pathname, body, page) {
  const isScript = pathname.endsWith('.js');
  try {
    let answer;
    switch (pathname.replace(/\.js$/, '')) {
      case '/cart/add': {
        const items = cart.add(Array.isArray(body.items) ? body.items : [body]);
        answer = Array.isArray(body.items) ? { items } : items[0];
        break;
      }
      case '/cart/change':
        cart.change(body);
        break;
      case '/cart/update':
        cart.update(body.updates);
        break;
      case '/cart/clear':
        cart.clear();
        break;
      default:
        return null;
    }
    const sent = isScript ? json(answer ?? whole()) : redirect('/cart');
    Object.assign(sent.headers, headers());
    return sent;
  } catch (error) {
    if (!(error instanceof CartError)) throw error;
    const { status, message, description } = error;
    if (isScript) return json({ status, message, description }, status);
    return page(cartPage(shop, whole(), description), status);
  }
}

function picture([kind, name = '', ...more]) {
  const [, colour] = /^([0-9a-f]{6})\.svg$/i.exec(name) ?? [];
  const drawn = colour && more.length === 0 ? draw(kind, colour) : null;
  return drawn && new Answer(drawn, { type: 'image/svg+xml', cache: 'public, max-age=86400' });
}

const asFile = (bytes, type) => new Answer(bytes, { type, cache: 'public, no-cache' });

function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}
