import { View } from '../../view.js';
import { facts } from './facts.js';

/** A part of the step: drawn again when the shop's facts change, too. */
export abstract class Part extends View {
  readonly #told = () => this.requestUpdate();

  override connectedCallback(): void {
    super.connectedCallback();
    facts.addEventListener('change', this.#told);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    facts.removeEventListener('change', this.#told);
  }

  /** Shows a product in the part that tells all about one. */
  protected show(id: string): void {
    this.dispatchEvent(new CustomEvent('see-product', { detail: id, bubbles: true }));
  }
}
