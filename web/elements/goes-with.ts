import { css, html, nothing, type PropertyValues } from 'lit';
import type { Reason } from '../engine/recommender.js';
import { placements } from '../json.js';
import { headingLevel, OfferElement } from './offer_element.js';
import { baseStyles, cardStyles } from './styles.js';
import { type Shop, type ShownOffer, tell } from './told.js';

/**
 * <goes-with> shows what goes with the cart, or with one product, and hides itself when nothing
 * does. What is in the cart, sold out or without a price is never shown.
 *
 * @attr {string} product  shows what goes with this product instead of with the cart
 * @attr {string} list     what fills it, in order: "together, best-sellers:cart-category"; what the
 *   shop's configuration names for the placement unless given, else what goes with the cart and then
 *   best sellers
 * @attr {string} placement  home, product, cart, drawer or after-purchase, for the shop's rules;
 *   product where a product is given, else cart
 * @attr {number} limit    how many products to show at most, 1 to 12, 4 unless given
 * @attr {number} heading  level of the title, 1 to 6, 2 unless given
 * @attr {string} layout   "grid" (unless given) or "row", which scrolls sideways where narrow
 * @attr {boolean} evidence  tells in how many orders a product was bought together
 * @slot title  replaces the title that follows the reason
 * @fires goeswith:view   a row of products came half into view; once for each row
 * @fires goeswith:click  a product's link was followed
 * @fires goeswith:add    a product was asked for; cancel it to add the product yourself
 * @fires goeswith:error  why there is nothing to see
 * @cssprop --goes-with-margin  space above and below what is shown, 1rem unless given
 * @cssprop --goes-with-height  room to reserve where the element stands in the first screen
 * @cssprop --goes-with-gap     space between products, 1rem unless given
 * @cssprop --goes-with-radius  of pictures and buttons, 0.625rem unless given
 * @cssprop --goes-with-columns  in wide places, 4 unless given
 * @cssprop --goes-with-card-padding  within a card, none unless given
 * @cssprop --goes-with-button-radius  --goes-with-radius unless given
 * @cssprop --goes-with-picture-ratio, --goes-with-picture-fit, --goes-with-picture-ground
 * @cssprop --goes-with-button-ground, --goes-with-button-text, --goes-with-button-line
 * @csspart title, list, card, link, picture, image, name, evidence, price, button, notice
 */
const defaultLimit = 4;
const maxLimit = 12;

export class GoesWith extends OfferElement {
  static override styles = [
    baseStyles,
    cardStyles,
    css`
      ul {
        display: grid;
        grid-template-columns: repeat(2, minmax(0, 1fr));
        gap: calc(1.5 * var(--gap)) var(--gap);
        margin: 0;
        padding: 0;
        list-style: none;
      }
      @container (inline-size < 15rem) {
        ul {
          grid-template-columns: minmax(0, 1fr);
        }
      }
      @container (inline-size >= 38rem) {
        ul {
          grid-template-columns: repeat(var(--goes-with-columns, 4), minmax(0, 1fr));
        }
      }
      :host([layout='row']) ul {
        grid-template-columns: none;
        grid-auto-flow: column;
        /* On a phone the third one peeks in, which says that there is more. */
        grid-auto-columns: minmax(min(42%, 10.5rem), 1fr);
        /* Focus rings and shadows of what scrolls are not cut off. */
        margin: -4px;
        padding: 4px;
        overflow-x: auto;
        overscroll-behavior-x: contain;
        scroll-snap-type: x proximity;
        scroll-padding-inline: 4px;
        scrollbar-width: thin;
      }
      :host([layout='row']) li {
        scroll-snap-align: start;
      }
    `,
  ];

  static override properties = {
    ...OfferElement.properties,
    product: { type: String },
    list: { type: String },
    placement: { type: String },
    limit: { type: Number },
    heading: { type: Number },
    evidence: { type: Boolean },
  };

  declare product: string | undefined;
  declare list: string | undefined;
  declare placement: string | undefined;
  declare limit: number;
  declare heading: number;
  declare evidence: boolean;

  constructor() {
    super();
    this.limit = defaultLimit;
    this.heading = 2;
    this.evidence = false;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    // The first update follows the question of connectedCallback.
    const asked = ['product', 'list', 'placement', 'limit'] as const;
    if (this.hasUpdated && asked.some((name) => changed.has(name))) this.ask();
  }

  protected override ask(): void {
    const limit = Math.trunc(this.limit);
    tell(this, 'goeswith:ask', {
      kind: 'row',
      product: this.product ?? undefined,
      lists: this.list?.split(',').map((name) => name.trim()),
      placement: placements.find((name) => name === this.placement),
      limit: limit >= 1 ? Math.min(limit, maxLimit) : defaultLimit,
    });
  }

  protected override render() {
    const { shop, offers } = this;
    const row = shop && offers.length > 0;
    // A group and no landmark: a page may have several rows of one title.
    return html`
      <section role="group" aria-labelledby=${row ? 'title' : nothing}>
        ${row ? this.#row(shop, offers) : nothing} ${this.regions()}
      </section>`;
  }

  // Cards keep their places and change what they show. Were they moved with their products, focus
  // would be lost and the browser would count a layout shift.
  #row({ say }: Shop, offers: readonly ShownOffer[]) {
    return html`
      <div class="title" part="title" id="title" role="heading" tabindex="-1"
        aria-level=${headingLevel(this.heading)}>
        <slot name="title">${say(`title.${reasonOf(offers)}`)}</slot>
      </div>
      <ul part="list" role="list">
        ${offers.map(
          (offer, index) => html`
            <li class="card" part="card" data-id=${offer.id}>
              ${this.card(offer, index, this.evidence)}
            </li>`,
        )}
      </ul>`;
  }
}

/** What may be said of a whole row: the strongest claim that is true of every product in it. */
export function reasonOf(offers: readonly Pick<ShownOffer, 'reason'>[]): Reason {
  const [first] = offers;
  return first && offers.every(({ reason }) => reason === first.reason) ? first.reason : 'likely';
}

/**
 * <goes-with-list> shows a list that has nothing to do with the cart, though it leaves out what is
 * in it: <goes-with-list list="new:category=Cups">. Everything else is as in <goes-with>.
 *
 * @attr {string} list  best-sellers unless given
 */
export class GoesWithList extends GoesWith {
  constructor() {
    super();
    this.list = 'best-sellers';
  }
}

/** Lets <goes-with> come to life, and <goes-with-list>, unless the page has elements of those names already. */
export function defineGoesWith(): void {
  if (!customElements.get('goes-with')) customElements.define('goes-with', GoesWith);
  if (!customElements.get('goes-with-list')) customElements.define('goes-with-list', GoesWithList);
}
