import { html } from '../html.mjs';
import { cartLine } from './cart_parts.mjs';

/** `cart` as /cart.js tells it; `problem` is why the last change was refused. */
export function cartPage(shop, cart, problem = '') {
  const isEmpty = cart.items.length === 0;
  return {
    title: 'Your cart',
    drawer: false,
    main: html`<h1>Your cart</h1>
    <div class="cart-page" data-cart-page>
      <div>
        <p class="problem" role="alert" data-problem>${problem}</p>
        <ul class="lines" data-lines>${cart.items.map((item) => cartLine(item, shop.money))}</ul>
        <div data-empty ${!isEmpty && 'hidden'}>
          <p class="lead">Nothing in it yet.</p>
          <p><a class="button" href="/">Look around</a></p>
        </div>
      </div>
      <div class="cart-side">
        <section class="summary" aria-labelledby="t-summary" data-summary ${isEmpty && 'hidden'}>
          <h2 id="t-summary">Summary</h2>
          <p class="total"><span>Total</span>
            <strong data-total>${shop.money(cart.total_price)}</strong></p>
          <p class="quiet">${
            shop.freeFrom
              ? `Delivery is free from ${shop.freeFrom}.`
              : 'Delivery is worked out at the checkout.'
          }</p>
          <a class="button wide" href="/thank-you" data-check-out>Check out</a>
        </section>
        <goes-with-goal ${needsRoom(shop, cart) && html`class="goal-reserved"`}></goes-with-goal>
      </div>
      <div class="cart-offers reserved"><goes-with limit="4"></goes-with></div>
    </div>`,
  };
}

/** Whether the goal will most likely name a product: where many would close the gap, one fits. */
function needsRoom({ catalogue, freeFromAmount }, { total_price }) {
  const gap = freeFromAmount - total_price;
  const closing = catalogue.products.filter(({ price }) => price !== null && price >= gap);
  return gap > 0 && closing.length * 20 >= catalogue.products.length;
}
