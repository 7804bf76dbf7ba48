import { html } from '../html.mjs';
import { icon } from './parts.mjs';

/** The drawer is empty until the shop's script fills it; without the script nothing opens it. */
export const cartDrawer = html`<dialog class="drawer" id="drawer" aria-labelledby="drawer-title">
    <div class="drawer-top">
      <h2 id="drawer-title" tabindex="-1" autofocus>Your cart</h2>
      <button class="plain" data-close aria-label="Close the cart">${icon.close}</button>
    </div>
    <div class="drawer-body">
      <goes-with-goal heading="3"></goes-with-goal>
      <p class="problem" role="alert" data-problem></p>
      <ul class="lines" data-lines></ul>
      <p class="quiet" data-empty hidden>Nothing in it yet.</p>
      <goes-with limit="2" heading="3"></goes-with>
    </div>
    <div class="drawer-end" data-summary hidden>
      <p class="total"><span>Total</span> <strong data-total></strong></p>
      <a class="button wide" href="/thank-you" data-check-out>Check out</a>
      <a class="text-link" href="/cart">See the whole cart</a>
    </div>
  </dialog>`;

const NOTHING = { title: '', url: '', image: '', quantity: 1, key: '', price: 0 };

/**
 * One line of the cart. Each button sends its own quantity, so that it works without a script.
 *
 * `item`  as /cart.js tells it, or null for the template that the script fills
 */
export function cartLine(item, money = () => '') {
  const { title, url, image, quantity, key, price } = item ?? NOTHING;
  const button = (value, name, sign) =>
    html`<button name="quantity" value="${value}" aria-label="${name}: ${title}">${sign}</button>`;
  return html`<li class="line" data-key="${key}">
    <a class="line-picture" href="${url}" tabindex="-1" aria-hidden="true">${
      image && html`<img src="${image}" alt="" width="160" height="160">`
    }</a>
    <div class="line-text">
      <a class="line-title" href="${url}">${title}</a>
      <p class="quiet" data-price>${quantity > 1 && `${money(price)} each`}</p>
    </div>
    <p class="line-total" data-line-total>${money(price * quantity)}</p>
    <form class="line-form" action="/cart/change" method="post">
      <input type="hidden" name="id" value="${key}">
      <span class="stepper">
        ${button(quantity - 1, 'One less', '−')}
        <span><span class="unseen">Quantity </span><span data-quantity>${quantity}</span></span>
        ${button(quantity + 1, 'One more', '+')}
      </span>
      ${button(0, 'Remove', 'Remove')}
    </form>
  </li>`;
}
