import { type GoalState, nextGoal } from '../goal.js';
import { formatMoney } from '../money.js';
import { type Child, css, h } from './dom.js';
import { define, OfferElement } from './offer_element.js';
import { baseStyles, cardStyles } from './styles.js';
import { type Shop, tell } from './told.js';

/**
 * <goes-with-goal> shows the rewards that the cart has, how far it is from the next one, and what
 * best closes the gap: one product, or two. It hides itself wherever the checkout might say otherwise.
 * A <template> of the shop's own card works as in <goes-with>.
 *
 * @attr {number} heading  level of the (unseen) title, 1 to 6, 2 unless given
 * @slot title  replaces the (unseen) title
 * @fires goeswith:goal   the cart's distance to the reward is known or changed
 * @fires goeswith:view   the product that closes the gap came into view
 * @fires goeswith:click  its link was followed
 * @fires goeswith:add    it was asked for; cancel the event to add it yourself
 * @fires goeswith:error  why there is nothing to see
 * @cssprop --goes-with-margin  space above and below what is shown, 1rem unless given
 * @cssprop --goes-with-height  room to reserve where the element stands in the first screen
 * @cssprop --goes-with-accent  of the bar, the text's colour unless given
 * @csspart title, messages, done, message, track, fill, gap, gap-title, and those of a card of <goes-with>
 */
const box = 'M3 7.5 12 3l9 4.5v9L12 21l-9-4.5zM3 7.5l9 4.5 9-4.5M12 12v9';
const tick = 'M3 12a9 9 0 1 0 18 0 9 9 0 1 0-18 0m5 .2 2.7 2.7L16 9.5';

export class GoesWithGoal extends OfferElement {
  static override styles = [
    baseStyles,
    cardStyles,
    css`
      .message {
        display: flex;
        /* A second line does not move the sign. */
        align-items: start;
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
      @container (inline-size >= 26rem) {
        .flat {
          grid-template-columns: minmax(0, 1fr) auto;
        }
        .flat .link {
          grid-column: 1;
          grid-row: 1 / span 2;
        }
        .flat .price {
          grid-column: 2;
          justify-self: end;
        }
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

  static override attributes = { heading: 2 };

  declare goals: readonly GoalState[] | undefined;
  /** Whether the shopper caused what it is told. */
  declare announce: boolean | undefined;
  #sentence = '';

  protected override ask(): void {
    tell(this, 'goeswith:ask', { kind: 'goal', limit: 2 });
  }

  protected override drawn(told: boolean): void {
    const { goals = [] } = this;
    const goal = this.shop && nextGoal(goals);
    if (!told || !goal) return;
    for (const each of goals) tell(this, 'goeswith:goal', each);
    const sentence = this.#message(goal);
    if (this.announce && sentence !== this.#sentence) this.announceSoon(sentence);
    this.#sentence = sentence;
  }

  protected override inside({ say }: Shop): Child[] {
    const { goals = [] } = this;
    const goal = nextGoal(goals);
    if (!goal) return [];
    const offers = goal.reached ? [] : this.offers;
    const had = goals.filter((each) => each.reached && each !== goal);
    const { amountMinor, targetMinor } = goal;
    return [
      this.head(
        say(goal.reward === 'free-shipping' ? 'bar.free-shipping' : 'bar.reward'),
        'unseen',
      ),
      h('div.messages', {}, ...had.map((each) => this.#line(each, 'done')), this.#line(goal, '')),
      h(
        'div.track',
        {
          role: 'progressbar',
          'aria-labelledby': 'title',
          'aria-valuemin': 0,
          'aria-valuemax': targetMinor,
          'aria-valuenow': amountMinor,
          'aria-valuetext': say('bar.value', {
            n: piecesOf(goal, targetMinor),
            current: this.#size(goal, amountMinor),
            target: this.#size(goal, targetMinor),
          }),
        },
        h('div.fill', {
          style: { inlineSize: `${(100 * amountMinor) / targetMinor}%` },
        }),
      ),
      offers.length > 0
        ? h(
            'div.gap',
            {},
            h('p.gap-title', {}, say('gap.title')),
            ...offers.map((offer, at) =>
              h(
                'div',
                { class: this.cardClass(true), part: 'card', 'data-id': offer.id },
                ...this.card(offer, at),
              ),
            ),
          )
        : '',
    ];
  }

  #line(goal: GoalState, kind: string): Child {
    return h(
      'p',
      { class: `message ${kind}`, part: `message ${kind}` },
      h(
        'svg',
        { viewBox: '0 0 24 24', 'aria-hidden': 'true' },
        h('path', { d: goal.reached ? tick : box }),
      ),
      h('span', {}, this.#message(goal)),
    );
  }

  #message(goal: GoalState): string {
    const state = goal.reached ? 'done' : goal.lost ? 'lost' : 'remaining';
    const amount = this.#size(goal, goal.gapMinor);
    return this.shop!.say(`${goal.reward}.${state}`, {
      amount,
      reward: this.#reward(goal),
      n: piecesOf(goal, goal.gapMinor),
    });
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

/** What plural forms go by; of money there is no number, and the last form is that of it. */
const piecesOf = ({ items }: GoalState, minor: number) => (items ? minor : Number.NaN);

/** Lets <goes-with-goal> come to life. */
export function defineGoesWithGoal(): void {
  define('goes-with-goal', GoesWithGoal);
}
