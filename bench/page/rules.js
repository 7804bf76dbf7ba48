// Fifty rules of every kind and three goals, in the words that `RuleList` (src/recommend/rules.h)
// reads, for the models of bench/inputs.cpp: their departments are categories, and ten brands.

const anyGroup = 0xffff;
const anyPrice = 0xffffffff;
const always = 0xffff << 16;
const selector = ({ category = anyGroup, brand = anyGroup, from = 0, to = anyPrice } = {}) => [
  category | (brand << 16),
  0,
  from,
  to,
  255 << 8,
  0,
];
const [exclude, boost, bury, share, differ, price, atMost] = [0, 2, 3, 4, 5, 6, 7];

function rule(action, { amount = 0, amountTo = 0, kind = 3, select, source, with: other }) {
  return [
    ...[action | (kind << 8) | (0xffff << 16), amount, amountTo, source << 16, always],
    ...selector(select),
    ...selector(other),
    other ? 1 : 0,
  ];
}

/** The words of fifty rules and three goals, of which one is for a category and one has an exception. */
export function fiftyRules() {
  const rules = [];
  const add = (action, more) => rules.push(rule(action, { ...more, source: rules.length }));
  for (let i = 0; i < 15; i++) add(exclude, { select: { category: 3 + 7 * i, from: 4900 } });
  for (let i = 0; i < 15; i++) add(boost, { amount: 10 + i, select: { brand: i % 10, to: 3000 } });
  for (let i = 0; i < 10; i++) add(bury, { amount: 20, select: { category: 5 + 11 * i } });
  for (let i = 0; i < 5; i++)
    add(exclude, { select: { brand: i, to: 150 }, with: { brand: 9 - i } });
  add(share, { kind: 0, select: { category: 2 } });
  add(differ, { kind: 1, select: { category: 4 } });
  add(price, { amount: 1, amountTo: 400 });
  add(atMost, { amount: 2, kind: 0 });
  add(atMost, { amount: 3, kind: 1 });
  const goals = [
    [0, 0],
    [0, 1],
    [1, 1 << 16],
  ];
  const selectors = [selector({ category: 1 }), selector({ brand: 3 })];
  const sizes = [rules.length, goals.length, selectors.length, 0, 0, 10, 60];
  return [...sizes, ...rules.flat(), ...goals.flat(), ...selectors.flat()];
}
