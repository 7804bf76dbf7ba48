import { html, nothing, type TemplateResult } from 'lit';
import type { RowReport } from '../../messages.js';
import { rulesIn } from './words.js';

/** Where a product stands when something is offered with it. */
export type Place = 'cart' | 'product';
const places: Readonly<Record<Place, string>> = {
  cart: 'when it is in the cart',
  product: 'on its own page',
};

/** What would be offered with a product, why, and what rules left out. */
export function offered(
  row: RowReport | null,
  at: Place,
  of: { name: (id: string) => TemplateResult; place: (place: Place) => void },
) {
  const { items = [], left_out: left = [] } = row ?? {};
  return html`
    <h4>What would be offered</h4>
    <fieldset class="choice"><legend class="unseen">Where it is offered</legend>${Object.entries(
      places,
    ).map(
      ([value, name]) => html`
        <label><input type="radio" name="see-place" value=${value} .checked=${value === at}
          @change=${() => of.place(value as Place)}> ${name}</label>`,
    )}</fieldset>
    ${
      items.length === 0
        ? html`<p class="quiet">Nothing: your rules leave nothing to offer here.</p>`
        : html`<ol class="offers">${items.map(
            ({ id, sentence, why }) => html`
              <li data-offer=${id}>${of.name(id)}<span class="because">${sentence}</span>
                ${why ? html`<span class="rule">${rulesIn(why)}</span>` : nothing}</li>`,
          )}</ol>`
    }
    ${
      left.length === 0
        ? nothing
        : html`<p>Left out by your rules:</p><ul class="left">${left.map((text) => {
            const end = text.lastIndexOf(': rules[');
            return html`<li data-left=${text.slice(0, end)}>${of.name(text.slice(0, end))}
              <span class="rule">${rulesIn(text.slice(end))}</span></li>`;
          })}</ul>`
    }`;
}
