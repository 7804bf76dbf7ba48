import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  bundlePrice,
  currencyCode,
  exponentOf,
  formatMoney,
  linesAsShown,
  minorOf,
  minorOfMajor,
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

test('an amount in major units is rounded once, as the shop wrote it', () => {
  assert.equal(minorOfMajor(4.35, 2), 435);
  // 1.005 * 100 is 100.49999999999999.
  assert.equal(minorOfMajor(1.005, 2), 101);
  assert.equal(minorOfMajor(8.1967, 2), 820);
  assert.equal(minorOfMajor(8.25, 3), 8250);
  assert.equal(minorOfMajor(4200, 0), 4200);
  assert.equal(minorOfMajor('49.0000', 2), 4900);
  assert.equal(minorOfMajor(2.8421709430404007e-14, 2), 0);
});

test('every float of two decimals is the minor units that it was made of', () => {
  for (let minor = 0; minor < 100_000; minor += 1)
    assert.equal(minorOfMajor(minor / 100, 2), minor);
});

test('what is no amount in major units is unknown', () => {
  for (const value of [
    -4.35,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    1e20,
    null,
    undefined,
    [],
    '4,35',
    '4.355',
  ])
    assert.equal(minorOfMajor(value, 2), null, `${value}`);
});

test('lines without tax are told as they are shown where one rate explains the sum', () => {
  assert.deepEqual(linesAsShown([49, 13.05], 6205, 2, 5), [4900, 1305]);
  assert.deepEqual(linesAsShown([40.1639, 10.6967], 6205, 2, 5), [4900, 1305]);
  assert.deepEqual(linesAsShown([], 0, 2, 0), []);
  assert.deepEqual(linesAsShown([0], 0, 2, 1), [0]);
  for (const [lines, shown] of [
    [[100, 100], 23_170],
    [[49], 4000],
    [[49], 9800],
    [[0], 100],
    [[Number.NaN], 4900],
  ] as const)
    assert.equal(linesAsShown(lines, shown, 2, 2), null, `${lines} as ${shown}`);
});

test('lines always make the sum that is shown', () => {
  for (let first = 1; first < 400; first += 7)
    for (let second = 1; second < 400; second += 11) {
      const shown = Math.round(first * 1.22) + Math.round(second * 1.22);
      const lines = linesAsShown([first / 100, second / 100], shown, 2, 2);
      if (lines) assert.equal(lines[0]! + lines[1]!, shown, `${first} ${second}`);
    }
});
