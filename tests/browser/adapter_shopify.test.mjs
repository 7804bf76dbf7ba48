import { behaves } from './adapters/behaviours.mjs';
import { shopify } from './platforms/shopify.mjs';

behaves(shopify);
