/**
 * The script tag of a shop's page, and the package's door for headless use.
 *
 *     <script type="module" src="goeswith.js" data-model="shop.gw" data-config="shop.json"></script>
 *
 * It waits until an element is near the screen; only then everything else is loaded. It does not
 * start in frames, in pages without http(s), or on payment pages (unless the tag says
 * `data-allow-checkout`).
 */
import type { CartInput } from './cart/cart.js';
import type { Adder, CustomShop, Labeler, Pricer } from './cart/custom.js';
import type { ErrorDetail } from './elements/told.js';
import type { Recommender, RecommenderOptions } from './engine/recommender.js';
import { mayStart, prerendered } from './start.js';
import { reserveRoom, tags, whenNear } from './watch.js';

export type { LiveProduct } from './cart/adapter.js';
export type { CartInput, CartLine } from './cart/cart.js';
export type { Adder, Labeler, Pricer, ProductInput } from './cart/custom.js';
export type { ErrorDetail, OfferDetail, ViewDetail } from './elements/told.js';
export type {
  CloseGapOptions,
  Offer,
  Reason,
  Recommender,
  RecommendOptions,
} from './engine/recommender.js';
export type { Failure } from './failure.js';
export type { GoalState } from './goal.js';
export type { CartInput as Cart, RecommenderOptions };

// One shop a page, whichever copy of this file told about it.
const globals = globalThis as Record<symbol, CustomShop | undefined>;
const shopKey = Symbol.for('goeswith.shop');
globals[shopKey] ??= {};
const shop = globals[shopKey];

/** Opens a model and answers carts from it, without elements. Rejects with a `Failure`. */
export async function createRecommender(options: RecommenderOptions): Promise<Recommender> {
  return (await import('./engine/recommender.js')).createRecommender(options);
}

/**
 * Tells the cart of a shop without a known platform, now and after every change:
 *
 *     setCart({ currency: 'EUR', lines: [{ productId: 'A', qty: 2, unitMinor: 450 }] });
 */
export function setCart(cart: CartInput): void {
  shop.cart = cart;
  shop.changed?.();
}

/** Names who tells current prices: `onPrices(async (ids) => [{ id: 'A', price: '4.35' }])`. */
export function onPrices(pricer: Pricer): void {
  shop.pricer = pricer;
  shop.changed?.(true);
}

/** Names who puts a product into the cart and then calls `setCart`; throw where it failed. */
export function onAdd(adder: Adder): void {
  shop.adder = adder;
}

/** Names who writes an experiment's label into the shop's order: `onLabel((name, value) => ...)`. */
export function onLabel(labeler: Labeler): void {
  shop.labeler = labeler;
}

/**
 * Tells whether the shopper agrees that this device remembers what was viewed, shown and bought.
 * Nothing is remembered before, nor without `"history": true` in shop.json; `false` forgets it all.
 */
export function setConsent(agrees: boolean): void {
  shop.consent = agrees;
  shop.remembered?.();
}

/** Tells what was bought, on the page after the purchase, for the lists of this device's history. */
export function setOrder(productIds: readonly string[]): void {
  shop.orders = [...(shop.orders ?? []), [...productIds]];
  shop.remembered?.();
}

function ownTag(): HTMLScriptElement | undefined {
  const scripts = [...document.querySelectorAll<HTMLScriptElement>('script[data-model]')];
  return scripts.find(({ src }) => src === import.meta.url) ?? scripts[0];
}

async function run(tag: HTMLScriptElement): Promise<void> {
  // Another copy of this file is at work already.
  if (shop.started) return;
  shop.started = true;
  try {
    reserveRoom();
    await prerendered();
    await whenNear();
    if (!mayStart(tag)) return;
    const { model = '', integrity, config } = tag.dataset;
    // Model and module are fetched while the app and the cart are; who starts the app hears of both.
    const recommender = createRecommender({ model, integrity });
    recommender.catch(() => {});
    const { start } = await import('./app.js');
    await start(recommender, config, shop, tag.dataset);
  } catch (error) {
    const detail: ErrorDetail = { code: 'script-failed', message: `${error}` };
    const init = { detail, bubbles: true, composed: true };
    for (const element of document.querySelectorAll(tags.join()))
      element.dispatchEvent(new CustomEvent('goeswith:error', init));
  }
}

const tag = typeof document === 'undefined' ? undefined : ownTag();
if (tag && mayStart(tag)) run(tag);
