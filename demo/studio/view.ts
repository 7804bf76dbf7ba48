import { LitElement } from 'lit';
import { Store } from './store.js';

/** The one shop of this page. */
export const store = new Store();

/**
 * A part of the studio. It is drawn into the page itself, where studio.css reaches it, and again
 * whenever the store changes; one that shows progress says so by `hears`.
 */
export abstract class View extends LitElement {
  protected readonly hears: readonly string[] = ['change'];
  readonly #changed = () => this.requestUpdate();

  override connectedCallback(): void {
    super.connectedCallback();
    for (const name of this.hears) store.addEventListener(name, this.#changed);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const name of this.hears) store.removeEventListener(name, this.#changed);
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }
}
