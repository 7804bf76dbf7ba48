import type { Neighbour } from '../../messages.js';
import { store } from '../../view.js';

const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
const oneDigit = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });

/** "1,875" */
export const count = (value: number): string => whole.format(value);

/** "1 order", "1,875 orders" */
export const counted = (value: number, one: string, many = `${one}s`): string =>
  `${count(value)} ${value === 1 ? one : many}`;

/** "36" of 100, for a share. */
export const ofHundred = (share: number): string => count(share * 100);

/** "8 %", "0.4 %", "less than 0.1 %" */
export function percent(share: number): string {
  const hundred = share * 100;
  if (hundred > 0 && hundred < 0.1) return 'less than 0.1 %';
  return `${(hundred < 10 ? oneDigit : whole).format(hundred)} %`;
}

/** "5.1", "120": two digits are what the file knows. */
export const times = (value: number): string => (value < 10 ? oneDigit : whole).format(value);

/** Who stands behind a pair: customers where orders tell them. */
export const buyers = (): string => (store.state.orders?.customers_told ? 'customers' : 'orders');

/** "20 to 49", "at least 1,000" */
export function together({ support, support_below }: Neighbour): string {
  if (support === 0) return 'too few to say';
  if (!support_below) return `at least ${count(support)}`;
  return `${count(support)} to ${count(support_below - 1)}`;
}

/** "5.1 to 14.9", from what is known of the two ends. */
export function range(low: number, high: number | null): string {
  if (high === null) return `at least ${times(low)}`;
  return times(low) === times(high) ? times(low) : `${times(low)} to ${times(high)}`;
}

/** What a product costs, where that is known. */
export function price(minor: number): string {
  const { currency, exponent } = store.state.products ?? { currency: '', exponent: 2 };
  if (minor === 0) return '';
  const value = minor / 10 ** exponent;
  const digits = { minimumFractionDigits: exponent, maximumFractionDigits: exponent };
  try {
    if (currency)
      return new Intl.NumberFormat('en', { style: 'currency', currency, ...digits }).format(value);
  } catch {
    // What an export calls its currency may be none.
  }
  return `${new Intl.NumberFormat('en', digits).format(value)} ${currency}`.trim();
}

/** "May 2026" out of "2026-05" */
export function monthName(month: string): string {
  const date = new Date(`${month}-01T00:00:00Z`);
  return new Intl.DateTimeFormat('en', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    date,
  );
}

/** How a share of all orders is said: "in 1 of 14 orders". */
export const inOrders = (share: number): string =>
  share > 0 ? `in ${percent(share)} of orders` : 'not bought yet';

/** What a rule does, as `why` and `left_out` name it: "rules[0] pin" is the first of the rules. */
const actions: Readonly<Record<string, string>> = {
  ...{ exclude: 'leaves it out', pin: 'pins it', boost: 'lifts it', bury: 'lowers it' },
  ...{ share: 'holds places free', differ: 'wants variety', 'near-price': 'wants a price nearby' },
  'at-most': 'caps how many are alike',
};
export function rulesIn(text: string): string {
  return [...text.matchAll(/rules\[(\d+)\] ([a-z-]+)/g)]
    .map(([, number, action = '']) => `rule ${Number(number) + 1} ${actions[action] ?? action}`)
    .join(', ');
}
