import { html, type TemplateResult } from 'lit';
import { type Assumed, decisions } from './decisions.js';
import type { Range } from './economics.js';
import { typed } from './fields.js';
import { decimalOf, money, typedMinor } from './money.js';

/** A field of an assumption: what is no number, or out of bounds, is said and changes nothing. */
function assumption(
  id: string,
  label: string,
  shown: string,
  unit: string,
  take: (text: string) => boolean,
  wrong: string,
): TemplateResult {
  const change = (event: Event) => {
    const input = event.target as HTMLInputElement;
    const fits = take(typed(event));
    input.setAttribute('aria-invalid', String(!fits));
    const note = input.closest('.field')?.querySelector('.mistakes');
    if (note) note.textContent = fits ? '' : wrong;
  };
  return html`
    <div class="field"><label for=${id}>${label}</label>
      <span class="with-unit"><input id=${id} inputmode="decimal" autocomplete="off" aria-describedby="${id}-wrong"
        .value=${shown} @change=${change}><span class="quiet">${unit}</span></span>
      <p class="mistakes" id="${id}-wrong" role="status"></p></div>`;
}

const decimals = new Intl.NumberFormat('en', { maximumFractionDigits: 1, useGrouping: false });

/** A percentage with one decimal, as a per mille, or null. */
export function typedMille(text: string): number | null {
  const match = /^(\d{1,3})(?:[.,](\d))?\s*%?$/.exec(text.trim());
  const mille = match ? Number(match[1]) * 10 + Number(match[2] ?? 0) : Number.NaN;
  return mille >= 0 && mille <= 1000 ? mille : null;
}

export const percentOf = (mille: number): string => decimals.format(mille / 10);

const percent = (
  id: string,
  label: string,
  mille: number,
  take: (mille: number) => boolean,
  wrong: string,
) =>
  assumption(
    id,
    label,
    percentOf(mille),
    '%',
    (text) => {
      const read = typedMille(text);
      return read !== null && take(read);
    },
    wrong,
  );

/** Two ends of a rate; the lower one stays the lower one. */
export function rangeFields(
  id: string,
  label: string,
  range: Range,
  change: (range: Range) => void,
): TemplateResult {
  const set = (part: Partial<Range>) => {
    const next = { ...range, ...part };
    if (next.low > next.high) return false;
    change(next);
    return true;
  };
  return html`
    ${percent(`${id}-low`, `${label}, low`, range.low, (low) => set({ low }), 'A percentage belongs here, not above the one beside it.')}
    ${percent(`${id}-high`, `${label}, high`, range.high, (high) => set({ high }), 'A percentage up to 100 belongs here, not below the one beside it.')}`;
}

export const marginField = (id: string) =>
  percent(
    id,
    'Margin',
    decisions.assumed.margin,
    (margin) => {
      decisions.assume({ margin });
      return true;
    },
    'A percentage from 0 to 100 belongs here.',
  );

/** An amount; empty again, it goes by the shop's orders. */
export function amountField(
  id: string,
  label: string,
  minor: number,
  key: 'gapMinor' | 'parcelMinor' | 'priceMinor',
): TemplateResult {
  const of = money();
  return assumption(
    id,
    label,
    decimalOf(minor, of.exponent),
    of.currency,
    (text) => {
      const read = text.trim() === '' ? null : typedMinor(text, of);
      if (read === null && text.trim() !== '') return false;
      decisions.assume({ [key]: read } as Partial<Assumed>);
      return true;
    },
    `An amount such as ${decimalOf(1250, of.exponent)} belongs here.`,
  );
}
