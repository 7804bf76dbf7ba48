// Native command, module (as WebAssembly and as JavaScript) and reference, held against each other on shops that nobody
// thought out.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { openModel } from '../reference/model.mjs';
import * as reference from '../reference/recommend.mjs';
import { dice } from './dice.mjs';
import { keptModel, seal } from './kept.mjs';
import * as module from './module.mjs';

const command = fileURLToPath(new URL('../../build/release/goeswith', import.meta.url));
const skip = module.missing || (!existsSync(command) && `${command} is not built`);

// The page sees 32 bits with a sign: a forged support of more than two billion orders wraps there.
const lists = (offers) => offers.map((offer) => Object.values(offer).map((number) => number | 0));

function run(folder, ...args) {
  const done = spawnSync(command, args, { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 28 });
  assert.equal(done.status, 0, done.stderr);
  return done.stdout;
}

/** Popular products more often than others, as in carts, and now and then one that is not there. */
function someProducts(random, most, products) {
  return Array.from({ length: random.below(most) }, () =>
    random.below(20) === 0 ? products + random.below(3) : random.below(random.below(products) + 1),
  );
}

for (const [products, orders] of [
  [300, 5000],
  [3000, 40000],
])
  test(`a shop of ${products} products, 1,000 carts`, { skip }, async (t) => {
    const folder = mkdtempSync(join(tmpdir(), 'goeswith-vectors-'));
    t.after(() => rmSync(folder, { recursive: true, force: true }));
    const size = ['--products', products, '--orders', orders, '--seed', 7];
    run(folder, 'simulate', ...size, '-o', 'shop');
    run(folder, 'train', 'shop/orders.csv', '--catalogue', 'shop/catalogue.csv', '-o', 'shop.gw');
    const bytes = new Uint8Array(readFileSync(join(folder, 'shop.gw')));
    const { status, model } = openModel(bytes);
    assert.equal(status, 0);
    const cores = await Promise.all(module.kinds.map((kind) => module.startModule(kind)));
    for (const core of cores) assert.equal(module.open(core, bytes), 0);
    const random = dice(products);
    const carts = Array.from({ length: 1000 }, () => someProducts(random, 8, model.products));
    const known = (cart) => cart.filter((product) => product < model.products);

    await t.test('command, module and reference offer the same', () => {
      const line = (cart) => JSON.stringify({ cart: cart.map((i) => model.ids[i] ?? 'not there') });
      writeFileSync(join(folder, 'carts.jsonl'), `${carts.map(line).join('\n')}\n`);
      const native = run(folder, 'recommend', 'shop.gw', '--carts', 'carts.jsonl', '--top', 20)
        .trim()
        .split('\n')
        .map((text) => JSON.parse(text).items);
      assert.equal(native.length, carts.length);
      let together = 0;
      carts.forEach((cart, i) => {
        const offers = reference.recommend(model, { cart }, 20);
        for (const core of cores)
          assert.deepEqual(module.recommend(core, { cart }, 20), lists(offers), `cart ${cart}`);
        assert.deepEqual(
          native[i],
          offers.map(({ product, score }) => ({
            id: model.ids[product],
            score: score * model.scale,
          })),
          `cart ${cart}`,
        );
        together += offers.filter(({ reason }) => reason === reference.Reason.together).length;
      });
      // The agreement would say little if there were only best sellers to agree on.
      assert.ok(together > 1000, `${together} offers are bought together with the cart`);
    });

    await t.test('module and reference leave out the same', () => {
      for (const cart of carts) {
        const question = { cart, exclude: someProducts(random, 30, model.products) };
        const offers = lists(reference.recommend(model, question, 20));
        for (const core of cores) assert.deepEqual(module.recommend(core, question, 20), offers);
        for (const [product] of offers)
          assert.ok(![...known(cart), ...question.exclude].includes(product));
      }
    });

    await t.test('module and reference close gaps alike', () => {
      let closed = 0;
      for (const cart of carts) {
        const question = { cart, exclude: someProducts(random, 10, model.products) };
        const gap = random.below(10) === 0 ? random.below(1e6) : random.below(8000);
        const offers = lists(reference.closeGap(model, question, gap, 10));
        for (const core of cores)
          assert.deepEqual(module.closeGap(core, question, gap, 10), offers, `${cart}: ${gap}`);
        closed += offers.length > 0;
      }
      assert.ok(closed > 500, `${closed} gaps are closed`);
    });
  });

for (const kind of module.kinds)
  test(`${kind}: models with bytes changed by chance are refused alike, or answer alike`, {
    skip: module.missing,
  }, async (t) => {
    const core = await module.startModule(kind);
    for (const name of ['kitchen', 'market', 'bare', 'empty'])
      await t.test(name, () => {
        const random = dice(name.length);
        const seen = new Map();
        for (let round = 0; round < 5000; round++) {
          const bytes = keptModel(name);
          for (let changes = 1 + random.below(3); changes > 0; changes--)
            bytes[16 + random.below(bytes.length - 16)] = random.below(256);
          seal(bytes);
          const { status, model } = openModel(bytes);
          assert.equal(module.open(core, bytes), status);
          seen.set(status, (seen.get(status) ?? 0) + 1);
          if (status !== 0) continue;
          for (let i = 0; i < 4; i++) {
            const question = {
              cart: someProducts(random, 5, model.products + 1),
              exclude: someProducts(random, 3, model.products + 1),
            };
            const gap = random.below(3000);
            assert.deepEqual(
              module.recommend(core, question, 10),
              lists(reference.recommend(model, question, 10)),
            );
            assert.deepEqual(
              module.closeGap(core, question, gap, 10),
              lists(reference.closeGap(model, question, gap, 10)),
            );
          }
        }
        assert.ok(seen.get(0) > 50 && seen.size > 4, `statuses seen: ${[...seen]}`);
      });
  });
