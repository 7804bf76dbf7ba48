import { css, html, nothing, type PropertyValues, svg } from 'lit';
import { type GoalState, nextGoal } from '../goal.js';
import { formatMoney } from '../money.js';
import { headingLevel, OfferElement } from './offer_element.js';
import { baseStyles, cardStyles } from './styles.js';
import { type Shop, tell } from './told.js';

/**
 * <goes-with-goal> shows the rewards that the cart has, how far it is from the next one, and what
 * best closes the gap: one product, or two. It hides itself wherever the checkout might say otherwise.
 *
 * @attr {number} heading  level of the (unseen) title, 1 to 6, 2 unless given
 * @fires goeswith:goal   the cart's distance to the reward is known or changed
 * @fires goeswith:view   the product that closes the gap came into view
 * @fires goeswith:click  its link was followed
 * @fires goeswith:add    it was asked for; cancel the event to add it yourself
 * @fires goeswith:error  why there is nothing to see
 * @cssprop --goes-with-margin  space above and below what is shown, 1rem unless given
 * @cssprop --goes-with-height  room to reserve where the element stands in the first screen
 * @cssprop --goes-with-accent  of the bar, the text's colour unless given
 * @csspart title, done, message, track, fill, gap, gap-title, and those of a card of <goes-with>
 */

/** A screen reader is told where the cart came to rest, not each step on the way. */
const announceMs = 800;

const box = svg`<path d="M3 7.5 12 3l9 4.5v9L12 21l-9-4.5zM3 7.5l9 4.5 9-4.5M12 12v9"/>`;
const tick = svg`<circle cx="12" cy="12" r="9"/><path d="m8 12.2 2.7 2.7L16 9.5"/>`;

export class GoesWithGoal extends OfferElement {
  static override styles = [
    baseStyles,
    cardStyles,
    css`
      .message {
        display: flex;
        align-items: center;
        gap: 0.5em;
        margin: 0 0 0.625em;
        line-height: 1.4;
        font-weight: 600;
      }
      svg {
        flex: none;
        inline-size: 1.375em;
        block-size: 1.375em;
        fill: none;
        stroke: var(--accent);
        stroke-width: 1.75;
        stroke-linecap: round;
        stroke-linejoin: round;
      }
      .done {
        font-weight: 400;
      }
      .gap .card + .card {
        margin-block-start: 0.875rem;
      }
      .track {
        block-size: 0.625rem;
        padding: 1px;
        border: 1px solid color-mix(in srgb, currentcolor 62%, transparent);
        border-radius: 1rem;
        overflow: hidden;
      }
      .fill {
        inline-size: 0;
        block-size: 100%;
        border-radius: inherit;
        background: var(--accent);
        transition: inline-size 0.4s ease-out;
      }
      .gap {
        margin-block-start: var(--gap);
        padding: 0.875rem;
        border: 1px solid var(--line);
        border-radius: var(--radius);
      }
      .gap-title {
        margin: 0 0 0.625rem;
        color: var(--quiet);
        font-size: 0.875em;
        line-height: 1.4;
      }
      @media (forced-colors: active) {
        .track {
          border-color: CanvasText;
        }
        .fill {
          background: Highlight;
          forced-color-adjust: none;
        }
      }
    `,
  ];

  static override properties = {
    ...OfferElement.properties,
    heading: { type: Number },
    goals: { attribute: false },
  };

  declare heading: number;
  declare goals: readonly GoalState[];
  /** Set before `goals`: whether the shopper caused this change. */
  announce = false;

  #sentence = '';
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    this.heading = 2;
    this.goals = [];
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  protected override ask(): void {
    tell(this, 'goeswith:ask', { kind: 'goal', limit: 2 });
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const goal = nextGoal(this.goals);
    if (!changed.has('goals') || !goal) return;
    const fill = this.renderRoot.querySelector<HTMLElement>('.fill');
    // Through the object model: a style attribute is what a strict content policy forbids.
    fill?.style.setProperty('inline-size', `${(100 * goal.amountMinor) / goal.targetMinor}%`);
    for (const each of this.goals) tell(this, 'goeswith:goal', each);

    const sentence = this.#message(goal);
    clearTimeout(this.#timer);
    if (this.announce && sentence !== this.#sentence)
      this.#timer = setTimeout(() => {
        this.announced = sentence;
      }, announceMs);
    this.#sentence = sentence;
  }

  protected override render() {
    const { shop, goals } = this;
    const goal = nextGoal(goals);
    const known = shop && goal;
    return html`
      <section role="group" aria-labelledby=${known ? 'title' : nothing}>
        ${known ? this.#progress(shop, goal) : nothing} ${this.regions()}
      </section>`;
  }

  #progress({ say }: Shop, goal: GoalState) {
    const offers = goal.reached ? [] : this.offers;
    const had = this.goals.filter((each) => each.reached && each !== goal);
    return html`
      <div class="unseen title" id="title" role="heading" tabindex="-1"
        aria-level=${headingLevel(this.heading)}>${say(goal.reward === 'free-shipping' ? 'bar.free-shipping' : 'bar.reward')}</div>
      ${had.map((each) => this.#line(each, 'done'))}
      ${this.#line(goal, '')}
      <div class="track" part="track" role="progressbar" aria-labelledby="title"
        aria-valuemin="0" aria-valuemax=${goal.targetMinor} aria-valuenow=${goal.amountMinor}
        aria-valuetext=${say('bar.value', {
          current: this.#size(goal, goal.amountMinor),
          target: this.#size(goal, goal.targetMinor),
        })}>
        <div class="fill" part="fill"></div>
      </div>
      ${
        offers.length > 0
          ? html`
            <div class="gap" part="gap">
              <p class="gap-title" part="gap-title">${say('gap.title')}</p>
              ${offers.map(
                (offer, at) => html`
                  <div class="card flat" part="card" data-id=${offer.id}>${this.card(offer, at)}</div>`,
              )}
            </div>`
          : nothing
      }`;
  }

  #line(goal: GoalState, kind: string) {
    return html`
      <p class="message ${kind}" part="message ${kind}">
        <svg viewBox="0 0 24 24" aria-hidden="true">${goal.reached ? tick : box}</svg>
        <span>${this.#message(goal)}</span>
      </p>`;
  }

  #message(goal: GoalState): string {
    const state = goal.reached ? 'done' : goal.lost ? 'lost' : 'remaining';
    const amount = this.#size(goal, goal.gapMinor);
    return this.shop!.say(`${goal.reward}.${state}`, { amount, reward: this.#reward(goal) });
  }

  #reward({ reward, percent, points, times, text, product, ...goal }: GoalState): string {
    const { say, locale } = this.shop!;
    if (reward === 'points')
      return times ? say('times', { n: times }) : say('points', { n: points });
    if (reward !== 'discount') return text || product;
    return percent
      ? new Intl.NumberFormat(locale, { style: 'percent' }).format(percent / 100)
      : formatMoney({ ...goal, minor: goal.savesMinor ?? 0 }, locale);
  }

  #size({ items, exponent, currency }: GoalState, minor: number): string {
    const { say, locale } = this.shop!;
    return items ? say('items', { n: minor }) : formatMoney({ minor, exponent, currency }, locale);
  }
}

/** Lets <goes-with-goal> come to life, unless the page has an element of that name already. */
export function defineGoesWithGoal(): void {
  if (!customElements.get('goes-with-goal')) customElements.define('goes-with-goal', GoesWithGoal);
}
