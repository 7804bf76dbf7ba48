import { behaves } from './adapters/behaviours.mjs';
import { bigcommerce } from './platforms/bigcommerce.mjs';

behaves(bigcommerce);
