/**
 * Amounts in the shop are integers, the major amount times 100 whatever the currency: the scale of
 * a Shopify cart, 1000 yen being 100000 there.
 */
const SCALE = 100;

const WHOLE = new Set(
  'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'.split(' '),
);

/** Where a shop with this currency most likely stands; decides how its amounts are written. */
const COUNTRIES = { EUR: 'IE', GBP: 'GB', USD: 'US', AUD: 'AU', CAD: 'CA', NZD: 'NZ' };

export const countryOf = (currency) => COUNTRIES[currency] ?? 'IE';

/** The amount of a price as a catalogue writes it ("24.50"), or null where it cannot be sold for it. */
export function readAmount(text) {
  if (!/^\d{1,9}(\.\d{1,6})?$/.test(text)) return null;
  return Math.round(Number(text) * SCALE) || null;
}

/** Writes amounts of one currency: formatter('GBP')(1250) is "£12.50". */
export function formatter(currency) {
  const digits = WHOLE.has(currency) ? 0 : 2;
  const format = new Intl.NumberFormat(`en-${countryOf(currency)}`, {
    style: 'currency',
    currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  return (amount) => format.format(amount / SCALE);
}

/** An amount as decimal text, the way a storefront's own actions tell it: "12.50". */
export const toDecimal = (amount) => (amount / SCALE).toFixed(2);
