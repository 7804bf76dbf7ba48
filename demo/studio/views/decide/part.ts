import type { ShopConfig } from '../../shop_config.js';
import { store, View } from '../../view.js';
import { decisions } from './decisions.js';
import { put } from './edit.js';

/** A part of the step: drawn again when what the merchant assumes changes, too. */
export abstract class DecidePart extends View {
  protected override readonly also = [decisions];

  /** Puts shop.json in force with another value at a key. */
  protected configure(key: string, value: unknown): void {
    store.configure(put(store.state.config, key, value) as ShopConfig);
  }
}
