// What an adapter makes of a cart, and how it hears that the cart changed.

import assert from 'node:assert/strict';
import { eventually } from '../support/browser.mjs';
import { openCart, pause, quietMs } from './cast.mjs';

const filled = (store) => {
  store.add('MOKA-3', 2);
  store.add('FILTER-9', 3);
};

export function reads(behaviour, platform) {
  const open = (t, what) => openCart(t, platform, what);

  behaviour('first', 'the first cart is the shop’s, empty or not', async (t) => {
    const empty = await open(t);
    await empty.agrees();
    const { told, agrees } = await open(t, { before: filled });
    await agrees();
    const { causes, failures } = await told();
    assert.deepEqual([causes[0], failures], ['page', []], 'nobody did anything yet');
  });

  behaviour('reduced', 'a reduced line is what it costs now', async (t) => {
    const cast = await open(t, {
      before(store) {
        filled(store);
        store.reduce('MOKA-3', 249);
      },
    });
    await cast.agrees();
  });

  behaviour('discount', 'a discount on the cart stands beside its lines', async (t) => {
    const { agrees } = await open(t, {
      before(store) {
        filled(store);
        store.off = 501;
      },
    });
    await agrees();
  });

  behaviour('yen', 'a currency without decimals keeps its amounts', async (t) => {
    const { agrees } = await open(t, { currency: 'JPY', before: filled });
    await agrees();
  });

  behaviour('dinars', 'a currency of 3 decimals keeps its amounts', async (t) => {
    const { agrees } = await open(t, { currency: 'KWD', before: filled });
    await agrees();
  });

  behaviour('gift', 'a gift of the shop’s own is no purchase', async (t) => {
    const { agrees } = await open(t, {
      before(store) {
        filled(store);
        store.gift('SPOON');
      },
    });
    await agrees();
  });

  behaviour('card', 'a gift card is told as one', async (t) => {
    const { agrees } = await open(t, {
      before(store) {
        filled(store);
        store.add('CARD');
      },
    });
    await agrees();
  });

  behaviour('unshipped', 'what is not shipped is known', async (t) => {
    const { agrees } = await open(t, { before: (store) => store.add('COURSE') });
    await agrees();
  });

  behaviour('verdict', 'the platform’s word on free shipping is told', async (t) => {
    for (const free of [true, false]) {
      const { agrees } = await open(t, {
        before(store) {
          filled(store);
          store.shippingFree = free;
        },
      });
      await agrees();
    }
  });
}

export function hears(behaviour, platform) {
  const open = (t, what) => openCart(t, platform, what);

  behaviour('theme', 'what the shopper adds, changes and removes is heard', async (t) => {
    const { theme, agrees, told } = await open(t);
    await theme('add', 'MOKA-3');
    await agrees();
    await theme('add', 'MUG-W', 2);
    await agrees();
    await theme('change', 'MUG-W', 5);
    await agrees();
    await theme('remove', 'MOKA-3');
    await agrees();
    const { causes } = await told();
    assert.ok(causes.slice(1).every((cause) => cause === 'shopper'));
  });

  behaviour('many', 'many events of one change are one reading', async (t) => {
    const { theme, events, agrees, readings } = await open(t, { before: filled });
    await events('many');
    assert.equal(await readings(() => theme('add', 'MUG-W')), 1);
    await agrees();
  });

  behaviour('late', 'an event that comes late is heard', async (t) => {
    const { theme, events, agrees } = await open(t, { before: filled });
    await events('late');
    await theme('add', 'MUG-W');
    await agrees();
  });

  behaviour('lost', 'a theme that forgets to tell is seen by its calls', async (t) => {
    const { theme, events, agrees } = await open(t, { before: filled });
    await events('none');
    await theme('add', 'MUG-W');
    await agrees();
    await theme('change', 'FILTER-9', 1);
    await agrees();
  });

  behaviour('reversed', 'events in the wrong order change nothing', async (t) => {
    const { theme, events, agrees } = await open(t, { before: filled });
    await events('reversed');
    await theme('add', 'MUG-W');
    await agrees();
    await theme('change', 'MUG-W', 4);
    await agrees();
  });

  behaviour('unchanged', 'events without a change tell nobody', async (t) => {
    const { page, theme, store, told, agrees } = await open(t, { before: filled });
    const before = (await told()).carts.length;
    store.refusal = 'Not today';
    await theme('add', 'MUG-W').catch(() => {});
    await page.waitForTimeout(quietMs);
    assert.equal((await told()).carts.length, before);
    await agrees();
  });

  behaviour(
    'meanwhile',
    'a cart that changes while it is read is told as it is then',
    async (t) => {
      const { theme, faults, of, told, agrees } = await open(t, { before: filled });
      const before = (await told()).carts.length;
      let release;
      faults.push({ kind: 'read', times: 1, until: new Promise((done) => (release = done)) });
      const readings = of('read').length;
      await theme('add', 'MUG-W');
      await eventually(() => assert.equal(of('read').length, readings + 1));
      await theme('add', 'MUG-W');
      await pause(300);
      release();
      await agrees();
      assert.equal((await told()).carts.length, before + 1, 'what was out of date is dropped');
    },
  );

  behaviour('restored', 'a page restored from the back-forward cache looks again', async (t) => {
    const { page, store, agrees, told } = await open(t, { before: filled });
    store.add('MUG-W');
    await page.evaluate(() =>
      dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })),
    );
    await agrees();
    assert.equal((await told()).causes.at(-1), 'page', 'nobody did it on this page');
  });

  behaviour(
    'tabs',
    'what another tab put into the cart is there when this one is seen',
    async (t) => {
      const { context, address, lookAgain, agrees } = await open(t, { before: filled });
      const other = await context.newPage();
      await other.goto(address());
      await other.evaluate(() => window.theme.add('TRAY'));
      await other.close();
      await lookAgain();
      await agrees();
    },
  );
}
