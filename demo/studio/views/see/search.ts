import { html, LitElement, nothing } from 'lit';
import type { ProductsReport } from '../../messages.js';
import { Finder } from './finder.js';
import { kept } from './kept.js';
import { count, inOrders } from './words.js';

/** So many are proposed; who wants another types on. */
const proposals = 8;

/**
 * A field that finds a product by words: arrows go through what was found, Enter takes it.
 *
 * @fires found  with the product's number
 */
class FindProduct extends LitElement {
  static override properties = { products: { attribute: false }, label: {} };
  declare products: ProductsReport['products'];
  declare label: string;
  #search = '';
  #open = false;
  #at = 0;

  readonly #finder = kept(
    (products: ProductsReport['products']) =>
      new Finder(products, ({ title, id }) => `${title} ${id}`),
  );
  readonly #find = kept((products: ProductsReport['products'], search: string) =>
    this.#finder(products).find(search, proposals),
  );

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render() {
    const { found, all } = this.#find(this.products, this.#search);
    const open = this.#open && this.#search.trim() !== '';
    const id = (at: number) => `${this.id}-${at}`;
    return html`
      <div class="find" @focusout=${(event: FocusEvent) => {
        if (!this.contains(event.relatedTarget as Node | null)) this.#change({ open: false });
      }}>
        <div class="proposing"><label class="search">${this.label}
          <input type="search" role="combobox" autocomplete="off" placeholder="part of a name or id"
            aria-autocomplete="list" aria-expanded=${open} aria-controls="${this.id}-list"
            aria-activedescendant=${open && found.length > 0 ? id(this.#at) : nothing}
            .value=${this.#search} @input=${this.#typed} @keydown=${this.#pressed}
            @focus=${() => this.#change({ open: true })}></label>
        <ul id="${this.id}-list" role="listbox" aria-label="Products found" ?hidden=${!open || found.length === 0}>
          ${found.map((number, at) => {
            const { title, id: name, share } = this.products[number]!;
            return html`
              <li role="option" id=${id(at)} aria-selected=${at === this.#at}
                @pointerdown=${(event: Event) => event.preventDefault()}
                @click=${() => this.#take(number)}>
                <span>${title}</span> <small class="quiet">${name} · ${inOrders(share)}</small></li>`;
          })}
        </ul></div>
        <p class="quiet" role="status">${
          open
            ? all === 0
              ? `No product has “${this.#search}” in its name or id.`
              : all > found.length
                ? `${count(all)} found, ${proposals} shown: type on to see fewer.`
                : `${count(all)} found.`
            : nothing
        }</p>
      </div>`;
  }

  readonly #typed = (event: Event) => {
    this.#search = (event.target as HTMLInputElement).value;
    this.#change({ open: true });
    this.#at = 0;
  };

  readonly #pressed = (event: KeyboardEvent) => {
    const { found } = this.#find(this.products, this.#search);
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const step = event.key === 'ArrowDown' ? 1 : -1;
      this.#at = this.#open ? (this.#at + step + found.length) % Math.max(1, found.length) : 0;
      this.#change({ open: true });
      event.preventDefault();
    } else if (
      event.key === 'Enter' &&
      this.#open &&
      found[this.#at] !== undefined &&
      this.#search.trim()
    )
      this.#take(found[this.#at]!);
    else if (event.key === 'Escape' && this.#open) {
      this.#change({ open: false });
      event.preventDefault();
    }
  };

  #take(number: number): void {
    this.#search = '';
    this.#change({ open: false });
    this.dispatchEvent(new CustomEvent('found', { detail: number }));
  }

  #change({ open }: { open: boolean }): void {
    this.#open = open;
    this.requestUpdate();
  }
}

customElements.define('gs-find-product', FindProduct);
