// The kept cases, held against the module, as WebAssembly and as JavaScript, and the
// reference. tests/unit/vectors.cpp holds the native core to the same files.

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

/** A test for each kind of core. */
function eachKind(name, run) {
  for (const kind of module.kinds)
    test(`${kind}: ${name}`, inModule, async (t) => run(t, await module.startModule(kind)));
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

eachKind('what goes with a cart', async (t, core) => {
  await eachCase(t, 'recommend.json', (bytes) => {
    assert.equal(module.open(core, bytes), 0);
    return (one) => module.recommend(core, one, one.limit);
  });
});

eachKind('what closes a gap', async (t, core) => {
  await eachCase(t, 'close_gap.json', (bytes) => {
    assert.equal(module.open(core, bytes), 0);
    return (one) => module.closeGap(core, one, one.gap, one.limit);
  });
});

test('reference: how far a cart is from a goal', async (t) => {
  for (const one of kept('goals.json'))
    await t.test(one.name, () => {
      const { lines, discounts = 0, notCounted = 0, target, basis } = one;
      const cart = { linesMinor: lines, discountsMinor: discounts, notCountedMinor: notCounted };
      const state = goalState(cart, target, basis === 'after');
      assert.deepEqual(Object.values(state), [one.amount, one.missing, one.reached]);
    });
});

eachKind('how far a cart is from a goal', async (t, core) => {
  for (const one of kept('goals.json'))
    await t.test(one.name, () => assert.equal(module.goalMissing(core, one), one.missing));
});

test('reference: what is no model is refused for the right reason', async (t) => {
  for (const one of kept('refused.json'))
    await t.test(one.name, () => assert.equal(openModel(forged(one)).status, one.status));
});

eachKind('what is no model is refused for the right reason', async (t, core) => {
  for (const one of kept('refused.json'))
    await t.test(one.name, () => {
      assert.equal(module.open(core, keptModel('kitchen')), 0);
      assert.equal(module.open(core, forged(one)), one.status);
      assert.equal(core.sectionSize(16), 0);
      assert.deepEqual(module.recommend(core, { cart: [0] }, 5), []);
      assert.deepEqual(module.closeGap(core, { cart: [0] }, 390, 5), []);
    });
});

eachKind('module and reference read the same from a model', async (t, core) => {
  for (const name of ['kitchen', 'market', 'far', 'bare', 'empty'])
    await t.test(name, () => {
      const bytes = keptModel(name);
      const { model } = openModel(bytes);
      assert.equal(module.open(core, bytes), 0);
      const section = (kind) =>
        Buffer.from(core.memory(), core.section(kind), core.sectionSize(kind));
      const shape = section(1);
      assert.equal(shape.readUInt32LE(0), model.products);
      assert.equal(shape.readFloatLE(8), model.scale);
      assert.equal(shape.toString('latin1', 12, 15).replaceAll('\0', ''), model.currency);
      assert.equal(shape.readUInt32LE(16), model.exponent);
      const prices = section(6);
      for (let product = 0; product < model.products; product++)
        assert.equal(prices.length && prices.readUInt32LE(4 * product), model.prices[product]);
      [model.ids, model.titles, model.urls, model.images].forEach((lines, i) => {
        assert.equal(section(16 + i).toString(), lines.map((line) => `${line}\n`).join(''));
      });
      for (const kind of [0, 31, 34, 2 ** 32 - 1]) assert.equal(core.sectionSize(kind), 0);
    });
});
