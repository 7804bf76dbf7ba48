// Trains on invented shops from 300,000 orders to 3,000,000 and from 50,000 products to 1,000,000,
// so that the slope shows: one run each, about ten minutes in all.

import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { weigh } from './lib/bytes.mjs';
import { against, build, cache, keep, table, thousands, top } from './lib/result.mjs';

const goeswith = path.join(build, 'release', 'goeswith');
const linesPerOrder = 9.7;
const shops = [
  { products: 50_000, orders: 300_000 },
  { products: 50_000, orders: 1_000_000 },
  { products: 50_000, orders: 3_000_000, at_most: { seconds: 90, peak_mb: 2000 } },
  { products: 200_000, orders: 3_000_000 },
  { products: 1_000_000, orders: 3_000_000 },
];

/** The last line that a command prints, as JSON. */
const lastLine = (command, ...args) =>
  JSON.parse(
    execFileSync(command, args.map(String), { stdio: ['ignore', 'pipe', 'ignore'] })
      .toString()
      .trim()
      .split('\n')
      .pop(),
  );

function measure({ products, orders, at_most }) {
  const folder = path.join(cache, 'scale');
  mkdirSync(folder, { recursive: true });
  const size = ['--products', products, '--orders', orders, '--lines-per-order', linesPerOrder];
  const simulated = execFileSync(
    goeswith,
    ['simulate', ...size, '--seed', 1, '-o', folder].map(String),
    { stdio: ['ignore', 'pipe', 'ignore'] },
  );
  const [, lines] = simulated.toString().match(/(\d+) lines/);
  const model = path.join(folder, 'shop.gw');
  const train = [goeswith, 'train', path.join(folder, 'orders.csv'), '-o', model];
  const run = lastLine('python3', path.join(top, 'bench', 'measure.py'), ...train);
  const inside = JSON.parse(execFileSync(goeswith, ['inspect', model, '--json']));
  const row = {
    shop: { products, orders, lines: Number(lines) },
    products: inside.products,
    edges: inside.edges,
    seconds: run.seconds,
    processor_seconds: run.processor_seconds,
    peak_mb: run.peak_bytes / 1e6,
    model: weigh(readFileSync(model)),
    at_most,
  };
  rmSync(folder, { recursive: true });
  return row;
}

const rows = shops.map(measure);
keep('scale', {
  rows,
  tables: [
    table(
      [
        ...['products', 'orders', 'lines', 'in the model', 'affinities', 's', 'at most'],
        ...['processor s', 'peak MB', 'at most', 'model MB', 'brotli'],
      ],
      rows.map((row) => [
        thousands(row.shop.products),
        thousands(row.shop.orders),
        thousands(row.shop.lines),
        thousands(row.products),
        thousands(row.edges),
        row.seconds.toFixed(1),
        row.at_most ? against(row.seconds, row.at_most.seconds) : '',
        row.processor_seconds.toFixed(1),
        row.peak_mb.toFixed(0),
        row.at_most ? against(row.peak_mb, row.at_most.peak_mb) : '',
        (row.model.raw / 1e6).toFixed(1),
        (row.model.brotli / 1e6).toFixed(1),
      ]),
    ),
  ],
});
