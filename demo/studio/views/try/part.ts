import { View } from '../../view.js';
import { tried } from './tried.js';

/** A part of the step: drawn again when what is tried changes, too. */
export abstract class TriedPart extends View {
  readonly #told = () => this.requestUpdate();

  override connectedCallback(): void {
    super.connectedCallback();
    tried.addEventListener('change', this.#told);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    tried.removeEventListener('change', this.#told);
  }
}
