// Bad input through the whole command: the status, the sentence, and nothing half-written.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { smallOrders, workplace } from './goeswith.mjs';

/** Trains on bad orders over a good model, which has to survive. */
function refused(t, name, content, expected) {
  const place = workplace(t);
  place.write('shop.gw', 'the model of yesterday');
  place.write(name, content);
  const { status, out, err } = place.run('train', name, '-o', 'shop.gw');
  assert.equal(status, 1, err);
  assert.equal(out, '');
  assert.match(err, expected);
  assert.equal(place.read('shop.gw').toString(), 'the model of yesterday');
  assert.ok(!place.exists('shop.gw.part'));
}

test('an empty file', (t) => refused(t, 'orders.csv', '', /orders\.csv:1: the file is empty/));

test('a header without products', (t) =>
  refused(t, 'orders.csv', 'order_id,qty\n1,2\n', /orders\.csv:1: .*product/));

test('a header and nothing else', (t) =>
  refused(t, 'orders.csv', 'order_id,product_id\n', /goeswith: \S/));

test('text where a number belongs', (t) =>
  refused(
    t,
    'orders.csv',
    'order_id,product_id,qty\n1,A,1\n1,B,two\n',
    /orders\.csv:3: the quantity "two" is not a number/,
  ));

test('an unclosed quote', (t) =>
  refused(t, 'orders.csv', 'order_id,product_id\n1,"A\n1,B\n', /orders\.csv:2: .*quote/));

test('a NUL byte', (t) =>
  refused(t, 'orders.csv', 'order_id,product_id\n1,A\n1,B\0C\n', /orders\.csv:3: .*NUL/));

test('a truncated gz', (t) =>
  refused(
    t,
    'orders.csv.gz',
    gzipSync(smallOrders()).subarray(0, 200),
    /orders\.csv\.gz: .*cut off/,
  ));

test('a line of 10 MB', (t) =>
  refused(t, 'orders.csv', `order_id,product_id\n1,${'A'.repeat(1e7)}\n`, /orders\.csv:2: .*MiB/));

test('too few orders for any product', (t) =>
  refused(t, 'orders.csv', smallOrders(3), /no product was bought in 5 orders or more/));

test('a configuration with a mistake', (t) => {
  const place = workplace(t);
  place.write('orders.csv', smallOrders());
  place.write('shop.json', '{"gaols":[]}');
  const { status, err } = place.run('train', 'orders.csv', '--config', 'shop.json', '-o', 'x.gw');
  assert.equal(status, 1);
  assert.match(err, /shop\.json: gaols: /);
  assert.ok(!place.exists('x.gw'));
});

test('the same line twice counts once', (t) => {
  const place = workplace(t);
  const lines = smallOrders().trimEnd().split('\n');
  place.write('once.csv', lines.join('\n'));
  place.write(
    'twice.csv',
    [lines[0], ...lines.slice(1).flatMap((line) => [line, line])].join('\n'),
  );
  place.run('train', 'once.csv', '-o', 'once.gw');
  place.run('train', 'twice.csv', '-o', 'twice.gw');
  assert.deepEqual(place.read('twice.gw'), place.read('once.gw'));
});

test('the same export as CSV, as gz, in two files and through a pipe gives the same bytes', (t) => {
  const place = workplace(t);
  const text = smallOrders(60);
  const lines = text.trimEnd().split('\n');
  place.write('all.csv', text);
  place.write('all.csv.gz', gzipSync(text));
  place.write('a.csv', lines.slice(0, 70).join('\n'));
  place.write('b.csv', [lines[0], ...lines.slice(70)].join('\n'));
  place.run('train', 'all.csv', '-o', 'plain.gw');
  place.run('train', 'all.csv.gz', '-o', 'gz.gw');
  place.run('train', 'a.csv', 'b.csv', '-o', 'two.gw');
  place.pipe(text, 'train', '-', '-o', 'pipe.gw');
  for (const name of ['gz.gw', 'two.gw', 'pipe.gw'])
    assert.deepEqual(place.read(name), place.read('plain.gw'), name);
});

test('an order of 10,000 lines is read and told of', (t) => {
  const place = workplace(t);
  const lines = ['order_id,product_id'];
  for (let product = 0; product < 10000; product++)
    for (let order = 0; order < 6; order++) lines.push(`${order},P${product}`);
  place.write('orders.csv', lines.join('\n'));
  const { status, out, err } = place.run('train', 'orders.csv', '-o', 'shop.gw');
  assert.equal(status, 0);
  assert.match(out, /10000 products, 0 affinities/);
  assert.match(err, /left out of pairs: 6 orders of more than 1000 products/);
});

test('orders of one product make a model of best sellers, and train says so', (t) => {
  const place = workplace(t);
  const lines = ['order_id,product_id'];
  for (let i = 0; i < 30; i++) lines.push(`${i},P${i % 3}`);
  place.write('orders.csv', lines.join('\n'));
  const { status, err } = place.run('train', 'orders.csv', '-o', 'shop.gw');
  assert.equal(status, 0);
  assert.match(err, /model of best sellers/);
  assert.match(place.run('recommend', 'shop.gw', '--cart', 'P1').out, /best seller/);
});

test('a model that is cut, changed or another file is refused with the reason', (t) => {
  const place = workplace(t);
  place.write('orders.csv', smallOrders());
  place.run('train', 'orders.csv', '-o', 'shop.gw');
  const model = place.read('shop.gw');
  for (const [content, reason] of [
    [model.subarray(0, 100), /cut off/],
    [Buffer.from(model.map((byte, at) => (at === 150 ? byte ^ 1 : byte))), /damaged/],
    [Buffer.from(model.map((byte, at) => (at === 4 ? 2 : byte))), /newer/],
    ['<!doctype html><h1>404</h1>', /not a model/],
    ['', /cut off/],
  ]) {
    place.write('bad.gw', content);
    const { status, err } = place.run('recommend', 'bad.gw', '--cart', 'coffee');
    assert.equal(status, 1);
    assert.match(err, /^goeswith: bad\.gw: /);
    assert.match(err, reason);
  }
});

test('a folder that cannot be written keeps everything as it was', (t) => {
  const place = workplace(t);
  place.write('orders.csv', smallOrders());
  const { status, err } = place.run('train', 'orders.csv', '-o', 'nowhere/shop.gw');
  assert.equal(status, 1);
  assert.match(err, /nowhere\/shop\.gw: cannot be written: No such file or directory/);
});
