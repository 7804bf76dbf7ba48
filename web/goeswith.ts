/**
 * The script tag of a shop's page, and the package's door for headless use.
 *
 *     <script type="module" src="goeswith.js" data-model="shop.gw" data-config="shop.json"></script>
 *
 * It waits until an element is near the screen; only then everything else is loaded. It does not
 * start in frames, in pages without http(s), or on payment pages (unless the tag says
 * `data-allow-checkout`).
 */
import { ask, bring, type Sources } from './ask.js';
import { askBinary, binaryUrl } from './binary.js';
import type { CartInput } from './cart/cart.js';
import type { Adder, CustomShop, Labeler, Pricer } from './cart/custom.js';
import { platformOf } from './cart/platforms.js';
import type { ErrorDetail } from './elements/told.js';
import type { Recommender, RecommenderOptions } from './engine/recommender.js';
import { Failure } from './failure.js';
import { mayStart, prerendered, type StartOptions } from './start.js';
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
export type { CartInput as Cart, RecommenderOptions, StartOptions };

// One shop a page, whichever copy of this file told about it.
const globals = globalThis as Record<symbol, CustomShop | undefined>;
const shopKey = Symbol.for('goeswith.shop');
globals[shopKey] ??= {};
const shop = globals[shopKey];

// What is asked for before the rest of the script is here. One request a file, whoever asks first.
const coming: Sources = new Map();

function bringModel(model: string, integrity?: string): string {
  const { href, origin } = new URL(model, globalThis.document?.baseURI ?? location.href);
  // What comes over plain http from elsewhere, anybody on the way can have written.
  if (!isSecureContext && origin !== location.origin)
    throw new Failure('model-insecure', 'a page without https takes a model of its own host only');
  bring(coming, binaryUrl, askBinary);
  bring(coming, href, () => ask(href, integrity));
  return href;
}

/** Opens a model and answers carts from it, without elements. Rejects with a `Failure`. */
export async function createRecommender(options: RecommenderOptions): Promise<Recommender> {
  const model = bringModel(options.model, options.integrity);
  return (await import('./app.js')).createRecommender({ ...options, model }, coming);
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

/**
 * Starts as the script tag does, for pages that are built by a bundler:
 * `start({ model: '/shop.gw', config: '/shop.json' })`. Who starts first on a page, starts.
 */
export function start(options: StartOptions): void {
  if (mayStart(options)) run(options);
}

function ownTag(): HTMLScriptElement | undefined {
  const scripts = [...document.querySelectorAll<HTMLScriptElement>('script[data-model]')];
  return scripts.find(({ src }) => src === import.meta.url) ?? scripts[0];
}

async function run(told: StartOptions): Promise<void> {
  // Another copy of this file is at work already.
  if (shop.started) return;
  shop.started = true;
  try {
    reserveRoom();
    await prerendered();
    await whenNear();
    if (!mayStart(told)) return;
    // First, because cart and adapter wait for it; what fails is heard below.
    const app = import('./app.js');
    app.catch(() => {});
    // So that the cart can be read a request sooner; who is here later is found later, and who fails
    // is heard then.
    platformOf(shop, told)
      ?.load()
      .catch(() => {});
    const model = bringModel(told.model, told.integrity);
    const config = told.config && new URL(told.config, document.baseURI).href;
    if (config) bring(coming, config);
    await (await app).start({ ...told, model, config }, shop, coming, platformOf);
  } catch (error) {
    const { code = 'script-failed' } = error as Failure;
    const detail: ErrorDetail = { code, message: `${error}` };
    const init = { detail, bubbles: true, composed: true };
    for (const element of document.querySelectorAll(tags.join()))
      element.dispatchEvent(new CustomEvent('goeswith:error', init));
  }
}

const tag = typeof document === 'undefined' ? undefined : ownTag();
if (tag) start({ model: '', ...tag.dataset });
