import { html, nothing } from 'lit';
import { experiment } from '../experiment.js';
import { store, View } from '../view.js';
import './after/answer.js';
import './after/ask.js';
import './home/copy.js';

/** Whether it helped: orders by the experiment's label, compared. */
class AfterView extends View {
  static override properties = { over: { state: true } };
  declare over: boolean;

  constructor() {
    super();
    this.over = false;
  }

  readonly #told = () => this.requestUpdate();

  /** Files may be dropped anywhere: beside the target the browser would open them and leave. */
  readonly #dropping: readonly [string, (event: Event) => void][] = [
    [
      'dragover',
      (event) => {
        event.preventDefault();
        this.over = true;
      },
    ],
    [
      'dragleave',
      () => {
        this.over = false;
      },
    ],
    [
      'drop',
      (event) => {
        event.preventDefault();
        this.over = false;
        experiment.take([...((event as DragEvent).dataTransfer?.files ?? [])]);
      },
    ],
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    experiment.addEventListener('change', this.#told);
    for (const [name, listener] of this.#dropping) document.addEventListener(name, listener);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    experiment.removeEventListener('change', this.#told);
    for (const [name, listener] of this.#dropping) document.removeEventListener(name, listener);
  }

  protected override render() {
    const { files, share, trouble, report, usable } = experiment;
    return html`
      <p class="lead">A share of your carts sees no offers. Weeks later your own order export tells which was
        which, and this page compares them.</p>
      ${this.#drop()}
      ${usable && files.length > 0 ? html`<gs-after-ask></gs-after-ask>` : nothing}
      <p role="status" class="unseen">${share === null ? (report ? 'Compared' : '') : share < 0 ? 'Comparing' : 'Reading'}</p>
      ${share === null ? nothing : this.#reading(share)}
      <div role="alert">${trouble ? html`<section class="trouble"><div><h2>${trouble.title}</h2><p>${trouble.text}</p></div></section>` : nothing}</div>
      ${report ? html`<gs-after-answer></gs-after-answer>` : nothing}
      ${files.length === 0 ? this.#how() : nothing}`;
  }

  #drop() {
    const { files } = experiment;
    const few = files.length > 0;
    return html`
      <div class="drop ${this.over ? 'over' : ''} ${few ? 'few' : ''}">
        <p>${
          few
            ? html`<strong>${files.map(({ name }) => name).join(', ')}</strong>`
            : html`<strong>Drop a later order export here</strong><br>
                <span class="quiet">the orders since the experiment began, with the label in one of its columns</span>`
        }</p>
        <p class="actions">
          <label class="button">${few ? 'Take another file' : 'Choose files'}
            <input class="unseen" type="file" multiple @change=${this.#chosen}></label>
          ${few ? html`<button type="button" @click=${() => experiment.clear()}>Put it away</button>` : nothing}
        </p>
      </div>`;
  }

  readonly #chosen = ({ target }: Event) => {
    const input = target as HTMLInputElement;
    experiment.take([...(input.files ?? [])]);
    input.value = '';
  };

  readonly #begin = () => store.configure({ ...store.state.config, experiment: { hidden: 10 } });

  #reading(share: number) {
    const seconds = (Date.now() - experiment.began) / 1000;
    const left = share > 0.1 ? Math.ceil((seconds * (1 - share)) / share) : null;
    return html`
      <section class="work card" aria-labelledby="after-work">
        <p id="after-work"><strong>${share < 0 ? 'Comparing' : 'Reading'}</strong></p>
        <progress aria-labelledby="after-work" max="1" value=${share < 0 ? nothing : share}></progress>
        <p class="quiet">${share < 0 || left === null ? 'a moment' : left > 1 ? `about ${left} seconds` : 'nearly done'}</p>
        <button type="button" @click=${() => experiment.stop()}>Stop</button>
      </section>`;
  }

  #how() {
    const { experiment: set, ...rest } = store.state.config as { experiment?: { hidden?: number } };
    const code = JSON.stringify({ ...rest, experiment: { hidden: 10 } }, null, 2);
    return html`
      <section class="card" aria-labelledby="after-how">
        <h2 id="after-how">How it is measured</h2>
        <ol class="how">
          <li><h3>A lot is drawn</h3>${
            set
              ? html`<p>Your shop.json hides offers and goals from ${set.hidden} % of carts. The draw is made on the
                  shopper’s own device, and nobody is followed.</p>`
              : html`<p>Your shop.json has no experiment yet. With this in it a tenth of carts sees nothing:</p>
                  <gs-copy .name=${'shop.json with an experiment'} .where=${'shop.json'} .code=${code}></gs-copy>
                  <p><button type="button" @click=${this.#begin}>Put it into my shop.json</button></p>`
          }</li>
          <li><h3>The order keeps it</h3><p>The label, shown or hidden, is written into the cart. On Shopify it comes
            back in the export’s column Note Attributes; elsewhere by one line that the step
            <button type="button" class="inline" @click=${() => store.go('home')} ?disabled=${!store.state.model}>Take it home</button> gives you.</p></li>
          <li><h3>You export, and drop it here</h3><p>After a few weeks. It is read in this page like everything else,
            and the shop that you have open stays as it is.</p></li>
        </ol>
        <p class="quiet">The same on the command line:
          <code>goeswith measure orders.csv --label "Note Attributes" --prefix goeswith:</code></p>
      </section>`;
  }
}

customElements.define('gs-after', AfterView);
