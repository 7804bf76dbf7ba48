import { LitElement } from 'lit';
import { Store } from './store.js';

/** The one shop of this page. */
export const store = new Store();

/**
 * A part of the studio. It is drawn into the page itself, where studio.css reaches it, and again
 * whenever the store changes.
 */
export abstract class View extends LitElement {
  readonly #changed = () => this.requestUpdate();

  override connectedCallback(): void {
    super.connectedCallback();
    store.addEventListener('change', this.#changed);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    store.removeEventListener('change', this.#changed);
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }
}
