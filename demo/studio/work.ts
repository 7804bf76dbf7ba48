import { html, nothing } from 'lit';
import type { Work } from './store.js';
import { store, View } from './view.js';

/** What happens to orders, one after the other. */
const stages = [
  ['reading', 'Reading your orders'],
  ['choosing', 'Choosing what suits your shop'],
  ['training', 'Learning what goes with what'],
] as const;
/** Then there are offers already, and the merchant looks at them. */
const grading = ['asking newest orders', 'Asking your newest orders how good it is'] as const;
const names = new Map<string, string>([...stages, grading]);

/** How long it still takes, as far as that can be said. */
function left({ share, began }: Work): string {
  const seconds = (Date.now() - began) / 1000;
  // A guess is worth something once a tenth is done.
  if (share < 0.1 || seconds < 0.5) return '';
  const ahead = (seconds * (1 - share)) / share;
  if (ahead < 1.5) return 'nearly done';
  return ahead < 90
    ? `about ${Math.ceil(ahead)} seconds left`
    : `about ${Math.ceil(ahead / 60)} minutes left`;
}

/** Whether a shop is made of orders, and there is nothing of it to look at yet. */
export const isTraining = (work: Work | null): boolean =>
  work !== null && work.stage !== grading[0];

/**
 * What is going on, how far it has come, and the way to stop it. `whole`: in full, where there is
 * nothing else to look at; else a bar at the foot of the window.
 */
class WorkView extends View {
  protected override readonly hears = ['change', 'progress'];
  static override properties = { whole: { type: Boolean } };
  declare whole: boolean;

  constructor() {
    super();
    this.whole = false;
  }

  protected override firstUpdated(): void {
    // The button that began it is gone.
    if (this.whole && document.activeElement === document.body)
      this.querySelector<HTMLElement>('.work')?.focus({ preventScroll: true });
  }

  protected override render() {
    const { work } = store.state;
    if (!work) return nothing;
    const name = names.get(work.stage) ?? work.stage;
    return html`
      <section class="work ${this.whole ? 'card' : 'bar'}" aria-label="At work" tabindex="-1">
        <div class="going">
          ${
            this.whole
              ? html`<ol>${stages.map((stage) => this.#stage(stage, work))}</ol>`
              : html`<p><strong>${name}</strong> <span class="quiet">${left(work)}</span></p>`
          }
          <progress aria-label=${name} max="1" .value=${work.share}></progress>
        </div>
        <button type="button" @click=${() => store.stop()}>Stop</button>
      </section>`;
  }

  #stage([key, name]: readonly [string, string], work: Work) {
    const at = stages.findIndex(([stage]) => stage === work.stage);
    const here = stages.findIndex(([stage]) => stage === key);
    const state = here < at ? 'done' : here === at ? 'now' : 'next';
    return html`
      <li class=${state} aria-current=${state === 'now' ? 'step' : nothing}>
        <span class="mark" aria-hidden="true">${state === 'done' ? '✓' : here + 1}</span>
        <span>${name}${state === 'done' ? html`<span class="unseen">, done</span>` : nothing}</span>
        <span class="quiet">${state === 'now' ? left(work) : nothing}</span>
      </li>`;
  }
}

customElements.define('gs-work', WorkView);

/** The stage for whoever listens: said once, not with every hundredth. */
export const saidOf = (work: Work | null): string => (work ? (names.get(work.stage) ?? '') : '');
