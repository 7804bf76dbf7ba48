// Orders of an experiment, invented and the same on every run: three in ten saw nothing, and those who saw
// offers add a second product more often.

function steady(seed) {
  let state = seed;
  return () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state / 2147483648;
  };
}

const day = 86_400_000;

/**
 * `lift`    how much more often, as a share
 * `labels`  the label of an order by a number from 0 to 1
 */
export function experimentOrders(
  orders,
  { lift = 0, seed = 1, labels = (draw) => (draw < 0.3 ? 'hidden' : 'shown') } = {},
) {
  const next = steady(seed);
  const lines = [
    'Order ID,Product ID,Quantity,Price,Date,Customer,Tags,Note Attributes,Label,Currency',
  ];
  for (let order = 0; order < orders; order += 1) {
    const label = labels(next());
    const count = next() < 0.3 + (label === 'hidden' ? 0 : lift) ? 2 : 1;
    const date = new Date(Date.UTC(2026, 0, 1) + (order / orders) * 180 * day);
    for (let item = 0; item < count; item += 1)
      lines.push(
        [
          ...[order, `P${Math.floor(next() * 40)}`, 1, (10 + 50 * next()).toFixed(2)],
          ...[date.toISOString().slice(0, 10), `c${order % 1500}`, `"vip, goeswith-${label}"`],
          ...[`"gift: no\ngoeswith: ${label}"`, label, 'EUR'],
        ].join(),
      );
  }
  return `${lines.join('\n')}\n`;
}
