import { ask } from './ask.js';

// web/build puts another file in the place of this one: with the name and the hash of the module, or,
// where one file holds everything, with its bytes.

export const binaryUrl = new URL('storefront.wasm', import.meta.url).href;

export const askBinary = (): Promise<Response> => ask(binaryUrl);
