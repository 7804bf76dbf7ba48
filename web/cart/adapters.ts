import { Failure } from '../failure.js';
import { globalObject, methodOf } from '../globals.js';
import type { Adapter } from './adapter.js';
import { CustomAdapter, type CustomShop } from './custom.js';
import type { Told } from './platform.js';

interface Platform {
  here(): boolean;
  load(told: Told): Promise<Adapter>;
}

const onPage = (selector: string) => document.querySelector(selector) !== null;

// One line a platform, by the name that `data-platform` gives it; of those that are here the first
// is used, and only its file is loaded.
const platforms: Record<string, Platform> = {
  shopify: {
    here: () => {
      const shopify = globalObject('Shopify');
      return typeof shopify?.shop === 'string' || globalObject('routes', shopify) !== undefined;
    },
    load: async () => new (await import('./shopify.js')).ShopifyAdapter(),
  },
  woocommerce: {
    here: () =>
      onPage('body[class*=woocommerce]') ||
      globalObject('wc_add_to_cart_params') !== undefined ||
      globalObject('wc_cart_fragments_params') !== undefined,
    load: async () => new (await import('./woocommerce.js')).WooCommerceAdapter(),
  },
  prestashop: {
    here: () => methodOf(globalObject('prestashop'), 'on') !== undefined,
    load: async () => new (await import('./prestashop.js')).PrestaShopAdapter(),
  },
  magento: {
    here: () => globalObject('hyva') !== undefined || onPage('script[type="text/x-magento-init"]'),
    load: async (told) => new (await import('./magento.js')).MagentoAdapter(told),
  },
  shopware: {
    // A class with methods of its own.
    here: () =>
      methodOf(Object(Reflect.get(globalThis, 'PluginManager')), 'getPluginInstances') !==
      undefined,
    load: async (told) => new (await import('./shopware.js')).ShopwareAdapter(told),
  },
  bigcommerce: {
    here: () =>
      globalObject('bodlEvents') !== undefined ||
      globalObject('BCData') !== undefined ||
      onPage('link[href*=".bigcommerce.com/"],script[src*=".bigcommerce.com/"]'),
    load: async (told) => new (await import('./bigcommerce.js')).BigCommerceAdapter(told),
  },
  ga4: {
    // Every other shop whose pages tell their shopping to an analytics tag.
    here: () => {
      const layer: unknown = Reflect.get(globalThis, 'dataLayer');
      return Array.isArray(layer) && layer.some((entry) => isShopping(entry));
    },
    load: async (told) => new (await import('./ga4.js')).Ga4Adapter(told),
  },
};

/** `{ ecommerce: ... }`, or what `gtag('event', name, { items })` pushes. */
function isShopping(entry: unknown): boolean {
  const { ecommerce, 2: params } = Object(entry);
  return Object(ecommerce ?? params).items !== undefined;
}

/**
 * The adapter for this page: the one that the script tag names, else a page that speaks for itself
 * through `setCart` is believed, else the platform that is here. What the page tells itself, then or
 * later, wins over the platform.
 */
export async function findAdapter(shop: CustomShop, told: Told = {}): Promise<Adapter> {
  const named = told.platform;
  if (named !== undefined && named !== 'custom' && !Object.hasOwn(platforms, named))
    throw new Failure('platform-unknown', `data-platform="${named}": no such platform`);
  const name =
    named ??
    (shop.cart === undefined
      ? Object.keys(platforms).find((name) => platforms[name]?.here())
      : undefined);
  return new CustomAdapter(shop, await platforms[name ?? '']?.load(told));
}
