import { html, nothing, type TemplateResult } from 'lit';
import { store } from '../../view.js';
import { facts } from '../see/facts.js';
import '../see/search.js';
import './add_text.js';
import { isPart, numberOr, oneOrMore, type Part, put, textsOf } from './edit.js';
import { amountsField, idOf, mistakesAt, mistakesOf, textField, told } from './fields.js';

/** What a selection of products goes by. */
export const conditionKeys = ['product', 'category', 'brand', 'tag', 'price', 'margin'] as const;
type Key = (typeof conditionKeys)[number];

export const hasConditions = (part: Part): boolean => conditionKeys.some((key) => key in part);

const words = { category: 'Category', brand: 'Brand', tag: 'Tag' } as const;

/** Which products something is about: every condition holds, and of its values one. */
export function conditions(
  part: Part,
  place: string,
  change: (part: Part) => void,
  keys: readonly Key[] = conditionKeys,
): TemplateResult {
  const has = (key: Key) => keys.includes(key);
  const set = (key: Key) => (value: unknown) => change(put(part, key, value));
  return html`
    <div class="conditions">
      ${has('product') ? products(part, place, set('product')) : nothing}
      <div class="fields">
        ${(['category', 'brand', 'tag'] as const).map((key) =>
          has(key) ? texts(key, part, place, set(key)) : nothing,
        )}
      </div>
      ${
        has('price') || has('margin')
          ? html`<details class="by-amount" ?open=${'price' in part || 'margin' in part}>
              <summary>By price or margin</summary>
              <div class="fields">
                ${has('price') ? price(part.price, `${place}.price`, set('price')) : nothing}
                ${has('margin') ? margin(part.margin, `${place}.margin`, set('margin')) : nothing}
              </div></details>`
          : nothing
      }
    </div>`;
}

/** Conditions within something else, which they are said to be. */
export function within(
  legend: string,
  value: unknown,
  place: string,
  change: (part: Part) => void,
): TemplateResult {
  return html`
    <fieldset class="within"><legend>${legend}</legend>
      ${told(mistakesOf(place, conditionKeys))}
      ${conditions(isPart(value) ? value : {}, place, change)}
    </fieldset>`;
}

const without = (list: readonly string[], text: string) =>
  oneOrMore(list.filter((one) => one !== text));
const withText = (list: readonly string[], text: string) =>
  oneOrMore([...new Set([...list, text])]);

function chips(
  list: readonly string[],
  what: (text: string) => string,
  remove: (text: string) => void,
): TemplateResult | typeof nothing {
  if (list.length === 0) return nothing;
  return html`<ul class="chips">${list.map(
    (text) => html`
      <li data-value=${text}><span>${what(text)}</span>
        <button type="button" aria-label="Leave ${what(text)} out" @click=${() => remove(text)}>×</button></li>`,
  )}</ul>`;
}

function products(part: Part, place: string, change: (value: unknown) => void) {
  const all = store.state.products?.products ?? [];
  const ids = textsOf(part.product);
  const here = `${place}.product`;
  return html`
    <div class="field wide" id=${idOf(here)}>
      <gs-find-product id="${idOf(here)}-find" label="Products" .products=${all}
        @found=${({ detail }: CustomEvent<number>) => change(withText(ids, all[detail]!.id))}></gs-find-product>
      ${chips(
        ids,
        (id) => facts.titleOf(id),
        (id) => change(without(ids, id)),
      )}
      ${told(mistakesAt(here))}
    </div>`;
}

function texts(
  key: 'category' | 'brand' | 'tag',
  part: Part,
  place: string,
  change: (value: unknown) => void,
) {
  const list = textsOf(part[key]);
  const here = `${place}.${key}`;
  return html`
    <div class="field" id=${idOf(here)}>
      <gs-add-text .label=${words[key]} .field="${idOf(here)}-add" .list=${key === 'category' ? 'decide-categories' : undefined}
        @added=${({ detail }: CustomEvent<string>) => change(withText(list, detail))}></gs-add-text>
      ${chips(
        list,
        (text) => text,
        (text) => change(without(list, text)),
      )}
      ${told(mistakesAt(here))}
    </div>`;
}

function price(value: unknown, place: string, change: (value: unknown) => void) {
  const range: Part = isPart(value) ? value : {};
  return html`
    ${amountsField('Price from', `${place}.from`, range.from, (from) => change(put(range, 'from', from)))}
    ${amountsField('Price up to', `${place}.to`, range.to, (to) => change(put(range, 'to', to)))}
    ${whole(place)}`;
}

function margin(value: unknown, place: string, change: (value: unknown) => void) {
  const range: Part = isPart(value) ? value : {};
  const end = (label: string, key: 'from' | 'to') =>
    textField(
      label,
      `${place}.${key}`,
      range[key],
      (text) => change(put(range, key, numberOr(text))),
      { mode: 'numeric', suffix: '%' },
    );
  return html`${end('Margin from', 'from')}${end('Margin up to', 'to')}${whole(place)}`;
}

/** What is wrong with a range as a whole. */
function whole(place: string) {
  const here = mistakesOf(place, ['from', 'to']);
  return here.length > 0 ? html`<div class="field">${told(here)}</div>` : nothing;
}
