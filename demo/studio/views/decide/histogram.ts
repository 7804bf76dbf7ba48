import * as Plot from '@observablehq/plot';
import { drawn } from '../../charts.js';
import { kept } from '../see/kept.js';
import { barsOf } from './bars.js';
import { briefly, type Money, roughly } from './money.js';
import type { OrderValues } from './orders.js';

/** Bars that fit where there is much room; fewer where there is little. */
const mostBars = 40;
/** In pixels, of a threshold's name. */
const [labelWidth, rowHeight] = [56, 15];
export interface Line {
  minor: number;
  /** Suggested, and not in force. */
  suggested: boolean;
}

/** The bars, with thresholds drawn in; those within reach of one stand out. */
export const histogram = kept(
  (orders: OrderValues, lines: readonly Line[], gapMinor: number, of: Money, width: number) => {
    const bars = barsOf(
      orders,
      of.exponent,
      Math.min(mostBars, Math.max(12, Math.floor(width / 18))),
    );
    const step = (bars[0]?.to ?? 1) - (bars[0]?.from ?? 0);
    const shown = bars.map((bar) => ({ ...bar, end: Math.min(bar.to, bar.from + step) }));
    const end = Math.max(shown.at(-1)?.end ?? 0, ...lines.map(({ minor }) => minor * 1.04));
    const within = ({ from, end: to }: { from: number; end: number }) =>
      lines.some(({ minor }) => from < minor && (from + to) / 2 >= minor - gapMinor);
    const ticks = Math.max(3, Math.floor(width / 110));
    const sides = { marginLeft: 46, marginRight: 14 };
    const names = inRows(
      lines,
      labelWidth * (end / (width - sides.marginLeft - sides.marginRight)),
    );
    return drawn({
      ...{ width, height: width < 500 ? 230 : 280, ...sides },
      ...{ marginTop: 20 + names.length * rowHeight, marginBottom: 34 },
      x: { label: null, domain: [0, end], ticks, tickFormat: (minor: number) => label(minor, of) },
      y: { grid: true, label: null, nice: true, ticks: 4, zero: true },
      marks: [
        Plot.rectY(shown, {
          ...{ x1: 'from', x2: 'end', y: 'orders' },
          ...{ inset: width / bars.length < 9 ? 0.25 : 1 },
          fill: (bar) => (within(bar) ? 'var(--accent)' : 'var(--bar)'),
        }),
        Plot.ruleX(lines, {
          ...{ x: 'minor', stroke: 'currentColor', strokeWidth: 2 },
          strokeDasharray: lines.every(({ suggested }) => suggested) ? '5 4' : 'none',
        }),
        ...names.map((row, at) =>
          Plot.text(row, {
            x: 'minor',
            ...{ frameAnchor: 'top', lineAnchor: 'top', dy: -22 - at * rowHeight },
            ...{ fontSize: 13, fontWeight: 600 },
            text: ({ minor }: Line) => briefly(minor, of),
          }),
        ),
        Plot.ruleY([0]),
      ],
    });
  },
);

/** Lines in rows, so that no two names of a row stand closer than `room`; the lowest row first. */
function inRows(lines: readonly Line[], room: number): Line[][] {
  const rows: Line[][] = [];
  for (const line of [...lines].sort((a, b) => a.minor - b.minor)) {
    const row = rows.find((row) => line.minor - row.at(-1)!.minor >= room);
    if (row) row.push(line);
    else rows.push([line]);
  }
  return rows;
}

/** An axis has no room for pennies. */
const label = (minor: number, { currency, exponent }: Money) =>
  roughly(Math.round(minor / 10 ** exponent), { currency, exponent: 0 });
