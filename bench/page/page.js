// Times the storefront module and its rival in turn over the same carts. Batches are long enough
// for the page's clock and short enough that few of them are interrupted; each pair asks the same
// carts, the next pair others.

import { PlainRecommender } from './plain.js';
import { fiftyRules } from './rules.js';
import createStorefront from './storefront.js';

const limit = 10;
const batch = 256;

const fetchBytes = async (url) => {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return response.arrayBuffer();
};

/** Puts a question into the module's room: nothing at hand, in the cart, and no list but the cart. */
function put(core, cart) {
  const words = [0xffffffff, 2, 0, 0, 0, cart.length, 0, 0, 0, 0, 0, ...cart];
  new Uint32Array(core.memory(), core.room(), words.length).set(words);
}

const offersOf = (core, count) => new Int32Array(core.memory(), core.offers(), 4 * count).slice();

/** What an engine does for a cart: hands it over, asks, and copies what it is told. */
function answerWasm(core, cart) {
  put(core, cart);
  return offersOf(core, core.ask(0, limit, 0, -1, 0));
}

/**
 * All that a page asks of the core for one cart: a row under the rules, three goals over the cart's
 * lines, and what closes a gap, alone and in pairs.
 */
function answerAll(core, cart) {
  put(core, cart);
  const row = offersOf(core, core.ask(0, limit, 0, -1, 0));
  const gap = 700 + (cart[0] % 3000);
  core.ask(2, 4, gap, 490, 380);
  core.ask(3, 2, gap, 490, 380);
  const prices = new Uint32Array(core.memory(), core.section(6));
  const lines = Array.from(cart, (product) => [product, prices[product], -1, 1, 1]).flat();
  new Float64Array(core.memory(), core.room(), lines.length).set(lines);
  for (let goal = 0; goal < 3; goal++)
    row[0] += core.goalMissing(goal, 2, 20_000 + goal, 0, cart.length);
  return row;
}

/** The way into the module and back, without an answer: what of the time is the boundary's. */
function askNothing(core, cart) {
  put(core, cart);
  core.ask(0, 0, 0, -1, 0);
  return offersOf(core, limit);
}

/** The same to the caller as the module's answer: numbers that stay. */
function answerPlain(plain, cart) {
  const count = plain.recommend(cart, limit);
  return plain.offers.slice(0, 4 * count);
}

// What is answered has to go somewhere, or an optimiser may find that nobody asks.
globalThis.sink = 0;

function microseconds(answer, recommender, carts, first) {
  const begin = performance.now();
  let sum = 0;
  for (let i = first; i < first + batch; i++) sum += answer(recommender, carts[i])[0];
  const spent = performance.now() - begin;
  globalThis.sink ^= sum;
  return (1000 * spent) / batch;
}

async function loadCarts(products, size) {
  const numbers = new Uint32Array(await fetchBytes(`models/${products}.${size}.carts`));
  return Array.from({ length: numbers.length / size }, (_, i) =>
    numbers.slice(i * size, (i + 1) * size),
  );
}

/** Both must tell the same before it matters who is faster; it warms both up, too. */
function compare(core, plain, carts) {
  for (const cart of carts) {
    const offers = answerWasm(core, cart);
    const others = answerPlain(plain, cart);
    if (offers.length !== others.length || offers.some((number, i) => number !== others[i]))
      throw new Error(`cart ${cart}: the module says ${offers}, plain JavaScript ${others}`);
  }
}

const binary = WebAssembly.compileStreaming(fetch('storefront.wasm'));

/** A module of its own: it holds one model. */
async function startWasm() {
  const wasm = await binary;
  return createStorefront({
    instantiateWasm(imports, done) {
      WebAssembly.instantiate(wasm, imports).then((instance) => done({ instance }));
    },
  });
}

function openWasm(core, bytes) {
  const room = core.model(bytes.length);
  new Uint8Array(core.memory(), room, bytes.length).set(bytes);
  const status = core.open();
  if (status !== 0) throw new Error(`status ${status}`);
  return core;
}

/** Runs two of a kind in turn, each first every other time. */
function inTurn(rounds, first, second) {
  const pairs = [];
  for (let round = 0; round < rounds; round++) {
    const swap = round % 2 === 1;
    const one = (swap ? second : first)(round);
    const other = (swap ? first : second)(round);
    pairs.push(swap ? [other, one] : [one, other]);
  }
  return pairs;
}

function milliseconds(open) {
  const begin = performance.now();
  open();
  return performance.now() - begin;
}

/** All pairs of [WebAssembly, plain JavaScript]: openings in ms, answers in µs. */
async function measure({ catalogues, sizes, rounds, openings, ruled }) {
  const rows = [];
  for (const products of catalogues) {
    const bytes = new Uint8Array(await fetchBytes(`models/${products}.gw`));
    const fresh = await Promise.all(Array.from({ length: openings }, startWasm));
    rows.push({
      what: 'open',
      products,
      pairs: inTurn(
        openings,
        (round) => milliseconds(() => openWasm(fresh[round], bytes)),
        () => milliseconds(() => new PlainRecommender(bytes)),
      ),
    });
    const core = openWasm(await startWasm(), bytes);
    const plain = new PlainRecommender(bytes);
    for (const cart of sizes) {
      const carts = await loadCarts(products, cart);
      compare(core, plain, carts);
      const first = (round) => (round * batch) % carts.length;
      rows.push({
        what: 'recommend',
        products,
        cart,
        carts: carts.length,
        pairs: inTurn(
          rounds,
          (round) => microseconds(answerWasm, core, carts, first(round)),
          (round) => microseconds(answerPlain, plain, carts, first(round)),
        ),
        boundary: Array.from({ length: rounds }, (_, round) =>
          microseconds(askNothing, core, carts, first(round)),
        ),
      });
    }
    if (products === ruled.products) {
      const rules = fiftyRules();
      const room = core.rules(rules.length);
      new Uint32Array(core.memory(), room, rules.length).set(rules);
      if (!core.setRules()) throw new Error('the rules are not sound');
      const carts = await loadCarts(products, 20);
      for (const cart of carts) answerAll(core, cart.subarray(0, ruled.cart));
      rows.push({
        what: 'rules',
        ...ruled,
        rounds: Array.from({ length: rounds }, (_, round) =>
          microseconds(
            (of, cart) => answerAll(of, cart.subarray(0, ruled.cart)),
            core,
            carts,
            (round * batch) % carts.length,
          ),
        ),
      });
    }
  }
  return rows;
}

async function measured() {
  try {
    if (!crossOriginIsolated) throw new Error('the clock is coarse: the page is not isolated');
    const asked = await fetch('asked.json');
    return { rows: await measure(await asked.json()) };
  } catch (error) {
    return { error: String(error) };
  }
}

await fetch('measured', { method: 'POST', body: JSON.stringify(await measured()) });
