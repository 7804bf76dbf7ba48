import type { Reason } from '../engine/recommender.js';
import { placements } from '../json.js';
import { type Child, css, h } from './dom.js';
import { define, OfferElement } from './offer_element.js';
import { baseStyles, cardStyles } from './styles.js';
import { type Shop, type ShownOffer, tell } from './told.js';

/**
 * <goes-with> shows what goes with the cart, or with one product, and hides itself when nothing
 * does. What is in the cart, sold out or without a price is never shown. A <template> in it is the
 * shop's own card: its places data-goes-with="title", "price", "image" (an <img>), "link" (an <a>),
 * "add" (a <button>) and "evidence" are filled; it stands in the page, where the shop's CSS reaches it.
 *
 * @attr {string} product  shows what goes with this product instead of with the cart
 * @attr {string} list     what fills it, in order: "together, best-sellers:cart-category"; what the
 *   shop's configuration names for the placement unless given, else what goes with the cart and then
 *   best sellers
 * @attr {string} placement  home, product, cart, drawer or after-purchase, for the shop's rules;
 *   product where a product is given, else cart
 * @attr {number} limit    how many products to show at most, 1 to 12, 4 unless given
 * @attr {number} heading  level of the title, 1 to 6, 2 unless given
 * @attr {string} layout   "grid" unless given; "row" scrolls sideways where narrow; "compact" has a small
 *   picture beside each name, for drawers and side columns; "carousel" has two buttons that move it
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
 * @csspart top, title, steps, step, previous, next, list, card, link, picture, image, name, evidence, price,
 *   button, notice
 */
const defaultLimit = 4;
const maxLimit = 12;

export class GoesWith extends OfferElement {
  static override styles = [
    baseStyles,
    cardStyles,
    css`
      .list {
        display: grid;
        --shown: 2;
        grid-template-columns: repeat(var(--shown), minmax(0, 1fr));
        gap: calc(1.5 * var(--gap)) var(--gap);
        margin: 0;
        padding: 0;
        list-style: none;
      }
      @container (inline-size < 15rem) {
        .list {
          --shown: 1;
        }
      }
      @container (inline-size >= 38rem) {
        .list {
          --shown: var(--goes-with-columns, 4);
        }
      }
      :host([layout='compact']) .list {
        grid-template-columns: repeat(auto-fill, minmax(min(100%, 19rem), 1fr));
        gap: var(--gap);
      }
      :host([layout='row']) .list {
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
      :host([layout='row']) .card {
        scroll-snap-align: start;
      }
    `,
  ];

  static override attributes: typeof OfferElement.attributes = {
    product: undefined,
    list: undefined,
    placement: undefined,
    limit: defaultLimit,
    heading: 2,
    layout: 'grid',
    evidence: false,
  };

  declare product: string | undefined;
  declare list: string | undefined;
  declare placement: string | undefined;
  declare limit: number;
  declare layout: string;
  declare evidence: boolean;
  #carousel: typeof import('./carousel.js') | undefined;

  protected override ask(): void {
    const limit = Math.trunc(this.limit);
    tell(this, 'goeswith:ask', {
      kind: 'row',
      product: this.product,
      lists: this.list?.split(',').map((name) => name.trim()),
      placement: placements.find((name) => name === this.placement),
      limit: limit >= 1 ? Math.min(limit, maxLimit) : defaultLimit,
    });
  }

  protected override inside({ say }: Shop): Child[] {
    const { offers } = this;
    if (offers.length === 0) return [];
    const slides = this.layout === 'carousel';
    const button = (which: 'previous' | 'next', sign: string) =>
      h('button', { class: 'step', part: `step ${which}`, 'aria-label': say(which) }, sign);
    return [
      h(
        'div.top',
        {},
        this.head(say(`title.${reasonOf(offers)}`)),
        // These signs mirror themselves where the page does.
        slides ? h('div.steps', {}, button('previous', '‹'), button('next', '›')) : '',
      ),
      h(
        slides ? 'div.list' : 'ul.list',
        { role: !slides && 'list' },
        ...offers.map((offer, at) =>
          h(
            slides ? 'div.card' : 'li.card',
            {
              class: this.cardClass(this.layout === 'compact'),
              'data-id': offer.id,
              ...(slides && {
                role: 'group',
                'aria-roledescription': say('slide'),
                'aria-label': say('slide.at', { n: at + 1, of: offers.length }),
              }),
            },
            ...this.card(offer, at, this.evidence),
          ),
        ),
      ),
    ];
  }

  protected override kind({ say }: Shop): string | undefined {
    return this.layout === 'carousel' ? say('carousel') : undefined;
  }

  /** Only pages that ask for it load what moves slides. */
  protected override missing(): Promise<unknown> | undefined {
    if (this.layout !== 'carousel' || this.#carousel) return super.missing();
    return import('./carousel.js').then((carousel) => {
      if (this.#carousel) return;
      this.#carousel = carousel;
      this.root.adoptedStyleSheets.push(css([carousel.looks])());
    });
  }

  protected override drawn(): void {
    const [previous, next, list] = this.root.querySelectorAll<HTMLElement>('.step, div.list');
    if (previous && next && list) this.#carousel?.carousel(list, previous, next);
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
  static override attributes = { ...GoesWith.attributes, list: 'best-sellers' };
}

/** Lets <goes-with> come to life, and <goes-with-list>. */
export function defineGoesWith(): void {
  define('goes-with', GoesWith);
  define('goes-with-list', GoesWithList);
}
