import { html, nothing } from 'lit';
import { figureOf, Width } from '../../charts.js';
import { store } from '../../view.js';
import { count, counted, percent } from '../see/words.js';
import { amountField, marginField, rangeFields } from './assume_fields.js';
import { barsOf } from './bars.js';
import { decisions } from './decisions.js';
import { isPart, listOf, type Part } from './edit.js';
import { goalFields, goalForm, type Reward, rewards } from './goal_form.js';
import { minorIn, outcomeView } from './goal_outcome.js';
import { histogram, type Line } from './histogram.js';
import { ListPart } from './list_part.js';
import { briefly, decimalOf, money, roughly, written } from './money.js';
import { fewestOrders, type Tier, tiersOf } from './tiers.js';

/** What a tier is proposed with; free shipping first, because it is understood at once. */
const proposals: readonly Part[] = [
  { reward: 'free-shipping' },
  { reward: 'discount', percent: 5 },
  { reward: 'discount', percent: 10 },
];
const lies: Readonly<Record<number, string>> = {
  0.5: 'Just above the middle order',
  0.75: 'Just above three quarters of the orders',
  0.9: 'Just above nine tenths of the orders',
};

/** Rewards for larger orders: where the shop's own orders lie, and what a threshold would do. */
class GoalsPart extends ListPart {
  protected override readonly key = 'goals';
  protected override readonly noun = 'Goal';
  readonly #width = new Width(() => this.requestUpdate());

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#width.stop();
  }

  protected override firstUpdated(): void {
    const place = this.querySelector('.histogram');
    if (place) this.#width.of(place);
  }

  protected override render() {
    return html`
      <section id="decide-goals" class="card" aria-labelledby="decide-goals-title">
        <h2 id="decide-goals-title">Order goals</h2>
        <p>A reward from a certain amount on, with the product that closes the gap. It pays where many orders lie just
          below the amount, and costs where most lie above it anyway. Here are yours.</p>
        <div class="histogram">${this.#chart()}</div>
        ${this.#tiers()}
        <h3>Your goals</h3>
        ${this.entries.length === 0 ? html`<p class="quiet">None yet.</p>` : nothing}
        ${this.list()}
        <p class="actions"><button type="button" class="add" @click=${() => this.add({ reward: 'free-shipping' })}>Add a goal</button></p>
        ${this.#assumptions()}
      </section>`;
  }

  get #tierList(): Tier[] {
    const { orders } = decisions;
    return orders ? tiersOf(orders, money().exponent) : [];
  }

  /** Thresholds in force, else those that are suggested. */
  #lines(): Line[] {
    const of = money();
    const chosen = listOf(store.state.config.goals)
      .map((goal) => (isPart(goal) ? minorIn(goal.amount, of) : null))
      .filter((minor): minor is number => minor !== null && minor > 0);
    if (chosen.length > 0)
      return [...new Set(chosen)].map((minor) => ({ minor, suggested: false }));
    return this.#tierList.map(({ minor }) => ({ minor, suggested: true }));
  }

  #chart() {
    const { orders } = decisions;
    if (!orders || orders.count === 0)
      return html`<div class="empty"><p><strong>What your orders come to is not known.</strong> Their export has no
        prices. Goals work all the same; where they should lie, you have to know yourself.</p></div>`;
    const of = money();
    const lines = this.#lines();
    const { gapMinor } = decisions.assumptions;
    const width = this.#width.now;
    const suggested = lines.some((line) => line.suggested);
    const marks = lines.map(({ minor }) => briefly(minor, of)).join(', ');
    return figureOf(
      width > 0
        ? histogram(orders, this.#kept(lines), gapMinor, of, width)
        : document.createElement('div'),
      html`Half of your orders come to less than <strong>${written(orders.quantile(0.5), of)}</strong>, nine of ten to
        less than ${written(orders.quantile(0.9), of)}. ${
          lines.length === 0
            ? nothing
            : html`The lines are ${suggested ? 'thresholds that would suit them' : 'your goals'}: ${marks}. Bars in
              colour are orders that one product of up to ${briefly(gapMinor, of)} would bring to one of them.`
        }
        ${orders.unknown > 0 ? html`<span class="quiet">${counted(orders.unknown, 'order')} without an amount left out.</span>` : nothing}`,
      {
        columns: ['Orders of', 'How many', 'Of all'],
        rows: barsOf(orders, of.exponent, 20).map(({ from, to, orders: many }) => [
          to === Number.POSITIVE_INFINITY
            ? `${roughly(from, of)} and more`
            : `${roughly(from, of)} to less than ${roughly(to, of)}`,
          count(many),
          percent(many / orders.count),
        ]),
      },
    );
  }

  #last: Line[] = [];
  /** The same list as long as it says the same: a chart is dear. */
  #kept(lines: Line[]): Line[] {
    if (JSON.stringify(lines) !== JSON.stringify(this.#last)) this.#last = lines;
    return this.#last;
  }

  #tiers() {
    const { orders } = decisions;
    if (!orders || orders.count === 0) return nothing;
    const tiers = this.#tierList;
    const of = money();
    if (tiers.length === 0)
      return html`<p class="quiet">${counted(orders.count, 'order')} are too few to say where a threshold should lie:
        it takes ${fewestOrders}.</p>`;
    const { gapMinor } = decisions.assumptions;
    const chosen = new Set(
      this.#lines()
        .filter(({ suggested }) => !suggested)
        .map(({ minor }) => minor),
    );
    const goalOf = (at: number): Part => ({
      ...proposals[at]!,
      amount: { [of.currency]: decimalOf(tiers[at]!.minor, of.exponent) },
    });
    const name = ({ reward, percent: off }: Part) =>
      off ? `${off} % off` : rewards[reward as Reward].toLowerCase();
    const open = tiers.some(({ minor }) => !chosen.has(minor));
    return html`
      <h3>Where thresholds would lie</h3>
      <ul class="tiers">${tiers.map(({ minor, above }, at) => {
        const reach = orders.count - orders.below(minor);
        const within = orders.between(Math.max(1, minor - gapMinor), minor).count;
        return html`
          <li><strong class="amount">${briefly(minor, of)}</strong>
            <span>${lies[above]}. ${percent(reach / orders.count)} of your orders reach it as they are,
              ${percent(within / orders.count)} are within reach.</span>
            ${
              of.currency === ''
                ? nothing
                : html`<button type="button" ?disabled=${chosen.has(minor)} @click=${() => this.add(goalOf(at))}>${
                    chosen.has(minor)
                      ? 'In force'
                      : html`Use it<span class="unseen">: ${briefly(minor, of)}</span> for ${name(proposals[at]!)}`
                  }</button>`
            }</li>`;
      })}</ul>
      ${
        tiers.length > 1 && open && of.currency !== ''
          ? html`<p class="actions"><button type="button" @click=${() =>
              this.configure('goals', [
                ...this.entries,
                ...tiers.flatMap(({ minor }, at) => (chosen.has(minor) ? [] : [goalOf(at)])),
              ])}>Use all of them</button></p>`
          : nothing
      }`;
  }

  #assumptions() {
    const { assumed, assumptions, parcelMinor } = decisions;
    return html`
      <fieldset class="assumed"><legend>What this assumes</legend>
        <p class="quiet">What is left above follows from these, and nobody knows them before a trial: put in your own. The take
          rate is how many of the orders within reach add something, and each of them is reckoned to add just what is
          missing.</p>
        <div class="fields">
          ${rangeFields('take', 'Take rate', assumed.goalTake, (goalTake) => decisions.assume({ goalTake }))}
          ${amountField('gap', 'One product closes up to', assumptions.gapMinor, 'gapMinor')}
          ${marginField('margin')}
          ${amountField('parcel', 'A parcel costs you', parcelMinor, 'parcelMinor')}
        </div>
        <label class="tick"><input type="checkbox" .checked=${assumed.given}
          @change=${({ target }: Event) => decisions.assume({ given: (target as HTMLInputElement).checked })}>
          Orders above a goal have its reward today already, so that it costs nothing new there</label>
        <p class="quiet">Each goal is reckoned by itself: what two of them leave does not add up.</p>
      </fieldset>`;
  }

  protected override fieldsOf(goal: Part): readonly string[] {
    return goalFields(goal);
  }

  protected override headline(goal: Part): string {
    const minor = minorIn(goal.amount, money());
    const reward = rewards[goal.reward as Reward] ?? '';
    const off = goal.reward === 'discount' && goal.percent ? `${goal.percent} % off` : reward;
    return minor ? `${off} from ${briefly(minor, money())}` : off;
  }

  protected override card(goal: Part, place: string, change: (goal: Part) => void) {
    return html`<div class="goal">${goalForm(goal, place, change)}</div>${outcomeView(goal)}`;
  }
}

customElements.define('gs-decide-goals', GoalsPart);
