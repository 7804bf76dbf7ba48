import { Cart } from './cart.js';
import { drawCart } from './lines.js';

// The names by which a storefront of this shape is known to scripts that work with its cart.
const { currency, country } = document.documentElement.dataset;
const locale = document.documentElement.lang;
const cart = new Cart();

const drawer = document.querySelector('#drawer');
const openCart = () => {
  if (!drawer) return location.assign('/cart');
  if (!drawer.open) drawer.showModal();
};

window.Shopify = {
  shop: location.host,
  routes: { root: '/' },
  currency: { active: currency, rate: '1.0' },
  country,
  locale,
  theme: { name: 'Osier & Elm' },
  actions: {
    // Not the action that reloads the page: this shop draws its cart by itself.
    updateCart: Object.assign((change) => cart.update(change, 'standard-action'), {
      isDefault: () => false,
    }),
    getCart: () => cart.get(),
    openCart,
  },
};

cart.onchange = (content) => drawCart(content, { currency, locale: `${locale}-${country}` });

/** Changes the cart while the button that asked for it is busy, and opens it after an addition. */
async function submit(form, button, line, context) {
  if (button.getAttribute('aria-busy') === 'true') return;
  button.setAttribute('aria-busy', 'true');
  const { userErrors } = await cart.update({ lines: [line] }, context);
  button.removeAttribute('aria-busy');
  for (const place of document.querySelectorAll('[data-problem]')) place.textContent = '';
  const place = [form, form.closest('[data-cart-page]'), drawer]
    .map((around) => around?.querySelector('[data-problem]'))
    .find(Boolean);
  const [problem] = userErrors;
  if (problem && place) place.textContent = problem.message;
  if (context === 'product' && (!problem || drawer?.contains(place))) openCart();
}

document.addEventListener('submit', (event) => {
  const form = event.target;
  const { pathname } = new URL(form.action);
  const button = event.submitter ?? form.querySelector('button');
  const data = new FormData(form);
  if (pathname === '/cart/add') {
    event.preventDefault();
    const line = {
      merchandiseId: `gid://shopify/ProductVariant/${data.get('id')}`,
      quantity: Number(data.get('quantity') ?? 1),
    };
    submit(form, button, line, 'product');
  } else if (pathname === '/cart/change') {
    event.preventDefault();
    const line = { id: data.get('id'), quantity: Number(button.value) };
    const context = form.closest('dialog') ? 'dialog' : 'cart';
    submit(form, button, line, context);
  }
});

document.addEventListener('click', (event) => {
  const isPlain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey;
  if (drawer && isPlain && event.target.closest('[data-cart-link]')) {
    event.preventDefault();
    openCart();
  }
  // On the dialog itself means beside its content: on the backdrop.
  if (event.target === drawer || event.target.closest('[data-close]')) drawer?.close();
});

// On a phone the departments scroll; the one at hand should not be out of sight.
const current = document.querySelector('.departments [aria-current]');
if (current) current.closest('nav').scrollLeft = current.offsetLeft - innerWidth / 3;

// Another tab, or this page when it was kept and shown again, may have another cart.
window.addEventListener('pageshow', ({ persisted }) => persisted && cart.read());
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'visible') cart.read();
});
cart.read();
