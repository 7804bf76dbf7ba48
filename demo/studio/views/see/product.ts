import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { ProductReport, RowReport } from '../../messages.js';
import type { ShopConfig } from '../../shop_config.js';
import { store } from '../../view.js';
import { evidenceCells, evidenceLegend } from './evidence.js';
import { facts, sentenceOf } from './facts.js';
import { kept } from './kept.js';
import { Part } from './part.js';
import { factsOf } from './product_facts.js';
import { offered, type Place } from './product_offers.js';
import './search.js';

/** Product by product: what is known of one, its neighbours, and what would be offered with it. */
class ProductPart extends Part {
  #id = '';
  #place: Place = 'cart';
  #report: ProductReport | null = null;
  #row: RowReport | null = null;
  #trouble = '';

  /** Asks once a product, place, set of rules and shop. */
  readonly #ask = kept(async (id: string, place: Place, config: ShopConfig, _of: unknown) => {
    if (!id) return;
    const here = () => this.#id === id && this.#place === place && store.state.config === config;
    this.#trouble = '';
    try {
      const [report, offers] = await facts.about(id, place, config);
      if (here()) [this.#report, this.#row] = [report, offers];
    } catch (error) {
      if (here()) [this.#report, this.#row, this.#trouble] = [null, null, sentenceOf(error)];
    }
    this.requestUpdate();
  });

  /** Brings a product here. */
  choose(id: string): void {
    this.#id = id;
    this.requestUpdate();
    const title = this.querySelector<HTMLElement>('h2');
    title?.scrollIntoView({ block: 'start' });
    title?.focus({ preventScroll: true });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#begin();
  }

  /** The best seller that has a neighbour is there first, so that nobody looks at an empty place. */
  #begin(): void {
    if (facts.numberOf(this.#id) < 0) this.#id = facts.first;
  }

  protected override render() {
    const { products, config } = store.state;
    if (!products) return nothing;
    this.#begin();
    this.#ask(this.#id, this.#place, config, products);
    return html`
      <section id="see-product" class="card" aria-labelledby="see-product-title">
        <h2 id="see-product-title" tabindex="-1">Product by product</h2>
        <gs-find-product id="see-find" label="Find a product" .products=${products.products}
          @found=${(event: CustomEvent<number>) => {
            this.#id = products.products[event.detail]?.id ?? '';
            this.requestUpdate();
          }}></gs-find-product>
        ${this.#body()}
      </section>`;
  }

  #body() {
    if (this.#trouble) return html`<div class="empty"><p>${this.#trouble}</p></div>`;
    const report = this.#report;
    if (!report || report.id !== this.#id) {
      const { work } = store.state;
      return html`
        <p class="waiting-row quiet">${facts.titleOf(this.#id)} …
          ${work ? 'It comes as soon as your newest orders have been asked.' : nothing}</p>`;
    }
    return html`
      <article class="product" data-id=${report.id}>
        <h3>${report.title}</h3>
        ${factsOf(report, (id) => this.#name(id))}
        ${offered(this.#row, this.#place, {
          name: (id) => this.#name(id),
          place: (place) => {
            this.#place = place;
            this.requestUpdate();
          },
        })}
        ${this.#neighbours(report)}
      </article>`;
  }

  #neighbours({ neighbours }: ProductReport) {
    const [for_, against] = [
      neighbours.filter(({ weight }) => weight > 0),
      neighbours.filter(({ weight }) => weight <= 0),
    ];
    return html`
      <h4>What goes with it</h4>
      ${
        for_.length === 0
          ? html`<p class="quiet">Nothing yet: too few customers bought it with something else. Its offers come
              from what sells in the shop and in its category.</p>`
          : html`
            <div class="scrolls"><table class="stacks neighbours">
              <caption class="unseen">Neighbours, the strongest first</caption>
              <thead><tr><th scope="col">Product</th><th scope="col">Bought together</th><th scope="col">Against chance</th></tr></thead>
              <tbody>${repeat(
                for_,
                ({ id }) => id,
                (one) =>
                  html`<tr data-id=${one.id}><th scope="row">${this.#name(one.id)}</th>${evidenceCells(one)}</tr>`,
              )}</tbody>
            </table></div>
            ${evidenceLegend()}`
      }
      ${
        against.length === 0
          ? nothing
          : html`<details class="seldom"><summary>Seldom bought with it (${against.length})</summary>
            <p class="quiet">Orders speak against these: whoever buys one mostly does not buy the other.</p>
            <ul class="against">${against.map(({ id }) => html`<li>${this.#name(id)}</li>`)}</ul></details>`
      }`;
  }

  #name(id: string) {
    return html`<button type="button" class="link" @click=${() => this.choose(id)}>${facts.titleOf(id)}</button>`;
  }
}

customElements.define('gs-see-product', ProductPart);

declare global {
  interface HTMLElementTagNameMap {
    'gs-see-product': ProductPart;
  }
}
