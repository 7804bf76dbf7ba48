/** The `data-` attributes of the script tag, by their names in a script: `data-stage` is `stage`. */
export interface StartOptions extends DOMStringMap {
  /** Address of shop.gw, relative to the page. */
  model: string;
}

/** Carts of Magento and Shopware stand below the checkout, and nobody pays there. */
export const paymentPath = /\/(checkouts?(?!\/cart(\/|$))|order-pay|commande)(\/|$)/;
const paymentBody =
  'body.woocommerce-checkout, body#checkout, body.checkout-index-index, body.checkout-onepage';

/**
 * Whether this is a page to start on: the top window, over http(s), and no payment page, where a
 * script has no business that the merchant did not ask for.
 */
export function mayStart(told: StartOptions): boolean {
  if (window !== window.top || !/^https?:$/.test(location.protocol)) return false;
  if (told.allowCheckout !== undefined) return true;
  return !paymentPath.test(location.pathname) && !document.querySelector(paymentBody);
}

/** Resolves when the page is shown to somebody; a prerendered page may never be. */
export async function prerendered(): Promise<void> {
  if (!(document as Document & { prerendering?: boolean }).prerendering) return;
  await new Promise((shown) => {
    document.addEventListener('prerenderingchange', shown, { once: true });
  });
}
