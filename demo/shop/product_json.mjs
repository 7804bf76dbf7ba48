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
