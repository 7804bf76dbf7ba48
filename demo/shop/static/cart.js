/** The shopper's cart, as the server keeps it. Changes wait for each other; nothing here throws. */
export class Cart {
  #last = Promise.resolve();
  #content = null;

  /** Called with the whole cart whenever it was read or changed. */
  onchange = () => {};

  read() {
    return this.#queue(async () => {
      this.#take(await call('/cart.js'));
      return [];
    });
  }

  /** The cart in the words of a storefront's own actions. */
  async get() {
    if (!this.#content) await this.read();
    return { cart: this.#told() };
  }

  /**
   * Adds lines ({ merchandiseId, quantity }) and sets the quantity of others ({ id, quantity }).
   * Before that it is announced on the document, with the promise of the outcome.
   */
  update({ lines = [] }, context) {
    const added = lines.filter(({ merchandiseId }) => merchandiseId);
    const changed = lines.filter(({ merchandiseId }) => !merchandiseId);
    const promise = this.#queue(async () => {
      if (added.length > 0) {
        const items = added.map(({ merchandiseId, quantity = 1 }) => ({
          id: Number(String(merchandiseId).split('/').pop()),
          quantity,
        }));
        await call('/cart/add.js', { items });
      }
      for (const { id, quantity } of changed) await call('/cart/change.js', { id, quantity });
      this.#take(await call('/cart.js'));
    });
    announce({ action: actionOf(added, changed), context, lines, promise });
    return promise;
  }

  #queue(change) {
    const outcome = this.#last.then(async () => {
      try {
        await change();
        return { cart: this.#told(), userErrors: [] };
      } catch (error) {
        return { cart: this.#told(), userErrors: [{ message: error.message }] };
      }
    });
    this.#last = outcome;
    return outcome;
  }

  #take(content) {
    this.#content = content;
    this.onchange(content);
  }

  #told() {
    const content = this.#content;
    if (!content) return null;
    const cost = (amount) => ({
      totalAmount: { amount: (amount / 100).toFixed(2), currencyCode: content.currency },
    });
    return {
      id: content.token,
      totalQuantity: content.item_count,
      cost: cost(content.total_price),
      lines: content.items.map(({ key, quantity, line_price }) => ({
        id: key,
        quantity,
        cost: cost(line_price),
      })),
      discountCodes: [],
    };
  }
}

function actionOf(added, changed) {
  if (added.length > 0) return 'add';
  return changed.every(({ quantity }) => quantity === 0) ? 'remove' : 'update';
}

function announce(fields) {
  const event = new Event('shopify:cart:lines-update', { bubbles: true });
  document.dispatchEvent(Object.assign(event, fields));
}

async function call(path, body) {
  const response = await fetch(path, {
    method: body ? 'POST' : 'GET',
    headers: body ? { 'Content-Type': 'application/json' } : {},
    body: body && JSON.stringify(body),
  }).catch(() => null);
  const answer = await response?.json().catch(() => null);
  if (response?.ok && answer) return answer;
  throw new Error(answer?.description ?? 'The shop does not answer. Please try again.');
}
