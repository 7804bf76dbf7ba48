import { html } from 'lit';
import { store } from '../../view.js';
import { facts, type Product } from './facts.js';
import { Finder } from './finder.js';
import { kept } from './kept.js';
import { type By, keyOf, type Row, saveRows, why } from './never_rows.js';
import { Part } from './part.js';
import { firstOf, moreRows, rowsEach, type Sorting, sortHead } from './sorting.js';
import { count, counted, inOrders, percent, price } from './words.js';

const columns = [
  { key: 'name', name: 'Product', first: 'up' },
  { key: 'category', name: 'Category', first: 'up' },
  { key: 'price', name: 'Price' },
  { key: 'rank', name: 'Sold', first: 'up' },
] as const;

/** Products that no cart of one product would be offered. */
class NeverPart extends Part {
  #sorting: Sorting<By> = { by: 'rank', down: false };
  #search = '';
  #shown = rowsEach;

  readonly #rows = kept(
    (never: readonly number[], products: readonly Product[], categories: readonly string[]) =>
      never.map(
        (at): Row => ({
          rank: at,
          product: products[at]!,
          category: categories[products[at]!.category] ?? '',
        }),
      ),
  );
  readonly #finder = kept(
    (rows: readonly Row[]) =>
      new Finder(rows, ({ product, category }) => `${product.title} ${product.id} ${category}`),
  );
  readonly #found = kept((rows: readonly Row[], search: string) =>
    this.#finder(rows)
      .find(search)
      .found.map((at) => rows[at]!),
  );
  readonly #first = kept((found: readonly Row[], most: number, sorting: Sorting<By>) =>
    firstOf(found, most, sorting, keyOf),
  );

  protected override render() {
    const { products } = store.state;
    const { never, trouble } = facts;
    return html`
      <section id="see-never" class="card" aria-labelledby="see-never-title">
        <h2 id="see-never-title">Never offered</h2>
        ${
          never && products
            ? this.#told(
                this.#rows(never, products.products, products.categories),
                products.products.length,
              )
            : html`<p class="waiting-row quiet">${trouble || 'Looking at every product …'}</p>`
        }
      </section>`;
  }

  #told(rows: readonly Row[], all: number) {
    if (rows.length === 0)
      return html`<p class="fine">Every product is among the four offers of some other. Nothing in your shop
        stays unseen.</p>`;
    const alone = rows.filter(({ product }) => product.neighbours === 0).length;
    const found = this.#found(rows, this.#search);
    return html`
      <p><strong>${count(rows.length)} of ${counted(all, 'product')}</strong> (${percent(rows.length / all)}) are not among
        the four offers of any other product. ${alone > 0 ? `${count(alone)} of them were bought together with nothing often enough. ` : ''}${
          rows.length > alone
            ? `${count(rows.length - alone)} have neighbours, but others always come before them.`
            : ''
        }</p>
      <p class="quiet">That is no fault: few places, many products. If one of them should be seen, pin it with a
        rule in the step “Decide”, or give it a row for what is new.</p>
      <div class="tools">
        <label class="search">Search these products
          <input type="search" .value=${this.#search} placeholder="part of a name, id or category"
            @input=${(event: Event) => this.#find((event.target as HTMLInputElement).value)}></label>
        <button type="button" @click=${() => saveRows(found)}>Save ${found.length === rows.length ? 'the list' : `these ${count(found.length)}`} as CSV</button>
      </div>
      ${
        found.length === 0
          ? html`<div class="empty"><p><strong>None of them has “${this.#search}” in it.</strong> So it is offered
              somewhere, or your shop has no such product.</p></div>`
          : this.#table(found)
      }`;
  }

  #table(found: readonly Row[]) {
    return html`
      <div class="scrolls"><table class="stacks never">
        <caption class="unseen">Products that are never offered</caption>
        <thead><tr>${columns.map((column) =>
          sortHead<By>(column, this.#sorting, (next) => {
            [this.#sorting, this.#shown] = [next, rowsEach];
            this.requestUpdate();
          }),
        )}<th scope="col">Why</th></tr></thead>
        <tbody>${this.#first(found, this.#shown, this.#sorting).map(
          ({ product, category }) => html`
            <tr data-id=${product.id}>
              <th scope="row"><button type="button" class="link" @click=${() => this.show(product.id)}>${product.title}</button></th>
              <td data-label="Category">${category || '–'}</td>
              <td data-label="Price" class="nowrap">${price(product.priceMinor) || '–'}</td>
              <td data-label="Sold" class="nowrap">${inOrders(product.share)}</td>
              <td data-label="Why">${why(product)}</td>
            </tr>`,
        )}</tbody>
      </table></div>
      ${moreRows(this.#shown, found.length, 'products', () => {
        this.#shown += rowsEach;
        this.requestUpdate();
      })}`;
  }

  #find(search: string): void {
    [this.#search, this.#shown] = [search, rowsEach];
    this.requestUpdate();
  }
}

customElements.define('gs-see-never', NeverPart);
