import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  bundlePrice,
  currencyCode,
  exponentOf,
  formatMoney,
  minorOf,
  parseDecimal,
  rescaleUp,
} from '../../web/money.js';

// Engines differ in which no-break space they write.
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

test('4.35 is 435 cents, which 4.35 * 100 is not', () => {
  assert.equal(parseDecimal('4.35', 2), 435);
  assert.notEqual(4.35 * 100, 435);
});

test('every amount of two decimals survives text and back', () => {
  for (let minor = 0; minor < 100_000; minor += 1) {
    const text = `${Math.floor(minor / 100)}.${String(minor % 100).padStart(2, '0')}`;
    assert.equal(parseDecimal(text, 2), minor);
  }
});

test('decimals that a currency does not have are no amount, zeros at the end are', () => {
  assert.equal(parseDecimal('1000', 0), 1000);
  assert.equal(parseDecimal('1000.00', 0), 1000);
  assert.equal(parseDecimal('1000.50', 0), null);
  assert.equal(parseDecimal('1.005', 2), null);
  assert.equal(parseDecimal('1.005', 3), 1005);
});

test('what is no plain decimal is no amount', () => {
  for (const text of ['', ' ', '-1', '+1', '1e3', '1,50', '.5', '5.', '0x10', 'NaN', '1 000'])
    assert.equal(parseDecimal(text, 2), null, text);
  assert.equal(parseDecimal('999999999999999.99', 2), null);
});

test('a missing amount is never told too small', () => {
  assert.equal(rescaleUp(1001, 2, 0), 11);
  assert.equal(rescaleUp(1000, 2, 0), 10);
  assert.equal(rescaleUp(7, 0, 2), 700);
  assert.equal(rescaleUp(7, 2, 2), 7);
});

test('exponents come from our own table', () => {
  assert.deepEqual(['EUR', 'JPY', 'KWD', 'CLF', 'HUF', 'SEK'].map(exponentOf), [2, 0, 3, 4, 2, 2]);
});

test('amounts are written as the locale writes them', () => {
  const eur = { minor: 123450, exponent: 2, currency: 'EUR' };
  assert.equal(formatMoney(eur, 'en'), '€1,234.50');
  assert.equal(plain(formatMoney(eur, 'de')), '1.234,50 €');
  assert.equal(plain(formatMoney(eur, 'es')), '1234,50 €');
  assert.equal(formatMoney({ minor: 1000, exponent: 0, currency: 'JPY' }, 'en'), '¥1,000');
  assert.equal(
    plain(formatMoney({ minor: 4350, exponent: 3, currency: 'KWD' }, 'en')),
    'KWD 4.350',
  );
});

test('a locale that does not exist falls back, a currency that cannot exist says nothing', () => {
  assert.equal(formatMoney({ minor: 435, exponent: 2, currency: 'EUR' }, 'no_such!'), '€4.35');
  assert.equal(formatMoney({ minor: 435, exponent: 2, currency: '€' }, 'en'), '');
});

test('only whole, safe, non-negative numbers are amounts', () => {
  assert.equal(minorOf(0), 0);
  for (const value of [
    -1,
    1.5,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    2 ** 53,
    '5',
    null,
    undefined,
  ])
    assert.equal(minorOf(value), null);
});

test('a currency is three letters', () => {
  assert.equal(currencyCode(' eur '), 'EUR');
  for (const value of ['', 'EURO', '€', 5, null]) assert.equal(currencyCode(value), '');
});

test('a bundle price never promises more than a checkout gives', () => {
  const deal = { percent: 0, amount: null, price: null };
  assert.equal(bundlePrice(7550, { ...deal, percent: 10 }), 6795);
  assert.equal(bundlePrice(995, { ...deal, percent: 5 }), 946);
  assert.equal(bundlePrice(7550, { ...deal, amount: 500 }), 7050);
  assert.equal(bundlePrice(7550, { ...deal, price: 6000 }), 6000);
  assert.equal(bundlePrice(5000, { ...deal, price: 6000 }), null);
  assert.equal(bundlePrice(500, { ...deal, amount: 500 }), null);
  assert.equal(bundlePrice(500, deal), null);
});
