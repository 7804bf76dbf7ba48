import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Texts } from '../../web/engine/texts.js';
import { FakeCore, type FakeProduct } from './fake_core.js';

const textsOf = (products: FakeProduct[]) => new Texts(new FakeCore(products, []));
const shelf = Array.from({ length: 300 }, (_, at) => ({
  id: `ÄRT-${at}`,
  title: `Tasse ${at} 茶`,
}));

test('each product is known by its number and its id', () => {
  const texts = textsOf(shelf);
  for (const at of [0, 1, 150, 299]) {
    assert.equal(texts.id(at), `ÄRT-${at}`);
    assert.equal(texts.title(at), `Tasse ${at} 茶`);
    assert.equal(texts.number(`ÄRT-${at}`), at);
  }
});

test('what is not in the model has no number, and a number past its end no text', () => {
  const texts = textsOf(shelf);
  for (const id of ['ÄRT-300', 'ÄRT', 'RT-1', 'ÄRT-1\nÄRT-2', '\n', '', ' ÄRT-1', '__proto__'])
    assert.equal(texts.number(id), undefined, JSON.stringify(id));
  for (const at of [300, -1, 0.5, Number.NaN]) assert.equal(texts.id(at), '');
});

test('however many products a cart or a rule names, each is found', () => {
  const texts = textsOf(shelf);
  for (const [at, { id }] of shelf.entries()) {
    assert.equal(texts.number(id), at);
    assert.equal(texts.number(`${id}-sold-out`), undefined);
  }
});

test('a model without a product, or with one that has no id, is no trap', () => {
  assert.equal(textsOf([]).number('A'), undefined);
  assert.equal(textsOf([]).id(0), '');
  const texts = textsOf([{ id: 'A' }, { id: '' }, { id: 'B' }]);
  assert.deepEqual(
    ['A', '', 'B'].map((id) => texts.number(id)),
    [0, 1, 2],
  );
});
