import type {
  Difference,
  Interval,
  MeasureReport,
  MetricKey,
  OrdersReport,
} from '../../messages.js';

export const metrics: Readonly<Record<MetricKey, { name: string; means: string }>> = {
  revenue_per_order: {
    name: 'Revenue per order',
    means: 'all that orders came to, over all orders; one without an amount counts as nothing',
  },
  average_order_value: {
    name: 'Order value',
    means: 'what an order came to, where it has an amount',
  },
  attach_rate: {
    name: 'Orders of two products or more',
    means: 'the share of orders in which something went along with something',
  },
  items_per_order: { name: 'Items per order', means: 'pieces in an order' },
};

const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
export const count = (value: number): string => whole.format(value);
export const counted = (value: number, one: string): string =>
  `${count(value)} ${value === 1 ? one : `${one}s`}`;

/** "4.2 %", of a share */
export const percent = (share: number): string => `${(100 * share).toFixed(1)}\u00a0%`;
/** "+4.2 %", "−0.3 %" */
export const signed = (share: number): string =>
  `${share < 0 ? '−' : '+'}${Math.abs(100 * share).toFixed(1)}\u00a0%`;

/** A figure as people write it. */
export function written(key: MetricKey, value: number, currency: string): string {
  if (key === 'attach_rate') return percent(value);
  if (key === 'items_per_order') return value.toFixed(2);
  try {
    if (currency) return new Intl.NumberFormat('en', { style: 'currency', currency }).format(value);
  } catch {
    // What an export calls its currency may be none.
  }
  return `${value.toFixed(2)} ${currency}`.trim();
}

export const between = ({ low, high }: Interval, write: (value: number) => string): string =>
  `${write(low)} to ${write(high)}`;

/** Of all labels but the control, those with what sets them apart. */
export const treated = ({ labels }: MeasureReport) =>
  labels.flatMap(({ difference, ...label }) => (difference ? [{ ...label, difference }] : []));

/** Whether there is a difference, in a few words. */
export function headline(label: string, control: string, { told, relative, verdict }: Difference) {
  if (told)
    return `Orders with “${label}” came to ${percent(Math.abs(relative.value))} ${relative.value > 0 ? 'more' : 'less'} than those with “${control}”.`;
  if (verdict.startsWith('cannot tell yet')) return 'It cannot be told yet.';
  return 'No difference that would matter to you.';
}

/** How sure that is. */
export function sureness({ told, relative, verdict }: Difference): string {
  const range = `between ${signed(relative.low)} and ${signed(relative.high)}`;
  if (told)
    return `Chance alone seldom does that. The difference lies ${range}: of twenty such ranges nineteen hold what is true.`;
  if (verdict.startsWith('cannot tell yet'))
    return `So far it could be anything ${range}, and nothing at all is among that.`;
  return `It lies ${range}. There are orders enough to have seen 5 %; if there is something, it is smaller.`;
}

/** How long it takes until 5 % would show, at the pace of the export; '' where nobody knows. */
export function waiting(
  { orders_needed: needed }: Difference,
  compared: number,
  orders: OrdersReport | null,
): string {
  const missing = needed - compared;
  if (missing <= 0 || needed === 0) return '';
  const rough = Number(missing.toPrecision(2));
  const said = `A difference of 5 % takes about ${count(rough)} more orders with a label to show`;
  const months = Object.values(orders?.months ?? {});
  if (months.length < 2) return `${said}.`;
  const weeks = missing / (months.reduce((sum, of) => sum + of, 0) / (months.length * 4.35));
  if (weeks > 104)
    return `${said}; at the pace of this export that is years. Compare something larger, or let half of the carts see nothing for a while.`;
  return `${said}: ${weeks < 1.5 ? 'about a week' : `about ${count(weeks)} weeks`} at the pace of this export.`;
}

/** A warning where far more or fewer orders hide the offers than were told to. */
export function splitWarning({ labels }: MeasureReport, hidden: number | undefined): string {
  const of = labels.find(({ label }) => label === 'hidden')?.orders;
  const all = labels.reduce((sum, { orders }) => sum + orders, 0);
  if (hidden === undefined || of === undefined || labels.length !== 2) return '';
  const expected = hidden / 100;
  const deviations = Math.abs(of / all - expected) / Math.sqrt((expected * (1 - expected)) / all);
  if (deviations < 3.5) return '';
  return `Your shop.json hides from ${hidden} % of carts, and ${percent(of / all)} of these orders say hidden. So large a gap is no chance: look whether the label is written everywhere, and whether the share was changed on the way.`;
}
