import type { FromFrame, ToFrame, TriedPage } from '../../try/messages.js';
import { store } from '../../view.js';
import { money } from '../decide/money.js';
import { type TriedState, tried } from './tried.js';

const pageOf = (state: TriedState): TriedPage => {
  const { placement, stage, product, lines, language: lang, direction, scheme, look } = state;
  const dir = direction === 'auto' ? (lang === 'ar' ? 'rtl' : 'ltr') : direction;
  const { currency } = money();
  // A currency that nobody told is taken for euros: amounts of none cannot be shown at all.
  return {
    ...{ placement, stage, product, lines, lang, dir, scheme, look },
    currency: currency || 'EUR',
  };
};

/**
 * The studio's end of the line to the frame: tells it what has changed, and does what the shopper
 * does there. The frame is loaded with the page, because nothing is asked for afterwards.
 */
export class TriedFrame {
  readonly #frame: () => HTMLIFrameElement | null;
  #ready = false;
  #model: Uint8Array | null = null;
  #config: unknown = null;
  #page = '';

  constructor(frame: () => HTMLIFrameElement | null) {
    this.#frame = frame;
  }

  readonly #heard = ({ data, source, origin }: MessageEvent<FromFrame>) => {
    if (origin !== location.origin || source !== this.#frame()?.contentWindow) return;
    if ('ready' in data) {
      [this.#ready, this.#model, this.#config, this.#page] = [true, null, null, ''];
      tried.set({});
    } else if ('add' in data) tried.add(data.add);
    else if ('qty' in data) tried.quantity(data.id, data.qty);
    else if ('open' in data) tried.open(data.open);
    else tried.set({ trouble: data.trouble });
  };

  listen(): void {
    addEventListener('message', this.#heard);
  }
  stop(): void {
    removeEventListener('message', this.#heard);
  }

  /** Sends what the frame does not know yet. */
  tell(): void {
    const { model, config } = store.state;
    if (!this.#ready || !model) return;
    const send = (message: ToFrame) =>
      this.#frame()?.contentWindow?.postMessage(message, location.origin);
    if (config !== this.#config) {
      this.#config = config;
      send({ config: JSON.stringify(config) });
    }
    if (model !== this.#model) {
      this.#model = model;
      this.#page = '';
      send({ model });
    }
    const page = pageOf(tried.state);
    const text = JSON.stringify(page);
    if (text === this.#page) return;
    this.#page = text;
    send({ page });
  }
}
