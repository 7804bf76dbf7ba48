import { monthBars } from './months.js';

/**
 * A first chart costs a page most, because its code is compiled for it. One is drawn unseen while the
 * merchant still looks for the files, so that the first that is seen holds the page no longer than the
 * second.
 */
export function warmCharts(): void {
  const draw = () => monthBars({ '2026-01': 2, '2026-02': 0, '2026-03': 1 }, 600);
  if ('requestIdleCallback' in globalThis) requestIdleCallback(draw);
  else setTimeout(draw, 500);
}
