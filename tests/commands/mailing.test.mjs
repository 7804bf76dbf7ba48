// Offers for mail and for staff.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { smallOrders, workplace } from './goeswith.mjs';

function trained(t) {
  const place = workplace(t);
  place.write('orders.csv', smallOrders(200));
  place.write(
    'catalogue.csv',
    'id,title,url\ncoffee,"Coffee, ""dark""",/coffee\nmug,<b>Mug</b>,/mug\n',
  );
  place.run('train', 'orders.csv', '--catalogue', 'catalogue.csv', '-o', 'shop.gw');
  return place;
}

test('a CSV has a line for each customer, with what goes with their newest order', (t) => {
  const place = trained(t);
  place.write(
    'new.csv',
    'order_id,product_id,timestamp,Mail address\n1,coffee,2026-02-01,a@x.example\n' +
      '2,mug,2026-01-01,a@x.example\n3,filters,2026-02-02,"b, c"\n4,coffee,2026-02-03,\n',
  );
  const args = ['recommend', 'shop.gw', '--orders', 'new.csv', '--csv', '--top', '2'];
  const { status, out, err } = place.run(...args, '--customer', 'mail_address');
  assert.equal(status, 0, err);
  const [head, ...lines] = out.trim().split('\n');
  assert.equal(
    head,
    'customer,offer_1_id,offer_1_title,offer_1_url,offer_1_image,offer_1_reason,offer_2_id,offer_2_title,offer_2_url,offer_2_image,offer_2_reason',
  );
  assert.equal(lines.length, 2);
  assert.match(lines[0], /^a@x\.example,filters,.*,together,/);
  assert.match(lines[1], /^"b, c",/);
  assert.ok(lines[1].includes('coffee,"Coffee, ""dark""",/coffee,,together'));
  // What the newest order had is not offered again.
  assert.ok(!lines[0].includes(',coffee,'));
});

test('a column that is not there, or names nobody, is told', (t) => {
  const place = trained(t);
  const args = ['recommend', 'shop.gw', '--orders', 'orders.csv', '--csv', '--customer'];
  const wrong = place.run(...args, 'mail');
  assert.equal(wrong.status, 1);
  assert.match(wrong.err, /there is no column "mail"; there are order_id/);
  place.write('nobody.csv', 'order_id,product_id,customer_id\n1,coffee,\n');
  const nobody = place.run('recommend', 'shop.gw', '--orders', 'nobody.csv', '--csv');
  assert.equal(nobody.status, 1);
  assert.match(nobody.err, /no order names a customer in the column customer_id/);
  assert.equal(place.run('recommend', 'shop.gw', '--orders', 'orders.csv').status, 2);
});

test('the list for the till is one page, only of what is bought together, without markup of ours', (t) => {
  const place = trained(t);
  const { out } = place.run('recommend', 'shop.gw', '--till', '3', '--top', '2');
  assert.match(out, /^<!doctype html>/);
  assert.equal(out.match(/<dt>/g).length, 3);
  assert.ok(out.includes('&lt;b&gt;Mug&lt;/b&gt;'));
  assert.ok(!out.includes('<b>Mug'));
  const [, coffee] = /<dt>Coffee, &quot;dark&quot;<\/dt>(.*)<\/div>/.exec(out);
  assert.match(coffee, /<dd>filters/);
});
