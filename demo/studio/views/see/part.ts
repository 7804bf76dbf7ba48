import { View } from '../../view.js';
import { facts } from './facts.js';

/** A part of the step: drawn again when the shop's facts change, too. */
export abstract class Part extends View {
  protected override readonly also = [facts];

  /** Shows a product in the part that tells all about one. */
  protected show(id: string): void {
    this.dispatchEvent(new CustomEvent('see-product', { detail: id, bubbles: true }));
  }
}
