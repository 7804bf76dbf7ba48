import { html, nothing } from 'lit';
import { experiment, type LabelQuestion } from '../../experiment.js';
import { View } from '../../view.js';

/** Which column holds the label, and what is compared with what. */
class AfterAsk extends View {
  protected override readonly also = [experiment];

  protected override render() {
    const { header, question, report, share } = experiment;
    const busy = share !== null;
    const { column, prefix } = question;
    // Once there is an answer it is what one came for.
    return html`
      <details class="card ask" ?open=${report === null}>
        <summary><h2>Where the label is</h2>${
          report
            ? html` <span class="quiet">${column}${prefix ? html`, behind “${prefix}”` : nothing}; compared with “${report.control}”</span>`
            : nothing
        }</summary>
        <form @submit=${this.#submit}>
          ${column || busy ? nothing : html`<p>No column’s name gives it away. Say which one it is.</p>`}
          <div class="fields">
            <label>Column ${
              header.length > 0
                ? html`<select name="column" required>
                    <option value="" .selected=${column === ''}>Choose a column</option>
                    ${header.map((name) => html`<option value=${name} .selected=${name === column}>${name}</option>`)}
                  </select>`
                : html`<input name="column" required autocomplete="off" .value=${column}>`
            }</label>
            <label>What stands before the label
              <input name="prefix" autocomplete="off" spellcheck="false" .value=${prefix} placeholder="nothing" aria-describedby="after-prefix">
              <span id="after-prefix" class="quiet">“goeswith:” among notes, “goeswith-” among tags</span></label>
            ${
              report
                ? html`<label>Compared with
                    <select name="control">${report.labels.map(
                      ({ label }) =>
                        html`<option value=${label} .selected=${label === report.control}>${label}</option>`,
                    )}</select></label>`
                : nothing
            }
          </div>
          <p class="actions"><button type="submit" class=${report ? '' : 'main'} ?disabled=${busy}>Compare</button></p>
        </form>
      </details>`;
  }

  readonly #submit = (event: SubmitEvent) => {
    event.preventDefault();
    const given = new FormData(event.target as HTMLFormElement);
    const text = (name: string) => String(given.get(name) ?? '');
    const question: LabelQuestion = {
      ...{ column: text('column').trim(), prefix: text('prefix').trim() },
      control: text('control'),
    };
    // Labels of one column are none of another.
    const { column, prefix } = experiment.question;
    if (question.column !== column || question.prefix !== prefix) question.control = '';
    experiment.compare(question);
  };
}

customElements.define('gs-after-ask', AfterAsk);
