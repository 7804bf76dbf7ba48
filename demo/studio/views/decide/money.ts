import { exponentOf, formatMoney, parseDecimal } from '../../../../web/money.js';
import { store } from '../../view.js';

/** What amounts of this shop are counted in. */
export interface Money {
  /** '' where neither orders nor shop.json tell. */
  currency: string;
  exponent: number;
}

/** The currency of the orders, else of shop.json. */
export function money(): Money {
  const { products, config } = store.state;
  if (products?.currency) return { currency: products.currency, exponent: products.exponent };
  const currency = config.currency ?? '';
  return { currency, exponent: currency ? exponentOf(currency) : (products?.exponent ?? 2) };
}

/** "€1,234.50", "1,234.50" where nobody knows of what, "−€3.00" below 0. */
export function written(minor: number, { currency, exponent }: Money): string {
  const size = Math.abs(minor);
  const digits = { minimumFractionDigits: exponent, maximumFractionDigits: exponent };
  const text =
    (currency && formatMoney({ minor: size, exponent, currency }, 'en')) ||
    new Intl.NumberFormat('en', digits).format(size / 10 ** exponent);
  return minor < 0 ? `−${text}` : text;
}

/** The same without the small change, for sums: "€12,346". What comes in goes down, costs go up. */
export function roughly(minor: number, { currency, exponent }: Money, cost = false): string {
  const unit = 10 ** exponent;
  if (Math.abs(minor) < 100 * unit) return written(minor, { currency, exponent });
  const whole = cost ? Math.ceil(minor / unit) : Math.floor(minor / unit);
  return written(whole, { currency, exponent: 0 });
}

/** As a shop prints it: "€50", "€49.90". */
export function briefly(minor: number, of: Money): string {
  const unit = 10 ** of.exponent;
  return minor % unit === 0
    ? written(minor / unit, { currency: of.currency, exponent: 0 })
    : written(minor, of);
}

/** "50.00": as shop.json has it. */
export function decimalOf(minor: number, exponent: number): string {
  const digits = String(minor).padStart(exponent + 1, '0');
  return exponent === 0 ? digits : `${digits.slice(0, -exponent)}.${digits.slice(-exponent)}`;
}

/**
 * What somebody typed, as shop.json wants decimals: "49,90" is "49.90", "1,000" is told apart from it
 * by its three digits and stays what it is, for the check to ask about.
 */
export function typedDecimal(text: string, { exponent }: Money): string {
  const plain = text.trim().replace(/[\s\u00a0\u202f€$£¥]/g, '');
  const comma = /^(\d+),(\d+)$/.exec(plain);
  return comma && comma[2]!.length <= exponent ? `${comma[1]}.${comma[2]}` : plain;
}

/** A typed amount in minor units, or null where it is none. */
export const typedMinor = (text: string, of: Money): number | null =>
  parseDecimal(typedDecimal(text, of), of.exponent);
