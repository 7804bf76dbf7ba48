import { type Child, draw, h } from './dom.js';
import type { OfferDetail, Shop, ShownOffer } from './told.js';
import { tell } from './told.js';

/** How long a notice stays; long enough to read it twice. */
const noticeMs = 8000;
/** A screen reader is told where the cart came to rest, not each step on the way. */
const announceMs = 800;
/** Attributes that change what is asked for; the others change how it looks. */
const questions = /^(product|list|placement|limit)$/;

type Plain = Record<string, unknown>;

/**
 * What elements with offers have in common: cards, adding, announcements, focus that survives a
 * card's vanishing, room that is not taken away while somebody looks at it.
 */
export abstract class OfferElement extends HTMLElement {
  /** Its attributes, which are properties too, with what they are unless given. */
  static attributes: Readonly<Record<string, string | number | boolean | undefined>> = {};
  static styles: (() => CSSStyleSheet)[] = [];
  static observedAttributes: string[] = [];

  declare shop: Shop | undefined;
  declare heading: number;
  protected readonly root = this.attachShadow({ mode: 'open' });
  /** Of which products one is being added. */
  protected readonly adding = new Set<string>();

  #offers: readonly ShownOffer[] = [];
  /** Loaded where the shop brings a card of its own. */
  #own: typeof import('./own_card.js') | undefined;
  #told = false;
  /** How high it was before it was told. */
  #height = 0;
  #planned = false;
  #alive = false;
  /** What a screen reader is told, and what everybody is: that a product could not be added. */
  #announced = '';
  #notice = '';
  #seen = false;
  #viewed = '[]';
  #noticeTimer: ReturnType<typeof setTimeout> | undefined;
  #announceTimer: ReturnType<typeof setTimeout> | undefined;
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
    const { styles } = this.constructor as typeof OfferElement;
    this.root.adoptedStyleSheets = styles.map((sheet) => sheet());
    // Pictures that fail leave the letter after them; their errors do not bubble.
    const hide = ({ target }: Event) => {
      // The shop's own pictures, slotted into the title, pass here too.
      if (target instanceof HTMLImageElement && target.part.contains('image')) target.hidden = true;
    };
    this.root.addEventListener('error', hide, true);
  }

  /** Told last of all that an element is told, see the controller. */
  get offers(): readonly ShownOffer[] {
    return this.#offers;
  }

  set offers(offers: readonly ShownOffer[]) {
    this.#offers = offers;
    // Before anything of this round is drawn, when looking costs nothing.
    if (!this.#told) this.#height = this.offsetHeight;
    this.#told = true;
    this.redraw();
  }

  connectedCallback(): void {
    // What was set before the element came to life hides the property of its class.
    const own = this as unknown as Plain;
    const { observedAttributes } = this.constructor as typeof OfferElement;
    for (const name of ['offers', ...observedAttributes])
      if (Object.hasOwn(own, name)) {
        const value = own[name];
        delete own[name];
        own[name] = value;
      }
    this.#alive = true;
    this.#watch.observe(this);
    this.redraw();
    this.ask();
  }

  disconnectedCallback(): void {
    this.#alive = false;
    this.#watch.disconnect();
    clearTimeout(this.#noticeTimer);
    clearTimeout(this.#announceTimer);
  }

  attributeChangedCallback(name: string): void {
    if (!this.#alive) return;
    if (questions.test(name)) this.ask();
    else this.redraw();
  }

  /** Says by `goeswith:ask` what this element wants to be told. */
  protected abstract ask(): void;

  /** What stands in it, its title first; nothing where there is nothing to show. */
  protected abstract inside(shop: Shop): Child[];

  /** On its way where only some pages need it; nothing is drawn before it is there. */
  protected missing(): Promise<unknown> | undefined {
    if (this.#own || !this.#template) return undefined;
    return import('./own_card.js').then((own) => {
      this.#own = own;
    });
  }

  /** What it is to a screen reader, where that is more than a group. */
  protected kind(_shop: Shop): string | undefined {
    return undefined;
  }

  /** Called when it stands on the page; `told` where it was told something new. */
  protected drawn(_told: boolean): void {}

  /** Several reasons to draw within one task are one. */
  protected redraw(): void {
    if (this.#planned) return;
    this.#planned = true;
    queueMicrotask(() => {
      this.#planned = false;
      try {
        this.#draw();
      } catch (error) {
        this.root.replaceChildren();
        this.fail('draw-failed', error);
      }
    });
  }

  get #template(): HTMLTemplateElement | null {
    return this.querySelector(':scope > template');
  }

  get #ownCards(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>(':scope > [slot^=card-]')];
  }

  #draw(): void {
    const missing = this.missing();
    if (missing) {
      missing.then(
        () => this.redraw(),
        (error) => this.fail('script-failed', error),
      );
      return;
    }
    const told = this.#told;
    this.#told = false;
    const focused = told && this.#focused();

    const { shop } = this;
    const inside = shop ? this.inside(shop) : [];
    const there = shop && inside.length > 0;
    draw(this.root, [
      // A group and no landmark: a page may have several rows of one title.
      h(
        'section',
        {
          role: 'group',
          'aria-labelledby': there && 'title',
          'aria-roledescription': there && this.kind(shop),
        },
        // The region that speaks is there, empty, before it is needed.
        h(
          'p',
          {
            class: this.#notice ? 'notice' : 'unseen',
            part: 'notice',
            role: 'status',
            'aria-atomic': 'true',
          },
          this.#notice || this.#announced,
        ),
        ...inside,
      ),
    ]);
    for (const card of this.#ownCards)
      if (!this.root.querySelector(`slot[name=${card.slot}]`)) card.remove();
    this.drawn(told);
    if (!told) return;
    this.#holdRoom();
    if (focused) this.#holdFocus(focused.localName);
    this.#tellView();
  }

  /** The title; slotted ones replace it. */
  protected head(text: string, more = ''): Child {
    return h(
      'div',
      {
        class: `title ${more}`,
        part: 'title',
        id: 'title',
        role: 'heading',
        tabindex: '-1',
        'aria-level': headingLevel(this.heading),
      },
      h('slot', { name: 'title' }, text),
    );
  }

  /** Of a card of ours that may lie; one of the shop's own has a shape of its own. */
  protected cardClass(lies: boolean): string {
    return lies && !this.#template ? 'card flat' : 'card';
  }

  protected card(offer: ShownOffer, index: number, evidence = false): Child[] {
    const { say } = this.shop!;
    const { id, title, url, image, price, support } = offer;
    const told = evidence && support > 0 ? say('evidence', { n: support }) : '';
    const follow = () => void this.#tell('click', offer, index);
    const add = () => void this.#add(offer, index);
    const label = say('addNamed', { name: title });
    const busy = `${this.adding.has(id)}`;

    const template = this.#template;
    if (template && this.#own) {
      const own = this.#own.ownCard(this, template, index);
      const filling = { ...offer, evidence: told, label, busy, add: say('add') };
      this.#own.fillCard(own, filling, follow, add);
      return [h('slot', { name: own.slot })];
    }
    return [
      h(
        url ? 'a.link' : 'span.link',
        url ? { href: url, onclick: follow } : {},
        picture(image, title, 320),
        nameOf(title),
      ),
      told && h('p.evidence', {}, told),
      this.price(price),
      h(
        'button.button',
        {
          'aria-label': label,
          'aria-disabled': busy,
          onclick: add,
        },
        say('add'),
      ),
    ];
  }

  protected price(price: string): Child {
    const said = h('span', { class: 'unseen' }, `${this.shop!.say('price')} `);
    return h('p.price', {}, said, price);
  }

  async #add(offer: ShownOffer, index: number): Promise<void> {
    const { shop, adding } = this;
    const { id, title } = offer;
    if (!shop || adding.has(id) || !this.#tell('add', offer, index)) return;
    adding.add(id);
    this.setNotice('');
    try {
      await this.addOne(offer);
      this.announceSoon(shop.say('added', { name: title }));
    } catch {
      // `addOne` has told it.
    } finally {
      adding.delete(id);
      this.redraw();
    }
  }

  /** Puts one of a product into the cart; where the shop refuses, tells it and throws. */
  protected async addOne({ id, title }: ShownOffer): Promise<void> {
    const { add, say } = this.shop!;
    try {
      await add(id);
    } catch (error) {
      this.setNotice(say('failed', { name: title }));
      this.fail('add-failed', error);
      throw error;
    }
  }

  protected fail(code: string, error: unknown): void {
    const message = error instanceof Error ? error.message : `${error}`;
    tell(this, 'goeswith:error', { code, message });
  }

  /** The last sentence of several is the one that is spoken; a repeated one is spoken again. */
  protected announceSoon(text: string): void {
    clearTimeout(this.#announceTimer);
    this.#announced = '';
    this.#announceTimer = setTimeout(() => {
      this.#announced = text;
      this.redraw();
    }, announceMs);
  }

  protected setNotice(text: string): void {
    clearTimeout(this.#noticeTimer);
    this.#notice = text;
    if (text) {
      this.announceSoon('');
      this.#noticeTimer = setTimeout(() => this.setNotice(''), noticeMs);
    }
    this.redraw();
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
    const height = this.#height;
    // With the frame, which lays the page out anyway: once for all elements.
    if (height > 0)
      requestAnimationFrame(() => {
        this.style.minBlockSize = '';
        if (this.offsetHeight < height) this.style.minBlockSize = `${height}px`;
      });
  }

  /** What has the focus in it, or in a card of the shop's own. */
  #focused(): Element | null {
    const { activeElement } = this.getRootNode() as Document | ShadowRoot;
    if (activeElement === this) return this.root.activeElement;
    return this.contains(activeElement) ? activeElement : null;
  }

  /** Where focus goes when its card vanished: the last card, or the title. */
  #holdFocus(tag: string): void {
    if (this.#focused()) return;
    const ours = this.root.querySelectorAll('[data-id]:not([inert])');
    const card = [...ours, ...this.#ownCards].at(-1);
    const target = card?.querySelector<HTMLElement>(tag) ?? card?.querySelector('button');
    (target ?? this.root.querySelector<HTMLElement>('.title'))?.focus({ preventScroll: true });
  }
}

/** A picture, and the letter that stands for one that is missing or fails. */
export function picture(image: string, title: string, size: number): Child {
  return h(
    'span.picture',
    {},
    // Lazy before it has an address, or it would be fetched at once.
    image &&
      h('img', {
        part: 'image',
        alt: '',
        width: size,
        height: size,
        loading: 'lazy',
        decoding: 'async',
        src: image,
      }),
    h('span', { class: 'letter', 'aria-hidden': 'true' }, Array.from(title)[0] ?? ''),
  );
}

/** Isolated within a line of the page's direction: a name of the other one starts on its side too. */
export function nameOf(title: string, id?: string): Child {
  return h('span.name', { id }, h('bdi', {}, title));
}

/** A heading level that exists; 2 for anything else. */
export function headingLevel(level: number): number {
  return level >= 1 && level <= 6 ? Math.trunc(level) : 2;
}

export function detailOf(offer: ShownOffer, index: number): OfferDetail {
  const { id, title, reason, priceMinor, exponent, currency } = offer;
  return { id, title, position: index + 1, reason, priceMinor, exponent, currency };
}

/** Lets a tag come to life, unless the page has an element of that name already. */
export function define(tag: string, type: typeof OfferElement & CustomElementConstructor): void {
  if (customElements.get(tag)) return;
  type.observedAttributes = Object.keys(type.attributes);
  for (const [name, unless] of Object.entries(type.attributes))
    Object.defineProperty(type.prototype, name, {
      configurable: true,
      get(this: HTMLElement) {
        const text = this.getAttribute(name);
        if (typeof unless === 'boolean') return text !== null;
        return text === null ? unless : typeof unless === 'number' ? Number(text) : text;
      },
      set(this: HTMLElement, value: unknown) {
        if (value === undefined || value === null || value === false) this.removeAttribute(name);
        else this.setAttribute(name, value === true ? '' : `${value}`);
      },
    });
  customElements.define(tag, type);
}
