import { toDecimal } from './money.mjs';

/** A product as `GET /products/HANDLE.js` answers it; its handle is the product's id. */
export function ajaxProduct({ id, title, url, picture, price, productId, variantId, ...more }) {
  const amount = price ?? 0;
  const isAvailable = price !== null;
  return {
    id: productId,
    title,
    handle: id,
    description: '',
    published_at: more.firstSeen || null,
    created_at: more.firstSeen || null,
    vendor: more.brand,
    type: more.department.title,
    tags: [],
    price: amount,
    price_min: amount,
    price_max: amount,
    available: isAvailable,
    price_varies: false,
    compare_at_price: null,
    variants: [
      {
        id: variantId,
        title: 'Default Title',
        option1: 'Default Title',
        option2: null,
        option3: null,
        sku: id,
        requires_shipping: true,
        taxable: true,
        featured_image: null,
        available: isAvailable,
        name: title,
        public_title: null,
        options: ['Default Title'],
        price: amount,
        weight: 0,
        compare_at_price: null,
        inventory_management: null,
        barcode: '',
      },
    ],
    images: [picture],
    featured_image: picture,
    options: [{ name: 'Title', position: 1, values: ['Default Title'] }],
    url,
  };
}

/**
 * What the Storefront API answers: `ALIAS: product(handle: $NAME)` for each that the query asks for,
 * with the fields that a shop's page may ask for without a token. `find` gives a product by handle.
 */
export function storefrontAnswer({ query, variables }, currency, find) {
  const asked = /(\w+)\s*:\s*product\(\s*handle\s*:\s*\$(\w+)\s*\)/g;
  const data = {};
  for (const [, alias, name] of String(query ?? '').matchAll(asked)) {
    const product = find(String(variables?.[name] ?? ''));
    data[alias] = product ? storefrontProduct(product, currency) : null;
  }
  if (Object.keys(data).length > 0) return { data };
  return { errors: [{ message: 'This shop answers product(handle:) alone.' }] };
}

function storefrontProduct({ id, title, picture, price, variantId }, currencyCode) {
  const node = {
    id: `gid://shopify/ProductVariant/${variantId}`,
    sku: id,
    availableForSale: price !== null,
    price: { amount: toDecimal(price ?? 0), currencyCode },
  };
  return {
    title,
    featuredImage: { url: picture },
    variants: { nodes: [node] },
  };
}
