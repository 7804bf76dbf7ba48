import { currencyCode, exponentOf, minorOf } from '../money.js';
import { cleanId, cleanText } from '../text.js';

export interface CartLine {
  key: string;
  productId: string;
  variantId: string;
  sku: string;
  handle: string;
  name: string;
  qty: number;
  unitMinor: number | null;
  /** After what is taken off this line, before what is taken off the whole cart. */
  lineMinor: number | null;
  /** In `lineMinor`, or on top of it; see `taxIncluded` of the cart. */
  taxMinor: number | null;
  shippable: boolean | null;
  giftCard: boolean;
  /** A gift that a goal brought; it does not count towards goals. */
  reward: boolean;
}

/** A cart as every adapter gives it. Amounts are minor units; null is unknown, never 0. */
export interface Cart {
  platform: string;
  seq: number;
  currency: string;
  exponent: number;
  /** How the shop writes amounts: 'it-IT'; '' where only the page's language is known. */
  locale: string;
  lines: CartLine[];
  /** The sum of the lines. */
  subtotalMinor: number | null;
  /** What is taken off the whole cart. */
  discountMinor: number | null;
  /** Whether the amounts hold the tax. */
  taxIncluded: boolean | null;
  /** Where it is shipped to, ISO 3166; '' unknown. */
  country: string;
  /** Notes of the shop's own on the cart, by name; an experiment's label stands here. */
  attributes: Record<string, string>;
  needsShipping: boolean | null;
  /** The platform's own verdict. */
  freeShippingNow: boolean | null;
}

/** What an adapter or a page hands in: any of it may be missing or wrong. */
export type CartInput = { lines?: readonly Partial<Record<keyof CartLine, unknown>>[] } & {
  [key in Exclude<keyof Cart, 'lines' | 'seq'>]?: unknown;
};

const maxLines = 500;
const maxAttributes = 50;

/**
 * A cart that can be trusted in form: strings are strings, amounts are whole, sizes are bounded.
 * What cannot be understood becomes unknown.
 */
export function toCart(input: CartInput, seq: number): Cart {
  const currency = currencyCode(input.currency);
  const exponent = minorOf(input.exponent);
  const lines = (Array.isArray(input.lines) ? input.lines : [])
    .slice(0, maxLines)
    .filter((line) => typeof line === 'object' && line !== null)
    .map(toLine)
    .filter((line) => line.qty > 0);
  const subtotal = minorOf(input.subtotalMinor);
  return {
    platform: cleanText(input.platform, 40),
    seq,
    currency,
    exponent: exponent !== null && exponent <= 4 ? exponent : exponentOf(currency),
    locale: cleanText(input.locale, 40),
    lines,
    subtotalMinor: subtotal ?? sumOf(lines),
    discountMinor: input.discountMinor === undefined ? 0 : minorOf(input.discountMinor),
    taxIncluded: booleanOf(input.taxIncluded),
    country: cleanText(input.country, 2).toUpperCase(),
    attributes: attributesOf(input.attributes),
    needsShipping: booleanOf(input.needsShipping),
    freeShippingNow: booleanOf(input.freeShippingNow),
  };
}

function toLine(line: Partial<Record<keyof CartLine, unknown>>): CartLine {
  const qty = line.qty === undefined ? 1 : Number(line.qty);
  const unitMinor = minorOf(line.unitMinor);
  return {
    key: cleanId(line.key),
    productId: cleanId(line.productId),
    variantId: cleanId(line.variantId),
    sku: cleanId(line.sku),
    handle: cleanId(line.handle),
    name: cleanText(line.name),
    qty: Number.isFinite(qty) ? qty : 0,
    unitMinor,
    lineMinor: minorOf(line.lineMinor) ?? (unitMinor === null ? null : minorOf(unitMinor * qty)),
    taxMinor: minorOf(line.taxMinor),
    shippable: booleanOf(line.shippable),
    giftCard: line.giftCard === true,
    reward: line.reward === true,
  };
}

function sumOf(lines: readonly CartLine[]): number | null {
  let sum = 0;
  for (const { lineMinor } of lines) {
    if (lineMinor === null) return null;
    sum += lineMinor;
  }
  return minorOf(sum);
}

function attributesOf(value: unknown): Record<string, string> {
  const attributes: Record<string, string> = Object.create(null);
  if (typeof value === 'object' && value !== null)
    for (const [name, text] of Object.entries(value).slice(0, maxAttributes))
      attributes[name] = cleanText(text);
  return attributes;
}

function booleanOf(value: unknown): boolean | null {
  return typeof value === 'boolean' ? value : null;
}

/**
 * The model's ids of what is in the cart, and how many pieces of each. Shops number the same thing on several levels; which of
 * them the model was trained on is the first that it knows.
 */
export function modelCart(
  cart: Cart,
  knows: (id: string) => boolean,
): { ids: string[]; quantities: number[] } {
  const pieces = new Map<string, number>();
  for (const line of cart.lines) {
    const id = modelId(line, knows);
    if (id !== undefined) pieces.set(id, (pieces.get(id) ?? 0) + line.qty);
  }
  return { ids: [...pieces.keys()], quantities: [...pieces.values()] };
}

/** The same for one line. */
export function modelId(
  { sku, variantId, productId, handle }: CartLine,
  knows: (id: string) => boolean,
): string | undefined {
  return [sku, variantId, productId, handle].find((level) => level !== '' && knows(level));
}

/** Whether two carts show the shopper the same; the number of the reading does not count. */
export function sameCart(a: Cart, b: Cart): boolean {
  return JSON.stringify({ ...a, seq: 0 }) === JSON.stringify({ ...b, seq: 0 });
}
