const template = document.querySelector('#line');

/** Draws the cart wherever this page shows it: the count, the lines, the total. */
export function drawCart(content, { currency, locale }) {
  const digits = new Intl.NumberFormat(locale, { style: 'currency', currency });
  const money = (amount) => digits.format(amount / 100);
  const count = content.item_count;

  const link = document.querySelector('[data-cart-link]');
  link.querySelector('[data-cart-count]').textContent = count;
  link.setAttribute('aria-label', `Cart, ${count} ${count === 1 ? 'item' : 'items'}`);
  for (const list of document.querySelectorAll('[data-lines]')) drawLines(list, content, money);
  for (const total of document.querySelectorAll('[data-total]')) {
    total.textContent = money(content.total_price);
  }
  for (const place of document.querySelectorAll('[data-empty]')) place.hidden = count > 0;
  for (const place of document.querySelectorAll('[data-summary]')) place.hidden = count === 0;
}

// Lines that stay keep their elements, and with them the focus.
function drawLines(list, { items }, money) {
  const kept = new Map([...list.children].map((line) => [line.dataset.key, line]));
  const hadFocus = list.contains(document.activeElement);
  const lines = items.map((item) => {
    const line = kept.get(item.key) ?? template.content.firstElementChild.cloneNode(true);
    kept.delete(item.key);
    fill(line, item, money);
    return line;
  });
  for (const gone of kept.values()) gone.remove();
  for (const [i, line] of lines.entries()) {
    if (list.children[i] !== line) list.insertBefore(line, list.children[i] ?? null);
  }
  if (hadFocus && !list.contains(document.activeElement)) {
    document.querySelector(list.closest('dialog') ? '#drawer-title' : '#main').focus();
  }
}

function fill(line, { key, title, url, image, quantity, price, final_line_price }, money) {
  line.dataset.key = key;
  for (const link of line.querySelectorAll('a')) link.href = url;
  line.querySelector('.line-title').textContent = title;
  const picture = line.querySelector('.line-picture');
  if (!picture.firstElementChild) {
    const img = Object.assign(new Image(160, 160), { src: image, alt: '' });
    picture.replaceChildren(img);
  }
  line.querySelector('[data-price]').textContent = quantity > 1 ? `${money(price)} each` : '';
  line.querySelector('[data-line-total]').textContent = money(final_line_price);
  line.querySelector('[name="id"]').value = key;
  line.querySelector('[data-quantity]').textContent = quantity;
  const [less, more, remove] = line.querySelectorAll('button');
  for (const [button, value, name] of [
    [less, quantity - 1, 'One less'],
    [more, quantity + 1, 'One more'],
    [remove, 0, 'Remove'],
  ]) {
    button.value = value;
    button.setAttribute('aria-label', `${name}: ${title}`);
  }
}
