// A shop without a platform, as small as it can be: a cart in this page, prices from the server.
import { onAdd, onPrices, setCart } from '/dist/goeswith.js';

const { cart = '', currency } = document.body.dataset;
/** Product to how many of it. */
const lines = new Map(
  cart.split(' ').map((line) => [line.split('*')[0], Number(line.split('*')[1] ?? 1)]),
);
lines.delete('');

const asked = new Map();
function product(id) {
  if (!asked.has(id))
    asked.set(
      id,
      fetch(`/products/${encodeURIComponent(id)}.js`).then((answer) =>
        answer.ok ? answer.json() : null,
      ),
    );
  return asked.get(id);
}

onPrices(async (ids) => {
  const products = await Promise.all(ids.map(product));
  return products.flatMap((found, at) =>
    found
      ? {
          id: ids[at],
          title: found.title,
          url: found.url,
          image: found.featured_image,
          priceMinor: found.price,
          available: found.available,
        }
      : [],
  );
});

async function tell() {
  const all = [...lines].map(async ([productId, qty]) => {
    const unitMinor = (await product(productId))?.price ?? null;
    return { productId, qty, unitMinor, lineMinor: unitMinor === null ? null : qty * unitMinor };
  });
  setCart({ currency, lines: await Promise.all(all) });
}

onAdd(async ({ id }) => {
  lines.set(id, (lines.get(id) ?? 0) + 1);
  await tell();
});
tell();

for (const opener of document.querySelectorAll('[data-open]'))
  opener.addEventListener('click', () => document.querySelector(opener.dataset.open).showModal());
