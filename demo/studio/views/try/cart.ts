import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { store } from '../../view.js';
import { money, written } from '../decide/money.js';
import { facts } from '../see/facts.js';
import '../see/search.js';
import { TriedPart } from './part.js';
import { tried } from './tried.js';

/** What is in the tried cart; filled by search here, by offers and buttons in the shop itself. */
class TryCart extends TriedPart {
  protected override render() {
    const { products } = store.state;
    if (!products) return nothing;
    const { lines } = tried.state;
    const unpriced = lines.filter(({ id }) => !this.#product(id)?.priceMinor).length;
    return html`
      <section class="card" aria-labelledby="try-cart-title">
        <h2 id="try-cart-title">What is in the cart</h2>
        <gs-find-product id="try-find" label="Put a product in" .products=${products.products}
          @found=${({ detail }: CustomEvent<number>) => tried.add(products.products[detail]!.id)}></gs-find-product>
        ${
          lines.length === 0
            ? html`<p class="quiet">Nothing. Put in a product, or add one in the shop.</p>`
            : html`<ul class="tried-lines">${repeat(
                lines,
                ({ id }) => id,
                ({ id, qty }) => this.#line(id, qty),
              )}</ul>`
        }
        ${
          unpriced > 0
            ? html`<p class="quiet">What has no price in your exports cannot be offered here, and it keeps goals
                from being told: what an order comes to is then not known.</p>`
            : nothing
        }
        ${
          products.currency
            ? nothing
            : html`<p class="quiet">Your orders tell no currency; amounts are shown
                in ${money().currency || 'EUR'}.</p>`
        }
      </section>`;
  }

  #line(id: string, qty: number) {
    const title = facts.titleOf(id);
    const minor = this.#product(id)?.priceMinor ?? 0;
    return html`
      <li data-line=${id}>
        <button type="button" class="link" @click=${() => tried.open(id)}>${title}</button>
        <input type="number" min="0" max="99" aria-label="Pieces of ${title}" .value=${String(qty)}
          @change=${({ target }: Event) => tried.quantity(id, Number((target as HTMLInputElement).value))}>
        <span class="quiet">${minor > 0 ? written(minor * qty, money()) : 'no price'}</span>
        <button type="button" aria-label="Take out: ${title}" @click=${() => tried.quantity(id, 0)}>Take out</button>
      </li>`;
  }

  #product(id: string) {
    return store.state.products?.products[facts.numberOf(id)];
  }
}

customElements.define('gs-try-cart', TryCart);
