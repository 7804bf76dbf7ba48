import type { Placement, Stage } from '../../../../web/json.js';
import type { Look, TriedLine } from '../../try/messages.js';
import { store } from '../../view.js';
import { facts } from '../see/facts.js';

/** Windows that a shop is looked at through: how wide, and how much of the page is seen at once. */
export const windows = {
  phone: { name: 'Phone', width: 390, height: 780 },
  tablet: { name: 'Tablet', width: 768, height: 900 },
  desk: { name: 'Desk', width: 1280, height: 820 },
} as const;
export type WindowName = keyof typeof windows;

/** The widget's languages, each by its own name. */
export const languages = {
  ...{ ar: 'العربية', cs: 'Čeština', de: 'Deutsch', en: 'English', es: 'Español', fr: 'Français' },
  ...{ it: 'Italiano', ja: '日本語', nl: 'Nederlands', pl: 'Polski', pt: 'Português' },
} as const;
export type Language = keyof typeof languages;

export interface TriedState {
  lines: readonly TriedLine[];
  product: string;
  placement: Placement;
  stage: Stage;
  language: Language;
  /** 'auto' is the language's own. */
  direction: 'auto' | 'ltr' | 'rtl';
  scheme: 'light' | 'dark';
  look: Look;
  window: WindowName;
  /** Whether the cart stands beside the step "Decide", too, where there is room. */
  beside: boolean;
  /** Why the widget shows nothing. */
  trouble: string;
}

/** More pieces than a line of a cart usually takes. */
const mostPieces = 99;

const own = navigator.language.split('-')[0]!;

/** What is tried: a cart, a page, a look. It stays while the merchant goes to other steps. */
class Tried extends EventTarget {
  #state: TriedState = {
    ...{ lines: [], product: '', placement: 'cart', stage: 'first-visit' },
    language: own in languages ? (own as Language) : 'en',
    ...{ direction: 'auto', scheme: 'light', window: 'phone', beside: true, trouble: '' },
    look: { theme: '', accent: '', font: '', radius: -1 },
  };
  #of: unknown = null;

  get state(): TriedState {
    return this.#state;
  }

  set(part: Partial<TriedState>): void {
    this.#state = { ...this.#state, ...part };
    this.dispatchEvent(new Event('change'));
  }

  wear(part: Partial<Look>): void {
    this.set({ look: { ...this.#state.look, ...part } });
  }

  add(id: string): void {
    const line = this.#state.lines.find((one) => one.id === id);
    this.quantity(id, (line?.qty ?? 0) + 1);
  }

  /** 0 takes it out. */
  quantity(id: string, wanted: number): void {
    const qty = Math.min(Math.max(Math.trunc(wanted) || 0, 0), mostPieces);
    const { lines } = this.#state;
    const known = lines.some((line) => line.id === id);
    const next = known
      ? lines.map((line) => (line.id === id ? { id, qty } : line))
      : [...lines, { id, qty }];
    this.set({ lines: next.filter((line) => line.qty > 0) });
  }

  /** Shows a product's page. */
  open(id: string): void {
    if (facts.numberOf(id) >= 0) this.set({ product: id, placement: 'product' });
  }

  /**
   * Another shop: what it does not sell is out of the cart, and a best seller that has something to
   * go with it is in, so that there is something to see.
   */
  settle(): void {
    const { products } = store.state;
    if (products === this.#of) return;
    this.#of = products;
    const known = ({ id }: { id: string }) => facts.numberOf(id) >= 0;
    const lines = this.#state.lines.filter(known);
    const { first } = facts;
    this.set({
      lines: lines.length > 0 || !first ? lines : [{ id: first, qty: 1 }],
      product: known({ id: this.#state.product }) ? this.#state.product : first,
      trouble: '',
    });
  }
}

export const tried = new Tried();
