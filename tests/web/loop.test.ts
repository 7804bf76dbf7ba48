import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import type { Adapter } from '../../web/cart/adapter.js';
import type { Cart, CartInput } from '../../web/cart/cart.js';
import { CartLoop } from '../../web/cart/loop.js';
import type { Failure } from '../../web/failure.js';
import { stopClock } from './clock.js';

// The loop hears the page; node has none.
const page = new EventTarget();
Object.assign(globalThis, {
  document: Object.assign(new EventTarget(), { hidden: false }),
  addEventListener: page.addEventListener.bind(page),
});

const cartOf = (...ids: string[]): CartInput => ({
  currency: 'EUR',
  lines: ids.map((productId) => ({ productId, unitMinor: 100 })),
});

/** A shop whose answers the test gives, one by one and when it likes. */
function setUp(context: TestContext) {
  const pass = stopClock(context);
  const asked: { answer: (cart: CartInput | null) => void; refuse: (error: Error) => void }[] = [];
  const told: string[] = [];
  let signal = () => {};
  const adapter: Adapter = {
    platform: 'test',
    read: () => new Promise((answer, refuse) => asked.push({ answer, refuse })),
    listen: (changed) => {
      signal = changed;
    },
    add: async () => {},
    details: async () => [],
  };
  const loop = new CartLoop(adapter, {
    changed: (cart: Cart, cause) =>
      told.push(`${cause}: ${cart.lines.map(({ productId }) => productId).join(' ')}`),
    failed: ({ code }: Failure) => told.push(code),
  });
  loop.start();
  const settle = async (milliseconds = 200) => {
    await flush();
    pass(milliseconds);
    await flush();
  };
  return { asked, told, signal: () => signal(), settle };
}

async function flush(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
}

test('the cart is read at once, and how the page began is not what the shopper did', async (t) => {
  const { asked, told, settle } = setUp(t);
  asked[0]!.answer(cartOf('A'));
  await settle();
  assert.deepEqual(told, ['page: A']);
});

test('ten signals of one change are one reading', async (t) => {
  const { asked, told, signal, settle } = setUp(t);
  asked[0]!.answer(cartOf('A'));
  await settle();
  for (let i = 0; i < 10; i += 1) signal();
  await settle();
  assert.equal(asked.length, 2);
  asked[1]!.answer(cartOf('A', 'B'));
  await settle();
  assert.deepEqual(told, ['page: A', 'shopper: A B']);
});

test('a cart that did not change tells nobody', async (t) => {
  const { asked, told, signal, settle } = setUp(t);
  asked[0]!.answer(cartOf('A'));
  await settle();
  signal();
  await settle();
  asked[1]!.answer(cartOf('A'));
  await settle();
  assert.deepEqual(told, ['page: A']);
});

test('one reading is in flight, and what a change made stale is dropped', async (t) => {
  const { asked, told, signal, settle } = setUp(t);
  signal();
  await settle();
  assert.equal(asked.length, 1);
  asked[0]!.answer(cartOf('old'));
  await settle();
  assert.deepEqual(told, []);
  assert.equal(asked.length, 2);
  asked[1]!.answer(cartOf('new'));
  await settle();
  assert.deepEqual(told, ['page: new']);
});

test('a cart that never rests is shown all the same', async (t) => {
  const { asked, told, signal, settle } = setUp(t);
  for (let i = 0; i < 5; i += 1) {
    signal();
    asked[i]?.answer(cartOf(`${i}`));
    await settle();
  }
  assert.deepEqual(told, ['page: 3']);
});

test('an answer that never comes is a failure, and one that comes later is dropped', async (t) => {
  const { asked, told, signal, settle } = setUp(t);
  await settle(10_000);
  assert.deepEqual(told, ['cart-timeout']);
  signal();
  await settle();
  asked[0]!.answer(cartOf('late'));
  await settle();
  assert.deepEqual(told, ['cart-timeout']);
  asked[1]!.answer(cartOf('A'));
  await settle();
  assert.deepEqual(told, ['cart-timeout', 'page: A']);
});

test('after a failure the same cart is news again', async (t) => {
  const { asked, told, signal, settle } = setUp(t);
  asked[0]!.answer(cartOf('A'));
  await settle();
  signal();
  await settle();
  asked[1]!.refuse(new Error('429'));
  await settle();
  signal();
  await settle();
  asked[2]!.answer(cartOf('A'));
  await settle();
  assert.deepEqual(told, ['page: A', 'cart-failed', 'page: A']);
});

test('a page that comes back from the cache looks again, quietly', async (t) => {
  const { asked, told, settle } = setUp(t);
  asked[0]!.answer(cartOf('A'));
  await settle();
  page.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));
  await settle();
  asked[1]!.answer(cartOf('B'));
  await settle();
  assert.deepEqual(told, ['page: A', 'page: B']);
});

test('a page without a cart yet waits for one', async (t) => {
  const { asked, told, signal, settle } = setUp(t);
  asked[0]!.answer(null);
  await settle();
  signal();
  await settle();
  asked[1]!.answer(cartOf('A'));
  await settle();
  assert.deepEqual(told, ['page: A']);
});
