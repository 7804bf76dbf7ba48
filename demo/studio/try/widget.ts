import { binaryUrl } from '../../../web/binary.js';
import type { LiveProduct } from '../../../web/cart/adapter.js';
import type { CartInput } from '../../../web/cart/cart.js';
import { CustomAdapter, type CustomShop, type ProductInput } from '../../../web/cart/custom.js';
import { parseConfig } from '../../../web/config.js';
import { Controller } from '../../../web/controller.js';
import { sources } from '../../../web/download.js';
import { defineGoesWith } from '../../../web/elements/goes-with.js';
import { defineGoesWithBundle } from '../../../web/elements/goes-with-bundle.js';
import { defineGoesWithGoal } from '../../../web/elements/goes-with-goal.js';
import { openEngine } from '../../../web/engine/engine.js';
import { type Offer, Recommender } from '../../../web/engine/recommender.js';
import type { Stage } from '../../../web/json.js';
import { Visitor } from '../../../web/visitor.js';
import wasm from './storefront.wasm';

const delivered = (bytes: Uint8Array, type: string) => async () =>
  new Response(bytes as Uint8Array<ArrayBuffer>, { headers: { 'content-type': type } });
// The module came with this script: the widget asks nobody for it.
sources.set(binaryUrl, delivered(wasm, 'application/wasm'));

/** A shopper of the merchant's choice; an experiment hides nothing from somebody who looks. */
class TriedVisitor extends Visitor {
  tried: Stage = 'first-visit';
  override get stage(): Stage {
    return this.tried;
  }
  override async label(): Promise<void> {}
}

/** Offers without the shop's pictures, which would be asked for from its server. */
const still = (offers: Offer[]) => offers.map((offer) => ({ ...offer, image: '' }));
class StillRecommender extends Recommender {
  override recommend(...of: Parameters<Recommender['recommend']>) {
    return still(super.recommend(...of));
  }
  override bundle(...of: Parameters<Recommender['bundle']>) {
    return still(super.bundle(...of));
  }
  override closeGap(...of: Parameters<Recommender['closeGap']>) {
    return still(super.closeGap(...of));
  }
  override closeGapWithTwo(...of: Parameters<Recommender['closeGapWithTwo']>) {
    return still(super.closeGapWithTwo(...of));
  }
  override product(id: string) {
    const product = super.product(id);
    return product && still([product])[0];
  }
}

/**
 * The widget as a shop has it, between its own cart and elements, with a model and a configuration
 * that are handed in and can change at any time.
 */
export class Widget {
  /** Without a cart until one is told: an empty one would be answered, and taken back. */
  readonly #shop: CustomShop = { cart: null };
  readonly #visitor = new TriedVisitor(this.#shop, {});
  readonly #controller = new Controller(this.#visitor);
  #recommender: Recommender | undefined;
  #config = '{}';
  #models = 0;

  /** `add`  what puts a product into the cart */
  constructor(add: (id: string) => void) {
    this.#shop.adder = ({ id }: LiveProduct) => add(id);
    this.#shop.pricer = (ids) => ids.flatMap((id) => this.#sold(id));
    this.#controller.listen();
    defineGoesWith();
    defineGoesWithGoal();
    defineGoesWithBundle();
    this.#controller.start(new CustomAdapter(this.#shop));
  }

  get recommender(): Recommender | undefined {
    return this.#recommender;
  }

  /** Answers from this model from now on. Rejects with what is wrong with it. */
  async open(model: Uint8Array): Promise<void> {
    this.#models += 1;
    const address = new URL(`tried-${this.#models}.gw`, location.href).href;
    sources.set(address, delivered(model, 'application/octet-stream'));
    try {
      const engine = await openEngine(address);
      const before = this.#recommender;
      this.#recommender = new StillRecommender(engine, parseConfig(this.#config), location.href);
      this.#controller.serve(this.#recommender);
      before?.close();
    } finally {
      sources.delete(address);
    }
    // Prices are those of this model.
    this.#shop.changed?.(true);
    await this.configure(this.#config);
  }

  /** Puts a configuration in force, and the language of the page, which it is told in. */
  async configure(config: string): Promise<void> {
    this.#config = config;
    await this.#controller.configure(parseConfig(config));
  }

  /** Who looks; what is shown is looked up again by `configure`. */
  set stage(stage: Stage) {
    this.#visitor.tried = stage;
  }

  set cart(cart: CartInput) {
    this.#shop.cart = cart;
    this.#shop.changed?.();
  }

  /** A product as the tried shop sells it: at the price that its orders or catalogue told. */
  #sold(id: string): ProductInput[] {
    const product = this.#recommender?.product(id);
    if (!product?.priceMinor) return [];
    const currency = `${this.#shop.cart?.currency ?? ''}`;
    // A link leads to the product's page within the frame, never to the shop.
    const url = `#${encodeURIComponent(id)}`;
    return [{ id, priceMinor: product.priceMinor, currency, url }];
  }
}
