import { css, html, nothing, type PropertyValues } from 'lit';
import { formatMoney } from '../money.js';
import { detailOf, headingLevel, OfferElement } from './offer_element.js';
import { baseStyles, cardStyles } from './styles.js';
import { type Shop, type ShownOffer, tell } from './told.js';

/**
 * <goes-with-bundle> shows a product with the one or two that complete it, what they cost together,
 * and one button. The product itself is always in; the others are in when the shopper ticks them,
 * and nothing is ticked before.
 *
 * @attr {string} product  the product at hand
 * @attr {number} heading  level of the title, 1 to 6, 2 unless given
 * @attr {boolean} granted  the shop's checkout grants the bundle price of shop.json: the whole bundle is
 *   told at that price
 * @slot title  replaces the title
 * @fires goeswith:view   the bundle came half into view
 * @fires goeswith:click  a product's link was followed
 * @fires goeswith:add    a product of it is about to be added; cancel it to add it yourself
 * @fires goeswith:error  why there is nothing to see
 * @cssprop --goes-with-bundle-width  40rem unless given; the others are those of <goes-with>
 * @csspart title, list, card, picture, image, name, price, total, saving, button, notice
 */
export class GoesWithBundle extends OfferElement {
  static override styles = [
    baseStyles,
    cardStyles,
    css`
      section {
        max-inline-size: var(--goes-with-bundle-width, 40rem);
      }
      ul {
        display: grid;
        gap: var(--gap);
        margin: 0 0 var(--gap);
        padding: 0;
        list-style: none;
      }
      li {
        display: grid;
        grid-template-columns: 1.5rem 4rem minmax(0, 1fr) auto;
        align-items: center;
        gap: 0.75rem;
      }
      li > input {
        inline-size: 1.5rem;
        block-size: 1.5rem;
        margin: 0;
        accent-color: var(--accent);
      }
      li .picture {
        inline-size: 4rem;
      }
      li .name {
        min-block-size: 0;
      }
      li .price {
        margin: 0;
      }
      .this {
        color: var(--quiet);
        font-size: 0.875em;
      }
      .sum {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: var(--gap);
      }
      .total {
        margin: 0;
        font-weight: 600;
      }
      .saving {
        display: block;
        font-weight: 400;
        font-size: 0.875em;
      }
    `,
  ];

  static override properties = {
    ...OfferElement.properties,
    product: { type: String },
    heading: { type: Number },
    granted: { type: Boolean },
    bundleMinor: { attribute: false },
    ticked: { state: true },
  };

  declare product: string;
  declare heading: number;
  declare granted: boolean;
  declare bundleMinor: number | null;
  declare protected ticked: ReadonlySet<string>;

  constructor() {
    super();
    this.product = '';
    this.heading = 2;
    this.granted = false;
    this.bundleMinor = null;
    this.ticked = new Set();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (this.hasUpdated && changed.has('product')) this.ask();
    if (changed.has('offers')) {
      const there = this.offers.map(({ id }) => id);
      this.ticked = new Set([...this.ticked].filter((id) => there.includes(id)));
    }
  }

  protected override ask(): void {
    tell(this, 'goeswith:ask', { kind: 'bundle', product: this.product, limit: 3 });
  }

  protected override render() {
    const { shop, offers } = this;
    // Alone a product is no bundle.
    const there = shop && offers.length > 1;
    return html`
      <section role="group" aria-labelledby=${there ? 'title' : nothing}>
        ${there ? this.#bundle(shop, offers) : nothing} ${this.regions()}
      </section>`;
  }

  #bundle({ say, locale }: Shop, offers: readonly ShownOffer[]) {
    const chosen = this.#chosen();
    const [{ exponent, currency }] = offers as [ShownOffer];
    const sum = chosen.reduce((all, { priceMinor }) => all + priceMinor, 0);
    const money = (minor: number) => formatMoney({ minor, exponent, currency }, locale);
    // The price is that of the whole bundle, and a promise that only the shop can keep.
    const whole = this.granted && chosen.length === offers.length;
    const price = whole ? this.bundleMinor : null;
    return html`
      <div class="title" part="title" id="title" role="heading" tabindex="-1"
        aria-level=${headingLevel(this.heading)}>
        <slot name="title">${say('bundle.title')}</slot>
      </div>
      <ul part="list" role="list">
        ${offers.map((offer, at) => this.#item(say, offer, at))}
      </ul>
      <div class="sum">
        <p class="total" part="total">${say('bundle.total')}: ${money(price ?? sum)}
          ${
            price === null
              ? nothing
              : html`<span class="saving" part="saving">${say('bundle.saving', {
                  amount: money(sum - price),
                })}</span>`
          }</p>
        <button type="button" part="button" aria-disabled=${this.adding.size > 0}
          @click=${() => this.#addAll(chosen)}>${say('bundle.add', { n: chosen.length })}</button>
      </div>`;
  }

  #item(say: Shop['say'], offer: ShownOffer, at: number) {
    const { id, title, image, price } = offer;
    const name = `name-${at}`;
    return html`
      <li part="card" data-id=${id}>
        ${
          at === 0
            ? html`<span></span>`
            : html`
              <input type="checkbox" aria-labelledby=${name} .checked=${this.ticked.has(id)}
                @change=${() => this.#toggle(id)}>`
        }
        <span class="picture" part="picture">
          ${image && html`<img part="image" src=${image} alt="" width="64" height="64" loading="lazy">`}
          <span class="letter" aria-hidden="true">${Array.from(title)[0]}</span>
        </span>
        <span>
          ${at === 0 ? html`<span class="this">${say('bundle.this')}</span><br>` : nothing}
          <span class="name" part="name" dir="auto" id=${name}>${title}</span>
        </span>
        <p class="price" part="price"><span class="unseen">${say('price')} </span>${price}</p>
      </li>`;
  }

  #chosen(): readonly ShownOffer[] {
    return this.offers.filter(({ id }, at) => at === 0 || this.ticked.has(id));
  }

  #toggle(id: string): void {
    const ticked = new Set(this.ticked);
    if (!ticked.delete(id)) ticked.add(id);
    this.ticked = ticked;
  }

  /** One after the other: shops lose what is added twice at a time. Stops at the first refusal. */
  async #addAll(chosen: readonly ShownOffer[]): Promise<void> {
    const { shop } = this;
    if (!shop || this.adding.size > 0) return;
    this.adding = new Set(chosen.map(({ id }) => id));
    this.setNotice('');
    let added = 0;
    try {
      for (const [at, offer] of chosen.entries()) {
        if (!tell(this, 'goeswith:add', detailOf(offer, at))) continue;
        await this.addOne(offer);
        added += 1;
      }
      this.announced = shop.say('bundle.added', { n: added });
    } catch {
      // `addOne` has told it.
    } finally {
      this.adding = new Set();
    }
  }
}

/** Lets <goes-with-bundle> come to life, unless the page has an element of that name already. */
export function defineGoesWithBundle(): void {
  if (!customElements.get('goes-with-bundle'))
    customElements.define('goes-with-bundle', GoesWithBundle);
}
