import { behaves } from './adapters/behaviours.mjs';
import { shopware } from './platforms/shopware.mjs';

behaves(shopware);
