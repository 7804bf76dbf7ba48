/** Values of a configuration, by what belongs there. Each throws a text that says so. */

export type Json = Record<string, unknown>;

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function object(value: unknown, place: string, known: string): Json {
  if (!isObject(value)) throw new Error(`${place}: an object belongs here`);
  for (const key of Object.keys(value))
    if (!known.split(' ').includes(key)) throw new Error(`${place}.${key}: this key is unknown`);
  return value;
}

/** One text or a list of them; none where there is nothing. */
export function texts(value: unknown, place: string): string[] {
  const list: unknown[] = value === undefined ? [] : Array.isArray(value) ? value : [value];
  if (!list.every((one) => typeof one === 'string' && one !== '') || list.length === 0)
    if (value !== undefined) throw new Error(`${place}: a text or a list of texts belongs here`);
  return list as string[];
}

export function whole(value: unknown, place: string, least: number, most: number): number {
  if (!Number.isInteger(value) || (value as number) < least || (value as number) > most)
    throw new Error(`${place}: a whole number from ${least} to ${most} belongs here`);
  return value as number;
}

const dayMs = 86_400_000;

/** Days since 1970-01-01, from "2026-12-24". */
export function day(value: unknown, place: string, otherwise: number): number {
  if (value === undefined) return otherwise;
  const time = /^\d{4}-\d\d-\d\d$/.test(`${value}`) ? Date.parse(`${value}T00:00:00Z`) : Number.NaN;
  if (!(time >= 0)) throw new Error(`${place}: a day belongs here, "2026-12-24"`);
  return time / dayMs;
}

/** The day in the shopper's own time zone, in days since 1970-01-01, and the month, 1 to 12. */
export function today(now = new Date()): { day: number; month: number } {
  const month = now.getMonth();
  return { day: Date.UTC(now.getFullYear(), month, now.getDate()) / dayMs, month: month + 1 };
}

/** Bits of a mask from names; all of them where there are none. */
export function bits(value: unknown, place: string, names: readonly string[]): number {
  if (value === undefined) return 0xff;
  return texts(value, place).reduce((mask, name) => mask | (1 << number(name, place, names)), 0);
}

export function number(value: unknown, place: string, names: readonly string[]): number {
  const at = names.indexOf(value as string);
  if (at < 0) throw new Error(`${place}: one of ${names.join(', ')} belongs here`);
  return at;
}

export const placements = ['home', 'product', 'cart', 'drawer', 'after-purchase'] as const;
export const stages = [
  'first-visit',
  'looking',
  'first-purchase',
  'returning',
  'away',
  'business',
] as const;
export type Placement = (typeof placements)[number];
export type Stage = (typeof stages)[number];
