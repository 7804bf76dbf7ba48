import assert from 'node:assert/strict';
import { test } from 'node:test';
import { paymentPath } from '../../web/start.js';

test('pages where somebody pays are known by their address, and carts are none of them', () => {
  for (const path of [
    ...['/checkout', '/checkout/', '/en/checkout/onepage', '/checkout/confirm', '/checkouts/cn/1'],
    ...['/checkout/order-pay/12', '/it/commande', '/checkout/cartridge', '/checkout/carts'],
  ])
    assert.ok(paymentPath.test(path), path);
  for (const path of ['/', '/cart', '/checkout/cart', '/de/checkout/cart/', '/p/checkout-counter'])
    assert.ok(!paymentPath.test(path), path);
});
