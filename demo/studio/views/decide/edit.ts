/** What shop.json is edited by. What the forms do not know stays as it is. */
export type Part = Readonly<Record<string, unknown>>;

export const isPart = (value: unknown): value is Part =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The entries of a list, or none where somebody wrote something else there. */
export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** One text or a list of them, as a list. */
export const textsOf = (value: unknown): readonly string[] =>
  [value].flat().filter((one): one is string => typeof one === 'string');

/** What a field shows of a value. */
export const shownOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

// An entry that is changed is another object, and the same entry for whoever has it before them.
const keys = new WeakMap<object, number>();
let lastKey = 0;

/** Tells entries of a list apart, whatever is changed in them. */
export function keyOf(entry: unknown, at: number): number | string {
  if (typeof entry !== 'object' || entry === null) return `plain ${at}`;
  let key = keys.get(entry);
  if (key === undefined) {
    lastKey += 1;
    key = lastKey;
    keys.set(entry, key);
  }
  return key;
}

/** The same with another value at a key; without the key where the value is nothing. */
export function put(part: Part, key: string, value: unknown): Part {
  const { [key]: _, ...rest } = part;
  const empty =
    value === undefined ||
    value === '' ||
    (Array.isArray(value) && value.length === 0) ||
    (isPart(value) && Object.keys(value).length === 0);
  // In its old place: who reads the text finds it where it was.
  const next = empty ? rest : { ...part, [key]: value };
  const name = keys.get(part);
  if (name !== undefined) keys.set(next, name);
  return next;
}

/** A number where one was typed, else the text as it is, so that the check says what is wrong with it. */
export function numberOr(text: string): number | string {
  const plain = text.trim();
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : plain;
}

/** One text alone, several as a list, none as nothing: the way people write it. */
export const oneOrMore = (texts: readonly string[]): string | readonly string[] | undefined =>
  texts.length > 1 ? texts : texts[0];

export function replaced<T>(list: readonly T[], at: number, entry: T): readonly T[] {
  return list.map((one, here) => (here === at ? entry : one));
}

export function removed<T>(list: readonly T[], at: number): readonly T[] {
  return list.filter((_, here) => here !== at);
}

/** With an entry moved by so many places; the ends stop it. */
export function moved<T>(list: readonly T[], at: number, by: number): readonly T[] {
  const to = Math.min(Math.max(at + by, 0), list.length - 1);
  const rest = removed(list, at);
  return [...rest.slice(0, to), list[at]!, ...rest.slice(to)];
}
