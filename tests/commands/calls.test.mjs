// What each command promises to those who call it: status, streams, formats.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { run, smallOrders, workplace } from './goeswith.mjs';

function trained(t) {
  const place = workplace(t);
  place.write('orders.csv', smallOrders());
  assert.equal(place.run('train', 'orders.csv', '-o', 'shop.gw').status, 0);
  return place;
}

test('a wrong call is status 2, one line, and a hint at --help', (t) => {
  const place = trained(t);
  for (const args of [
    [],
    ['bake'],
    ['train'],
    ['train', 'orders.csv'],
    ['train', 'orders.csv', '-o', 'x.gw', '--edges', 'many'],
    ['train', 'orders.csv', '-o', 'x.gw', '--threads', '-1'],
    ['recommend', 'shop.gw', '--list', 'everything'],
    ['recommend', 'shop.gw', '--top', '0'],
    ['recommend', 'shop.gw', '--cart', 'coffee', '--carts', 'x.jsonl'],
    ['evaluate', 'orders.csv', '--methods', 'oracle'],
    ['evaluate', 'orders.csv', '--split', 'sideways'],
  ]) {
    const { status, out, err } = place.run(...args);
    assert.equal(status, 2, args.join(' '));
    assert.equal(out, '');
    assert.match(err, /^goeswith: .*--help\)\n$/, args.join(' '));
  }
});

test('a file that is not there is status 2 and named, with the reason', (t) => {
  const place = trained(t);
  for (const args of [
    ['train', 'nowhere.csv', '-o', 'x.gw'],
    ['recommend', 'nowhere.gw', '--cart', 'A'],
    ['inspect', 'nowhere.gw'],
    ['check', 'nowhere.json'],
    ['recommend', 'shop.gw', '--carts', 'nowhere.jsonl'],
  ]) {
    const { status, err } = place.run(...args);
    assert.equal(status, 2, args.join(' '));
    assert.match(err, /nowhere\.\w+: .*No such file/);
  }
});

test('train tells what it made, and recommend shows it', (t) => {
  const place = trained(t);
  const { out } = place.run('train', 'orders.csv', '-o', 'shop.gw');
  assert.match(out, /^shop\.gw: 4 products, \d+ affinities from 40 orders, \d+ bytes\n$/);
  const table = place.run('recommend', 'shop.gw', '--cart', 'coffee');
  assert.match(table.out, /filters .*bought together in at least 20 orders/);
  const { items } = JSON.parse(place.run('recommend', 'shop.gw', '--cart', 'coffee', '--json').out);
  assert.deepEqual(Object.keys(items[0]).sort(), ['id', 'reason', 'score', 'support', 'title']);
  assert.equal(items[0].id, 'filters');
  assert.equal(items[0].reason, 'together');
  assert.equal(items[0].support, 20);
});

test('carts are answered one a line, in order, other keys ignored', (t) => {
  const place = trained(t);
  place.write(
    'carts.jsonl',
    '{"cart":["coffee"],"note":"x"}\n{"cart":[]}\n{"cart":["unknown","coffee","coffee"]}\n',
  );
  const { status, out } = place.run('recommend', 'shop.gw', '--carts', 'carts.jsonl', '--top', '2');
  assert.equal(status, 0);
  const answers = out.trim().split('\n').map(JSON.parse);
  assert.equal(answers.length, 3);
  assert.equal(answers[0].items[0].id, 'filters');
  assert.equal(answers[0].items.length, 2);
  assert.equal(answers[1].items[0].score, 0);
  assert.deepEqual(answers[2], answers[0]);
});

test('a line of carts that is not one is named', (t) => {
  const place = trained(t);
  for (const line of ['nonsense', '[]', '{"card":["A"]}', '{"cart":"A"}', '{"cart":[7]}']) {
    place.write('carts.jsonl', `{"cart":["coffee"]}\n${line}\n`);
    const { status, err } = place.run('recommend', 'shop.gw', '--carts', 'carts.jsonl');
    assert.equal(status, 1);
    assert.match(err, /carts\.jsonl:2: /);
  }
});

test('ids with commas, quotes, emoji and leading zeros are found again', (t) => {
  const place = workplace(t);
  const ids = ['007', 'a,b', 'say ""hi""', '☕', 'ümläut'];
  const lines = ['order_id,product_id'];
  for (let order = 0; order < 20; order++) for (const id of ids) lines.push(`${order},"${id}"`);
  place.write('orders.csv', lines.join('\r\n'));
  assert.equal(place.run('train', 'orders.csv', '-o', 'shop.gw').status, 0);
  for (const id of ['007', 'a,b', 'say "hi"', '☕', 'ümläut']) {
    const { out, err } = place.run('recommend', 'shop.gw', '--cart', id, '--json');
    assert.equal(err, '');
    const offered = JSON.parse(out).items.map((item) => item.id);
    assert.equal(offered.length, 4);
    assert.ok(!offered.includes(id));
  }
  assert.match(place.run('recommend', 'shop.gw', '--cart', '7').err, /not in the model: 7/);
});

test('an unknown cart gets best sellers and says what it did not know', (t) => {
  const place = trained(t);
  const { status, out, err } = place.run('recommend', 'shop.gw', '--cart', 'tea,coffe');
  assert.equal(status, 0);
  assert.match(err, /not in the model: tea\nnot in the model: coffe\n/);
  assert.match(out, /best seller/);
});

test('inspect tells products, edges, bytes and version, and a product its neighbours', (t) => {
  const place = trained(t);
  const summary = JSON.parse(place.run('inspect', 'shop.gw', '--json').out);
  assert.equal(summary.products, 4);
  assert.equal(summary.version, 1);
  assert.equal(summary.bytes, place.read('shop.gw').length);
  assert.ok(summary.edges > 0);
  const product = JSON.parse(place.run('inspect', 'shop.gw', '--product', 'filters', '--json').out);
  assert.equal(product.popularity_rank, 1);
  assert.ok(product.neighbours.some((neighbour) => neighbour.id === 'coffee'));
  assert.equal(place.run('inspect', 'shop.gw', '--product', 'tea').status, 2);
  place.write('catalogue.csv', 'id,category,tags,margin\nfilters,Coffee,"paper, small",40\n');
  place.run('train', 'orders.csv', '--catalogue', 'catalogue.csv', '-o', 'told.gw');
  const told = JSON.parse(place.run('inspect', 'told.gw', '--product', 'filters', '--json').out);
  assert.deepEqual(
    [told.category, told.tags, told.margin_percent],
    ['Coffee', ['paper', 'small'], 40],
  );
  const text = place.run('inspect', 'told.gw', '--product', 'filters').out;
  assert.match(text, /\ncategory: Coffee\n/);
});

test('evaluate prints every figure for every method', (t) => {
  const place = trained(t);
  place.write('orders.csv', smallOrders(400));
  const { out } = place.run('evaluate', 'orders.csv', '--json');
  const { methods } = JSON.parse(out);
  assert.deepEqual(
    methods.map((row) => row.method),
    ['popularity', 'cosine', 'goeswith'],
  );
  for (const row of methods)
    for (const key of ['hr10', 'ndcg10', 'mrr', 'coverage', 'seconds', 'bytes'])
      assert.equal(typeof row[key], 'number');
});

test('check says ok, or every mistake with its place', (t) => {
  const place = trained(t);
  place.write('good.json', '{"goals":[{"reward":"free-shipping","amount":{"EUR":"50.00"}}]}');
  assert.deepEqual(place.run('check', 'good.json'), { status: 0, out: 'ok\n', err: '' });
  place.write('bad.json', '{"goals":[{"reward":"free-shiping","amount":{"EUR":"5,00"}}]}');
  const { status, out } = place.run('check', 'bad.json');
  assert.equal(status, 1);
  assert.match(out, /bad\.json: goals\[0\]\.reward: .*\nbad\.json: goals\[0\]\.amount\.EUR: /);
});

test('goals tells what the widget would show', (t) => {
  const place = workplace(t);
  place.write('shop.json', '{"goals":[{"reward":"free-shipping","amount":{"EUR":"50.00"}}]}');
  const cart = { currency: 'EUR', lines: [{ productId: 'A', lineMinor: 3640 }], discountMinor: 0 };
  const goals = (changed) => {
    place.write('cart.json', JSON.stringify({ ...cart, ...changed }));
    return JSON.parse(place.run('goals', 'shop.json', '--cart', 'cart.json', '--json').out)
      .goals[0];
  };
  assert.equal(goals({}).missingMinor, 1360);
  assert.equal(goals({ discountMinor: 100 }).missingMinor, 1460);
  assert.equal(goals({ freeShippingNow: true }).reached, true);
  assert.equal(goals({ freeShippingNow: true }).amountMinor, 5000);
  const lines = [{ productId: 'A', lineMinor: 5001 }];
  assert.equal(goals({ lines }).amountMinor, 5000);
  assert.equal(goals({ lines, freeShippingNow: false }).shown, false);
  assert.equal(goals({ currency: 'USD' }).shown, false);
  assert.equal(goals({ needsShipping: false }).shown, false);
  assert.match(place.run('goals', 'shop.json', '--cart', 'cart.json').out, /^free-shipping: /);
});

test('the configuration tells the currency of orders that tell none', (t) => {
  const place = trained(t);
  place.write('shop.json', '{"currency":"EUR"}');
  place.run('train', 'orders.csv', '--config', 'shop.json', '-o', 'shop.gw');
  assert.equal(JSON.parse(place.run('inspect', 'shop.gw', '--json').out).currency, 'EUR');
  assert.match(place.run('recommend', 'shop.gw', '--cart', 'coffee').out, /4\.50 EUR/);
});

test('help and version are status 0', () => {
  assert.match(run(['--version']).out, /^goeswith \d+\.\d+\.\d+\n$/);
  for (const name of ['train', 'recommend', 'evaluate', 'inspect', 'check', 'goals', 'simulate'])
    assert.equal(run([name, '--help']).status, 0, name);
});
