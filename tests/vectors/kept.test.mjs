// The kept cases, held against the WebAssembly module and the reference. tests/unit/vectors.cpp
// holds the native core to the same files.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { goalState } from '../reference/goals.mjs';
import { openModel } from '../reference/model.mjs';
import * as reference from '../reference/recommend.mjs';
import { forged, kept, keptModel } from './kept.mjs';
import * as module from './module.mjs';

const lists = (offers) => offers.map((offer) => Object.values(offer));
const inModule = { skip: module.missing };

/** Runs each case of a file of cases with the bytes of its model. */
async function eachCase(t, file, check) {
  for (const { model, cases } of kept(file)) {
    const answer = check(keptModel(model));
    for (const one of cases)
      await t.test(`${model}: ${one.name}`, () => assert.deepEqual(answer(one), one.offers));
  }
}

test('reference: what goes with a cart', (t) =>
  eachCase(t, 'recommend.json', (bytes) => {
    const { model } = openModel(bytes);
    return (one) => lists(reference.recommend(model, one, one.limit));
  }));

test('reference: what closes a gap', (t) =>
  eachCase(t, 'close_gap.json', (bytes) => {
    const { model } = openModel(bytes);
    return (one) => lists(reference.closeGap(model, one, one.gap, one.limit));
  }));

test('module: what goes with a cart', inModule, async (t) => {
  const core = new (await module.startModule()).Core();
  await eachCase(t, 'recommend.json', (bytes) => {
    assert.equal(module.open(core, bytes), 0);
    return (one) => module.recommend(core, one, one.limit);
  });
});

test('module: what closes a gap', inModule, async (t) => {
  const core = new (await module.startModule()).Core();
  await eachCase(t, 'close_gap.json', (bytes) => {
    assert.equal(module.open(core, bytes), 0);
    return (one) => module.closeGap(core, one, one.gap, one.limit);
  });
});

test('how far a cart is from a goal', async (t) => {
  const core = module.missing ? null : new (await module.startModule()).Core();
  for (const one of kept('goals.json'))
    await t.test(one.name, () => {
      const { lines, discounts = 0, notCounted = 0, target, basis } = one;
      const cart = { linesMinor: lines, discountsMinor: discounts, notCountedMinor: notCounted };
      const state = goalState(cart, target, basis === 'after');
      assert.deepEqual(Object.values(state), [one.amount, one.missing, one.reached]);
      if (core) assert.equal(module.goalMissing(core, one), one.missing);
    });
});

test('what is no model is refused for the right reason', async (t) => {
  const core = module.missing ? null : new (await module.startModule()).Core();
  for (const one of kept('refused.json'))
    await t.test(one.name, () => {
      const bytes = forged(one);
      assert.equal(openModel(bytes).status, one.status);
      if (!core) return;
      assert.equal(module.open(core, keptModel('kitchen')), 0);
      assert.equal(module.open(core, bytes), one.status);
      assert.equal(core.products(), 0);
      assert.deepEqual(module.recommend(core, { cart: [0] }, 5), []);
      assert.deepEqual(module.closeGap(core, { cart: [0] }, 390, 5), []);
    });
});

test('module and reference read the same from a model', inModule, async (t) => {
  const core = new (await module.startModule()).Core();
  for (const name of ['kitchen', 'market', 'far', 'bare', 'empty'])
    await t.test(name, () => {
      const bytes = keptModel(name);
      const { model } = openModel(bytes);
      assert.equal(module.open(core, bytes), 0);
      assert.equal(core.products(), model.products);
      assert.equal(core.exponent(), model.exponent);
      assert.equal(core.scale(), model.scale);
      const [first = 0, second = 0, third = 0] = Buffer.from(model.currency);
      assert.equal(core.currency(), first + second * 256 + third * 65536);
      for (let product = 0; product < model.products; product++)
        assert.equal(core.price(product), model.prices[product]);
      assert.equal(core.price(model.products), 0);
      [model.ids, model.titles, model.urls, model.images].forEach((lines, i) => {
        assert.equal(
          Buffer.from(core.text(16 + i)).toString(),
          lines.map((line) => `${line}\n`).join(''),
        );
      });
    });
});
