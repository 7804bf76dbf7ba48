import { behaves } from './adapters/behaviours.mjs';
import { own } from './platforms/own.mjs';

behaves(own);
