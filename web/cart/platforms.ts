import { globalObject, methodOf } from '../globals.js';
import type { Adapter } from './adapter.js';
import type { CustomShop } from './custom.js';
import type { Told } from './platform.js';

interface Platform {
  here(): boolean;
  /** Its file, which is asked for once. */
  load(): Promise<new (told: Told) => Adapter>;
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
    load: async () => (await import('./shopify.js')).ShopifyAdapter,
  },
  woocommerce: {
    here: () =>
      onPage('body[class*=woocommerce]') ||
      globalObject('wc_add_to_cart_params') !== undefined ||
      globalObject('wc_cart_fragments_params') !== undefined,
    load: async () => (await import('./woocommerce.js')).WooCommerceAdapter,
  },
  prestashop: {
    here: () => methodOf(globalObject('prestashop'), 'on') !== undefined,
    load: async () => (await import('./prestashop.js')).PrestaShopAdapter,
  },
  magento: {
    here: () => globalObject('hyva') !== undefined || onPage('script[type="text/x-magento-init"]'),
    load: async () => (await import('./magento.js')).MagentoAdapter,
  },
  shopware: {
    // A class with methods of its own.
    here: () =>
      methodOf(Object(Reflect.get(globalThis, 'PluginManager')), 'getPluginInstances') !==
      undefined,
    load: async () => (await import('./shopware.js')).ShopwareAdapter,
  },
  bigcommerce: {
    here: () =>
      globalObject('bodlEvents') !== undefined ||
      globalObject('BCData') !== undefined ||
      onPage('link[href*=".bigcommerce.com/"],script[src*=".bigcommerce.com/"]'),
    load: async () => (await import('./bigcommerce.js')).BigCommerceAdapter,
  },
  ga4: {
    // Every other shop whose pages tell their shopping to an analytics tag.
    here: () => {
      const layer: unknown = Reflect.get(globalThis, 'dataLayer');
      return Array.isArray(layer) && layer.some((entry) => isShopping(entry));
    },
    load: async () => (await import('./ga4.js')).Ga4Adapter,
  },
};

/** `{ ecommerce: ... }`, or what `gtag('event', name, { items })` pushes. */
function isShopping(entry: unknown): boolean {
  const { ecommerce, 2: params } = Object(entry);
  return Object(ecommerce ?? params).items !== undefined;
}

/**
 * The platform of this page: the one that the script tag names, else none where the page speaks for
 * itself through `setCart`, else the one that is here. Null for a name that is no platform's.
 */
export const platformOf = (shop: CustomShop, { platform }: Told): Platform | null | undefined => {
  if (platform === 'custom') return undefined;
  if (platform !== undefined)
    return Object.hasOwn(platforms, platform) ? platforms[platform] : null;
  return shop.cart === undefined ? Object.values(platforms).find((one) => one.here()) : undefined;
};
export type PlatformOf = typeof platformOf;
