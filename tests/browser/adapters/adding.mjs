// Our own additions, and what befalls them and the cart on the way.

import assert from 'node:assert/strict';
import { eventually } from '../support/browser.mjs';
import { openCart } from './cast.mjs';

const page = { type: 'text/html', body: '<!doctype html><title>Sign in</title>' };
/** What an endpoint says instead of what it should. */
const nonsense = {
  limited: ['too many requests', { status: 429, body: { code: 'rate_limited', message: 'Slow' } }],
  broken: ['an error of the server', { status: 500, body: { message: 'Internal error' } }],
  html: ['a web page instead of a cart', page],
  empty: ['an empty answer', { body: '' }],
};

const filled = (store) => store.add('FILTER-9', 3);

export function adds(behaviour, platform) {
  const open = (t, what) => openCart(t, platform, { before: filled, ...what });

  behaviour('add', 'our own add is in the cart, once', async (t) => {
    const { add, agrees, store, told } = await open(t);
    assert.equal(await add('MOKA-3'), '');
    await agrees();
    assert.equal(store.line('MOKA-3').qty, 1);
    assert.equal(await add('MOKA-3'), '');
    await agrees();
    assert.equal(store.line('MOKA-3').qty, 2);
    assert.equal((await told()).causes.at(-1), 'shopper');
  });

  behaviour(
    'refused',
    'an add that the shop refuses is told, and nothing is in the cart',
    async (t) => {
      const { add, agrees, store, of } = await open(t);
      store.refusal = 'Only on weekdays';
      const readings = of('read').length;
      assert.match(await add('MOKA-3'), /\w/);
      assert.equal(store.line('MOKA-3'), undefined);
      await eventually(() =>
        assert.ok(of('read').length > readings, 'the cart is looked at again'),
      );
      await agrees();
      store.refusal = '';
      assert.equal(await add('MOKA-3'), '', 'and the next one may go well');
      await agrees();
    },
  );

  behaviour(
    'soldOutMeanwhile',
    'what sold out after it was shown is refused in the shop’s words',
    async (t) => {
      const { add, theme, agrees, store } = await open(t);
      await theme('add', 'LAST');
      await agrees();
      assert.notEqual(await add('LAST'), '');
      await agrees();
      assert.equal(store.line('LAST').qty, 1);
    },
  );

  behaviour(
    'renewed',
    'a right to write that ran out is renewed, and the add goes on',
    async (t) => {
      const { add, agrees, fake, store } = await open(t);
      fake.expire();
      assert.equal(await add('MOKA-3'), '');
      await agrees();
      assert.equal(store.line('MOKA-3').qty, 1);
    },
  );

  behaviour('conflict', 'an add that meets another change leaves no wrong cart', async (t) => {
    const { add, agrees, fake, store } = await open(t);
    fake.conflict();
    const refusal = await add('MOKA-3');
    assert.equal(store.line('MOKA-3') === undefined, refusal !== '', 'told as it is');
    await agrees();
  });

  for (const [key, [what, answer]] of Object.entries(nonsense))
    behaviour(`${key}Add`, `${what} to an add is a refusal`, async (t) => {
      const { add, agrees, faults, store } = await open(t);
      faults.push({ kind: 'add', answer });
      assert.match(await add('MOKA-3'), /\w/);
      assert.equal(store.line('MOKA-3'), undefined);
      await agrees();
      faults.length = 0;
      assert.equal(await add('MOKA-3'), '');
      await agrees();
    });

  for (const [key, [what, answer]] of Object.entries(nonsense))
    behaviour(
      `${key}Read`,
      `${what} is told as a failure, and the next answer counts`,
      async (t) => {
        const { store, faults, told, lookAgain, agrees, heard } = await open(t);
        const before = (await told()).carts.length;
        faults.push({ kind: 'read', answer });
        store.add('MUG-W');
        await lookAgain();
        await eventually(async () => {
          const { failures } = await told();
          assert.match(failures.at(-1) ?? '', /^cart-failed: /);
        });
        assert.equal((await told()).carts.length, before, 'no cart is made of it');
        faults.length = 0;
        await lookAgain();
        await agrees();
        assert.deepEqual(heard.errors, []);
      },
    );

  behaviour(
    'silent',
    'an answer that never comes is given up on, and the next one counts',
    async (t) => {
      const { store, faults, told, lookAgain, agrees } = await open(t);
      faults.push({ kind: 'read', times: 1, silence: true });
      store.add('MUG-W');
      await lookAgain();
      await eventually(async () => {
        const { failures } = await told();
        assert.match(failures.at(-1) ?? '', /^cart-(timeout|failed): /);
      });
      await lookAgain();
      await agrees();
    },
  );
}
