/** Whether every word of a search is somewhere in a text that is in small letters. */
export function wordsOf(search: string): readonly string[] {
  return search.toLowerCase().split(/\s+/).filter(Boolean);
}
export const hasAll = (text: string, words: readonly string[]): boolean =>
  words.every((word) => text.includes(word));

/**
 * Finds among many by words. Texts are put into small letters when they are looked at first; after
 * that a search through 50,000 products takes a few milliseconds.
 */
export class Finder<T> {
  readonly #list: readonly T[];
  readonly #text: (one: T) => string;
  readonly #small: string[] = [];

  constructor(list: readonly T[], text: (one: T) => string) {
    this.#list = list;
    this.#text = text;
  }

  /** Which match, by number, in the list's order: at most so many, and how many there are. */
  find(search: string, most = Number.POSITIVE_INFINITY): { found: number[]; all: number } {
    const words = wordsOf(search);
    const found: number[] = [];
    let all = 0;
    for (let at = 0; at < this.#list.length; at++) {
      if (words.length > 0) {
        this.#small[at] ??= this.#text(this.#list[at]!).toLowerCase();
        if (!hasAll(this.#small[at]!, words)) continue;
      }
      if (all++ < most) found.push(at);
    }
    return { found, all };
  }
}
