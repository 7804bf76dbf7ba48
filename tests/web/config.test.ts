import assert from 'node:assert/strict';
import { test } from 'node:test';
import { noConfig, parseConfig } from '../../web/config.js';

const read = (value: unknown) => parseConfig(JSON.stringify(value));

test('a goal has its amounts by currency, after discounts unless told otherwise', () => {
  const { goals, problems } = read({
    goals: [{ reward: 'free-shipping', amount: { EUR: '50.00', GBP: '45' } }],
  });
  assert.deepEqual(problems, []);
  assert.equal(goals.length, 1);
  assert.equal(goals[0]?.reward, 'free-shipping');
  assert.equal(goals[0]?.basis, 'after');
  assert.deepEqual([...goals[0]!.amount], Object.entries({ EUR: '50.00', GBP: '45' }));
});

test('a number is read by its shortest text', () => {
  const { goals } = read({ goals: [{ reward: 'free-shipping', amount: { EUR: 4.35 } }] });
  assert.equal(goals[0]?.amount.get('EUR'), '4.35');
});

test('a shop without goals is a shop without goals', () => {
  assert.deepEqual(read({}), noConfig);
  assert.deepEqual(read({ currency: 'EUR' }), noConfig);
});

const mistakes: [string, unknown, string, number][] = [
  ['an unknown key', { goal: [] }, 'shop.json: goal: this key is unknown', 0],
  ['a list for the whole', [], 'shop.json: an object belongs here', 0],
  ['goals that are no list', { goals: {} }, 'shop.json: goals: a list belongs here', 0],
  ['a goal that is no object', { goals: [7] }, 'shop.json: goals[0]: an object belongs here', 0],
  [
    'an unknown reward',
    { goals: [{ reward: 'pony', amount: { EUR: '1' } }] },
    'shop.json: goals[0].reward: one of free-shipping, discount, gift, points, message belongs here',
    0,
  ],
  [
    'an unknown basis',
    { goals: [{ reward: 'free-shipping', amount: { EUR: '1' }, basis: 'between' }] },
    'shop.json: goals[0].basis: one of before, after belongs here',
    0,
  ],
  [
    'an amount without a currency',
    { goals: [{ reward: 'free-shipping', amount: '50.00' }] },
    'shop.json: goals[0].amount: amounts by currency belong here, { "EUR": "50.00" }',
    0,
  ],
  [
    'a currency that is none, beside one that is',
    { goals: [{ reward: 'free-shipping', amount: { euro: '50', EUR: '50' } }] },
    'shop.json: goals[0].amount.euro: this is no currency code such as "EUR"',
    1,
  ],
  [
    'an amount with a comma',
    { goals: [{ reward: 'free-shipping', amount: { EUR: '50,00' } }] },
    'shop.json: goals[0].amount.EUR: a decimal above 0 belongs here, such as "50.00"',
    0,
  ],
  [
    'an amount of nothing',
    { goals: [{ reward: 'free-shipping', amount: { EUR: 0 } }] },
    'shop.json: goals[0].amount.EUR: a decimal above 0 belongs here, such as "50.00"',
    0,
  ],
];
for (const [name, value, message, goals] of mistakes)
  test(`${name} is told with its place, and the rest is in force`, () => {
    const config = read(value);
    assert.deepEqual(
      config.problems.map((problem) => [problem.code, problem.message]),
      [['config-invalid', message]],
    );
    assert.equal(config.goals.length, goals);
  });

test('what is not JSON breaks nothing', () => {
  for (const text of ['', '{', '<!doctype html>', '\u0000'])
    assert.equal(parseConfig(text).problems[0]?.message, 'shop.json: this is not JSON');
});

test('keys that name inherited things are keys like any other', () => {
  const { goals, problems } = parseConfig(
    '{"__proto__":{"goals":[]},"goals":[{"reward":"free-shipping","amount":{"constructor":"5"}}]}',
  );
  assert.equal(goals.length, 0);
  assert.equal(problems.length, 2);
});
