import { ask, globalObject, methodOf, objects, Refused } from '../globals.js';
import { currencyCode, exponentOf, minorOf, parseDecimal } from '../money.js';
import type { Adapter, LiveProduct, Wanted } from './adapter.js';
import type { CartInput } from './cart.js';

// Top-level constants of classic theme scripts (Dawn and its kin) are no properties of window.
declare const PUB_SUB_EVENTS: unknown;

type Answer = Record<string, unknown>;

/** The Ajax API writes amounts times 100 whatever the currency, if nobody measured otherwise. */
const usualScale = 100;
/** Without a token a question may cost so much and no more; a product seldom has more variants. */
const variantsAsked = 10;
const storefront = '/api/2025-10/graphql.json';

export class ShopifyAdapter implements Adapter {
  readonly platform = 'shopify';
  readonly calls = /\/cart\/(add|change|update|clear)(\.js)?(\?|$)/;
  #scale: number | undefined;
  /** The Storefront API answers nobody without a token here. */
  #refused = false;

  async read(signal: AbortSignal): Promise<CartInput> {
    const { body: cart } = await ask(`${root()}cart.js`, { signal });
    const currency = currencyCode(cart.currency);
    const exponent = exponentOf(currency);
    const scale = await this.#scaleOf(currency, cart.total_price);
    const minor = (value: unknown) => toMinor(value, scale, exponent);
    const subtotal = minor(cart.items_subtotal_price);
    const total = minor(cart.total_price);
    const { locale, country } = shopify();
    return {
      ...{ currency, exponent, locale, country },
      lines: objects(cart.items).map((item) => ({
        key: item.key,
        productId: item.product_id,
        variantId: item.variant_id,
        sku: item.sku,
        handle: item.handle,
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
    const update = actions?.updateCart;
    if (typeof update === 'function' && methodOf(update, 'isDefault')?.() === false) {
      const lines = [{ merchandiseId: `gid://shopify/ProductVariant/${variantId}`, quantity: 1 }];
      const outcome = (await update.call(actions, { lines })) as Answer | undefined;
      const [refusal] = objects(outcome?.userErrors);
      if (refusal) throw new Error(`${refusal.message ?? 'the shop refused'}`);
      return;
    }
    // Variant ids of real shops are numbers, and the Ajax API wants them as such.
    const id = /^\d{1,15}$/.test(variantId) ? Number(variantId) : variantId;
    const drawer = document.querySelector('cart-notification, cart-drawer') ?? undefined;
    const sections = objects(attempt(drawer, 'getSectionsToRender')).map(({ id }) => id);
    const { body } = await ask(`${root()}cart/add.js`, {
      body: {
        items: [{ id, quantity: 1 }],
        ...(sections.length > 0 && { sections, sections_url: location.pathname }),
      },
    });
    const name = themeEvent();
    if (name) attempt(globalThis, 'publish', name, { source: 'goeswith', cartData: body });
    // The theme's own drawer draws what its own server answered.
    if (sections.length > 0)
      attempt(drawer, 'renderContents', { ...objects(body.items)[0], ...body });
    else attempt(actions, 'openCart');
  }

  /** Order exports show it among the note attributes. */
  async label(name: string, value: string): Promise<void> {
    await ask(`${root()}cart/update.js`, { body: { attributes: { [name]: value } } });
  }

  /** One question for all of them; where it is refused, one for each. */
  async details(wanted: readonly Wanted[], currency: string): Promise<LiveProduct[]> {
    const found = this.#refused ? [] : await this.#askStorefront(wanted, currency);
    const left = this.#refused ? wanted : wanted.filter((_, at) => found[at] === undefined);
    let failed: unknown;
    const more = await Promise.all(
      left.map((one) =>
        this.#askProduct(one, currency).catch((error) => {
          failed = error;
        }),
      ),
    );
    const all = [...found, ...more];
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
    wanted.forEach((one, at) => {
      variables[`h${at}`] = handleOf(one);
    });
    const each = (text: (at: number) => string) => wanted.map((_, at) => text(at)).join('');
    const query =
      `query($c:CountryCode,$l:LanguageCode${each((at) => `,$h${at}:String`)})` +
      `@inContext(country:$c,language:$l){${each((at) => `p${at}:product(handle:$h${at}){...P}`)}}` +
      `fragment P on Product{title featuredImage{url}variants(first:${variantsAsked}){nodes{` +
      'id sku availableForSale price{amount currencyCode}}}}';
    try {
      // It needs nobody's cookies.
      const { body } = await ask(storefront, { body: { query, variables }, credentials: 'omit' });
      const data = globalObject('data', body);
      if (!data || body.errors) throw new Error('refused');
      return wanted.map((one, at) => {
        const product = globalObject(`p${at}`, data);
        return product ? toLive(one, product, currency) : null;
      });
    } catch (error) {
      // Too many questions and a server in trouble are for this time, anything else is for good.
      if (error instanceof Refused && (error.status === 429 || error.status >= 500)) throw error;
      this.#refused = true;
      return [];
    }
  }

  async #askProduct(wanted: Wanted, currency: string): Promise<LiveProduct | null> {
    const path = `${root()}products/${encodeURIComponent(handleOf(wanted))}.js`;
    const { body: product } = await ask(path).catch((error) => {
      if (error.status !== 404) throw error;
      return { body: null };
    });
    const { id } = wanted;
    const variant = variantOf(id, objects(product?.variants), ({ available }) => available);
    const exponent = exponentOf(currency);
    const price = toMinor(variant?.price, await this.#scaleOf(currency, 0), exponent);
    if (!variant || price === null || currency === '') return null;
    return {
      id,
      variantId: `${variant.id}`,
      title: textOf(product?.title),
      url: textOf(product?.url),
      image: textOf(product?.featured_image),
      priceMinor: price,
      ...{ exponent, currency },
      available: variant.available === true,
    };
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
   * What the integers of the Ajax API are times the amount. With two decimals it is 100 in every
   * theme; otherwise themes disagree and it is measured, or unknown for three decimals.
   */
  async #scaleOf(currency: string, total: unknown): Promise<number | null> {
    const exponent = exponentOf(currency);
    if (exponent === 2) return usualScale;
    if (minorOf(total)) this.#scale ??= await measureScale(total as number);
    return this.#scale ?? (exponent < 2 ? usualScale : null);
  }
}

/** Throws where the price is in another currency than the cart: somebody else asked, as it seems. */
function toLive({ id }: Wanted, product: Answer, currency: string): LiveProduct | null | undefined {
  const variants = objects(globalObject('variants', product)?.nodes);
  const short = (gid: unknown) => `${gid}`.replace(/^.*\//, '');
  const known = variants.map((one) => ({ ...one, id: short(one.id) }) as Answer);
  const exact = variantOf(id, known);
  // Ours may be among those that were not asked for.
  if (!exact && variants.length === variantsAsked) return undefined;
  const variant = exact ?? known.find(({ availableForSale }) => availableForSale);
  const price = globalObject('price', variant);
  if (!variant || !price) return null;
  if (price.currencyCode !== currency) throw new Error('another currency');
  const exponent = exponentOf(currency);
  const priceMinor = parseDecimal(`${price.amount}`, exponent);
  return priceMinor === null
    ? null
    : {
        id,
        variantId: `${variant.id}`,
        title: textOf(product.title),
        url: '',
        image: textOf(globalObject('featuredImage', product)?.url),
        ...{ priceMinor, exponent, currency },
        available: variant.availableForSale === true,
      };
}

/** The variant that orders call by this id; where ids are products, one that stands for them. */
function variantOf(
  id: string,
  variants: readonly Answer[],
  stands?: (variant: Answer) => unknown,
): Answer | undefined {
  return (
    variants.find((one) => one.sku === id || `${one.id}` === id) ??
    (stands && variants.find(stands))
  );
}

/** An integer of the Ajax API in our minor units, if it is one. */
function toMinor(value: unknown, scale: number | null, exponent: number): number | null {
  const amount = minorOf(value);
  if (!amount || scale === null) return amount && null;
  return minorOf(Math.round((amount * 10 ** exponent) / scale));
}

/**
 * Compares the cart's total with what the standard action tells in major units. A cart that changed
 * in between would give any number; a scale is a power of ten.
 */
async function measureScale(total: number): Promise<number | undefined> {
  try {
    const answer = (await methodOf(globalObject('actions', shopify()), 'getCart')?.()) as
      | { cart?: { cost?: { totalAmount?: { amount?: unknown } } } }
      | undefined;
    const measured = total / Number(answer?.cart?.cost?.totalAmount?.amount);
    return [1, 10, 100, 1000].find((scale) => Math.abs(measured / scale - 1) < 1e-6);
  } catch {
    return undefined;
  }
}

const shopify = () => globalObject('Shopify') ?? {};
const textOf = (value: unknown) => (typeof value === 'string' ? value : '');

/** Where this shop's addresses begin: "/" or "/fr/". */
function root(): string {
  return textOf(globalObject('routes', shopify())?.root) || '/';
}

/** Calls a method of the theme's, if there is one; what breaks in it is not the shopper's add. */
function attempt(owner: object | undefined, name: string, ...args: unknown[]): unknown {
  try {
    return methodOf(owner, name)?.(...args);
  } catch {
    return undefined;
  }
}

function themeEvent(): string {
  const events = typeof PUB_SUB_EVENTS === 'undefined' ? undefined : PUB_SUB_EVENTS;
  return textOf((events as { cartUpdate?: unknown } | undefined)?.cartUpdate);
}

function handleOf({ id, url }: Wanted): string {
  const [handle] = new URL(url, document.baseURI).pathname.split('/').filter(Boolean).slice(-1);
  try {
    return url && handle ? decodeURIComponent(handle) : id;
  } catch {
    return id;
  }
}
