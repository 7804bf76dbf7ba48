import { LitElement } from 'lit';
import { Store } from './store.js';

/** The one shop of this page. */
export const store = new Store();

/**
 * A part of the studio. It is drawn into the page itself, where studio.css reaches it, and again
 * whenever the store changes; one that shows progress says so by `hears`, and one that shows what else
 * may change by `also`.
 */
export abstract class View extends LitElement {
  protected readonly hears: readonly string[] = ['change'];
  protected readonly also: readonly EventTarget[] = [];
  readonly #changed = () => this.requestUpdate();

  override connectedCallback(): void {
    super.connectedCallback();
    for (const name of this.hears) store.addEventListener(name, this.#changed);
    for (const other of this.also) other.addEventListener('change', this.#changed);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const name of this.hears) store.removeEventListener(name, this.#changed);
    for (const other of this.also) other.removeEventListener('change', this.#changed);
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }
}
