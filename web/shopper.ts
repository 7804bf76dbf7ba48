import { today } from './json.js';
import { cleanId } from './text.js';

/**
 * What this device remembers of its shopper, for lists such as `viewed` and `due-again`, for stages,
 * and so that what was ignored steps back. It is there only where the shop's configuration says
 * `"history": true` and the shop has told that the shopper agrees (`setConsent(true)`), and never
 * where the browser asks for privacy (Global Privacy Control). Nothing of it is ever sent.
 */
interface Memory {
  /** Newest first. */
  viewed: string[];
  /** Orders, newest first: the day, and what was bought. */
  orders: { day: number; ids: string[] }[];
  /** How often each product was shown since it was last asked for. */
  ignored: Record<string, number>;
  /** Days of visits, newest first. */
  visits: number[];
  /** How many rows came into view on the day of the last one. */
  rows: { day: number; count: number };
}

export interface Bought {
  id: string;
  daysAgo: number;
}

export type RememberedStage = 'first-visit' | 'looking' | 'first-purchase' | 'returning' | 'away';

const key = 'goeswith.history';
const most = { viewed: 50, orders: 100, ids: 100, ignored: 300, visits: 30 };
/** Shown this often and never asked for, a product steps back. */
const ignoredFrom = 3;
const awayDays = 180;

export class Shopper {
  readonly #storage: Storage;
  readonly #day: number;
  readonly #memory: Memory;
  readonly #shown = new Set<string>();
  /** Days since the visit before this one; null where there was none. */
  readonly #absence: number | null;

  constructor(storage: Storage, { day } = today()) {
    this.#storage = storage;
    this.#day = day;
    this.#memory = read(storage);
    const { visits } = this.#memory;
    const before = visits.find((visit) => visit < day);
    this.#absence = before === undefined ? null : day - before;
    if (visits[0] !== day) visits.unshift(day);
    this.#keep();
  }

  get viewed(): readonly string[] {
    return this.#memory.viewed;
  }

  get bought(): readonly Bought[] {
    return this.#memory.orders.flatMap(({ day, ids }) =>
      ids.map((id) => ({ id, daysAgo: Math.max(0, this.#day - day) })),
    );
  }

  get stage(): RememberedStage {
    const { orders, viewed } = this.#memory;
    if (this.#absence !== null && this.#absence > awayDays) return 'away';
    if (orders.length > 0) return orders.length === 1 ? 'first-purchase' : 'returning';
    return this.#absence !== null || viewed.length > 2 ? 'looking' : 'first-visit';
  }

  /** Whether a product was shown three times and more, on different pages, and never asked for. */
  ignores(id: string): boolean {
    return (this.#memory.ignored[id] ?? 0) >= ignoredFrom;
  }

  sees(id: string): void {
    this.#memory.viewed = [id, ...this.#memory.viewed.filter((seen) => seen !== id)];
    this.#keep();
  }

  /** Rows that came into view today. */
  get rowsToday(): number {
    const { day, count } = this.#memory.rows;
    return day === this.#day ? count : 0;
  }

  /** Products came into view, each counted once for each page; as a row, or beside a goal. */
  wasShown(ids: readonly string[], asRow = true): void {
    if (asRow) this.#memory.rows = { day: this.#day, count: this.rowsToday + 1 };
    for (const id of ids) {
      if (this.#shown.has(id)) continue;
      this.#shown.add(id);
      this.#memory.ignored[id] = (this.#memory.ignored[id] ?? 0) + 1;
    }
    this.#keep();
  }

  asksFor(id: string): void {
    delete this.#memory.ignored[id];
    this.#keep();
  }

  orders(ids: readonly string[]): void {
    const clean = ids.map(cleanId).filter(Boolean);
    const [last] = this.#memory.orders;
    // A page that tells of its order is loaded again now and then.
    if (clean.length === 0 || (last?.day === this.#day && `${last.ids}` === `${clean}`)) return;
    this.#memory.orders.unshift({ day: this.#day, ids: clean.slice(0, most.ids) });
    this.#keep();
  }

  #keep(): void {
    const { viewed, orders, visits, ignored } = this.#memory;
    viewed.length = Math.min(viewed.length, most.viewed);
    orders.length = Math.min(orders.length, most.orders);
    visits.length = Math.min(visits.length, most.visits);
    const names = Object.keys(ignored);
    for (const name of names.slice(0, Math.max(0, names.length - most.ignored)))
      delete ignored[name];
    try {
      this.#storage.setItem(key, JSON.stringify(this.#memory));
    } catch {
      // A full or forbidden storage forgets; nothing depends on it.
    }
  }
}

/** Forgets everything, because the shopper does not agree, or not any more. */
export function forget(storage: Storage): void {
  try {
    storage.removeItem(key);
  } catch {
    // What may not be written was not kept.
  }
}

/** What is kept, as far as it is what we wrote. */
function read(storage: Storage): Memory {
  const memory: Memory = {
    viewed: [],
    orders: [],
    ignored: Object.create(null),
    visits: [],
    rows: { day: 0, count: 0 },
  };
  try {
    const kept = JSON.parse(storage.getItem(key) ?? '{}');
    const isDay = (day: unknown): day is number => Number.isInteger(day);
    const ids = (list: unknown) =>
      (Array.isArray(list) ? list : []).map(cleanId).filter((id) => id !== '');
    memory.viewed = ids(kept.viewed);
    memory.visits = (Array.isArray(kept.visits) ? kept.visits : []).filter(isDay);
    for (const order of Array.isArray(kept.orders) ? kept.orders : [])
      if (isDay(order?.day)) memory.orders.push({ day: order.day, ids: ids(order.ids) });
    if (isDay(kept.rows?.day) && isDay(kept.rows.count)) memory.rows = kept.rows;
    for (const [id, count] of Object.entries(kept.ignored ?? {}))
      if (isDay(count)) memory.ignored[id] = count;
  } catch {
    // Not ours, or not allowed: begin anew.
  }
  return memory;
}
