import { html, nothing, type TemplateResult } from 'lit';
import { parseDecimal } from '../../../../web/money.js';
import { store } from '../../view.js';
import { facts } from '../see/facts.js';
import { count, counted, percent } from '../see/words.js';
import { percentOf } from './assume_fields.js';
import { decisions } from './decisions.js';
import { type Cost, type Outcome, outcomeOf, type Range } from './economics.js';
import { isPart, type Part, shownOf } from './edit.js';
import { briefly, type Money, money, roughly } from './money.js';

/** An amount of shop.json in the shop's currency, or null where it tells none. */
export function minorIn(amounts: unknown, of: Money): number | null {
  return isPart(amounts) ? parseDecimal(shownOf(amounts[of.currency]), of.exponent) : null;
}

/** What a reward costs the merchant each time, as far as that is known. */
function costOf(goal: Part, of: Money): Cost {
  const told = minorIn(goal.cost, of);
  if (told !== null) return { eachMinor: told };
  if (goal.reward === 'discount') {
    const percents = Number(goal.percent);
    if (percents > 0) return { ofOrder: percents * 10 };
    return { eachMinor: minorIn(goal.value, of) ?? 0 };
  }
  if (goal.reward === 'free-shipping') return { eachMinor: decisions.parcelMinor };
  if (goal.reward === 'gift') {
    const gift = store.state.products?.products[facts.numberOf(shownOf(goal.product))];
    const bought = 1000 - decisions.assumed.margin;
    return { eachMinor: Math.ceil(((gift?.priceMinor ?? 0) * bought) / 1000) };
  }
  return { eachMinor: 0 };
}

/** What a goal would do to the shop's own orders; nothing where that cannot be said. */
export function goalOutcome(goal: Part): { outcome: Outcome; minor: number } | null {
  const of = money();
  const minor = minorIn(goal.amount, of);
  const { orders } = decisions;
  if (!orders || orders.count === 0 || !minor) return null;
  return { minor, outcome: outcomeOf(orders, minor, decisions.assumptions, costOf(goal, of)) };
}

/** "€210 to €640", or one amount where both ends are the same. */
export function between({ low, high }: Range, write: (value: number) => string): string {
  return low === high ? write(low) : `${write(low)} to ${write(high)}`;
}

/** What is said of a range that may lie below nothing; never more than it says. */
export function verdict({ low, high }: Range): { kind: 'good' | 'warn' | 'bad'; says: string } {
  if (high < 0) return { kind: 'bad', says: 'By these assumptions it costs more than it brings.' };
  if (low < 0)
    return {
      kind: 'warn',
      says: 'By these assumptions it may cost more than it brings, or bring more than it costs.',
    };
  if (high === 0) return { kind: 'warn', says: 'By these assumptions it brings nothing.' };
  return { kind: 'good', says: 'By these assumptions it brings more than it costs.' };
}

export function outcomeView(goal: Part): TemplateResult | typeof nothing {
  const of = money();
  if ('items' in goal)
    return html`<p class="quiet">What a goal of pieces would bring is not reckoned: your orders’ amounts say nothing
      about it.</p>`;
  const found = goalOutcome(goal);
  const { orders } = decisions;
  if (!found || !orders) return nothing;
  const { outcome, minor } = found;
  const { above, within, takers, breakEven } = outcome;
  const { salesMinor, marginMinor, costMinor, anywayMinor, leftMinor } = outcome;
  const share = (orders_: number) => percent(orders_ / orders.count);
  const sums = (range: Range) => between(range, (value) => roughly(value, of));
  const { kind, says } = verdict(leftMinor);
  const rows: readonly (readonly [string, string])[] = [
    ['Orders that take more', between(takers, count)],
    ['Sales on top', sums(salesMinor)],
    ['Margin on top', sums(marginMinor)],
    ['The reward costs', between(costMinor, (value) => roughly(value, of, true))],
    ['of it for orders that reach it anyway', roughly(anywayMinor, of, true)],
    ['What is left', sums(leftMinor)],
  ];
  return html`
    <div class="outcome">
      <p>Of ${counted(orders.count, 'order')}, <strong>${count(above)}</strong> (${share(above)}) come to
        ${briefly(minor, of)} or more as they are. <strong>${count(within)}</strong> (${share(within)}) are within reach:
        ${briefly(decisions.assumptions.gapMinor, of)} or less is missing.</p>
      ${
        within === 0
          ? html`<p class="verdict warn">Nobody is within reach of it: this threshold changes nothing.</p>`
          : html`
            <table><caption>Were these orders to come again, with ${percentOf(decisions.assumed.goalTake.low)} to
              ${percentOf(decisions.assumed.goalTake.high)} % of those within reach taking what is missing</caption>
              <tbody>${rows.map(([name, value]) => html`<tr><th scope="row">${name}</th><td>${value}</td></tr>`)}</tbody></table>
            <p class="verdict ${kind}"><strong>${says}</strong> ${turn(breakEven, above)}</p>`
      }
    </div>`;
}

/** Where the turn lies, which is worth more than either end. */
function turn(breakEven: number | null, above: number) {
  if (breakEven === null)
    return 'However many take it, the reward costs more than their margin brings: a higher threshold or a cheaper reward would change that.';
  if (breakEven === 0) return nothing;
  const why =
    above > 0 && !decisions.assumed.given
      ? ', because orders that reach it anyway have the reward too'
      : '';
  return `It pays from ${percentOf(breakEven)} % on${why}.`;
}
