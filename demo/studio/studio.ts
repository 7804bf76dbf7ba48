import { html, nothing, type PropertyValues } from 'lit';
import { type Step, steps, type Trouble, type Work } from './store.js';
import { store, View } from './view.js';
import './views/after.js';
import './views/decide.js';
import './views/home.js';
import './views/in.js';
import './views/see.js';
import './views/try.js';

const titles: Readonly<Record<Step, string>> = {
  in: 'Your orders',
  see: 'What goes with what',
  decide: 'Decide',
  try: 'Try',
  home: 'Take it home',
  after: 'Afterwards',
};
const stages: Readonly<Record<string, string>> = {
  reading: 'Reading your orders',
  choosing: 'Choosing what suits your shop',
  training: 'Learning what goes with what',
  'asking newest orders': 'Asking your newest orders how good it is',
};

/** The page: where the merchant is, what is going on, what went wrong, and the step at hand. */
class Studio extends View {
  #shown: Step = 'in';

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const { step } = store.state;
    if (step === this.#shown) return;
    this.#shown = step;
    // Whoever listens is told where they are; whoever looks begins at the top.
    this.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true });
    scrollTo(0, 0);
  }

  protected override render() {
    const { step, work, trouble, model } = store.state;
    return html`
      <a class="skip" href="#main">Skip to content</a>
      <header>
        <p class="brand">Goeswith <span>studio</span></p>
        <nav aria-label="Steps">
          <ol>${steps.map((name) => this.#step(name, step, name === 'in' || name === 'after' || model !== null))}</ol>
        </nav>
      </header>
      ${work ? this.#work(work) : nothing}
      <div role="alert">${trouble ? this.#trouble(trouble) : nothing}</div>
      <main id="main" tabindex="-1">
        <h1 tabindex="-1">${titles[step]}</h1>
        ${this.#view(step)}
      </main>
      <footer>
        <p>Nothing is uploaded: reading and learning run in this page, and it asks no server for
          anything once it is loaded.</p>
      </footer>`;
  }

  #step(name: Step, at: Step, open: boolean) {
    return html`
      <li><button type="button" aria-current=${name === at ? 'step' : nothing} ?disabled=${!open}
        @click=${() => store.go(name)}>${titles[name]}</button></li>`;
  }

  #work({ stage, share, began }: Work) {
    const seconds = (Date.now() - began) / 1000;
    // A guess is worth something once a tenth is done.
    const left = share > 0.1 ? Math.ceil((seconds * (1 - share)) / share) : null;
    const name = stages[stage] ?? stage;
    return html`
      <section class="work" aria-labelledby="work">
        <p id="work">${name}</p>
        <progress aria-labelledby="work" max="1" .value=${share < 0 ? nothing : share}></progress>
        <p class="quiet">${left === null ? 'a moment' : left > 1 ? `about ${left} seconds` : 'nearly done'}</p>
        <button type="button" @click=${() => store.stop()}>Stop</button>
      </section>`;
  }

  #trouble({ title, text }: Trouble) {
    return html`
      <section class="trouble">
        <div><h2>${title}</h2><p>${text}</p></div>
        <button type="button" @click=${() => store.set({ trouble: null })}>Close</button>
      </section>`;
  }

  #view(step: Step) {
    switch (step) {
      case 'in':
        return html`<gs-in></gs-in>`;
      case 'see':
        return html`<gs-see></gs-see>`;
      case 'decide':
        return html`<gs-decide></gs-decide>`;
      case 'try':
        return html`<gs-try></gs-try>`;
      case 'home':
        return html`<gs-home></gs-home>`;
      case 'after':
        return html`<gs-after></gs-after>`;
    }
  }
}

customElements.define('gs-studio', Studio);
