import assert from 'node:assert/strict';
import { test } from 'node:test';
import { localeOf, speak } from '../../web/strings/strings.js';
import { cleanText, safeUrl, shopUrl } from '../../web/text.js';

const page = 'https://shop.example/en/cart';

test('a title keeps its letters and loses what reorders the text around it', () => {
  assert.equal(cleanText('Tea \u202etxt.exe\u2066 \u0007pot'), 'Tea txt.exe pot');
  assert.equal(cleanText('شاي'), 'شاي');
  assert.equal(cleanText(null), '');
  assert.equal(cleanText({ toString: () => 'x' }), '');
});

test('a title of emoji is cut between them', () => {
  const title = cleanText('🧦'.repeat(300));
  assert.equal(Array.from(title).length, 200);
  assert.doesNotMatch(title, /\ufffd/);
});

test('only addresses of the web are addresses', () => {
  assert.equal(safeUrl('/a.png', page), 'https://shop.example/a.png');
  assert.equal(safeUrl('//cdn.example/a.png', page), 'https://cdn.example/a.png');
  for (const url of [
    'javascript:alert(1)',
    ' JaVaScRiPt:alert(1)',
    'data:text/html,x',
    '',
    'http://[',
  ])
    assert.equal(safeUrl(url, page), '', url);
});

test('a product link leads to this very shop', () => {
  assert.equal(shopUrl('/p/1', page), 'https://shop.example/p/1');
  assert.equal(shopUrl('https://www.shop.example/p/1', page), 'https://www.shop.example/p/1');
  assert.equal(shopUrl('https://evil.example/p/1', page), '');
  assert.equal(shopUrl('https://shop.example.evil.example/', page), '');
});

test('names are set apart from the sentence, and plurals follow the number', () => {
  const say = speak();
  assert.equal(say('addNamed', { name: '{name}' }), 'Add to cart: \u2068{name}\u2069');
  assert.equal(say('evidence', { n: 1 }), 'Bought together in at least \u20681\u2069 order');
  assert.equal(say('evidence', { n: 20 }), 'Bought together in at least \u206820\u2069 orders');
});

test('what is no locale gives way to the next candidate, and to English at last', () => {
  assert.equal(localeOf('', 'de'), 'de');
  assert.equal(localeOf('en_GB', 'de'), 'en-GB');
  assert.equal(localeOf('not a locale!', 'fr-CA'), 'fr-CA');
  assert.equal(localeOf('', ''), 'en');
});
