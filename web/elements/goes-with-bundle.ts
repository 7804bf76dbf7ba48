import { formatMoney } from '../money.js';
import { type Child, css, h } from './dom.js';
import { define, detailOf, nameOf, OfferElement, picture } from './offer_element.js';
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
        aspect-ratio: 1;
      }
      li .name {
        display: block;
        min-block-size: 0;
      }
      li .price {
        margin: 0;
      }
      @container (inline-size < 21rem) {
        li {
          grid-template-columns: 1.5rem 3rem minmax(0, 1fr);
          gap: 0.5rem;
        }
        li .picture {
          inline-size: 3rem;
        }
        li .price {
          grid-column: 2 / -1;
        }
      }
      @container (inline-size < 12rem) {
        li > :nth-child(n + 3) {
          grid-column: 1 / -1;
        }
      }
      .this {
        display: block;
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

  static override attributes = { product: '', heading: 2, granted: false };

  declare product: string;
  declare granted: boolean;
  declare bundleMinor: number | null | undefined;
  /** Of the products; those that left the bundle and come back are ticked no more. */
  #ticked: readonly string[] = [];

  protected override ask(): void {
    tell(this, 'goeswith:ask', { kind: 'bundle', product: this.product, limit: 3 });
  }

  protected override inside({ say, locale }: Shop): Child[] {
    const { offers } = this;
    const [first, ...others] = offers;
    this.#ticked = this.#ticked.filter((id) => others.some((other) => other.id === id));
    // Alone a product is no bundle.
    if (!first || others.length === 0) return [];
    const { exponent, currency } = first;
    const chosen = this.#chosen();
    const sum = chosen.reduce((all, { priceMinor }) => all + priceMinor, 0);
    const money = (minor: number) => formatMoney({ minor, exponent, currency }, locale);
    // The price is that of the whole bundle, and a promise that only the shop can keep.
    const whole = this.granted && chosen.length === offers.length;
    const price = (whole ? this.bundleMinor : null) ?? null;
    return [
      this.head(say('bundle.title')),
      h('ul.list', { role: 'list' }, ...offers.map((offer, at) => this.#item(offer, at))),
      h(
        'div',
        { class: 'sum' },
        h(
          'p.total',
          {},
          `${say('bundle.total')}: ${money(price ?? sum)} `,
          price === null
            ? ''
            : h('span.saving', {}, say('bundle.saving', { amount: money(sum - price) })),
        ),
        h(
          'button.button',
          {
            'aria-disabled': `${this.adding.size > 0}`,
            onclick: () => void this.#addAll(chosen),
          },
          say('bundle.add', { n: chosen.length }),
        ),
      ),
    ];
  }

  #item({ id, title, image, price }: ShownOffer, at: number): Child {
    const name = `name-${at}`;
    const isThis = at === 0;
    return h(
      'li',
      { part: 'card', 'data-id': id },
      isThis
        ? h('span')
        : h('input', {
            type: 'checkbox',
            'aria-labelledby': name,
            checked: this.#ticked.includes(id),
            onchange: () => this.#toggle(id),
          }),
      picture(image, title, 64),
      h(
        'span',
        {},
        isThis ? h('span', { class: 'this' }, this.shop!.say('bundle.this')) : '',
        nameOf(title, name),
      ),
      this.price(price),
    );
  }

  #chosen(): readonly ShownOffer[] {
    return this.offers.filter(({ id }, at) => at === 0 || this.#ticked.includes(id));
  }

  #toggle(id: string): void {
    const left = this.#ticked.filter((other) => other !== id);
    this.#ticked = left.length < this.#ticked.length ? left : [...left, id];
    this.redraw();
  }

  /** One after the other: shops lose what is added twice at a time. Stops at the first refusal. */
  async #addAll(chosen: readonly ShownOffer[]): Promise<void> {
    const { shop, adding } = this;
    if (!shop || adding.size > 0) return;
    for (const { id } of chosen) adding.add(id);
    this.setNotice('');
    let added = 0;
    try {
      for (const [at, offer] of chosen.entries()) {
        if (!tell(this, 'goeswith:add', detailOf(offer, at))) continue;
        await this.addOne(offer);
        added += 1;
      }
      this.announceSoon(shop.say('bundle.added', { n: added }));
    } catch {
      // `addOne` has told it.
    } finally {
      adding.clear();
      this.redraw();
    }
  }
}

/** Lets <goes-with-bundle> come to life. */
export function defineGoesWithBundle(): void {
  define('goes-with-bundle', GoesWithBundle);
}
