import { behaves } from './adapters/behaviours.mjs';
import { woocommerce } from './platforms/woocommerce.mjs';

behaves(woocommerce);
