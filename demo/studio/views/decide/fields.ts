import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { live } from 'lit/directives/live.js';
import type { Mistake } from '../../messages.js';
import { store } from '../../view.js';
import { decisions } from './decisions.js';
import { isPart, type Part, put, shownOf } from './edit.js';
import { type Money, money, typedDecimal } from './money.js';
import { entriesOf } from './names.js';

/** What the check says of a place of shop.json, and of what stands within it. */
export function mistakesAt(place: string): readonly Mistake[] {
  return store.state.mistakes.filter(
    ({ place: one }) => one === place || one.startsWith(`${place}.`) || one.startsWith(`${place}[`),
  );
}

/** What it says of an entry that none of its fields shows. */
export function mistakesOf(entry: string, fields: readonly string[]): readonly Mistake[] {
  const shown = new Set(fields.flatMap((name) => mistakesAt(`${entry}.${name}`)));
  return mistakesAt(entry).filter((mistake) => !shown.has(mistake));
}

export const idOf = (place: string): string => `d-${place.replace(/\W+/g, '-')}`;

export const typed = (event: Event): string => (event.target as HTMLInputElement).value;

/** The sentences of the check, under what they are about. */
export function told(mistakes: readonly Mistake[], id?: string): TemplateResult | typeof nothing {
  if (mistakes.length === 0) return nothing;
  return html`<ul class="mistakes" id=${ifDefined(id)}>${mistakes.map(
    ({ place, what }) =>
      html`<li data-place=${place}>${what[0]?.toUpperCase()}${what.slice(1)}.</li>`,
  )}</ul>`;
}

/** A label, what is filled in, and what is wrong with it. */
function field(
  label: string | TemplateResult,
  place: string,
  control: (id: string, wrong: string | undefined) => TemplateResult,
  hint: string | TemplateResult | typeof nothing = nothing,
): TemplateResult {
  const id = idOf(place);
  const mistakes = mistakesAt(place);
  const wrong = mistakes.length > 0 ? `${id}-wrong` : undefined;
  return html`
    <div class="field">
      <label for=${id}>${label}</label>
      ${control(id, wrong)}
      ${hint === nothing ? nothing : html`<span class="quiet hint">${hint}</span>`}
      ${told(mistakes, wrong)}
    </div>`;
}

export interface TextOptions {
  type?: 'text' | 'date' | 'number';
  mode?: 'decimal' | 'numeric' | 'text';
  suffix?: string;
  hint?: string | TemplateResult;
  list?: string;
}

export const textField = (
  label: string | TemplateResult,
  place: string,
  value: unknown,
  change: (text: string) => void,
  { type = 'text', mode, suffix, hint = nothing as never, list }: TextOptions = {},
) =>
  field(
    label,
    place,
    (id, wrong) => html`
      <span class="with-unit"><input id=${id} type=${type} inputmode=${ifDefined(mode)} list=${ifDefined(list)}
        autocomplete="off" aria-invalid=${wrong ? 'true' : 'false'} aria-describedby=${ifDefined(wrong)}
        .value=${shownOf(value)} @change=${(event: Event) => change(typed(event))}>
        ${suffix ? html`<span class="quiet">${suffix}</span>` : nothing}</span>`,
    hint,
  );

export const selectField = <Name extends string>(
  label: string,
  place: string,
  names: Readonly<Record<Name, string>>,
  value: unknown,
  change: (name: Name) => void,
) =>
  field(
    label,
    place,
    (id, wrong) => html`
      <select id=${id} aria-invalid=${wrong ? 'true' : 'false'} aria-describedby=${ifDefined(wrong)}
        @change=${(event: Event) => change(typed(event) as Name)}>
        ${value !== undefined && !((value as string) in names) ? html`<option selected>${shownOf(value)}</option>` : nothing}
        ${entriesOf(names).map(
          ([name, text]) =>
            html`<option value=${name} .selected=${name === value}>${text}</option>`,
        )}</select>`,
  );

/** Boxes to tick; none ticked is all of them. */
export function checks<Name extends string>(
  legend: string,
  place: string,
  names: Readonly<Record<Name, string>>,
  chosen: readonly string[],
  change: (names: readonly Name[]) => void,
  all = 'everywhere',
): TemplateResult {
  const mistakes = mistakesAt(place);
  const all_ = chosen.length === 0 ? html` <small class="quiet">${all}</small>` : nothing;
  return html`
    <fieldset class="checks" id=${idOf(place)}><legend>${legend}${all_}</legend>
      <div>${entriesOf(names).map(
        ([name, text]) => html`
          <label><input type="checkbox" .checked=${live(chosen.includes(name))}
            @change=${(event: Event) => {
              const ticked = (event.target as HTMLInputElement).checked;
              change(
                entriesOf(names)
                  .map(([one]) => one)
                  .filter((one) => (one === name ? ticked : chosen.includes(one))),
              );
            }}> ${text}</label>`,
      )}</div>
      ${told(mistakes)}
    </fieldset>`;
}

/** An amount in each currency that it is told in, the shop's own first. */
export function amountsField(
  label: string,
  place: string,
  value: unknown,
  change: (amounts: Part | undefined) => void,
  hint?: string | TemplateResult,
): TemplateResult {
  const amounts: Part = isPart(value) ? value : {};
  const of: Money = money();
  const currencies = [...new Set([of.currency, ...Object.keys(amounts)])].filter(Boolean);
  if (currencies.length === 0)
    return html`<div class="field"><span class="label">${label}</span>
      <span class="quiet">Name your currency first, at the top of this step.</span>${told(mistakesAt(place))}</div>`;
  const deeper = currencies.flatMap((currency) => mistakesAt(`${place}.${currency}`));
  const here = mistakesAt(place).filter((mistake) => !deeper.includes(mistake));
  return html`
    <div class="amounts" id=${idOf(place)}>${currencies.map((currency, at) =>
      textField(
        at === 0 ? label : html`${label} <small class="quiet">in ${currency}</small>`,
        `${place}.${currency}`,
        amounts[currency],
        (text) => {
          const decimal = currency === of.currency ? typedDecimal(text, of) : text.trim();
          const next = put(amounts, currency, decimal);
          change(Object.keys(next).length > 0 ? next : undefined);
        },
        { mode: 'decimal', suffix: currency, ...(at === 0 && hint && { hint }) },
      ),
    )}${told(here)}</div>`;
}

/**
 * What most entries leave as it is, folded away. It is drawn once it is open: a shop with many rules
 * has many fields.
 *
 * `open`  unless somebody opened or closed it
 */
export function folded(
  key: string,
  summary: string,
  open: boolean,
  content: () => TemplateResult,
): TemplateResult {
  const shown = decisions.unfolded(key) ?? open;
  return html`
    <details class="more" ?open=${live(shown)}
      @toggle=${(event: Event) => decisions.unfold(key, (event.target as HTMLDetailsElement).open)}>
      <summary>${summary}</summary>
      ${shown ? content() : nothing}
    </details>`;
}
