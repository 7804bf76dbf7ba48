import * as Plot from '@observablehq/plot';
import { drawn } from '../../charts.js';
import type { OrdersReport } from '../../messages.js';
import { kept } from './kept.js';

/** Up to so many months each have their name; beyond, some. */
const namedMonths = 14;

/** Orders by month; a month without any has a mark. */
export const monthBars = kept((of: OrdersReport['months'], room: number) => {
  const bars = Object.entries(of).map(([month, orders]) => ({
    month: new Date(`${month}-01T00:00:00Z`),
    orders,
  }));
  const few = bars.length <= namedMonths;
  const width = few ? Math.min(room, 60 + 88 * bars.length) : room;
  const middle = (width - 60) / bars.length / 2;
  return drawn({
    ...{ width, height: 220, marginLeft: 52, marginRight: 8, marginTop: 14 },
    x: { type: 'utc', label: null },
    y: { grid: true, label: null, nice: true, ticks: 4, zero: true },
    marks: [
      few
        ? Plot.axisX(
            bars.map(({ month }) => month),
            {
              ...{ dx: middle, tickSize: 0, tickFormat: shortMonth(middle * 2) },
            },
          )
        : Plot.axisX({ tickSpacing: 60 }),
      Plot.rectY(bars, {
        ...{ x: 'month', y: 'orders', interval: 'month' },
        ...{ fill: 'var(--see-accent)', inset: width / bars.length < 6 ? 0 : 1 },
      }),
      // A month without orders has no bar that could be seen.
      Plot.dot(
        bars.filter(({ orders }) => orders === 0),
        {
          ...{ x: ({ month }) => new Date(+month + 15 * 86_400_000), y: 0, dy: -7 },
          ...{ symbol: 'times', stroke: 'var(--see-warn)', strokeWidth: 2, r: 4 },
        },
      ),
      Plot.ruleY([0]),
    ],
  });
});

/** "Jan 25" where there is room for it, "1" where there is not. */
const shortMonth = (room: number) => (month: Date) =>
  new Intl.DateTimeFormat('en', {
    ...(room > 44 ? { month: 'short', year: '2-digit' } : { month: 'numeric' }),
    timeZone: 'UTC',
  }).format(month);
