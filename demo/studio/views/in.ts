import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Preview } from '../messages.js';
import type { Dropped } from '../store.js';
import { store, View } from '../view.js';
import './in/columns.js';

const formats: Readonly<Record<string, string>> = {
  shopify: 'Shopify orders',
  'shopify-products': 'Shopify products',
  matrixify: 'Matrixify orders',
  woocommerce: 'WooCommerce orders',
  'woocommerce-items': 'WooCommerce orders, an item a line',
  'woocommerce-products': 'WooCommerce products',
  prestashop: 'PrestaShop orders',
  magento: 'Magento orders',
  ga4: 'GA4 purchases',
  google: 'Google Merchant feed',
  acp: 'product feed',
  'online-retail': 'Online Retail orders',
  canonical: 'order lines',
  baskets: 'one order a line',
  jsonl: 'orders as JSON Lines',
  catalogue: 'products',
};
const kinds = { orders: 'Orders', catalogue: 'Products' } as const;

/** A file that lies on the table, and what it seems to be. */
interface Laid {
  file: File;
  kind: Dropped['kind'] | null;
  preview: Preview | null;
  problem: string;
}

/**
 * Exports go in: dropped anywhere on the page or chosen, several at a time, packed or not. Each says
 * at once what it is; a table that no format knows has its columns named by hand.
 */
class InView extends View {
  static override properties = { laid: { state: true }, over: { state: true } };
  declare laid: readonly Laid[];
  declare over: boolean;

  constructor() {
    super();
    this.laid = store.state.files.map(({ file, kind }) => ({
      ...{ file, kind },
      ...{ preview: null, problem: '' },
    }));
    this.over = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    for (const [name, listener] of this.#dropping) document.addEventListener(name, listener);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const [name, listener] of this.#dropping) document.removeEventListener(name, listener);
  }

  /** Files may be dropped anywhere: beside the target the browser would open them and leave. */
  readonly #dropping: readonly [string, (event: Event) => void][] = [
    [
      'dragover',
      (event) => {
        event.preventDefault();
        this.over = true;
      },
    ],
    ['dragleave', () => (this.over = false)],
    [
      'drop',
      (event) => {
        event.preventDefault();
        this.over = false;
        this.#lay([...((event as DragEvent).dataTransfer?.files ?? [])]);
      },
    ],
  ];

  async #lay(files: readonly File[]): Promise<void> {
    const known = ({ name, size }: File) =>
      this.laid.some(({ file }) => file.name === name && file.size === size);
    const fresh = files
      .filter((file) => !known(file))
      .map((file): Laid => ({ file, kind: null, preview: null, problem: '' }));
    this.laid = [...this.laid, ...fresh];
    for (const { file } of fresh) {
      const seen = await store.preview(file);
      const kind =
        seen.kind === 'catalogue' ? 'catalogue' : seen.kind === 'unknown' ? null : 'orders';
      this.#change(file, { preview: seen, kind, problem: seen.problem });
    }
  }

  #change(file: File, part: Partial<Laid>): void {
    this.laid = this.laid.map((one) => (one.file === file ? { ...one, ...part } : one));
  }

  protected override render() {
    const { work } = store.state;
    const usable = this.laid.filter(({ kind }) => kind !== null);
    const ready = usable.some(({ kind }) => kind === 'orders') && this.#columnsChosen();
    return html`
      <p class="lead">Give it the orders of a year or two. You see at once what your shop could offer
        with every cart, and whether your orders are enough for that.</p>
      <div class="drop ${this.over ? 'over' : ''}">
        <p><strong>Drop your exports here</strong><br>
          <span class="quiet">orders, and products if you have them; .csv, .tsv, .json, .xml, also as .gz</span></p>
        <label class="button">Choose files
          <input class="unseen" type="file" multiple @change=${this.#chosen}></label>
        <p class="quiet">Shopify, WooCommerce, PrestaShop, Magento, Matrixify, GA4, Google Merchant, or any
          table: then you say which column is which.</p>
      </div>
      ${this.laid.length > 0 ? this.#table() : nothing}
      ${this.#columnsForm()}
      <p class="actions">
        <button type="button" class="main" ?disabled=${!ready || work !== null} @click=${() => this.#open()}>
          See what goes with what</button>
        <button type="button" ?disabled=${work !== null} @click=${() => store.openSample()}>
          Try it with a sample shop</button>
      </p>
      <h2>What happens with your orders</h2>
      <p>They stay on this computer. The page reads order numbers, products, quantities, prices and dates;
        names, addresses and telephone numbers are passed over, and a customer is a number that is
        forgotten when you close the page. The file that you take home names no customer at all.</p>`;
  }

  #chosen = ({ target }: Event) => {
    const input = target as HTMLInputElement;
    this.#lay([...(input.files ?? [])]);
    input.value = '';
  };

  #table() {
    return html`
      <table class="files">
        <caption class="unseen">Files</caption>
        <thead><tr><th scope="col">File</th><th scope="col">What it is</th><th scope="col">Taken as</th><th></th></tr></thead>
        <tbody>${repeat(
          this.laid,
          ({ file }) => file,
          (one) => this.#row(one),
        )}</tbody>
      </table>`;
  }

  #row({ file, kind, preview, problem }: Laid) {
    const what = problem || (preview ? (formats[preview.format] ?? 'a table') : 'looking at it …');
    return html`
      <tr class=${problem ? 'wrong' : nothing}>
        <th scope="row">${file.name} <span class="quiet">${sizeOf(file.size)}</span></th>
        <td>${what}</td>
        <td>${
          kind === null
            ? 'not used'
            : html`<select aria-label="${file.name} is taken as" @change=${(event: Event) =>
                this.#change(file, {
                  kind: (event.target as HTMLSelectElement).value as Dropped['kind'],
                })}>${Object.entries(kinds).map(
                ([value, name]) =>
                  html`<option value=${value} ?selected=${value === kind}>${name}</option>`,
              )}</select>`
        }</td>
        <td><button type="button" aria-label="Take ${file.name} away"
          @click=${() => {
            this.laid = this.laid.filter((other) => other.file !== file);
          }}>Take away</button></td>
      </tr>`;
  }

  /** The first table among the orders that no format knows; all such are read alike. */
  #unknownTable(): Laid | undefined {
    return this.laid.find(({ kind, preview }) => kind === 'orders' && preview?.kind === 'table');
  }

  #columnsChosen(): boolean {
    const { columns } = store.state;
    return !this.#unknownTable() || Boolean(columns.order && (columns.product || columns.title));
  }

  #columnsForm() {
    const table = this.#unknownTable();
    return table?.preview
      ? html`<gs-columns .file=${table.file.name} .preview=${table.preview}></gs-columns>`
      : nothing;
  }

  #open(): void {
    const files = this.laid.flatMap(({ file, kind }) => (kind ? [{ file, kind }] : []));
    store.open(files);
  }
}

/** "12.4 MB" */
export function sizeOf(bytes: number): string {
  const units = ['B', 'KB', 'MB', 'GB'];
  let [size, at] = [bytes, 0];
  for (; size >= 1000 && at < units.length - 1; at++) size /= 1000;
  return `${new Intl.NumberFormat('en', { maximumFractionDigits: size < 10 && at > 0 ? 1 : 0 }).format(size)} ${units[at]}`;
}

customElements.define('gs-in', InView);
