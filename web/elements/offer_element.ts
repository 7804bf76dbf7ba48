import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { OfferDetail, Shop, ShownOffer } from './told.js';
import { tell } from './told.js';

/** How long a notice stays; long enough to read it twice. */
const noticeMs = 8000;

/**
 * What elements with offers have in common: cards, adding, announcements, focus that survives a
 * card's vanishing, room that is not taken away while somebody looks at it.
 */
export abstract class OfferElement extends LitElement {
  static override properties = {
    shop: { attribute: false },
    offers: { attribute: false },
    adding: { state: true },
    announced: { state: true },
    notice: { state: true },
  };

  declare shop: Shop | undefined;
  declare offers: readonly ShownOffer[];
  declare protected adding: ReadonlySet<string>;
  /** What a screen reader is told. */
  declare protected announced: string;
  /** What everybody is told: that a product could not be added. */
  declare protected notice: string;

  #seen = false;
  #viewed = '';
  #focused: 'a' | 'button' | undefined;
  #height = 0;
  #noticeTimer: ReturnType<typeof setTimeout> | undefined;
  // Half of it in view is a view; none of it in view is the time to give room back.
  readonly #watch = new IntersectionObserver(
    (entries) => {
      const { isIntersecting, intersectionRatio } = entries[entries.length - 1]!;
      this.#seen = intersectionRatio >= 0.5;
      if (!isIntersecting) this.style.minBlockSize = '';
      this.#tellView();
    },
    { threshold: [0, 0.5] },
  );

  constructor() {
    super();
    this.offers = [];
    this.adding = new Set();
    this.announced = '';
    this.notice = '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#watch.observe(this);
    this.ask();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#watch.disconnect();
    clearTimeout(this.#noticeTimer);
  }

  /** Says by `goeswith:ask` what this element wants to be told. */
  protected abstract ask(): void;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('offers')) return;
    this.#height = this.offsetHeight;
    const focused = this.shadowRoot?.activeElement;
    this.#focused = focused?.closest('[data-id]')
      ? (focused.localName as 'a' | 'button')
      : undefined;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has('offers')) return;
    this.#holdRoom();
    this.#holdFocus();
    this.#tellView();
  }

  protected override createRenderRoot() {
    const root = super.createRenderRoot();
    // Pictures that fail leave the letter after them; their errors do not bubble.
    const drop = ({ target }: Event) => {
      // The shop's own pictures, slotted into the title, pass here too.
      if (target instanceof HTMLImageElement && target.part.contains('image')) target.remove();
    };
    root.addEventListener('error', drop, true);
    return root;
  }

  protected card(offer: ShownOffer, index: number, evidence = false): TemplateResult {
    const { say } = this.shop!;
    const { id, title, url, image, price, support } = offer;
    const inside = html`
      <span class="picture" part="picture">
        ${
          image &&
          // A new element for a new picture: the old one would stay until the new one is there.
          keyed(
            image,
            html`<img part="image" src=${image} alt="" width="320" height="320" loading="lazy" decoding="async">`,
          )
        }
        <span class="letter" aria-hidden="true">${Array.from(title)[0]}</span>
      </span>
      <span class="name" part="name" dir="auto">${title}</span>`;
    return html`
      ${
        url
          ? html`<a class="link" part="link" href=${url} @click=${() => this.#tell('click', offer, index)}>${inside}</a>`
          : html`<span class="link" part="link">${inside}</span>`
      }
      ${
        evidence && support > 0
          ? html`<p class="evidence" part="evidence">${say('evidence', { n: support })}</p>`
          : nothing
      }
      <p class="price" part="price"><span class="unseen">${say('price')} </span>${price}</p>
      <button type="button" part="button"
        aria-label=${say('addNamed', { name: title })}
        aria-disabled=${this.adding.has(id)}
        @click=${() => this.#add(offer, index)}>${say('add')}</button>`;
  }

  /** The region that speaks; it is there, empty, before it is needed. */
  protected regions(): TemplateResult {
    return html`
      <p class=${this.notice ? 'notice' : 'unseen'} part="notice" role="status" aria-atomic="true">
        ${this.notice || this.announced}
      </p>`;
  }

  async #add(offer: ShownOffer, index: number): Promise<void> {
    const { shop } = this;
    if (!shop || this.adding.has(offer.id)) return;
    if (!this.#tell('add', offer, index)) return;
    this.adding = new Set(this.adding).add(offer.id);
    this.setNotice('');
    try {
      await this.addOne(offer);
      this.announced = shop.say('added', { name: offer.title });
    } catch {
      // `addOne` has told it.
    } finally {
      const left = new Set(this.adding);
      left.delete(offer.id);
      this.adding = left;
    }
  }

  /** Puts one of a product into the cart; where the shop refuses, tells it and throws. */
  protected async addOne({ id, title }: ShownOffer): Promise<void> {
    const { add, say } = this.shop!;
    try {
      await add(id);
    } catch (error) {
      this.setNotice(say('failed', { name: title }));
      const message = error instanceof Error ? error.message : String(error);
      tell(this, 'goeswith:error', { code: 'add-failed', message });
      throw error;
    }
  }

  protected setNotice(text: string): void {
    clearTimeout(this.#noticeTimer);
    this.notice = text;
    if (text === '') return;
    this.announced = '';
    this.#noticeTimer = setTimeout(() => this.setNotice(''), noticeMs);
  }

  #tell(what: 'click' | 'add', offer: ShownOffer, index: number): boolean {
    return tell(this, `goeswith:${what}`, detailOf(offer, index));
  }

  #tellView(): void {
    const key = JSON.stringify(this.offers.map(({ id }) => id));
    if (!this.#seen || this.offers.length === 0 || key === this.#viewed) return;
    this.#viewed = key;
    tell(this, 'goeswith:view', { offers: this.offers.map(detailOf) });
  }

  /** What stands below does not jump when there is less to show; see the observer above. */
  #holdRoom(): void {
    this.style.minBlockSize = '';
    if (this.offsetHeight < this.#height) this.style.minBlockSize = `${this.#height}px`;
  }

  /** Where focus goes when its card vanished: the last card, or the title. */
  #holdFocus(): void {
    const tag = this.#focused;
    this.#focused = undefined;
    if (!tag || this.shadowRoot?.activeElement) return;
    const card = [...this.renderRoot.querySelectorAll('[data-id]')].at(-1);
    const target = card?.querySelector<HTMLElement>(tag) ?? card?.querySelector('button');
    (target ?? this.renderRoot.querySelector<HTMLElement>('.title'))?.focus({
      preventScroll: true,
    });
  }
}

/** A heading level that exists; 2 for anything else. */
export function headingLevel(level: number): number {
  return level >= 1 && level <= 6 ? Math.trunc(level) : 2;
}

export function detailOf(offer: ShownOffer, index: number): OfferDetail {
  const { id, title, reason, priceMinor, exponent, currency } = offer;
  return { id, title, position: index + 1, reason, priceMinor, exponent, currency };
}
