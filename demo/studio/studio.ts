import { html, nothing, type PropertyValues } from 'lit';
import { type Step, steps } from './store.js';
import type { Trouble } from './trouble.js';
import { store, View } from './view.js';
import { isTraining, saidOf } from './work.js';
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

const hasFiles = ({ dataTransfer }: DragEvent) => dataTransfer?.types.includes('Files') ?? false;

/** The page: where the merchant is, what is going on, what went wrong, and the step at hand. */
class Studio extends View {
  static override properties = { over: { state: true } };
  declare over: boolean;
  #shown: Step = 'in';
  #troubled: Trouble | null = null;

  constructor() {
    super();
    this.over = false;
  }

  /**
   * Files may be dropped anywhere: beside a target the browser would open them and leave. Listens on
   * the window, after any target that takes a file for itself.
   */
  readonly #listeners: readonly [string, (event: DragEvent) => void][] = [
    ['dragover', (event) => this.#drag(event, true)],
    ['dragleave', (event) => this.#drag(event, event.relatedTarget !== null)],
    ['drop', (event) => this.#drop(event)],
  ];
  readonly #leaving = (event: BeforeUnloadEvent) => {
    // The browser asks in its own words.
    if (store.state.work || store.unsaved) event.preventDefault();
  };

  override connectedCallback(): void {
    super.connectedCallback();
    for (const [name, listener] of this.#listeners)
      addEventListener(name, listener as EventListener);
    addEventListener('beforeunload', this.#leaving);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const [name, listener] of this.#listeners)
      removeEventListener(name, listener as EventListener);
    removeEventListener('beforeunload', this.#leaving);
  }

  #drag(event: DragEvent, over: boolean): void {
    if (!hasFiles(event)) return;
    this.over = over && !event.defaultPrevented;
    event.preventDefault();
  }

  #drop(event: DragEvent): void {
    this.over = false;
    if (!hasFiles(event) || event.defaultPrevented) return;
    event.preventDefault();
    // That step takes a file of its own, at its own place.
    if (store.state.step === 'after') return;
    store.go('in');
    store.lay([...(event.dataTransfer?.files ?? [])]);
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const { step, trouble } = store.state;
    if (trouble !== this.#troubled) {
      this.#troubled = trouble;
      if (trouble) this.querySelector('.trouble')?.scrollIntoView({ block: 'nearest' });
    }
    if (step === this.#shown) return;
    this.#shown = step;
    document.title = `${titles[step]} · Goeswith studio`;
    // Whoever listens is told where they are; whoever looks begins at the top.
    this.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true });
    this.querySelector('nav [aria-current]')?.scrollIntoView({ block: 'nearest' });
    scrollTo(0, 0);
  }

  protected override render() {
    const { step, work, trouble, model } = store.state;
    const open = (name: Step) => name === 'in' || name === 'after' || model !== null;
    return html`
      <a class="skip" href="#main">Skip to content</a>
      <header>
        <p class="brand"><span class="name">Goeswith</span> studio</p>
        <nav aria-label="Steps">
          <ol>${steps.map((name) => this.#step(name, step, open(name)))}</ol>
        </nav>
      </header>
      <div role="alert">${trouble ? this.#trouble(trouble) : nothing}</div>
      <main id="main" tabindex="-1">
        <h1 tabindex="-1">${titles[step]}</h1>
        ${this.#view(step)}
        <gs-try></gs-try>
      </main>
      ${step === 'in' && isTraining(work) ? nothing : html`<gs-work></gs-work>`}
      <p class="unseen" role="status">${saidOf(work)}</p>
      <footer>
        <p>Nothing is uploaded: reading and learning run in this page, and it asks no server for
          anything once it is loaded.</p>
      </footer>
      ${this.over ? html`<div class="over" aria-hidden="true"><p>Drop your files anywhere</p></div>` : nothing}`;
  }

  #step(name: Step, at: Step, open: boolean) {
    return html`
      <li><button type="button" aria-current=${name === at ? 'step' : nothing} ?disabled=${!open}
        @click=${() => store.go(name)}>${titles[name]}</button></li>`;
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
        // It is there from the start: its frame is loaded with the page.
        return nothing;
      case 'home':
        return html`<gs-home></gs-home>`;
      case 'after':
        return html`<gs-after></gs-after>`;
    }
  }
}

customElements.define('gs-studio', Studio);
