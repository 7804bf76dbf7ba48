import { Failure } from '../failure.js';
import type { Adapter } from './adapter.js';
import { CustomAdapter, type CustomShop } from './custom.js';
import type { Told } from './platform.js';
import type { PlatformOf } from './platforms.js';

/**
 * The adapter for this page: its platform's, and what the page tells itself, then or later, wins over
 * the platform.
 */
export async function findAdapter(
  shop: CustomShop,
  told: Told,
  platformOf: PlatformOf,
): Promise<Adapter> {
  const platform = platformOf(shop, told);
  if (platform === null)
    throw new Failure('platform-unknown', `data-platform="${told.platform}": no such platform`);
  return new CustomAdapter(shop, platform && new (await platform.load())(told));
}
