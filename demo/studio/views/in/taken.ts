import { asOrderALine, asTable, isOrderALine, type Laid } from '../../laid.js';
import { store } from '../../view.js';

type Choice = readonly [value: 'orders' | 'line' | 'table' | 'catalogue', name: string];

const [orders, line, table, catalogue]: readonly Choice[] = [
  ['orders', 'Orders'],
  ['line', 'Orders, one a line'],
  ['table', 'Orders, by columns'],
  ['catalogue', 'Products'],
];

/** What a file can be taken for: nobody but the merchant knows whether its first line is an order. */
export function choicesOf({ preview }: Laid): readonly Choice[] {
  if (preview === null) return [];
  const open = isOrderALine(preview) || preview.kind === 'table';
  return open ? [line!, table!, catalogue!] : [orders!, catalogue!];
}

export function takenAs({ kind, preview }: Laid): Choice[0] {
  if (kind === 'catalogue') return 'catalogue';
  if (preview?.kind === 'table') return 'table';
  return preview && isOrderALine(preview) ? 'line' : 'orders';
}

export function takeAs({ file, preview }: Laid, value: string): void {
  if (preview === null) return;
  const kind = value === 'catalogue' ? 'catalogue' : 'orders';
  if (value === 'table' && isOrderALine(preview))
    store.take(file, { kind, preview: asTable(preview) });
  else if (value === 'line' && preview.kind === 'table')
    store.take(file, { kind, preview: asOrderALine(preview) });
  else store.take(file, { kind });
}
