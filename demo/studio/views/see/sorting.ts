import { html, nothing } from 'lit';

/** By what a list is sorted, and which way. */
export interface Sorting<K extends string> {
  by: K;
  down: boolean;
}

/**
 * A column's head that sorts by it.
 *
 * `first`  which way it goes at first: down for figures, up for names
 */
export function sortHead<K extends string>(
  { key, name, first = 'down', kind = '' }: SortColumn<K>,
  now: Sorting<K>,
  sort: (next: Sorting<K>) => void,
) {
  const here = now.by === key;
  const next = { by: key, down: here ? !now.down : first === 'down' };
  return html`
    <th scope="col" class=${kind || nothing} aria-sort=${here ? (now.down ? 'descending' : 'ascending') : nothing}>
      <button type="button" class="sort" @click=${() => sort(next)}>${name}<span class="arrow" aria-hidden="true">${
        here ? (now.down ? '↓' : '↑') : '↕'
      }</span></button></th>`;
}

export interface SortColumn<K extends string> {
  key: K;
  name: string;
  first?: 'down' | 'up';
  kind?: string;
}

/**
 * The first so many of a list in order; what is equal keeps its place. Among 50,000 only those that
 * are shown are put in order, since sorting them all would hold the page.
 */
export function firstOf<T, K extends string>(
  list: readonly T[],
  most: number,
  { by, down }: Sorting<K>,
  value: (one: T, by: K) => number | string,
): T[] {
  const way = down ? -1 : 1;
  const before = (a: number | string, b: number | string) => way * (a < b ? -1 : a > b ? 1 : 0);
  const first: { one: T; key: number | string }[] = [];
  for (const one of list) {
    const told = value(one, by);
    const key = typeof told === 'string' ? told.toLowerCase() : told;
    if (first.length === most && before(key, first[most - 1]!.key) >= 0) continue;
    let [low, high] = [0, first.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (before(key, first[middle]!.key) < 0) high = middle;
      else low = middle + 1;
    }
    first.splice(low, 0, { one, key });
    if (first.length > most) first.pop();
  }
  return first.map(({ one }) => one);
}

/** How many rows come at first, and with every "more". */
export const rowsEach = 50;

/** Under a list: how much of it is shown, and more. */
export function moreRows(shown: number, all: number, what: string, more: () => void) {
  if (all === 0) return nothing;
  const next = Math.min(rowsEach, all - shown);
  return html`
    <p class="more">
      <span class="quiet" role="status">${Math.min(shown, all).toLocaleString('en')} of ${all.toLocaleString('en')} ${what}</span>
      ${next > 0 ? html`<button type="button" @click=${more}>Show ${next} more</button>` : nothing}
    </p>`;
}
