import type { Columns, Preview } from './messages.js';

/** A file that lies on the table, and what it seems to be. */
export interface Laid {
  file: File;
  /** Nothing where it is of no use. */
  kind: 'orders' | 'catalogue' | null;
  /** Nothing while it is looked at. */
  preview: Preview | null;
  /** A sentence; empty where it can be read. */
  problem: string;
}

/** The first table among the orders that no format knows; all such are read alike. */
export const unknownTable = (laid: readonly Laid[]): Preview | undefined =>
  laid.find(({ kind, preview }) => kind === 'orders' && preview?.kind === 'table')?.preview ??
  undefined;

/**
 * The columns to read it by: those that were named, as long as it has them, else what its header
 * gives away. The merchant has the last word.
 */
export function columnsFor(laid: readonly Laid[], named: Columns): Columns {
  const table = unknownTable(laid);
  const columns = Object.values(named);
  const fits = columns.length > 0 && columns.every((column) => table?.header.includes(column));
  return fits ? named : (table?.columns ?? {});
}

/** A table whose header has no word that is known looks like an order a line. */
export const isOrderALine = ({ format }: Preview): boolean => format === 'baskets';

/** The same file as a table: what was an order is its header. */
export function asTable(preview: Preview): Preview {
  const [header = [], ...rows] = preview.rows;
  return { ...preview, kind: 'table', format: '', header, rows };
}

/** And back. */
export const asOrderALine = ({ header, rows, ...preview }: Preview): Preview => ({
  ...{ ...preview, kind: 'orders', format: 'baskets', header: [], columns: {} },
  rows: [header, ...rows],
});

/**
 * Whether "an order a line" is a table rather: every row as wide as the first, with numbers below
 * what is none.
 */
export function looksLikeTable({ rows: [header = [], ...rows] }: Preview): boolean {
  const isNumber = (cell = '') => /^[^\p{L}]*\d[^\p{L}]*$/u.test(cell);
  return (
    header.length > 2 &&
    rows.length > 0 &&
    rows.every(({ length }) => length === header.length) &&
    header.some((cell, at) => !isNumber(cell) && rows.every((row) => isNumber(row[at])))
  );
}
