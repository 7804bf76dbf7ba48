// Runs goeswith_bench and tells microseconds of processor time a cart.

import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { summary } from './lib/quantiles.mjs';
import { against, build, keep, micro, table, thousands } from './lib/result.mjs';

const repetitions = 15;
/** Of each product, as `inputs.h` draws them. */
const edges = 16;
/** Microseconds for a cart of 5 among 10,000 products. */
const line = 5;

// Interleaved, so that a busy minute falls on all rows alike.
const output = execFileSync(
  path.join(build, 'release', 'goeswith_bench'),
  [
    '--benchmark_format=json',
    `--benchmark_repetitions=${repetitions}`,
    '--benchmark_enable_random_interleaving=true',
    '--benchmark_min_time=0.05',
  ],
  { stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 2 ** 28 },
);

const runs = new Map();
for (const run of JSON.parse(output).benchmarks) {
  if (run.run_type !== 'iteration') continue;
  const [what, products, cart] = run.name.split('/');
  const key = [what, products, cart].join('/');
  if (!runs.has(key))
    runs.set(key, {
      what,
      products: Number(products),
      ...(what === 'open' ? { size_bytes: run.size_bytes } : { cart: Number(cart) }),
      nanoseconds: [],
    });
  runs.get(key).nanoseconds.push(run.cpu_time);
}
const rows = [...runs.values()]
  .map(({ nanoseconds, ...row }) => ({
    ...row,
    unit: row.what === 'open' ? 'milliseconds' : 'microseconds',
    repetitions,
    ...summary(nanoseconds.map((value) => value / (row.what === 'open' ? 1e6 : 1e3))),
  }))
  .sort((a, b) => a.products - b.products || (a.cart ?? 0) - (b.cart ?? 0));

const find = (what, products, cart) =>
  rows.find((row) => row.what === what && row.products === products && row.cart === cart);
const spread = ({ quartile1, quartile3 }) => `${micro(quartile1)} to ${micro(quartile3)}`;
const answers = rows.filter(({ what }) => what === 'recommend');
keep('scoring', {
  rows,
  tables: [
    table(
      [
        ...['products', 'cart', 'recommend, µs', 'fastest', 'middle half', 'at most'],
        ...['ns an edge', 'close_gap, µs', 'fastest', 'of recommend'],
      ],
      answers.map((row) => {
        const gap = find('close_gap', row.products, row.cart);
        return [
          thousands(row.products),
          row.cart,
          micro(row.median),
          micro(row.min),
          spread(row),
          row.products === 10_000 && row.cart === 5 ? against(row.median, line) : '',
          ((1000 * row.median) / (row.cart * edges)).toFixed(1),
          micro(gap.median),
          micro(gap.min),
          (gap.median / row.median).toFixed(1),
        ];
      }),
    ),
    table(
      ['opening a model of', 'bytes', 'ms', 'fastest', 'ns a byte'],
      rows
        .filter(({ what }) => what === 'open')
        .map((row) => [
          `${thousands(row.products)} products`,
          thousands(row.size_bytes),
          micro(row.median),
          micro(row.min),
          micro((row.median * 1e6) / row.size_bytes),
        ]),
    ),
  ],
});
