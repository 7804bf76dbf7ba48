import { html } from 'lit';
import type { Preview } from '../../messages.js';
import { store, View } from '../../view.js';

/** What an order line is made of, in the words of `goeswith train --columns`. */
const parts: readonly [name: string, told: string, needed: boolean][] = [
  ['order', 'Order number', true],
  ['product', 'Product id or SKU', false],
  ['title', 'Product name', false],
  ['qty', 'Quantity', false],
  ['price', 'Price of one', false],
  ['date', 'Date', false],
  ['customer', 'Customer', false],
  ['currency', 'Currency', false],
];

/** Columns of a table that no format knows, named by hand beside its first rows. */
class Columns extends View {
  static override properties = { file: { attribute: false }, preview: { attribute: false } };
  declare file: string;
  declare preview: Preview;

  constructor() {
    super();
    this.file = '';
  }

  protected override render() {
    const { columns } = store.state;
    const { header, rows } = this.preview;
    const used = new Map(Object.entries(columns).map(([part, column]) => [column, part]));
    const told = (column: string) => parts.find(([part]) => part === used.get(column))?.[1];
    return html`
      <section class="columns" aria-labelledby="columns">
        <h2 id="columns">Which column is which?</h2>
        <p>${this.file} is no export that we know. Say which of its columns holds what. An order number and a
          product, by id or by name, are needed; what you leave out is not read.</p>
        <div class="fields">${parts.map(
          ([part, name, needed]) => html`
          <label><span>${name}${needed ? html` <span class="quiet">needed</span>` : ''}</span>
            <select @change=${(event: Event) => this.#choose(part, (event.target as HTMLSelectElement).value)}>
              <option value="">none</option>
              ${header.map((column) => html`<option value=${column} ?selected=${columns[part] === column}>${column}</option>`)}
            </select></label>`,
        )}</div>
        <div class="scroll" role="region" aria-labelledby="first-rows" tabindex="0">
          <table>
            <caption id="first-rows">The first rows, as they stand in the file</caption>
            <thead><tr>${header.map(
              (column) =>
                html`<th scope="col" class=${used.has(column) ? 'used' : ''}>${column}
                  <span class="means">${told(column) ?? ''}</span></th>`,
            )}</tr></thead>
            <tbody>${rows.map((row) => html`<tr>${header.map((column, at) => html`<td class=${used.has(column) ? 'used' : ''}>${row[at]}</td>`)}</tr>`)}</tbody>
          </table>
        </div>
      </section>`;
  }

  #choose(part: string, column: string): void {
    const { [part]: _, ...rest } = store.state.columns;
    store.set({ columns: column ? { ...rest, [part]: column } : rest });
  }
}

customElements.define('gs-columns', Columns);
