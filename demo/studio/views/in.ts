import { html, nothing, type PropertyValues } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { type Laid, unknownTable } from '../laid.js';
import { store, View } from '../view.js';
import { isTraining } from '../work.js';
import { choicesOf, takeAs, takenAs } from './in/taken.js';
import { formats, sizeOf } from './in/words.js';
import './in/columns.js';

const counted = (count: number, one: string) =>
  `${count.toLocaleString('en')} ${one}${count === 1 ? '' : 's'}`;

/**
 * Exports go in: dropped anywhere on the page or chosen, several at a time, packed or not. Each says
 * at once what it is; a table that no format knows has its columns named by hand.
 */
class InView extends View {
  #worked = false;

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const works = isTraining(store.state.work);
    // Whoever stopped it, or sees it fail, goes on from where it began.
    if (this.#worked && !works && document.activeElement === document.body)
      this.querySelector<HTMLElement>('.actions button:enabled')?.focus({ preventScroll: true });
    this.#worked = works;
  }

  protected override render() {
    const { laid, work } = store.state;
    const waits = work !== null || laid.some(({ preview, problem }) => !preview && !problem);
    const orders = laid.some(({ kind }) => kind === 'orders');
    const lacks = orders ? this.#lacking() : 'There are no orders among these files.';
    return html`
      <p class="lead">Give it the orders of a year or two. You see at once what your shop could offer
        with every cart, and whether your orders are enough for that.</p>
      ${isTraining(work) ? html`<gs-work whole></gs-work>` : this.#drop(laid.length > 0)}
      ${laid.length > 0 ? this.#table(laid) : nothing}
      ${this.#columnsForm()}
      ${
        laid.length > 0
          ? html`
            <p class="actions">
              <button type="button" class="main" ?disabled=${waits || lacks !== ''}
                aria-describedby=${lacks ? 'lacks' : nothing} @click=${() => this.#open()}>See what goes with what</button>
              ${!waits && lacks ? html`<span id="lacks" class="lacks">${lacks}</span>` : nothing}
            </p>`
          : nothing
      }
      ${this.#current()}
      <section class="promise" aria-labelledby="promise">
        <h2 id="promise">What happens with your orders</h2>
        <ul>
          <li><strong>They stay on this computer.</strong> The page reads them itself and sends nothing
            anywhere; you can go offline and it works on.</li>
          <li><strong>It reads what it needs.</strong> Order numbers, products, quantities, prices and dates.
            Names, addresses and telephone numbers are passed over.</li>
          <li><strong>It keeps nothing.</strong> A customer is a number that is forgotten when you close the
            page. The file that you take home names no customer at all.</li>
        </ul>
      </section>`;
  }

  #drop(some: boolean) {
    return html`
      <div class="drop ${some ? 'some' : ''}">
        <p><strong>${some ? 'Drop more files here' : 'Drop your exports here'}</strong>
          <span class="quiet">Orders, and products if you have them: .csv, .tsv, .json or .xml, also packed as .gz,
            several at a time.</span></p>
        <div class="ways">
          <label class="button ${some ? '' : 'main'}">Choose files
            <input class="unseen" type="file" multiple @change=${this.#chosen}></label>
          <button type="button" ?disabled=${store.state.work !== null} @click=${() => store.openSample()}>
            Try a sample shop</button>
        </div>
        ${
          some
            ? nothing
            : html`<p class="quiet known">Shopify, WooCommerce, PrestaShop, Magento, Matrixify, GA4, Google Merchant,
                Online Retail, or any other table: then you say which column is which.</p>`
        }
      </div>`;
  }

  #chosen = ({ target }: Event) => {
    const input = target as HTMLInputElement;
    store.lay([...(input.files ?? [])]);
    // The same file can be chosen again.
    input.value = '';
  };

  #table(laid: readonly Laid[]) {
    return html`
      <table class="files">
        <caption class="unseen">Your files</caption>
        <thead><tr><th scope="col">File</th><th scope="col">What it is</th><th scope="col">Taken as</th>
          <td></td></tr></thead>
        <tbody>${repeat(
          laid,
          ({ file }) => file,
          (one) => this.#row(one),
        )}</tbody>
      </table>`;
  }

  #row(one: Laid) {
    const { file, kind, preview, problem } = one;
    const { work } = store.state;
    const looks = !preview && !problem;
    return html`
      <tr class=${problem ? 'wrong' : nothing}>
        <th scope="row"><span class="name">${file.name}</span> <span class="quiet size">${sizeOf(file.size)}</span></th>
        <td class="what" aria-live="polite">${
          problem
            ? html`<strong>Cannot be read:</strong> ${problem}`
            : looks
              ? 'looking at it …'
              : (formats[preview?.format ?? ''] ?? 'A table that we do not know')
        }</td>
        <td>${
          kind === null
            ? html`<span class="quiet">${looks ? '' : 'not used'}</span>`
            : html`<select aria-label="${file.name} is taken as" ?disabled=${work !== null}
                @change=${({ target }: Event) => takeAs(one, (target as HTMLSelectElement).value)}>
                ${choicesOf(one).map(([value, name]) => html`<option value=${value} ?selected=${value === takenAs(one)}>${name}</option>`)}
              </select>`
        }</td>
        <td><button type="button" class="away" aria-label="Take away ${file.name}" ?disabled=${isTraining(work)}
          @click=${() => this.#away(file)}>Take away</button></td>
      </tr>`;
  }

  #away(file: File): void {
    store.takeAway(file);
    // Its button is gone.
    this.querySelector<HTMLElement>('.drop input')?.focus();
  }

  /** What has to be said before the orders can be read, as a sentence. */
  #lacking(): string {
    const { laid, columns } = store.state;
    if (!unknownTable(laid)) return '';
    const { order, product, title } = columns;
    if (!order) return 'Say which column holds the order number.';
    return product || title ? '' : 'Say which column holds the product.';
  }

  #columnsForm() {
    const { laid } = store.state;
    const preview = unknownTable(laid);
    const file = laid.find((one) => one.preview === preview)?.file.name;
    return preview ? html`<gs-columns .file=${file} .preview=${preview}></gs-columns>` : nothing;
  }

  /** The shop that is there already: whatever is dropped here, it stays until another is read. */
  #current() {
    const { orders, sample, files } = store.state;
    if (!orders) return nothing;
    const what = sample ? 'the sample shop' : counted(files.length, 'file');
    return html`
      <p class="current">You are looking at ${what}: ${counted(orders.orders, 'order')} of
        ${counted(orders.products_ordered, 'product')}. It stays until another shop is read.
        <button type="button" @click=${() => store.go('see')}>Back to it</button></p>`;
  }

  #open(): void {
    store.open(store.state.laid.flatMap(({ file, kind }) => (kind ? [{ file, kind }] : [])));
  }
}

customElements.define('gs-in', InView);
