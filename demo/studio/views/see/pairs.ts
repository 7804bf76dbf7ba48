import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { PairReport } from '../../messages.js';
import { evidenceCells, evidenceLegend, strengthBar } from './evidence.js';
import { facts, mostPairs } from './facts.js';
import { Finder } from './finder.js';
import { kept } from './kept.js';
import { Part } from './part.js';
import { firstOf, moreRows, rowsEach, type Sorting, sortHead } from './sorting.js';
import { count } from './words.js';

type By = 'pair' | 'strength' | 'together' | 'lift';
const columns = [
  { key: 'pair', name: 'Pair', first: 'up' },
  { key: 'strength', name: 'Strength', kind: 'strength-head' },
  { key: 'together', name: 'Bought together' },
  { key: 'lift', name: 'Against chance' },
] as const;

const keyOf = ({ product, with: other }: PairReport, by: By): number | string => {
  if (by === 'pair') return product.title;
  if (by === 'strength') return other.weight;
  if (by === 'together') return other.support;
  // What is certain, not what is hoped for: a pair of two lucky orders must not come first.
  return other.lift_interval?.low ?? 0;
};

/** The strongest pairs with their evidence, sorted and searched. */
class PairsPart extends Part {
  #sorting: Sorting<By> = { by: 'strength', down: true };
  #search = '';
  #shown = rowsEach;
  #of: unknown;

  readonly #finder = kept(
    (pairs: readonly PairReport[]) =>
      new Finder(pairs, ({ product: a, with: b }) => `${a.title} ${a.id} ${b.title} ${b.id}`),
  );
  readonly #found = kept((pairs: readonly PairReport[], search: string) =>
    this.#finder(pairs)
      .find(search)
      .found.map((at) => pairs[at]!),
  );
  readonly #first = kept((found: readonly PairReport[], most: number, sorting: Sorting<By>) =>
    firstOf(found, most, sorting, keyOf),
  );

  protected override render() {
    const { pairs, trouble } = facts;
    if (this.#of !== pairs) [this.#of, this.#shown] = [pairs, rowsEach];
    return html`
      <section id="see-pairs" class="card" aria-labelledby="see-pairs-title">
        <h2 id="see-pairs-title">The strongest pairs</h2>
        ${pairs ? this.#pairs(pairs) : trouble ? html`<p>${trouble}</p>` : html`<p class="waiting-row quiet">Looking for pairs …</p>`}
      </section>`;
  }

  #pairs(pairs: readonly PairReport[]) {
    if (pairs.length === 0)
      return html`
        <div class="empty"><p><strong>No pair yet.</strong> No two products were bought together by enough
          customers. It takes five who chose the same two; older orders help most.</p></div>`;
    const found = this.#found(pairs, this.#search);
    return html`
      <p>${pairs.length < mostPairs ? `All ${count(pairs.length)} pairs` : `The ${count(pairs.length)} strongest pairs`}
        that your shop's orders speak for. A product's name opens all that is known of it.</p>
      <label class="search">Search pairs
        <input type="search" .value=${this.#search} placeholder="part of a name or id"
          @input=${(event: Event) => this.#find((event.target as HTMLInputElement).value)}></label>
      ${found.length > 0 ? this.#table(found) : this.#nothingFound()}
      ${evidenceLegend()}`;
  }

  #table(found: readonly PairReport[]) {
    const strongest = facts.pairs?.[0]?.with.weight ?? 1;
    return html`
      <div class="scrolls"><table class="stacks pairs">
        <caption class="unseen">Pairs of products</caption>
        <thead><tr>${columns.map((column) =>
          sortHead<By>(column, this.#sorting, (next) => {
            [this.#sorting, this.#shown] = [next, rowsEach];
            this.requestUpdate();
          }),
        )}</tr></thead>
        <tbody>${repeat(
          this.#first(found, this.#shown, this.#sorting),
          ({ product, with: other }) => `${product.id}\n${other.id}`,
          ({ product, with: other }) => html`
            <tr data-pair="${product.id} ${other.id}">
              <th scope="row">${this.#name(product)}<span class="and">with</span>${this.#name(other)}</th>
              <td data-label="Strength">${strengthBar(other.weight / strongest)}</td>
              ${evidenceCells(other)}
            </tr>`,
        )}</tbody>
      </table></div>
      ${moreRows(this.#shown, found.length, 'pairs', () => {
        this.#shown += rowsEach;
        this.requestUpdate();
      })}`;
  }

  #name({ id, title }: { id: string; title: string }) {
    return html`<button type="button" class="link" @click=${() => this.show(id)}>${title}</button>`;
  }

  #nothingFound() {
    return html`
      <div class="empty"><p><strong>No pair has “${this.#search}” in it.</strong>
        ${
          facts.pairs && facts.pairs.length >= mostPairs
            ? html`Only the strongest are listed here; <a href="#see-product">product by product</a> has all.`
            : nothing
        }</p></div>`;
  }

  #find(search: string): void {
    [this.#search, this.#shown] = [search, rowsEach];
    this.requestUpdate();
  }
}

customElements.define('gs-see-pairs', PairsPart);
