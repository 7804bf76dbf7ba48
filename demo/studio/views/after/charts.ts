import * as Plot from '@observablehq/plot';
import { drawn } from '../../charts.js';
import {
  type Difference,
  type Interval,
  type MeasureReport,
  type MetricKey,
  metricKeys,
} from '../../messages.js';
import { metrics, signed, treated, written } from './words.js';

/** Above this many labels there is one row a label, of revenue alone. */
export const fewLabels = 4;

interface Row extends Interval {
  name: string;
  told: boolean;
}

/** One label's four figures, or one figure of many labels, against the control. */
export function differenceRows(report: MeasureReport, at: number): readonly Row[] {
  const labels = treated(report);
  const row = (name: string, { relative, told }: Difference): Row => ({ name, told, ...relative });
  if (labels.length > fewLabels)
    return labels.map(({ label, difference }) => row(label, difference.revenue_per_order));
  const difference = labels[at]?.difference;
  if (!difference) return [];
  return metricKeys.map((key) => row(metrics[key].name, difference[key]));
}

/** How far from the control, in percent of it: a dot, its interval, and the line of no difference. */
export function differences(report: MeasureReport, at: number, width: number): Element {
  const rows = differenceRows(report, at);
  const least = Math.min(0, ...rows.map(({ low }) => low));
  const most = Math.max(0, ...rows.map(({ high }) => high));
  const room = (most - least || 1) * 0.06;
  const colour = ({ told }: Row) => (told ? 'var(--accent)' : 'var(--quiet)');
  return drawn({
    width,
    height: rows.length * 50 + 62,
    ...{ marginLeft: 26, marginRight: 26, marginTop: 12, marginBottom: 42 },
    x: {
      label: `compared with ${report.control}`,
      labelAnchor: 'center',
      labelArrow: 'none',
      tickFormat: (value: number) => (value === 0 ? '0 %' : signed(value).replace('.0', '')),
      ticks: width < 480 ? 4 : 8,
      grid: true,
      domain: [least - room, most + room],
    },
    y: { axis: null, domain: rows.map(({ name }) => name), padding: 0.3 },
    color: { type: 'identity' },
    marks: [
      Plot.ruleX([0], { stroke: 'currentColor', strokeWidth: 1.5 }),
      Plot.ruleY(rows, {
        ...{ x1: 'low', x2: 'high', y: 'name' },
        ...{ stroke: colour, strokeWidth: 4, strokeLinecap: 'round' },
      }),
      Plot.dot(rows, {
        ...{ x: 'value', y: 'name' },
        ...{ r: 7, fill: colour, stroke: 'var(--card)', strokeWidth: 2 },
      }),
      Plot.text(rows, {
        ...{ frameAnchor: 'left', y: 'name', text: ({ name }: Row) => shortened(name, 40) },
        ...{ textAnchor: 'start', dx: 4, dy: -18, fontSize: 13, fill: 'currentColor' },
        ...{ stroke: 'var(--card)', strokeWidth: 6 },
      }),
    ],
  });
}

const shortened = (text: string, most: number) =>
  text.length > most ? `${text.slice(0, most - 1)}…` : text;

/** One figure of every label: a dot with its interval. */
export function figures(report: MeasureReport, key: MetricKey, width: number): Element {
  const rows = report.labels.map((label) => ({
    name: label.label,
    control: label.label === report.control,
    ...label[key],
  }));
  const longest = Math.max(...rows.map(({ name }) => Math.min(name.length, 18)));
  const colour = (row: (typeof rows)[number]) => (row.control ? 'var(--quiet)' : 'var(--accent)');
  return drawn({
    width,
    height: rows.length * 34 + 46,
    ...{ marginLeft: 16 + longest * 8, marginRight: 24, marginTop: 8, marginBottom: 30 },
    x: {
      label: null,
      ticks: 3,
      tickFormat: (value: number) =>
        written(key, value, report.currency).replace(/[.,]00?(?=\D*$)/, ''),
      grid: true,
    },
    y: {
      label: null,
      domain: rows.map(({ name }) => name),
      tickSize: 0,
      tickFormat: (name: string) => shortened(name, 18),
    },
    color: { type: 'identity' },
    marks: [
      Plot.ruleY(rows, {
        ...{ x1: 'low', x2: 'high', y: 'name' },
        ...{ stroke: colour, strokeWidth: 4, strokeLinecap: 'round' },
      }),
      Plot.dot(rows, {
        ...{ x: 'value', y: 'name', r: 6, fill: colour },
        ...{ stroke: 'var(--card)', strokeWidth: 2 },
      }),
    ],
  });
}
