/** What each format of the core is called by those who export it. */
export const formats: Readonly<Record<string, string>> = {
  shopify: 'Shopify orders',
  'shopify-products': 'Shopify products',
  matrixify: 'Matrixify orders',
  woocommerce: 'WooCommerce orders',
  'woocommerce-items': 'WooCommerce orders, an item a line',
  'woocommerce-products': 'WooCommerce products',
  prestashop: 'PrestaShop orders',
  magento: 'Magento orders',
  ga4: 'GA4 purchases',
  google: 'Google Merchant feed',
  'google-xml': 'Google Merchant feed',
  acp: 'Product feed',
  'online-retail': 'Online Retail orders',
  canonical: 'Order lines',
  baskets: 'One order a line',
  jsonl: 'Orders as JSON Lines',
  catalogue: 'Products',
};

/** "12.4 MB" */
export function sizeOf(bytes: number): string {
  const units = ['B', 'KB', 'MB', 'GB'];
  let [size, at] = [bytes, 0];
  for (; size >= 1000 && at < units.length - 1; at++) size /= 1000;
  const digits = { maximumFractionDigits: size < 10 && at > 0 ? 1 : 0 };
  return `${new Intl.NumberFormat('en', digits).format(size)} ${units[at]}`;
}
