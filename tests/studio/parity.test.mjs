import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { test as browserTest, patienceMs } from '../browser/support/browser.mjs';
import { drop, give, idle, modelOf, openStudio, sample, top } from './support/studio_server.mjs';

const shared = process.env.GOESWITH_SHARED ?? join(top, '..', 'shared');
const retail = join(shared, 'data', 'online_retail_ii', 'orders.csv.gz');
const shops = {
  'the sample shop': { files: sample, args: [sample[0], '--catalogue', sample[1]] },
  'Online Retail II': { files: [retail], args: [retail] },
};

const folder = mkdtempSync(join(tmpdir(), 'parity-'));
after(() => rmSync(folder, { recursive: true }));
const goeswith = (...args) =>
  execFileSync(join(top, 'build', 'release', 'goeswith'), args, {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    stdio: ['ignore', 'pipe', 'ignore'],
  });

/** A stream of numbers from 0 to 1 that is the same each time (mulberry32). */
function dice(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Carts of one to five products, drawn as shoppers do: best sellers come first, and oftener. */
function randomCarts(ids, count) {
  const next = dice(7);
  const drawn = () => ids[Math.floor(next() ** 2 * ids.length)];
  return Array.from({ length: count }, () => [
    ...new Set(Array.from({ length: 1 + Math.floor(next() * 5) }, drawn)),
  ]);
}

/** All that a model says, product by product, asked in a worker of its own. */
const contents = (page, model) =>
  page.evaluate(async (bytes) => {
    const session = new globalThis.Session();
    await session.ask(
      'open',
      Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0)),
    );
    const { products } = await session.ask('products', null);
    const told = [];
    for (const { id, title, priceMinor, category } of products) {
      const { neighbours } = await session.ask('product', id);
      const edges = neighbours.map((edge) => [edge.id, edge.weight]);
      told.push({ id, title, priceMinor, category, edges });
    }
    session.stop();
    return told;
  }, model.toString('base64'));

/** Every weight that a model has, in order: its place is its step. */
function steps(told) {
  const weights = [...new Set(told.flatMap(({ edges }) => edges.map(([, weight]) => weight)))];
  weights.sort((a, b) => a - b);
  const nearest = (weight) => {
    let best = 0;
    for (const [at, one] of weights.entries())
      if (Math.abs(one - weight) < Math.abs(weights[best] - weight)) best = at;
    return best;
  };
  const known = new Map();
  return (weight) => {
    if (!known.has(weight)) known.set(weight, nearest(weight));
    return known.get(weight);
  };
}

/** The same products and edges, and weights within one step of the file's. */
function assertSame(studio, command) {
  const plain = (told) =>
    told.map(({ edges, ...product }) => ({ ...product, with: edges.map(([id]) => id).sort() }));
  assert.deepEqual(plain(studio), plain(command));
  const step = steps(command);
  for (const [at, { id, edges }] of command.entries()) {
    const weights = new Map(studio[at].edges);
    for (const [other, weight] of edges)
      assert.ok(
        Math.abs(step(weight) - step(weights.get(other))) <= 1,
        `${id} with ${other}: ${weight} and ${weights.get(other)}`,
      );
  }
}

for (const [name, { files, args }] of Object.entries(shops)) {
  const missing = files.find((file) => !existsSync(file));
  const run = async (t) => {
    if (missing) return t.skip(`${name} is not there (GOESWITH_SHARED says where)`);
    const { page } = await openStudio(t);
    await give(page, files);
    await drop(page);
    await page
      .getByRole('button', { name: 'See what goes with what' })
      .click({ timeout: patienceMs });
    const studio = await modelOf(page);
    await idle(page, 2 * patienceMs);

    const file = join(folder, 'shop.gw');
    goeswith('train', ...args, '-o', file);
    const command = readFileSync(file);
    const inStudio = await contents(page, studio);
    assert.ok(inStudio.length > 200 && inStudio.some(({ edges }) => edges.length > 3));
    if (studio.equals(command)) t.diagnostic('the same bytes');
    else assertSame(inStudio, await contents(page, command));

    const carts = randomCarts(
      inStudio.map(({ id }) => id),
      1000,
    );
    const asked = join(folder, 'carts.jsonl');
    writeFileSync(asked, carts.map((cart) => `${JSON.stringify({ cart })}\n`).join(''));
    const fromCommand = goeswith('recommend', file, '--carts', asked, '--top', '4')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    const fromStudio = await page.evaluate(async (rows) => {
      const { session } = globalThis.store;
      const answers = [];
      for (const cart of rows)
        answers.push(await session.ask('offers', { config: '{}', row: { cart, top: 4 } }));
      return answers.map(({ items }) => items.map(({ id }) => id));
    }, carts);
    assert.equal(fromCommand.length, 1000);
    assert.deepEqual(fromStudio, fromCommand.map(idsOf));
  };
  browserTest(
    `${name} is the same model in the studio and on the command line, with the same first four offers for 1,000 carts`,
    run,
  );
}

const idsOf = ({ items }) => items.map(({ id }) => id);
