import { html, nothing } from 'lit';
import { figureOf, Width } from '../../charts.js';
import type { OrdersReport } from '../../messages.js';
import { store } from '../../view.js';
import { monthBars } from './months.js';
import { Part } from './part.js';
import { count, counted, monthName, percent } from './words.js';

/** What was read, what was left out and why, what is odd, and orders by month. */
class ReadPart extends Part {
  readonly #width = new Width(() => this.requestUpdate());

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#width.stop();
  }

  protected override updated(): void {
    const place = this.querySelector('.months');
    if (place && this.#width.now === 0) this.#width.of(place);
  }

  protected override render() {
    const { orders } = store.state;
    if (!orders) return nothing;
    return html`
      <section id="see-read" class="card" aria-labelledby="see-read-title">
        <h2 id="see-read-title">What was read</h2>
        ${this.#numbers(orders)}
        ${this.#odd(orders)}
        ${this.#leftOut(orders)}
        <h3>Orders by month</h3>
        <div class="months">${this.#months(orders)}</div>
      </section>`;
  }

  #numbers(of: OrdersReport) {
    const waiting = of.products - of.products_ordered;
    const numbers: [string, string, string][] = [
      [count(of.orders), 'orders', `in ${counted(of.lines_used, 'line')}`],
      [
        count(of.products_ordered),
        'products ordered',
        waiting > 0 ? `and ${count(waiting)} nobody has ordered yet` : '',
      ],
      [of.currency || '?', 'currency', of.currency ? '' : 'your orders tell none'],
      [
        of.customers_told ? 'Yes' : 'No',
        'customers told apart',
        of.customers_told ? 'they stay on this computer' : 'each order counts as one of its own',
      ],
    ];
    return html`<dl class="numbers">${numbers.map(
      ([value, name, more]) => html`
        <div><dt>${name}</dt><dd><strong>${value}</strong>${more ? html`<span class="quiet">${more}</span>` : nothing}</dd></div>`,
    )}</dl>`;
  }

  #odd({ warnings = [], notes }: OrdersReport & { warnings?: readonly Warning[] }) {
    return html`
      ${
        warnings.length === 0
          ? nothing
          : html`<h3>What looks odd</h3>
            <ul class="odd">${warnings.map(
              ({ about, text }) => html`<li data-about=${about}>
                <span class="sign" aria-hidden="true">!</span><span><span class="unseen">Warning: </span>${sentence(text)}</span></li>`,
            )}</ul>`
      }
      ${
        notes.length === 0
          ? nothing
          : html`<ul class="notes">${notes.map((note) => html`<li>${sentence(note)}</li>`)}</ul>`
      }`;
  }

  #leftOut({ left_out: left, lines, lines_used: used }: OrdersReport) {
    if (left.length === 0)
      return html`<p class="fine">Every one of ${counted(lines, 'line')} was used.</p>`;
    return html`
      <h3>What was left out, and why</h3>
      <p>${counted(lines, 'line')} read, ${count(used)} used
        (${percent(lines ? used / lines : 0)}).</p>
      <table class="stacks left-out">
        <thead><tr><th scope="col">Why</th><th scope="col" class="number">Lines</th><th scope="col">For example</th></tr></thead>
        <tbody>${left.map(
          ({ reason, lines, example }) => html`
            <tr><th scope="row">${sentence(reason)}</th>
              <td class="number" data-label="Lines">${count(lines)}</td>
              <td data-label="For example"><code>${example || '–'}</code></td></tr>`,
        )}</tbody>
      </table>`;
  }

  #months({ months: of, orders }: OrdersReport) {
    const all = Object.entries(of);
    if (all.length === 0)
      return html`<p class="quiet">None of ${counted(orders, 'order')} has a date.</p>`;
    if (this.#width.now === 0) return nothing;
    const [most] = [...all].sort(([, a], [, b]) => b - a);
    const none = all.filter(([, number]) => number === 0).length;
    const says = `From ${monthName(all[0]![0])} to ${monthName(all.at(-1)![0])}; the most in ${monthName(most![0])}, with ${counted(most![1], 'order')}.${none > 0 ? ` ${counted(none, 'month has', 'months have')} no order at all.` : ''}`;
    return figureOf(monthBars(of, this.#width.now), says, {
      columns: ['Month', 'Orders'],
      rows: all.map(([month, number]) => [monthName(month), count(number)]),
    });
  }
}

/** Data that is allowed, but mostly means that something went wrong before it came here. */
interface Warning {
  about: string;
  text: string;
}

/** The core begins its sentences small, as parts of messages. */
const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

customElements.define('gs-see-read', ReadPart);
