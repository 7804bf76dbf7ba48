// The interface of a fake platform. Each is one file beside this one that exports one object:
//
//   export const shopify = {
//     name: 'Shopify',          for people
//     adapter: 'shopify',       its name in web/cart/platforms.ts, and of its file in web/cart
//     cannot: {                 behaviours (keys of ../adapters/behaviours.mjs) that the platform has no
//       renewed: 'its cart needs no nonce',     way to show, each with the reason: it becomes the
//     },                                        skip of that test
//     url: (product) => `/products/${product.handle}`,     the address of a product's page
//     modelId: (product) => product.id,         optional: what orders call a product
//     config: { goals: [] },    optional: what its merchants must write otherwise in shop.json
//     globals: ['Shopify'],     names that HTML could clobber: `<a id="Shopify">`
//     open: (store) => fake,
//   };
//
// and a file `../adapter_NAME.test.mjs` that hands it to `behaves`.
//
// `store` is the shop behind it (store.mjs): its products, prices, stock, and the one cart, which the
// test changes by hand where "another tab" or "the shop" does. A `fake` is the platform around it:
//
//   page(widget)      the HTML of a page of the platform: what it prints into head and body, its
//                     globals, its own theme script; `widget` is what a merchant pastes, as it is
//   answer(request)   `{ method, path, query, headers, body, text }`, `body` parsed from JSON or form ->
//                     `{ status = 200, type = 'application/json', headers = {}, body }` or null where
//                     the platform has nothing at this address. It answers in the platform's own
//                     shapes, money written as the platform writes it
//   kindOf(request)   what a request is for: 'read' (the cart), 'add', 'change', 'details' (live price and
//                     stock), or undefined. Only POSTs of ours and of the theme's are adds and changes
//   truth()           what the adapter's cart must be: store.truth(), without what this platform does
//                     not tell (a key left out is not compared, null must be null)
//   expire()          optional: what lets a shopper write (nonce, form key, session) stops being good, a
//                     reading brings a new one
//   conflict()        optional: the next write meets a cart that changed meanwhile (409), and is refused
//
// In the page, the theme's script defines `window.theme`, which changes the cart as a shopper does,
// with the platform's own requests and its own events in their own order:
//
//   theme.add(id, qty = 1), theme.change(id, qty), theme.remove(id)      ids as in store.mjs; promises
//                     that settle when all is over, rejected or not when the shop refused
//   theme.events      set by the test: 'usual'; 'none' (this theme forgets to tell); 'late' (2 s after
//                     the change); 'reversed' (the last event first); 'many' (each five times)
//   theme.consent(agrees)                      optional: the shopper answers the platform's banner
//
// `fire` below makes the five of a list of events. Carts are compared by `assertCart`: field by field
// as truth() names them, amounts to the minor unit, lines in order. Nothing here imports from web/.

import assert from 'node:assert/strict';

/** The adapter's cart is the platform's. `cart` is as the page told it; see `Cart` in web/cart. */
export function assertCart(cart, truth) {
  assert.ok(cart, 'the adapter told no cart');
  const { lines, totalMinor, ...sums } = truth;
  const told = pick(cart, sums);
  if (totalMinor !== undefined) {
    const { subtotalMinor, discountMinor } = cart;
    const known = subtotalMinor !== null && discountMinor !== null;
    Object.assign(told, { totalMinor: known ? subtotalMinor - discountMinor : null });
    Object.assign(sums, { totalMinor });
  }
  told.lines = cart.lines.map((line, at) => pick(line, lines[at] ?? {}));
  assert.deepEqual(told, { ...sums, lines });
}

const pick = (object, keys) =>
  Object.fromEntries(Object.keys(keys).map((key) => [key, object[key]]));

/** Leaves keys out of every line of a truth, or of the cart: what a platform does not tell. */
export function without({ lines, ...cart }, { line = [], whole = [] }) {
  const less = (object, keys) =>
    Object.fromEntries(Object.entries(object).filter(([key]) => !keys.includes(key)));
  return { ...less(cart, whole), lines: lines.map((one) => less(one, line)) };
}

/** Decimal text of minor units, exactly: 435 with 2 decimals is "4.35". */
export function decimal(minor, exponent) {
  const digits = String(minor).padStart(exponent + 1, '0');
  return exponent === 0 ? digits : `${digits.slice(0, -exponent)}.${digits.slice(-exponent)}`;
}

/** Text as PHP's htmlspecialchars writes it, for pages and for platforms that answer so. */
export const escapeHtml = (text) =>
  text.replace(
    /[&<>"']/g,
    (c) => `&${{ '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot', "'": '#039' }[c]};`,
  );

/**
 * The start of a theme's script, a text for `<script>`: `theme.events`, `send(method, path, body)`
 * (JSON; resolves to the answer's JSON, or null), and `fire(...events)`, each a function that fires
 * one, in the platform's order.
 */
export const themeScript = `
  window.theme = { events: 'usual' };
  theme.remove = (id) => theme.change(id, 0);
  const send = async (method, path, body, headers = {}) => {
    const form = body instanceof FormData || body instanceof URLSearchParams;
    const json = body !== undefined && !form;
    const response = await fetch(path, {
      method,
      headers: { ...(json && { 'Content-Type': 'application/json' }), ...headers },
      body: json ? JSON.stringify(body) : body,
    });
    theme.answer = response;
    return response.json().catch(() => null);
  };
  const fire = async (...events) => {
    const { events: how } = theme;
    if (how === 'none') return;
    if (how === 'late') await new Promise((done) => setTimeout(done, 2000));
    if (how === 'reversed') events.reverse();
    for (const event of events)
      for (let i = 0; i < (how === 'many' ? 5 : 1); i += 1) await event();
  };
`;
