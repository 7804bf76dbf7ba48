import { html, nothing } from 'lit';
import { store } from '../../view.js';
import { counted, percent } from '../see/words.js';
import { amountField, marginField, rangeFields } from './assume_fields.js';
import { decisions } from './decisions.js';
import { averageOf, type Range } from './economics.js';
import { between } from './goal_outcome.js';
import { type Money, money, roughly, written } from './money.js';
import { DecidePart } from './part.js';

/** The average order before and after offers, at a take rate that the merchant assumes. */
class AveragePart extends DecidePart {
  protected override render() {
    const { orders, assumed, priceMinor } = decisions;
    const { offerTake: take, margin } = assumed;
    const found = orders && averageOf(orders, { take, priceMinor, margin });
    return html`
      <section id="decide-average" class="card" aria-labelledby="decide-average-title">
        <h2 id="decide-average-title">The average order</h2>
        ${
          found
            ? html`
              <p>What offers change, if of a hundred orders so many take one product more: the take rate.</p>
              <div class="fields">
                ${rangeFields('offer-take', 'Take rate', take, (offerTake) => decisions.assume({ offerTake }))}
                ${amountField('price', 'What they take costs', priceMinor, 'priceMinor')}
                ${marginField('offer-margin')}
              </div>
              ${this.#table(found)}
              <p class="quiet">It counts what is added, not what would have been bought anyway, and nobody knows the take rate
                before a trial: hide the offers from a tenth of the carts, and the step Afterwards tells it.</p>`
            : html`<div class="empty"><p>What your orders come to is not known, so there is no average to reckon with.</p></div>`
        }
      </section>`;
  }

  #table(found: NonNullable<ReturnType<typeof averageOf>>) {
    const of = money();
    const { beforeMinor, afterMinor, growth, salesMinor, marginMinor } = found;
    const months = Object.values(store.state.orders?.months ?? {}).length;
    const sums = (range: Range) => between(range, (value) => roughly(value, of));
    const monthly = (range: Range, of_: Money) =>
      months > 1
        ? between(
            { low: Math.floor(range.low / months), high: Math.floor(range.high / months) },
            (value) => roughly(value, of_),
          )
        : '';
    const count = decisions.orders?.count ?? 0;
    const rows: readonly (readonly [string, unknown])[] = [
      ['Average order now', written(beforeMinor, of)],
      ['Average order with offers', between(afterMinor, (value) => written(value, of))],
      ['That is more by', between(growth, (mille) => percent(mille / 1000))],
      [`Sales on top, in ${counted(count, 'order')}`, sums(salesMinor)],
      ['Of it your margin', sums(marginMinor)],
    ];
    const monthlyMargin = monthly(marginMinor, of);
    return html`
      <table class="sums"><caption class="unseen">The average order before and after</caption>
        <tbody>${rows.map(([name, value]) => html`<tr><th scope="row">${name}</th><td>${value}</td></tr>`)}</tbody></table>
      ${
        monthlyMargin
          ? html`<p>Your orders are of ${months} months; a month’s margin on top would be ${monthlyMargin}.</p>`
          : nothing
      }`;
  }
}

customElements.define('gs-decide-average', AveragePart);
