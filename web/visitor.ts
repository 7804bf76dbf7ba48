import type { Adapter } from './cart/adapter.js';
import type { Cart } from './cart/cart.js';
import type { CustomShop } from './cart/custom.js';
import type { Config } from './config.js';
import { type Stage, stages } from './json.js';
import type { Shopper } from './shopper.js';

/**
 * Who looks, as far as the page may know: what the shop prints into the script tag (`data-stage`,
 * `data-returns="many"`), what this device remembers where that is switched on and agreed to, and
 * the label of an experiment. Memory and experiment are loaded only where they are used.
 */
export class Visitor {
  readonly #shop: CustomShop;
  readonly #stage: Stage | undefined;
  /** Someone who sends much back: every further product is likely to cost the shop money. */
  readonly sendsBack: boolean;
  #shopper: Shopper | undefined;
  #label: string | undefined;
  #hides = false;

  constructor(shop: CustomShop, told: DOMStringMap) {
    this.#shop = shop;
    this.#stage = stages.find((name) => name === told.stage);
    this.sendsBack = told.returns === 'many';
  }

  get stage(): Stage {
    return this.#stage ?? this.#shopper?.stage ?? 'first-visit';
  }
  get viewed(): readonly string[] {
    return this.#shopper?.viewed ?? [];
  }
  get bought(): readonly { id: string; daysAgo: number }[] {
    return this.#shopper?.bought ?? [];
  }
  /** Whether an experiment shows this cart nothing. */
  get hides(): boolean {
    return this.#hides;
  }

  /** Whether this shopper has seen as many rows today as the shop wants to show. */
  hasSeenEnough({ cap }: Config): boolean {
    return (this.#shopper?.rowsToday ?? 0) >= cap;
  }

  /**
   * Begins to remember, or forgets; resolves when it is known what there is. `changed` hears more.
   * What the page says of consent wins over what its platform says.
   */
  async remember({ history }: Config, adapter: Adapter, changed: () => void): Promise<void> {
    let told: boolean | undefined;
    const look = async () => {
      const agrees = this.#shop.consent ?? told;
      const agreed = history && agrees === true && !privacyIsAsked();
      if (agreed || agrees === false) {
        const { Shopper, forget } = await import('./shopper.js');
        if (!agreed) forget(localStorage);
        this.#shopper = agreed ? (this.#shopper ?? new Shopper(localStorage)) : undefined;
        for (const order of this.#shop.orders?.splice(0) ?? []) this.#shopper?.orders(order);
      }
    };
    const again = () => void look().then(changed, () => {});
    this.#shop.remembered = again;
    const hear = (agrees: boolean) => {
      if (agrees === told) return;
      told = agrees;
      again();
    };
    try {
      if (history) adapter.consent?.(hear);
    } catch {
      // A banner that breaks has no answer.
    }
    // A storage that may not be touched throws; then nothing is remembered.
    await look().catch(() => {});
  }

  /** Draws the label of the cart where there is an experiment, and has it written into the cart. */
  async label(
    { experiment }: Config,
    cart: Cart,
    write: (name: string, value: string) => void,
  ): Promise<void> {
    if (!experiment) return;
    const { labelOf } = await import('./experiment.js');
    const label = labelOf(experiment, cart.attributes, tabStorage());
    this.#hides = label === 'hidden';
    // An empty cart becomes no order, and some platforms keep no attribute for it.
    if (cart.lines.length === 0 || cart.attributes[experiment.name] === label) return;
    if (this.#label === label) return;
    this.#label = label;
    write(experiment.name, label);
  }

  sees(id: string): void {
    this.#shopper?.sees(id);
  }
  wasShown(ids: readonly string[], asRow: boolean): void {
    this.#shopper?.wasShown(ids, asRow);
  }
  asksFor(id: string): void {
    this.#shopper?.asksFor(id);
  }

  /** What was shown three times and never asked for stands behind the rest. */
  stepBack<Offer extends { id: string }>(offers: readonly Offer[]): readonly Offer[] {
    const shopper = this.#shopper;
    if (!shopper) return offers;
    const ignored = ({ id }: Offer) => Number(shopper.ignores(id));
    return [...offers].sort((a, b) => ignored(a) - ignored(b));
  }
}

function privacyIsAsked(): boolean {
  return (
    (navigator as Navigator & { globalPrivacyControl?: boolean }).globalPrivacyControl === true
  );
}

function tabStorage(): Storage | null {
  try {
    return sessionStorage;
  } catch {
    return null;
  }
}
