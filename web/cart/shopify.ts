import { ask, attempt, globalObject, methodOf, objects, type Refused, text } from '../globals.js';
import { exponentOf, minorOf, parseDecimal } from '../money.js';
import type { Adapter, LiveProduct, Wanted } from './adapter.js';
import type { CartInput } from './cart.js';

// Top-level constants of classic theme scripts (Dawn and its kin) are no properties of window.
declare const PUB_SUB_EVENTS: Answer | null;

type Answer = Record<string, unknown>;
/** What the standard action `getCart` tells, if it is there. */
type Told = { cart: { cost: { totalAmount: { amount: unknown } } } };

/** The Ajax API writes amounts times 100 whatever the currency, if nobody measured otherwise. */
const usualScale = 100;
/** Without a token a question may cost so much and no more; a product seldom has more variants. */
const variantsAsked = 10;
const fields = `{title featuredImage{url}variants(first:${variantsAsked}){nodes{id sku availableForSale price{amount currencyCode}}}}`;
const storefront = '/api/2025-10/graphql.json';

export class ShopifyAdapter implements Adapter {
  readonly platform = 'shopify';
  readonly calls = /\/cart\/(add|change|update|clear)\b/;
  #scale: number | undefined;
  /** The Storefront API answers nobody without a token here. */
  #refused = false;

  async read(signal: AbortSignal): Promise<CartInput> {
    const { body: cart } = await shopAsk('cart.js', { signal });
    const currency = text(cart.currency);
    const minor = await this.#minorIn(currency, cart.total_price);
    const subtotal = minor(cart.items_subtotal_price);
    const total = minor(cart.total_price);
    const { locale, country } = shopify();
    return {
      ...{ currency, locale, country },
      lines: objects(cart.items).map((item) => ({
        // Its key, sku and handle have the names of ours.
        ...item,
        productId: item.product_id,
        variantId: item.variant_id,
        name: item.product_title,
        qty: item.quantity,
        unitMinor: minor(item.final_price),
        // `line_price` is also after what is taken off the whole cart, whatever the docs say.
        lineMinor: minor(item.final_line_price),
        shippable: item.requires_shipping,
        giftCard: item.gift_card,
      })),
      subtotalMinor: subtotal,
      discountMinor: subtotal === null || total === null ? null : Math.max(0, subtotal - total),
      attributes: cart.attributes,
      needsShipping: cart.requires_shipping,
    };
  }

  listen(changed: () => void): void {
    // Some fire before the change; their promise settles after it, refused or not.
    const whenSettled = (event: Event) => {
      const { promise } = event as Event & { promise?: unknown };
      Promise.resolve(promise).then(changed, changed);
    };
    for (const name of ['lines-update', 'discount-update', 'error', 'view'])
      document.addEventListener(`shopify:cart:${name}`, whenSettled);
    const name = themeEvent();
    if (name) methodOf(globalThis, 'subscribe')?.(name, changed);
  }

  async add({ variantId }: LiveProduct): Promise<void> {
    const actions = globalObject('actions', shopify());
    // The default action reloads the page; a theme's own one keeps its drawer in step.
    const update = methodOf(actions, 'updateCart');
    if (update && attempt(actions?.updateCart as object, 'isDefault') === false) {
      const lines = [{ merchandiseId: `gid://shopify/ProductVariant/${variantId}`, quantity: 1 }];
      const outcome = (await update({ lines })) as Answer | undefined;
      const [error] = objects(outcome?.userErrors);
      if (error) throw new Error(text(error.message) || 'the shop refused');
      return;
    }
    // Variant ids of real shops are numbers, and the Ajax API wants them as such.
    const id = /^\d{1,15}$/.test(variantId) ? Number(variantId) : variantId;
    const drawer = document.querySelector('cart-notification,cart-drawer') ?? undefined;
    const sections = objects(attempt(drawer, 'getSectionsToRender')).map(({ id }) => id);
    const drawn = sections.length > 0;
    const { body } = await shopAsk('cart/add.js', {
      body: {
        items: [{ id, quantity: 1 }],
        ...(drawn && { sections, sections_url: location.pathname }),
      },
    });
    const name = themeEvent();
    if (name) attempt(globalThis, 'publish', name, { source: 'goeswith', cartData: body });
    // The theme's own drawer draws what its own server answered.
    if (drawn) attempt(drawer, 'renderContents', { ...objects(body.items)[0], ...body });
    else attempt(actions, 'openCart');
  }

  /** Order exports show it among the note attributes. */
  async label(name: string, value: string): Promise<void> {
    await shopAsk('cart/update.js', { body: { attributes: { [name]: value } } });
  }

  /** One question for all of them; where it is refused, one for each. */
  async details(wanted: readonly Wanted[], currency: string): Promise<LiveProduct[]> {
    const found = this.#refused ? [] : await this.#askStorefront(wanted, currency);
    const left = wanted.filter((_, at) => found[at] === undefined);
    let failed: unknown;
    const more = left.map((one) =>
      this.#askProduct(one, currency).catch((error) => {
        failed = error;
      }),
    );
    const all = [...found, ...(await Promise.all(more))];
    if (failed && all.every((one) => one === undefined)) throw failed;
    return all.filter((one) => one != null);
  }

  /** For each its product, null where the shop has none, undefined where the answer does not tell. */
  async #askStorefront(
    wanted: readonly Wanted[],
    currency: string,
  ): Promise<(LiveProduct | null | undefined)[]> {
    const { country, locale } = shopify();
    const variables: Answer = { c: country, l: `${locale}`.toUpperCase().replace('-', '_') };
    let names = '';
    let products = '';
    wanted.forEach((one, at) => {
      variables[`h${at}`] = handleOf(one);
      names += `,$h${at}:String`;
      products += `p${at}:product(handle:$h${at})${fields}`;
    });
    const query = `query($c:CountryCode,$l:LanguageCode${names})@inContext(country:$c,language:$l){${products}}`;
    try {
      // It needs nobody's cookies.
      const { body } = await ask(storefront, { body: { query, variables }, credentials: 'omit' });
      const data = globalObject('data', body);
      if (!data || body.errors) throw new Error();
      return wanted.map((one, at) => {
        const product = globalObject(`p${at}`, data);
        return product ? ofStorefront(one, product, currency) : null;
      });
    } catch (error) {
      // Too many questions and a server in trouble are for this time, anything else is for good.
      const { status } = error as Refused;
      if (status === 429 || status >= 500) throw error;
      this.#refused = true;
      return [];
    }
  }

  async #askProduct(wanted: Wanted, currency: string): Promise<LiveProduct | null> {
    const path = `products/${encodeURIComponent(handleOf(wanted))}.js`;
    const { body: product } = await shopAsk(path).catch((error) => {
      if (error.status !== 404) throw error;
      return { body: {} as Answer };
    });
    const variants = objects(product.variants);
    const variant = variantOf(wanted, variants) ?? variants.find(({ available }) => available);
    const minor = await this.#minorIn(currency);
    const shown = { ...product, image: product.featured_image };
    return toLive(wanted, shown, variant, minor(variant?.price), currency);
  }

  consent(told: (agrees: boolean) => void): void {
    const tell = () => {
      const privacy = globalObject('customerPrivacy', shopify());
      const agrees = methodOf(privacy, 'preferencesProcessingAllowed')?.();
      if (typeof agrees === 'boolean') told(agrees);
    };
    document.addEventListener('visitorConsentCollected', tell);
    const feature = { name: 'consent-tracking-api', version: '0.1' };
    attempt(shopify(), 'loadFeatures', [feature], tell);
    tell();
  }

  /**
   * Reads the integers of the Ajax API, in our minor units. They are the amount times 100 with two
   * decimals; otherwise themes disagree and it is measured, or unknown for three decimals.
   */
  async #minorIn(currency: string, total?: unknown): Promise<(value: unknown) => number | null> {
    const exponent = exponentOf(currency);
    if (exponent !== 2 && minorOf(total)) this.#scale ??= await measureScale(total as number);
    const otherwise = exponent > 2 ? Number.NaN : usualScale;
    const scale = exponent === 2 ? usualScale : (this.#scale ?? otherwise);
    return (value) => {
      const amount = minorOf(value);
      return amount && minorOf(Math.round((amount * 10 ** exponent) / scale));
    };
  }
}

/**
 * Of an answer of the Storefront API. Throws where the price is in another currency than the
 * cart: somebody else asked, as it seems.
 */
function ofStorefront(
  wanted: Wanted,
  product: Answer,
  currency: string,
): LiveProduct | null | undefined {
  const variants = objects(globalObject('variants', product)?.nodes);
  for (const one of variants) {
    one.id = `${one.id}`.replace(/^.*\//, '');
    one.available = one.availableForSale;
  }
  const exact = variantOf(wanted, variants);
  // Ours may be among those that were not asked for.
  if (!exact && variants.length === variantsAsked) return undefined;
  const variant = exact ?? variants.find(({ available }) => available);
  const price = globalObject('price', variant);
  if (price && price.currencyCode !== currency) throw new Error();
  const minor = parseDecimal(`${price?.amount}`, exponentOf(currency));
  const image = globalObject('featuredImage', product)?.url;
  return toLive(wanted, { ...product, image }, variant, minor, currency);
}

function toLive(
  { id }: Wanted,
  { title, url, image }: Answer,
  variant: Answer | undefined,
  priceMinor: number | null,
  currency: string,
): LiveProduct | null {
  if (!variant || priceMinor === null) return null;
  return {
    id,
    variantId: `${variant.id}`,
    title: text(title),
    url: text(url),
    image: text(image),
    priceMinor,
    exponent: exponentOf(currency),
    currency,
    available: variant.available === true,
  };
}

/** The variant that orders call by this id; where ids are products, another one stands for it. */
function variantOf({ id }: Wanted, variants: readonly Answer[]): Answer | undefined {
  return variants.find((one) => one.sku === id || `${one.id}` === id);
}

/**
 * Compares the cart's total with what the standard action tells in major units. A cart that changed
 * in between would give any number; a scale is a power of ten.
 */
async function measureScale(total: number): Promise<number | undefined> {
  try {
    const actions = globalObject('actions', shopify());
    const { cart } = (await methodOf(actions, 'getCart')!()) as Told;
    const measured = total / Number(cart.cost.totalAmount.amount);
    return [1, 10, 100, 1000].find((scale) => Math.abs(measured / scale - 1) < 1e-6);
  } catch {
    return undefined;
  }
}

const shopify = () => globalObject('Shopify') ?? {};

/** Asks at an address that begins where this shop's do: "/" or "/fr/". */
function shopAsk(path: string, init?: Parameters<typeof ask>[1]) {
  return ask((text(globalObject('routes', shopify())?.root) || '/') + path, init);
}

function themeEvent(): string {
  return typeof PUB_SUB_EVENTS === 'object' ? text(PUB_SUB_EVENTS?.cartUpdate) : '';
}

function handleOf({ id, url }: Wanted): string {
  try {
    const [, handle] = /([^/]+)\/*$/.exec(url && new URL(url, document.baseURI).pathname)!;
    return decodeURIComponent(handle!);
  } catch {
    // The model has no address for it, or one that names no product.
    return id;
  }
}
