// The exports of platforms through the whole command: found by themselves, forced, or by columns that
// are named by hand; joined with a catalogue; and what is odd about them.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { top, workplace } from './goeswith.mjs';

const sample = (name) => readFileSync(path.join(top, 'tests/data/read', name), 'utf8');

/** A Shopify export in which mokas go with filters; filters have no SKU, only a name. */
function shopifyOrders(orders = 40) {
  const lines = [
    'Name,Email,Financial Status,Currency,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,Cancelled at,Tags',
  ];
  for (let i = 0; i < orders; i++) {
    const day = String((i % 28) + 1).padStart(2, '0');
    const tag = i % 3 ? 'shown' : 'hidden';
    lines.push(
      `#${i},c${i}@shop.example,paid,EUR,2026-01-${day} 05:24:22 +0500,1,Moka,24.50,MOKA-3,,${tag}`,
      `#${i},c${i}@shop.example,,,,1,Paper filters,3.10,,,`,
    );
    if (i % 4 === 0) lines.push(`#${i},c${i}@shop.example,,,,1,Mug,0,MUG-W,,`);
  }
  return `${lines.join('\n')}\n`;
}

test('a Shopify shop is trained from its two exports, and the report says how they met', (t) => {
  const place = workplace(t);
  place.write('orders.csv', shopifyOrders());
  place.write('products.csv', sample('shopify_products.csv'));
  const { status, err } = place.run(
    ...['train', 'orders.csv', '--catalogue', 'products.csv', '-o', 'shop.gw'],
    ...['--report', 'report.json'],
  );
  assert.equal(status, 0, err);
  const { read } = JSON.parse(place.read('report.json'));
  assert.equal(read.format, 'shopify');
  assert.deepEqual(read.catalogue, { by_id: 0, by_sku: 1, by_name: 1, not_found: 0 });
  assert.deepEqual(
    read.warnings.map(({ about }) => about),
    ['zero-prices'],
  );
  assert.match(err, /warning: 10 of 90 lines have a price of zero or less/);
  assert.match(err, /note: products\.csv: .* 1 by SKU, 1 by name, 0 not at all/);
  const { out } = place.run('recommend', 'shop.gw', '--cart', 'MOKA-3');
  assert.match(out, /filters/);
  for (const file of ['shop.gw', 'report.json'])
    assert.ok(!place.read(file).includes('shop.example'), `${file} names no customer`);
});

test('columns named by hand train what the known names would', (t) => {
  const place = workplace(t);
  const rows = shopifyOrders()
    .split('\n')
    .slice(1)
    .filter(Boolean)
    .map((line) => line.split(','));
  const table = (header) =>
    `${[header, ...rows.map((row) => [row[0], row[8] || row[6], row[7]].join(';'))].join('\n')}\n`;
  place.write('plain.csv', table('order_id;product_id;price'));
  place.write('german.csv', table('Beleg;Artikel;Einzelpreis'));
  assert.equal(place.run('train', 'plain.csv', '-o', 'plain.gw').status, 0);
  const columns = 'order=Beleg,product=Artikel,price=Einzelpreis';
  const named = place.run('train', 'german.csv', '--columns', columns, '-o', 'named.gw');
  assert.equal(named.status, 0, named.err);
  assert.deepEqual(place.read('named.gw'), place.read('plain.gw'));
  for (const args of [['evaluate'], ['catalogue']]) {
    const { status, err } = place.run(...args, 'german.csv', '--columns', columns);
    assert.equal(status, 0, err);
  }
});

test('columns that are not there are the data at fault, words that mean none the call', (t) => {
  const place = workplace(t);
  place.write('orders.csv', 'Beleg;Artikel\n1;A\n');
  const run = (columns) => place.run('catalogue', 'orders.csv', '--columns', columns);
  const missing = run('order=Beleg,product=Ware');
  assert.equal(missing.status, 1);
  assert.match(missing.err, /orders\.csv:1: there is no column "Ware"; there are Beleg, Artikel/);
  const unknown = run('Bestellung=Beleg');
  assert.equal(unknown.status, 2);
  assert.match(unknown.err, /--columns knows order, product, title, qty/);
  const both = place.run(
    ...[
      'catalogue',
      'orders.csv',
      '--format',
      'shopify',
      '--columns',
      'order=Beleg,product=Artikel',
    ],
  );
  assert.equal(both.status, 2);
  assert.match(both.err, /either a format or columns named by hand/);
});

test('a format that is forced is named, and one that does not exist is told from those that do', (t) => {
  const place = workplace(t);
  place.write('orders.csv', sample('magento.csv'));
  const magento = place.run('catalogue', 'orders.csv').out;
  const plain = place.run('catalogue', 'orders.csv', '--format', 'canonical').out;
  assert.ok(magento.includes('Filters') && !magento.includes('Mug white'));
  // Order lines of nobody in particular have no column "name".
  assert.ok(plain.includes('\n13,') && !plain.includes('Filters'));
  const { status, err } = place.run('catalogue', 'orders.csv', '--format', 'excel');
  assert.equal(status, 2);
  assert.match(err, /there is no format "excel"; there are shopify, matrixify, .*, ga4, jsonl/);
});

test('every catalogue is taken behind --catalogue, XML and JSON too', (t) => {
  const place = workplace(t);
  place.write('orders.csv', 'order_id,product_id\n1,MOKA-3\n');
  for (const name of ['google.tsv', 'google_rss.xml', 'google_atom.xml', 'acp.json']) {
    place.write(name, sample(name));
    const { status, out, err } = place.run('catalogue', 'orders.csv', '--catalogue', name);
    assert.equal(status, 0, err);
    assert.match(out, /https:\/\/shop\.example\/products\/moka-3-cups/, name);
  }
  place.write('bomb.xml', '<!DOCTYPE a [<!ENTITY b "c">]><rss>&b;</rss>');
  const { status, err } = place.run('catalogue', 'orders.csv', '--catalogue', 'bomb.xml');
  assert.equal(status, 1);
  assert.match(err, /bomb\.xml:1: a DOCTYPE/);
});

test("an experiment is measured by a Shopify export's tags", (t) => {
  const place = workplace(t);
  place.write('orders.csv', shopifyOrders(60));
  const { status, out, err } = place.run('measure', 'orders.csv', '--label', 'Tags', '--json');
  assert.equal(status, 0, err);
  const told = JSON.parse(out);
  assert.deepEqual(
    told.labels.map(({ label, orders }) => [label, orders]),
    [
      ['hidden', 20],
      ['shown', 40],
    ],
  );
  assert.equal(told.labels[0].average_order_value.value, 27.6);
});
