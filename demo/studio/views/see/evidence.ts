import { html, nothing, svg } from 'lit';
import type { Neighbour } from '../../messages.js';
import { buyers, count, range, together } from './words.js';

/** The bar's ends, as times of chance; beyond them it is cut. */
const [least, most] = [0.25, 256];
const width = 120;
const at = (lift: number) =>
  (Math.log(Math.min(most, Math.max(least, lift)) / least) / Math.log(most / least)) * width;

/**
 * How much more often than by chance, drawn: the thin line is where it lies with 95 % certainty, the
 * thick one what the file tells, and the mark is chance itself.
 */
export function liftBar({ lift, lift_interval: interval }: Neighbour) {
  if (!lift || !interval) return nothing;
  const line = (kind: string, low: number, high: number | null, y: number, height: number) => {
    const [from, to] = [at(low), at(high ?? most)];
    return svg`<rect class=${kind} x=${from} y=${y} width=${Math.max(3, to - from)} height=${height} rx="1"></rect>`;
  };
  return html`
    <svg class="lift ${interval.low > 1 ? 'sure' : ''}" viewBox="0 0 ${width} 14" width=${width} height="14" aria-hidden="true">
      <path class="chance" d="M${at(1)} 0V14"></path>
      ${line('interval', interval.low, interval.high, 6, 2)}
      ${line('told', lift.least, lift.most, 3, 8)}
    </svg>`;
}

/** "5.1 to 14.9 times", and what is certain. */
export function liftWords({ lift, lift_interval: interval, support }: Neighbour) {
  if (!lift || !interval)
    return html`<span class="quiet">${support > 0 ? 'not told' : 'too few to say'}</span>`;
  return html`<span class="nowrap">${range(lift.least, lift.most)} times</span>
    <small class="quiet nowrap">95 % sure: ${range(interval.low, interval.high)}</small>`;
}

/** The two cells that every list of neighbours ends with. */
export function evidenceCells(neighbour: Neighbour) {
  return html`
    <td data-label="Together"><span class="nowrap">${together(neighbour)}</span>
      ${neighbour.support > 0 ? html`<small class="quiet">${buyers()}</small>` : nothing}</td>
    <td data-label="Against chance"><span class="lift-cell">${liftBar(neighbour)}<span>${liftWords(neighbour)}</span></span></td>`;
}

/** How strong a pair is against the strongest of the list, 0 to 1. */
export function strengthBar(share: number) {
  return html`
    <svg class="strength" viewBox="0 0 96 10" width="96" height="10" role="img" aria-label="${count(share * 100)} of 100">
      <rect class="all" width="96" height="10" rx="5"></rect>
      <rect class="this" width=${Math.max(10, share * 96)} height="10" rx="5"></rect>
    </svg>`;
}

/** What the figures mean, once under every list of them. */
export function evidenceLegend() {
  return html`
    <p class="quiet legend">
      <strong>Bought together</strong> counts ${buyers()} with both in one order; the file keeps it in steps.
      <strong>Against chance</strong> says how many times as often the two meet in an order as they would if
      nobody chose: the mark on the bar is chance, the thick part what the orders say, the thin line where
      the truth lies with 95 % certainty. Where the thin line is clear of the mark, it is no accident.</p>`;
}
