import { html, nothing } from 'lit';
import { store, View } from '../view.js';
import { warmCharts } from './see/warm.js';
import './see/grade.js';
import './see/map.js';
import './see/never.js';
import './see/pairs.js';
import './see/product.js';
import './see/read.js';

/** The parts of the step, in the order of what a merchant asks first. */
const parts = [
  ['see-grade', 'How good'],
  ['see-read', 'What was read'],
  ['see-pairs', 'Strongest pairs'],
  ['see-map', 'Map'],
  ['see-product', 'Product by product'],
  ['see-never', 'Never offered'],
] as const;

const elements = [
  html`<gs-see-grade></gs-see-grade>`,
  html`<gs-see-read></gs-see-read>`,
  html`<gs-see-pairs></gs-see-pairs>`,
  html`<gs-see-map></gs-see-map>`,
  html`<gs-see-product></gs-see-product>`,
  html`<gs-see-never></gs-see-never>`,
];
/** A frame, in which what was drawn is laid out and painted. */
const betweenMs = 16;

/** What goes with what in this shop, and how far that can be trusted. */
class SeeView extends View {
  static override properties = { drawn: { state: true } };
  declare drawn: number;
  #at: string = parts[0][0];
  /** Sees which part lies under the upper third of the window. */
  readonly #seen = new IntersectionObserver(
    (entries) => {
      const here = entries.find(({ isIntersecting }) => isIntersecting);
      if (!here || here.target.id === this.#at) return;
      this.#at = here.target.id;
      this.requestUpdate();
    },
    { rootMargin: '-30% 0px -69% 0px' },
  );

  constructor() {
    super();
    this.drawn = 1;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#seen.disconnect();
  }

  protected override async updated(): Promise<void> {
    // One part after the other: all in one task would hold the page.
    if (this.drawn < parts.length) setTimeout(() => this.drawn++, betweenMs);
    // Parts draw themselves after this; seeing one twice is seeing it once.
    await Promise.all(
      [...this.querySelectorAll<View>('.see-parts > *')].map((part) => part.updateComplete),
    );
    for (const part of this.querySelectorAll('.see-parts section')) this.#seen.observe(part);
  }

  protected override render() {
    if (!store.state.orders)
      return html`
        <div class="empty"><p><strong>Nothing to see yet.</strong> Drop in your orders, or look at the sample
          shop.</p><button type="button" class="main" @click=${() => store.go('in')}>To your orders</button></div>`;
    return html`
      ${store.state.sample ? html`<p class="quiet">This is the sample shop: invented products, invented orders.</p>` : nothing}
      <nav class="parts" aria-label="In this step">
        <ul>${parts.map(([id, name]) => html`<li><a href="#${id}" aria-current=${id === this.#at ? 'true' : nothing}>${name}</a></li>`)}</ul></nav>
      <div class="see-parts" @see-product=${this.#show}>
        ${elements.slice(0, this.drawn)}
      </div>
      <p class="actions"><button type="button" class="main" @click=${() => store.go('decide')}>Decide what to reward</button></p>`;
  }

  readonly #show = ({ detail }: CustomEvent<string>) => {
    this.querySelector('gs-see-product')?.choose(detail);
  };
}

customElements.define('gs-see', SeeView);
warmCharts();
