import { html, nothing } from 'lit';
import { store } from '../../view.js';
import { isPart, moved, type Part, put, removed, replaced, textsOf } from './edit.js';
import { idOf, mistakesAt, textField, told, typed } from './fields.js';
import { ListPart } from './list_part.js';
import { lists, named, readList, scopes, writeList } from './lists.js';
import { entriesOf, placementNames, stageNames } from './names.js';
import { places } from './when.js';

/** Which lists fill a row, where and for whom. */
class RowsPart extends ListPart {
  protected override readonly key = 'rows';
  protected override readonly noun = 'Row';

  protected override render() {
    return html`
      <section id="decide-rows" class="card" aria-labelledby="decide-rows-title">
        <h2 id="decide-rows-title">Places and shoppers</h2>
        <p>A row shows what goes with the cart, and best sellers behind it. Where you want something else, at one place
          or for one kind of shopper, say it here. The first row that fits is taken.</p>
        ${this.#which()}
        ${this.list()}
        <p class="actions"><button type="button" class="add"
          @click=${() => this.add({ show: ['goes-with', 'best-sellers'] })}>Add a row</button></p>
      </section>`;
  }

  protected override fieldsOf(): readonly string[] {
    return ['at', 'for', 'show', 'note'];
  }

  protected override headline(row: Part): string {
    const at = textsOf(row.at).map((name) => placementNames[name as 'cart'] ?? name);
    const whom = textsOf(row.for).map((name) => stageNames[name as 'away'] ?? name);
    return `${at.join(', ') || 'Everywhere'}, ${whom.join(', ') || 'everybody'}`;
  }

  /** Which row a shopper meets where; all of it, so that nobody has to think it through. */
  #which() {
    const rows = this.entries.map((row) => (isPart(row) ? row : {}));
    if (rows.length === 0)
      return html`<p class="quiet">No row of your own yet: every place shows the usual.</p>`;
    const fits = (value: unknown, name: string) =>
      textsOf(value).length === 0 || textsOf(value).includes(name);
    const cell = (at: string, whom: string) => {
      const first = rows.findIndex((row) => fits(row.at, at) && fits(row.for, whom));
      return first < 0 ? html`<span class="quiet">the usual</span>` : `Row ${first + 1}`;
    };
    const stages = entriesOf(stageNames);
    return html`
      <div class="scroll" tabindex="0" role="group" aria-label="Which row is shown">
        <table class="which"><caption>Which row is shown</caption>
          <thead><tr><td></td>${stages.map(([, name]) => html`<th scope="col">${name}</th>`)}</tr></thead>
          <tbody>${entriesOf(placementNames).map(
            ([at, name]) =>
              html`<tr><th scope="row">${name}</th>${stages.map(([whom]) => html`<td>${cell(at, whom)}</td>`)}</tr>`,
          )}</tbody>
        </table>
      </div>`;
  }

  protected override card(row: Part, place: string, change: (row: Part) => void) {
    const names = textsOf(row.show);
    const set = (next: readonly string[]) => change(put(row, 'show', next));
    return html`
      ${places(row, place, change)}
      <fieldset class="chain" id=${idOf(`${place}.show`)}><legend>It shows, in this order</legend>
        <ol>${names.map((name, at) => this.#step(name, at, names, `${place}.show`, set))}</ol>
        <button type="button" @click=${() => set([...names, names.includes('best-sellers') ? 'new' : 'best-sellers'])}>Add a list</button>
        ${told(mistakesAt(`${place}.show`))}
      </fieldset>
      ${textField('Note for people', `${place}.note`, row.note, (note) => change(put(row, 'note', note)))}`;
  }

  #step(
    name: string,
    at: number,
    names: readonly string[],
    place: string,
    set: (names: readonly string[]) => void,
  ) {
    const told = readList(name);
    const become = (part: Partial<typeof told>) =>
      set(replaced(names, at, writeList({ ...told, ...part })));
    const id = idOf(`${place}-${at}`);
    const of = `list ${at + 1}`;
    return html`
      <li>
        <select aria-label="What ${of} is" @change=${(event: Event) => become({ list: typed(event) })}>
          ${told.list in lists ? nothing : html`<option selected>${told.list}</option>`}
          ${entriesOf(lists).map(([value, text]) => html`<option value=${value} .selected=${value === told.list}>${text}</option>`)}</select>
        <select aria-label="Of which products ${of} is" @change=${(event: Event) => become({ scope: typed(event), group: '' })}>
          ${told.scope in scopes ? nothing : html`<option selected>${told.scope}</option>`}
          ${entriesOf(scopes).map(([value, text]) => html`<option value=${value} .selected=${value === told.scope}>${text}</option>`)}</select>
        ${
          named.includes(told.scope)
            ? html`<input id=${id} aria-label="Which ${told.scope} ${of} is of" autocomplete="off"
                list=${told.scope === 'category' ? 'decide-categories' : nothing}
                .value=${told.group} @change=${(event: Event) => become({ group: typed(event).trim() })}>`
            : nothing
        }
        <span class="entry-tools">
          <button type="button" ?disabled=${at === 0} aria-label="Up: ${of}" @click=${() => set(moved(names, at, -1))}>Up</button>
          <button type="button" ?disabled=${names.length === 1} aria-label="Remove: ${of}" @click=${() => set(removed(names, at))}>Remove</button>
        </span>
        ${told.list === 'picked' && store.state.config.picked === undefined ? html`<small class="quiet">Name the products as “picked” in the text below.</small>` : nothing}
      </li>`;
  }
}

customElements.define('gs-decide-rows', RowsPart);
