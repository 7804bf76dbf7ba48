/**
 * Money is integer minor units with an exponent and a currency, from adapter to pixel: 435 with
 * exponent 2 is 4.35. A float never holds an amount that is compared or added.
 */
export interface Money {
  minor: number;
  exponent: number;
  currency: string;
}

// Engines disagree on HUF, IDR and COP, so Intl is not asked. An adapter's own value wins.
const exponents: Record<number, string> = {
  0: 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF',
  3: 'BHD IQD JOD KWD LYD OMR TND',
  4: 'CLF UYW',
};

/** How many decimals a currency has. */
export function exponentOf(currency: string): number {
  for (const [exponent, currencies] of Object.entries(exponents))
    if (currencies.split(' ').includes(currency)) return Number(exponent);
  return 2;
}

/** Three capital letters, or '' for anything else. */
export function currencyCode(value: unknown): string {
  const code = typeof value === 'string' ? value.trim().toUpperCase() : '';
  return /^[A-Z]{3}$/.test(code) ? code : '';
}

/** The value if it is a whole number that money can be, 0 or above; else null. */
export function minorOf(value: unknown): number | null {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : null;
}

/**
 * A decimal text in minor units, exactly: "4.35" with exponent 2 is 435, which 4.35 * 100 is not.
 * Null for what is not a plain decimal, and for decimals that the currency does not have.
 */
export function parseDecimal(text: string, exponent: number): number | null {
  const match = /^(\d{1,15})(?:\.(\d{1,15}))?$/.exec(text.trim());
  if (!match) return null;
  const decimals = (match[2] ?? '').replace(/0+$/, '');
  if (decimals.length > exponent) return null;
  return minorOf(Number(match[1] + decimals.padEnd(exponent, '0')));
}

/**
 * An amount in major units, as platforms tell it, in minor units: a decimal text exactly, a float by
 * rounding once. The float is shifted as the text it is written with, because 1.005 * 100 is less
 * than 100.5. Null for what is no amount.
 */
export function minorOfMajor(value: unknown, exponent: number): number | null {
  if (typeof value === 'string') return parseDecimal(value, exponent);
  if (typeof value !== 'number') return null;
  const shifted = Number(`${value}e${exponent}`);
  // Dust such as 2.8e-14 has an exponent of its own; it is nothing.
  return minorOf(Math.round(Number.isNaN(shifted) ? value * 10 ** exponent : shifted) + 0);
}

/** Tax rates are told in halves of a percent, and none is higher than this. */
const rateSteps = 200;
const highestRate = 0.3;

/**
 * What lines cost as the shop shows them, from what they cost in `major` units without tax and the
 * sum that is shown: by the one rate that explains it, none among them. Null where there is no such
 * rate, because a line's own tax is then not known.
 *
 * `pieces`  how many pieces there are in all; each may have been rounded by itself
 */
export function linesAsShown(
  major: readonly number[],
  shownMinor: number,
  exponent: number,
  pieces: number,
): number[] | null {
  const exact = major.map((amount) => amount * 10 ** exponent);
  const sum = exact.reduce((all, amount) => all + amount, 0);
  if (!(sum > 0)) return sum === 0 && shownMinor === 0 ? exact : null;
  const rate = Math.round((shownMinor / sum - 1) * rateSteps) / rateSteps;
  const off = Math.abs(sum * (1 + rate) - shownMinor);
  if (rate < 0 || rate > highestRate || off > 0.5 * pieces + 0.01) return null;
  const lines = exact.map((amount) => Math.round(amount * (1 + rate)));
  const largest = lines.indexOf(Math.max(...lines));
  // What rounding moved stands where it weighs least, so that the sum is the one that is shown.
  lines[largest]! += shownMinor - lines.reduce((all, line) => all + line, 0);
  return lines;
}

/**
 * The same amount with another number of decimals. What does not fit goes up, because an amount
 * that is missing is never told too small.
 */
export function rescaleUp(minor: number, from: number, to: number): number {
  return to >= from ? minor * 10 ** (to - from) : Math.ceil(minor / 10 ** (from - to));
}

const formats = new Map<string, Intl.NumberFormat>();

/** The amount as the locale writes it, or '' where it cannot be written. */
export function formatMoney({ minor, exponent, currency }: Money, locale: string): string {
  const key = `${locale} ${currency} ${exponent}`;
  try {
    let format = formats.get(key);
    if (!format) {
      const digits = { minimumFractionDigits: exponent, maximumFractionDigits: exponent };
      format = new Intl.NumberFormat(locale, { style: 'currency', currency, ...digits });
      formats.set(key, format);
    }
    return format.format(minor / 10 ** exponent);
  } catch {
    return locale === 'en' ? '' : formatMoney({ minor, exponent, currency }, 'en');
  }
}

/**
 * What a bundle costs whose products cost `sumMinor`, by percent off, an amount off, or a price of its
 * own, in minor units; null where it saves nothing. A percentage is rounded so that no more is
 * promised than a checkout that rounds either way gives.
 */
export function bundlePrice(
  sumMinor: number,
  deal: { percent: number; amount: number | null; price: number | null },
): number | null {
  const saved =
    deal.price !== null
      ? sumMinor - deal.price
      : (deal.amount ?? Math.floor((sumMinor * deal.percent) / 100));
  return saved > 0 && saved < sumMinor ? sumMinor - saved : null;
}
