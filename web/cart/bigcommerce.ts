import { globalObject, methodOf, objects, Refused, text } from '../globals.js';
import { currencyCode, exponentOf, minorOf, minorOfMajor } from '../money.js';
import type { Adapter, LiveProduct, Wanted } from './adapter.js';
import type { CartInput } from './cart.js';
import { asked, field, jQueryOf, lacking, pageCurrency, type Told } from './platform.js';

const carts = '/api/storefront/carts';
/** Variants of a product that we look through for the one with our id. */
const maxVariants = 10;

type Line = Record<string, unknown>;

export class BigCommerceAdapter implements Adapter {
  readonly platform = 'bigcommerce';
  // Reading asks for all carts; writing names one.
  readonly calls = /\/remote\/v1\/cart|\/api\/storefront\/carts?\/[^?/]/;
  readonly #told: Told;
  #cartId = '';
  #taxIncluded: boolean | null = null;

  constructor(told: Told) {
    this.#told = told;
  }

  async read(signal?: AbortSignal): Promise<CartInput> {
    const options = 'options';
    const include = ['physicalItems', 'digitalItems'].map((of) => `lineItems.${of}.${options}`);
    const answer = await asked(`${carts}?include=${include}`, {
      cache: 'no-store',
      ...(signal && { signal }),
    });
    if (!Array.isArray(answer)) throw new Error('the shop did not tell its cart');
    const [cart = {}] = objects(answer);
    this.#cartId = text(cart.id);
    this.#taxIncluded = typeof cart.isTaxIncluded === 'boolean' ? cart.isTaxIncluded : null;

    const money = field(cart.currency);
    // There is no cart before the first product, and so no currency of it.
    const currency = currencyCode(money.code) || pageCurrency(this.#told);
    const exponent = minorOf(money.decimalPlaces) ?? exponentOf(currency);
    const minor = (amount: unknown) => minorOfMajor(amount, exponent);
    const items = field(cart.lineItems);
    const physical = objects(items.physicalItems);
    const product = (item: Line, shippable: boolean) => ({
      key: item.id,
      productId: item.productId,
      variantId: item.variantId,
      sku: item.sku,
      name: item.name,
      qty: item.quantity,
      unitMinor: minor(item.salePrice),
      lineMinor: minor(item.extendedSalePrice),
      shippable,
      // What the shop itself put there cannot be changed, and came with something else.
      reward: item.isMutable === false && minor(item.extendedSalePrice) === 0,
    });
    const lines = [
      ...physical.map((item) => product(item, item.isShippingRequired !== false)),
      ...objects(items.digitalItems).map((item) => product(item, false)),
      ...objects(items.customItems).map((item) => ({
        key: item.id,
        sku: item.sku,
        name: item.name,
        qty: item.quantity,
        lineMinor: minor(item.extendedListPrice),
      })),
      ...objects(items.giftCertificates).map((item) => ({
        key: item.id,
        name: item.name,
        lineMinor: minor(item.amount),
        shippable: false,
        giftCard: true,
      })),
    ];
    const sum = lines.reduce((all, { lineMinor }) => all + (lineMinor ?? Number.NaN), 0);
    const total = minor(cart.cartAmount);
    return {
      currency,
      exponent,
      lines,
      // More than its lines is a cart whose tax is on top; what is taken off is then not known.
      discountMinor: lines.length === 0 ? 0 : total === null ? null : minorOf(sum - total),
      taxIncluded: this.#taxIncluded,
      needsShipping: physical.some((item) => item.isShippingRequired !== false),
    };
  }

  listen(changed: () => void): void {
    // Only where the merchant has switched its open data layer on.
    const cart = globalObject('cart', globalObject('bodlEvents'));
    for (const name of ['addItem', 'removeItem', 'viewed']) methodOf(cart, name)?.(() => changed());
    methodOf(jQueryOf(document.body), 'on')?.('cart-quantity-update', () => changed());
  }

  async add({ variantId }: LiveProduct): Promise<void> {
    const [productId, variant] = variantId.split(':').map(Number);
    const line = { quantity: 1, productId, ...(variant && { variantId: variant }) };
    const send = () =>
      asked(this.#cartId ? `${carts}/${this.#cartId}/items` : carts, {
        body: { lineItems: [line] },
      });
    const cart = await send().catch(async (error) => {
      // Another tab was faster, or the cart is gone: ask which it is, and try once more.
      if (!(error instanceof Refused) || ![404, 409].includes(error.status)) throw error;
      await this.read();
      return send();
    });
    const { physicalItems, digitalItems } = field(field(cart).lineItems);
    const pieces = [...objects(physicalItems), ...objects(digitalItems)];
    const count = pieces.reduce((all, { quantity }) => all + (Number(quantity) || 0), 0);
    methodOf(jQueryOf(document.body), 'trigger')?.('cart-quantity-update', count);
  }

  /** The open data layer counts recommendations among advertising. */
  consent(told: (agrees: boolean) => void): void {
    const consent = globalObject('consent', globalObject('bodlEvents'));
    for (const name of ['loaded', 'updated'])
      methodOf(
        consent,
        name,
      )?.((answer: unknown) => {
        const { functional, advertising } = field(answer);
        told(functional === true && advertising === true);
      });
  }

  async details(wanted: readonly Wanted[], currency: string): Promise<LiveProduct[]> {
    const { token } = this.#told;
    if (!token) return lacking('the script tag needs data-token for BigCommerce’s prices');
    const money = [
      ...(currency ? [`currencyCode:${currency}`] : []),
      ...(this.#taxIncluded === null ? [] : [`includeTax:${this.#taxIncluded}`]),
    ];
    const prices = `prices${money.length > 0 ? `(${money})` : ''}{price{value currencyCode}}`;
    const ask = wanted.map(({ id }, at) => {
      const name = JSON.stringify(id);
      // Ids of real shops are numbers; so are some article numbers, and those win.
      const byNumber = /^[1-9]\d{0,8}$/.test(id) ? `i${at}:product(entityId:${id}){...p}` : '';
      return `s${at}:product(sku:${name}){...p}${byNumber}`;
    });
    const query = `{site{${ask.join('')}}}fragment p on Product{entityId name path minPurchaseQuantity
availabilityV2{status}defaultImage{url(width:320)}productOptions{edges{node{isRequired}}}
variants(first:${maxVariants}){edges{node{entityId sku ${prices}
inventory{isInStock aggregated{availableToSell}}}}}}`;
    const answer = await asked('/graphql', {
      body: { query },
      headers: { Authorization: `Bearer ${token}` },
    });
    const { site } = field(answer.data);
    if (!site)
      throw new Error(text(objects(answer.errors)[0]?.message) || 'the shop told no prices');
    const found = field(site);
    return wanted
      .map(({ id }, at) => toLive(id, field(found[`s${at}`] ?? found[`i${at}`])))
      .filter((product) => product !== null);
  }
}

function toLive(id: string, product: Line): LiveProduct | null {
  const nodes = (value: unknown) => objects(field(value).edges).map(({ node }) => field(node));
  const variants = nodes(product.variants);
  const ours = variants.find(({ sku }) => sku === id) ?? variants[0];
  const price = field(field(field(ours).prices).price);
  const currency = currencyCode(price.currencyCode);
  const exponent = exponentOf(currency);
  const priceMinor = minorOfMajor(price.value, exponent);
  if (!ours || priceMinor === null) return null;
  const { isInStock, aggregated } = field(ours.inventory);
  const stock = field(aggregated).availableToSell;
  // One of several that is not ours by number is the shopper's to choose, and so is an option.
  const chosen = ours.sku === id || variants.length === 1;
  const open = variants.length === 1 && nodes(product.productOptions).some((one) => one.isRequired);
  return {
    id,
    variantId: `${product.entityId}:${ours.entityId}`,
    title: text(product.name),
    url: text(product.path),
    image: text(field(product.defaultImage).url),
    priceMinor,
    exponent,
    currency,
    available:
      chosen &&
      !open &&
      isInStock === true &&
      field(product.availabilityV2).status === 'Available' &&
      !(Number(product.minPurchaseQuantity) > 1),
    stock: typeof stock === 'number' && stock > 0 ? stock : undefined,
  };
}
