import { View } from '../../view.js';
import { tried } from './tried.js';

/** A part of the step: drawn again when what is tried changes, too. */
export abstract class TriedPart extends View {
  protected override readonly also = [tried];
}
