import { html, nothing } from 'lit';
import { figureOf, Width } from '../../charts.js';
import { experiment } from '../../experiment.js';
import { type MeasureReport, type MetricKey, metricKeys } from '../../messages.js';
import { store, View } from '../../view.js';
import { kept } from '../see/kept.js';
import { differenceRows, differences, fewLabels, figures } from './charts.js';
import {
  between,
  count,
  counted,
  headline,
  metrics,
  percent,
  signed,
  splitWarning,
  sureness,
  treated,
  waiting,
  written,
} from './words.js';

/** What the experiment says, as words, pictures and a table. */
class AfterAnswer extends View {
  readonly #width = new Width(() => this.requestUpdate());
  readonly #differences = Array.from({ length: fewLabels }, () => kept(differences));
  readonly #figures = metricKeys.map(() => kept(figures));

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#width.stop();
  }

  protected override firstUpdated(): void {
    // What was asked is folded away, and the button that asked with it.
    const at = document.activeElement;
    if (at === document.body || at?.closest('gs-after-ask'))
      this.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true });
  }

  protected override updated(): void {
    const place = this.querySelector('.measure');
    if (place) this.#width.of(place);
  }

  protected override render() {
    const { report } = experiment;
    if (!report) return nothing;
    return html`${this.#said(report)}${this.#pictures(report)}${this.#reading(report)}`;
  }

  #said(report: MeasureReport) {
    const { labels, control, notes } = report;
    const all = labels.reduce((sum, { orders }) => sum + orders, 0);
    const { experiment: set } = store.state.config as { experiment?: { hidden?: number } };
    const warning = splitWarning(report, set?.hidden);
    const others = treated(report);
    const told = others.filter(({ difference }) => difference.revenue_per_order.told);
    const shown = others.length > fewLabels ? told : others;
    return html`
      <section class="card" aria-labelledby="after-said">
        <h2 id="after-said" tabindex="-1">What it says</h2>
        ${shown.map((one) => this.#verdict(report, one))}
        ${
          shown.length < others.length
            ? html`<p>${told.length > 0 ? 'Of the others' : `Of ${count(others.length)} labels`} none differs from
                “${control}” so that these orders could tell.</p>`
            : nothing
        }
        <dl class="counts">${labels.map(
          ({ label, orders, shoppers }) =>
            html`<div><dt>${label}</dt>
              <dd>${counted(orders, 'order')} <span class="quiet">${percent(orders / all)}<br>
                of ${counted(shoppers, 'shopper')}${label === control ? '; the others are compared with it' : nothing}</span></dd></div>`,
        )}</dl>
        ${
          warning || notes.length > 0
            ? html`<ul class="notes">${[...(warning ? [warning] : []), ...notes.map((note) => `${note[0]?.toUpperCase()}${note.slice(1)}.`)].map((note) => html`<li>${note}</li>`)}</ul>`
            : nothing
        }
      </section>`;
  }

  #verdict(
    { labels, control }: MeasureReport,
    { label, orders, difference }: ReturnType<typeof treated>[number],
  ) {
    const revenue = difference.revenue_per_order;
    const compared = orders + (labels.find((one) => one.label === control)?.orders ?? 0);
    const wait = revenue.told ? '' : waiting(revenue, compared, experiment.orders);
    const way = revenue.told ? (revenue.relative.value > 0 ? 'up' : 'down') : 'open';
    return html`
      <div class="said-of">
        ${labels.length > 2 ? html`<h3>${label}</h3>` : nothing}
        <p class="verdict ${way}"><span aria-hidden="true">${{ up: '↑', down: '↓', open: '?' }[way]}</span>
          <strong>${headline(label, control, revenue)}</strong></p>
        <p>${sureness(revenue)} ${wait}</p>
      </div>`;
  }

  #pictures(report: MeasureReport) {
    const width = this.#width.now;
    const others = treated(report);
    const many = others.length > fewLabels;
    return html`
      <section class="card" aria-labelledby="after-pictures">
        <h2 id="after-pictures">How far apart they are</h2>
        <p>The dot is the difference to “${report.control}”${many ? ' in revenue per order' : nothing}, the bar its 95 %
          interval. A bar that does not touch the line of zero is a difference, and in colour; one that does may
          be chance.</p>
        <div class="measure"></div>
        ${width > 0 ? (many ? others.slice(0, 1) : others).map((_, at) => this.#apart(report, at, width)) : nothing}
        <h3>The figures behind it</h3>
        <div class="multiples">${metricKeys.map((key, at) => this.#figure(report, key, at, width))}</div>
        ${this.#table(report)}
      </section>`;
  }

  #apart(report: MeasureReport, at: number, width: number) {
    const others = treated(report);
    const many = others.length > fewLabels;
    const rows = differenceRows(report, at);
    const verdicts = many
      ? others.map(({ difference }) => difference.revenue_per_order.verdict)
      : metricKeys.map((key) => others[at]?.difference[key].verdict ?? '');
    return html`
      ${others.length > 1 && !many ? html`<h3>${others[at]?.label}</h3>` : nothing}
      ${figureOf(this.#differences[at]!(report, at, Math.min(width, 760)), nothing, {
        columns: [many ? 'Label' : 'Figure', 'Difference', '95 % interval', 'What that means'],
        rows: rows.map((row, number) => [
          ...[row.name, signed(row.value), between(row, signed), verdicts[number] ?? ''],
        ]),
      })}`;
  }

  #figure(report: MeasureReport, key: MetricKey, at: number, width: number) {
    const each = width >= 864 ? (width - 32) / 2 : width;
    return html`
      <figure class="chart-figure">
        <figcaption><strong>${metrics[key].name}</strong> <span class="quiet">${metrics[key].means}</span></figcaption>
        ${each > 0 ? this.#figures[at]?.(report, key, Math.min(each, 520)) : nothing}
      </figure>`;
  }

  /** The same, for whoever does not see the pictures, or wants to copy it. */
  #table(report: MeasureReport) {
    const { labels, currency } = report;
    return html`
      <details class="chart-table" ?open=${labels.length > 4}>
        <summary>The figures as a table</summary>
        <div class="figures" tabindex="0" role="group" aria-label="Figures by label">
          <table class="by-label">
            <thead><tr><th scope="col">Label</th><th scope="col">Orders</th>${metricKeys.map((key) => html`<th scope="col">${metrics[key].name}</th>`)}</tr></thead>
            <tbody>${labels.map(
              (label) =>
                html`<tr><th scope="row">${label.label}</th><td>${count(label.orders)}</td>${metricKeys.map(
                  (key) =>
                    html`<td>${written(key, label[key].value, currency)}<br><span class="quiet">${between(label[key], (value) => written(key, value, currency))}</span></td>`,
                )}</tr>`,
            )}</tbody>
          </table>
        </div>
      </details>`;
  }

  #reading({ labels, orders }: MeasureReport) {
    const without = labels.reduce((sum, label) => sum + label.orders_without_amount, 0);
    return html`
      <section class="card" aria-labelledby="after-reading">
        <h2 id="after-reading">How to read it</h2>
        <dl class="reading">
          <dt>How sure it is</dt>
          <dd>The interval is what the difference could be, by these orders. It is found by drawing your shoppers
            anew a thousand times. Four figures are looked at, and one in twenty that truly are alike looks
            different by chance.</dd>
          <dt>When to stop</dt>
          <dd>Choose the day before you begin, and then look once: two full weeks at least, so that every weekday
            counts twice, better four. Whoever looks daily and stops at the first good day finds differences that
            are not there.</dd>
          <dt>Too few orders</dt>
          <dd>Below a hundred shoppers in a label nothing is told. Above it, what is small takes long: twice as fine
            takes four times as many orders.</dd>
          <dt>What it cannot know</dt>
          <dd>Only orders are compared. Whether offers bring somebody to order at all, or keep somebody from it, no
            export of orders tells.${without > 0 ? html` ${counted(without, 'order')} of ${count(orders)} ${without === 1 ? 'has' : 'have'} no amount.` : nothing}</dd>
        </dl>
      </section>`;
  }
}

customElements.define('gs-after-answer', AfterAnswer);
