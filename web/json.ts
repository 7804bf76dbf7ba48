/** Values of a configuration, by what belongs there. Each throws a text that says so. */

export type Json = Record<string, unknown>;

/** Hears of a mistake that costs less than the whole value. */
export type Tell = (what: string) => void;

/** Reads what stands at a place. */
export type Read<T> = (value: unknown, place: string, tell: Tell) => T;

/** How each key of an object is read; what it is where it is not told, unless it has to be. */
export type Shape<T> = { [Key in keyof T]: [read: Read<T[Key]>, otherwise?: T[Key]] };

/** Runs what may find a mistake, and tells it. */
export function attempt<T>(tell: Tell, run: () => T): T | undefined {
  try {
    return run();
  } catch (error) {
    tell((error as Error).message);
    return undefined;
  }
}

function wanted(place: string, what: string): Error {
  return new Error(`${place}: ${what} belongs here`);
}

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export const object: Read<Json> = (value, place) => {
  if (isObject(value)) return value;
  throw wanted(place, 'an object');
};

/** An object of known keys. */
export const fields =
  <T>(shape: Shape<T>): Read<T> =>
  (value, place, tell) => {
    const json = object(value, place, tell);
    for (const key of Object.keys(json))
      if (!Object.hasOwn(shape, key)) throw new Error(`${place}.${key}: this key is unknown`);
    const read = {} as T;
    for (const key in shape) {
      const [reader, ...otherwise] = shape[key];
      read[key] =
        json[key] === undefined && otherwise.length > 0
          ? otherwise[0]!
          : reader(json[key], `${place}.${key}`, tell);
    }
    return read;
  };

export const array: Read<unknown[]> = (value, place) => {
  if (Array.isArray(value)) return value;
  throw wanted(place, 'a list');
};

/** A list of what one reader reads; those with a mistake, and those that are null, are left out. */
export const each =
  <T>(read: Read<T>): Read<NonNullable<T>[]> =>
  (value, place, tell) =>
    array(value, place, tell).flatMap(
      (one, at) => attempt(tell, () => read(one, `${place}[${at}]`, tell)) ?? [],
    );

/** One text or a list of them. */
export const texts: Read<string[]> = (value, place) => {
  const list = [value].flat();
  if (list.length > 0 && list.every((one) => typeof one === 'string' && one))
    return list as string[];
  throw wanted(place, 'a text or a list of texts');
};

export const text: Read<string> = (value, place, tell) => texts(value, place, tell)[0]!;

export const flag: Read<boolean> = (value, place) => {
  if (typeof value === 'boolean') return value;
  throw wanted(place, 'true or false');
};

export const whole =
  (least: number, most: number): Read<number> =>
  (value, place) => {
    if (Number.isInteger(value) && (value as number) >= least && (value as number) <= most)
      return value as number;
    throw wanted(place, `a whole number from ${least} to ${most}`);
  };

/** Days since 1970-01-01, from "2026-12-24". */
export const day: Read<number> = (value, place) => {
  const time = /^\d{4}-\d\d-\d\d$/.test(`${value}`) ? Date.parse(`${value}T00:00:00Z`) : Number.NaN;
  if (time >= 0) return time / dayMs;
  throw wanted(place, 'a day, "2026-12-24",');
};

/** One of some names. */
export const one =
  <Name extends string>(names: readonly Name[]): Read<Name> =>
  (value, place) => {
    if (names.includes(value as Name)) return value as Name;
    throw wanted(place, `one of ${names.join(', ')}`);
  };

/** Bits of a mask from names. */
export const bits =
  (names: readonly string[]): Read<number> =>
  (value, place, tell) =>
    texts(value, place, tell).reduce(
      (mask, name) => mask | (1 << names.indexOf(one(names)(name, place, tell))),
      0,
    );

const dayMs = 86_400_000;

/** The day in the shopper's own time zone, in days since 1970-01-01, and the month, 1 to 12. */
export function today(now = new Date()): { day: number; month: number } {
  const month = now.getMonth();
  return { day: Date.UTC(now.getFullYear(), month, now.getDate()) / dayMs, month: month + 1 };
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
