import { globalObject } from '../globals.js';
import type { Adapter } from './adapter.js';
import { CustomAdapter, type CustomShop } from './custom.js';

interface Platform {
  here(): boolean;
  load(): Promise<Adapter>;
}

// One line a platform; the first that is here is used, and only its file is loaded.
const platforms: readonly Platform[] = [
  {
    here: () => {
      const shopify = globalObject('Shopify');
      return typeof shopify?.shop === 'string' || globalObject('routes', shopify) !== undefined;
    },
    load: async () => new (await import('./shopify.js')).ShopifyAdapter(),
  },
];

/** The adapter for this page. A page that speaks for itself through `setCart` is believed. */
export async function findAdapter(shop: CustomShop): Promise<Adapter> {
  const platform = shop.cart === undefined ? platforms.find(({ here }) => here()) : undefined;
  return platform ? platform.load() : new CustomAdapter(shop);
}
