// What every fake platform sells, and the one cart of its one shopper: the truth that an adapter's
// cart is held against. It knows nothing of any platform's shape and nothing of our adapters.

/** Prices are minor units by currency: euros have 2 decimals, yen none, Kuwaiti dinars 3. */
export const exponents = { EUR: 2, JPY: 0, KWD: 3 };

const ware = (number, id, title, EUR, JPY, KWD, more = {}) => ({
  id,
  /** The platform's own numbers of the product and of its only variant. */
  number: 7000 + number,
  variant: 40 + number,
  handle: id.toLowerCase(),
  title,
  price: { EUR, JPY, KWD },
  stock: 50,
  shippable: true,
  giftCard: false,
  ...more,
});

export const catalogue = [
  // Text that would become markup or an entity if somebody let it.
  ware(1, 'MOKA-3', 'Moka & “co” <b>3 cups</b>', 2450, 4200, 8250),
  // 4.35 * 100 is 434.99999999999994 where somebody calculates with floats.
  ware(2, 'FILTER-9', 'Paper filters', 435, 700, 1455),
  ware(3, 'MUG-W', 'Mug', 999, 1600, 3305),
  ware(4, 'SPOON', 'Spoon', 115, 200, 385),
  ware(5, 'TRAY', 'Tray', 1810, 3100, 6005),
  ware(6, 'GRINDER', 'Grinder', 5990, 9800, 19_995),
  ware(7, 'GONE', 'Sold out', 1200, 2000, 4000, { stock: 0 }),
  ware(8, 'LAST', 'The last one', 1300, 2100, 4300, { stock: 1 }),
  ware(9, 'CARD', 'Gift card', 2000, 3000, 6500, { shippable: false, giftCard: true }),
  ware(10, 'COURSE', 'Course to download', 3000, 5000, 9900, { shippable: false }),
];

/** The shop says no, in words for the shopper. */
export class Refusal extends Error {}

export class Store {
  /** @type {{ product: object, qty: number, off: number, reward: boolean }[]} */
  lines = [];
  /** Taken off the whole cart. */
  off = 0;
  /** The platform's verdict: true, false, or null where it has not said. */
  shippingFree = null;
  /** Adds are refused with this text, whatever the stock. */
  refusal = '';
  #stock = new Map(catalogue.map(({ id, stock }) => [id, stock]));

  constructor(currency = 'EUR') {
    this.currency = currency;
  }

  get exponent() {
    return exponents[this.currency];
  }

  /** By our id, the product's number, or the variant's. */
  find(id) {
    return catalogue.find((p) => [p.id, p.handle, `${p.number}`, `${p.variant}`].includes(`${id}`));
  }

  price(product) {
    return product.price[this.currency];
  }

  stock(product) {
    return this.#stock.get(product.id);
  }

  setStock(id, stock) {
    this.#stock.set(this.find(id).id, stock);
  }

  line(id) {
    const product = this.find(id);
    return this.lines.find((line) => line.product === product && !line.reward);
  }

  add(id, qty = 1) {
    const product = this.find(id);
    if (this.refusal) throw new Refusal(this.refusal);
    if (!product) throw new Refusal('No such product');
    const line = this.line(id);
    const wanted = (line?.qty ?? 0) + Number(qty);
    if (wanted > this.stock(product)) throw new Refusal(`${product.title} is sold out`);
    if (line) line.qty = wanted;
    else this.lines.push({ product, qty: wanted, off: 0, reward: false });
    return product;
  }

  /** 0 removes. */
  change(id, qty) {
    const line = this.line(id);
    if (!line) throw new Refusal('No such line');
    line.qty = Number(qty);
    if (line.qty === 0) this.lines.splice(this.lines.indexOf(line), 1);
  }

  /** Takes something off every piece of a line. */
  reduce(id, off) {
    this.line(id).off = off;
  }

  /** A gift that the shop adds by itself; it costs nothing. */
  gift(id) {
    const product = this.find(id);
    this.lines.push({ product, qty: 1, off: this.price(product), reward: true });
  }

  unit({ product, off }) {
    return this.price(product) - off;
  }

  get subtotal() {
    return this.lines.reduce((sum, line) => sum + this.unit(line) * line.qty, 0);
  }

  get needsShipping() {
    return this.lines.some(({ product }) => product.shippable);
  }

  /** What an adapter should make of this cart, if the platform told it all. */
  truth() {
    const { currency, exponent, off, subtotal, needsShipping, shippingFree } = this;
    return {
      currency,
      exponent,
      lines: this.lines.map((line) => ({
        productId: `${line.product.number}`,
        variantId: `${line.product.variant}`,
        sku: line.product.id,
        name: line.product.title,
        qty: line.qty,
        unitMinor: this.unit(line),
        lineMinor: this.unit(line) * line.qty,
        shippable: line.product.shippable,
        giftCard: line.product.giftCard,
        reward: line.reward,
      })),
      subtotalMinor: subtotal,
      discountMinor: off,
      totalMinor: subtotal - off,
      needsShipping,
      freeShippingNow: shippingFree,
    };
  }
}
