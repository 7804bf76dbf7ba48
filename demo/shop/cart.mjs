import { randomBytes } from 'node:crypto';

/** What the cart answers when it refuses, in the words and the shape of a Shopify cart. */
export class CartError extends Error {
  constructor(status, description, message = 'Cart Error') {
    super(message);
    this.status = status;
    this.description = description;
  }
}

const MOST_LINES = 500;
const MOST_OF_ONE = 99;

/** One shopper's cart: lines in the order of adding, one a product. */
export class Cart {
  #catalogue;
  #lines = new Map(); // variant id -> quantity

  token = randomBytes(16).toString('hex');

  constructor(catalogue) {
    this.#catalogue = catalogue;
  }

  get count() {
    let count = 0;
    for (const quantity of this.#lines.values()) count += quantity;
    return count;
  }

  /** Adds every item or none: one that cannot be sold refuses them all. Returns the added lines. */
  add(items) {
    const wanted = new Map();
    for (const item of items) {
      const product = this.#catalogue.byVariant(Number(item?.id));
      if (!product) throw new CartError(422, 'Cannot find variant');
      if (product.price === null) {
        throw new CartError(422, `The product '${product.title}' is already sold out.`);
      }
      const quantity = toQuantity(item.quantity ?? 1);
      if (quantity < 1) throw new CartError(422, 'Quantity must be 1 or more.');
      const sum = (wanted.get(product) ?? this.#lines.get(product.variantId) ?? 0) + quantity;
      if (sum > MOST_OF_ONE) {
        throw new CartError(422, `All ${MOST_OF_ONE} ${product.title} are in your cart.`);
      }
      wanted.set(product, sum);
    }
    if (wanted.size === 0) throw new CartError(400, 'Parameter Missing or Invalid: items');
    const fresh = [...wanted.keys()].filter(({ variantId }) => !this.#lines.has(variantId));
    if (this.#lines.size + fresh.length > MOST_LINES) {
      throw new CartError(422, `A cart holds ${MOST_LINES} different products at most.`);
    }
    for (const [product, sum] of wanted) this.#lines.set(product.variantId, sum);
    return [...wanted].map(([product, sum]) => this.#item(product, sum));
  }

  /** Sets one line's quantity; 0 takes it away. `id` is a key or a variant id, `line` counts from 1. */
  change({ id, line, quantity }) {
    const variantId =
      line === undefined ? this.#find(id) : [...this.#lines.keys()][Number(line) - 1];
    if (variantId === undefined) throw new CartError(422, 'Cannot find variant');
    this.#set(variantId, toQuantity(quantity));
  }

  /** Sets several lines at once: `{ "<key or variant id>": quantity }`, or a list in line order. */
  update(updates) {
    const keys = [...this.#lines.keys()];
    const pairs = Array.isArray(updates)
      ? updates.slice(0, keys.length).map((quantity, i) => [keys[i], toQuantity(quantity)])
      : Object.entries(updates ?? {}).map(([id, quantity]) => [
          this.#find(id),
          toQuantity(quantity),
        ]);
    for (const [variantId] of pairs) {
      if (variantId === undefined) throw new CartError(422, 'Cannot find variant');
    }
    for (const [variantId, quantity] of pairs) this.#set(variantId, quantity);
  }

  clear() {
    this.#lines.clear();
  }

  /** The whole cart as `GET /cart.js` answers it. */
  toJSON() {
    const items = [...this.#lines].map(([variantId, quantity]) =>
      this.#item(this.#catalogue.byVariant(variantId), quantity),
    );
    const total = items.reduce((sum, item) => sum + item.line_price, 0);
    return {
      token: this.token,
      note: null,
      attributes: {},
      original_total_price: total,
      total_price: total,
      total_discount: 0,
      total_weight: 0,
      item_count: this.count,
      items,
      requires_shipping: items.length > 0,
      currency: this.#catalogue.currency,
      items_subtotal_price: total,
      cart_level_discount_applications: [],
    };
  }

  #find(id) {
    const variantId = Number(String(id).split(':')[0]);
    return this.#lines.has(variantId) ? variantId : undefined;
  }

  #set(variantId, quantity) {
    if (quantity > MOST_OF_ONE) {
      const { title } = this.#catalogue.byVariant(variantId);
      throw new CartError(422, `You can only add ${MOST_OF_ONE} ${title} to the cart.`);
    }
    if (quantity > 0) this.#lines.set(variantId, quantity);
    else this.#lines.delete(variantId);
  }

  #item(product, quantity) {
    const line = product.price * quantity;
    return {
      id: product.variantId,
      variant_id: product.variantId,
      product_id: product.productId,
      key: `${product.variantId}:${this.token.slice(0, 8)}`,
      quantity,
      sku: product.id,
      handle: product.handle,
      title: product.title,
      product_title: product.title,
      variant_title: null,
      vendor: product.brand,
      product_type: product.department.title,
      price: product.price,
      original_price: product.price,
      discounted_price: product.price,
      final_price: product.price,
      original_line_price: line,
      final_line_price: line,
      line_price: line,
      total_discount: 0,
      line_level_total_discount: 0,
      line_level_discount_allocations: [],
      discounts: [],
      gift_card: false,
      requires_shipping: true,
      taxable: true,
      grams: 0,
      properties: {},
      url: `${product.url}${product.url.includes('?') ? '&' : '?'}variant=${product.variantId}`,
      image: product.picture,
      featured_image: {
        url: product.picture,
        alt: product.title,
        aspect_ratio: 1,
        width: 400,
        height: 400,
      },
      options_with_values: [{ name: 'Title', value: 'Default Title' }],
      product_has_only_default_variant: true,
    };
  }
}

function toQuantity(value) {
  const text = String(value ?? '');
  if (!/^\d{1,6}$/.test(text)) throw new CartError(422, 'Quantity must be a whole number.');
  return Number(text);
}

/** Carts by session, the one that was used longest ago making room when there are too many. */
export class Carts {
  #carts = new Map();
  #most;

  constructor(most = 10_000) {
    this.#most = most;
  }

  /** The session's cart, or undefined. */
  get(session) {
    const cart = this.#carts.get(session);
    if (cart) {
      this.#carts.delete(session);
      this.#carts.set(session, cart);
    }
    return cart;
  }

  /** Keeps a new cart and returns the session to find it by, which nobody can guess. */
  open(cart) {
    const session = randomBytes(18).toString('base64url');
    this.#carts.set(session, cart);
    if (this.#carts.size > this.#most) this.#carts.delete(this.#carts.keys().next().value);
    return session;
  }
}
