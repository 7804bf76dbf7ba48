// The contract of every cart adapter, in a browser, on a page of its fake platform:
//
//   import { behaves } from './adapters/behaviours.mjs';
//   import { shopify } from './platforms/shopify.mjs';
//   behaves(shopify);
//
// After each behaviour the adapter's cart is the platform's to the minor unit. What a platform cannot
// do it names in `cannot`, by the key that stands first in each behaviour, with the reason.

import assert from 'node:assert/strict';
import { test as nodeTest } from 'node:test';
import { test } from '../support/browser.mjs';
import { adds } from './adding.mjs';
import { forget, isTriedHere } from './engines.mjs';
import { hears, reads } from './reading.mjs';
import { shows } from './showing.mjs';

export function behaves(platform) {
  const keys = new Set();
  const behaviour = (key, sentence, run) => {
    keys.add(key);
    const name = `${platform.name}: ${sentence}`;
    const reason = platform.cannot[key];
    if (!isTriedHere(key)) return;
    if (reason === undefined)
      test(name, async (t) => {
        try {
          await run(t);
        } catch (error) {
          await forget();
          throw error;
        }
      });
    else nodeTest(name, { skip: `${platform.name}: ${reason}` });
  };
  reads(behaviour, platform);
  hears(behaviour, platform);
  adds(behaviour, platform);
  shows(behaviour, platform);

  nodeTest(`${platform.name}: what it cannot do is named as the suite names it`, () => {
    for (const [key, reason] of Object.entries(platform.cannot)) {
      assert.ok(keys.has(key), key);
      assert.match(reason, /\w+ \w+/, key);
    }
  });
}
