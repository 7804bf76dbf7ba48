import * as Plot from '@observablehq/plot';
import { html, nothing } from 'lit';
import { drawn, figureOf } from '../../charts.js';
import type { TrainReport } from '../../messages.js';
import { store } from '../../view.js';
import { adviceFor } from './advice.js';
import { kept } from './kept.js';
import { Part } from './part.js';
import { count, counted, ofHundred, times } from './words.js';

/** A grade as people say it, and what it means. */
const grades: Readonly<Record<string, { name: string; sign: string; means: string }>> = {
  good: {
    ...{ name: 'Good', sign: '✓' },
    means: 'Your orders say clearly what goes with what. This is ready for your shop.',
  },
  thin: {
    ...{ name: 'Thin', sign: '~' },
    means:
      'There is something in your orders, but not much more than what sells anyway. Try it, and measure.',
  },
  'best sellers only': {
    ...{ name: 'Best sellers only', sign: '!' },
    means:
      'No two products were bought together often enough, so every offer would be a best seller.',
  },
};

const methods = { model: 'Goeswith', best: 'Best sellers' } as const;

/** A hundred squares each, as many filled as were found. */
const squares = kept((model: number, best: number, width: number) => {
  const rows = [
    { name: methods.model, found: model * 100, class: 'model' },
    { name: methods.best, found: best * 100, class: 'best' },
  ];
  return drawn({
    ...{ width: Math.min(width, 460), height: 190, margin: 0, marginBottom: 28, marginTop: 2 },
    fx: { domain: rows.map(({ name }) => name), label: null, padding: 0.22 },
    x: { axis: null },
    y: { axis: null, domain: [0, 100] },
    marks: [
      Plot.axisFx({ fontSize: 13, lineAnchor: 'top', anchor: 'bottom' }),
      Plot.waffleY(rows, {
        ...{ fx: 'name', y: () => 100, multiple: 10, gap: 3, rx: 2 },
        ...{ fill: 'var(--see-track)' },
      }),
      Plot.waffleY(rows, {
        ...{ fx: 'name', y: (row) => Math.round(row.found), multiple: 10, gap: 3, rx: 2 },
        fill: (row) => (row.class === 'model' ? 'var(--see-accent)' : 'var(--see-muted)'),
      }),
    ],
    color: { type: 'identity' },
  });
});

/** How good the offers would be, and what would make them better. */
class GradePart extends Part {
  protected override readonly hears = ['change', 'progress'];

  protected override render() {
    const { orders, report, work, files } = store.state;
    if (!orders) return nothing;
    const advice = adviceFor(orders, report, files);
    return html`
      <section id="see-grade" class="card" aria-labelledby="see-grade-title">
        <h2 id="see-grade-title">How good it would be</h2>
        ${report ? this.#graded(report, this.#better(advice, true)) : work ? this.#waiting() : this.#ungraded()}
        ${report ? nothing : this.#better(advice, false)}
      </section>`;
  }

  #waiting() {
    const share = store.state.work?.stage === 'asking newest orders' ? store.state.work.share : 0;
    return html`
      <div class="waiting">
        <p><strong>Your newest orders are being asked.</strong> One product after the other is taken out of
          them, and only older orders may guess which it was.</p>
        <p class="quiet">${share > 0 ? `${ofHundred(share)} of 100 done.` : nothing} Everything below is there already.</p>
      </div>`;
  }

  #ungraded() {
    return html`
      <p><strong>Not graded.</strong> The newest orders were not asked to the end. Open the orders again to
        have them graded; everything below is true without it.</p>`;
  }

  #graded({ readiness, newest_orders: newest }: TrainReport, better: unknown) {
    const grade = grades[readiness.grade] ?? { name: readiness.grade, sign: '', means: '' };
    return html`
      <div class="verdict">
        <div>
          <p class="grade ${readiness.grade === 'good' ? 'good' : readiness.grade === 'thin' ? 'thin' : 'none'}">
            <span aria-hidden="true">${grade.sign}</span><span class="unseen">Grade: </span><strong>${grade.name}</strong></p>
          <p class="lead">${grade.means}</p>
          <p class="reason"><span class="quiet">The reason: </span>${readiness.reason}.</p>
          ${better}
        </div>
        ${this.#found(newest)}
      </div>`;
  }

  #found({ model, best_sellers: best, questions, orders, newest }: TrainReport['newest_orders']) {
    if (!model || !best || questions === 0)
      return html`<p class="quiet">No order could be asked: it takes orders of two products and more.</p>`;
    const from = newest ? 'your newest orders' : 'a tenth of your orders, drawn by lot,';
    // Of so many questions a share is known to about two standard errors.
    const give = 196 * Math.sqrt((model.hr10 * (1 - model.hr10)) / questions);
    const apart = (model.hr10 - best.hr10) * 100;
    const compared =
      Math.abs(apart) <= give
        ? ' By so many questions the two cannot be told apart.'
        : apart > 0 && best.hr10 > 0
          ? ` That is ${times(model.hr10 / best.hr10)} times as many.`
          : '';
    return figureOf(
      squares(model.hr10, best.hr10, 460),
      html`Of 100 products that were taken out of ${from}, <strong>${ofHundred(model.hr10)}</strong> were
        among ten offers; showing everyone the best sellers finds
        <strong>${ofHundred(best.hr10)}</strong>.${compared}
        <span class="quiet aside">From ${counted(questions, 'product')} out of ${counted(orders, 'order')}, give or take
        ${give < 1 ? 'one' : count(give)}. It tells how well the offers are aimed. How many shoppers take them,
        only a trial in your shop can tell.</span>`,
    );
  }

  #better(list: readonly { title: string; text: string }[], graded: boolean) {
    if (list.length === 0)
      return graded
        ? html`<p class="quiet">Nothing is missing. What helps from here on is to train again every night, with
            the newest orders.</p>`
        : nothing;
    return html`
      <h3>What would make it better</h3>
      <ul class="advice">${list.map(({ title, text }) => html`<li><strong>${title}.</strong> ${text}</li>`)}</ul>`;
  }
}

customElements.define('gs-see-grade', GradePart);
