// `storefront.js` is built from bindings/ and stands beside the bundles in web/dist.
export { default } from './core.js';
