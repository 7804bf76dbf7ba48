// Trains on a real export and on an invented shop, as a merchant would: the whole command.

import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { weigh } from './lib/bytes.mjs';
import { summary } from './lib/quantiles.mjs';
import {
  against,
  build,
  cache,
  keep,
  missing,
  onlineRetail,
  table,
  thousands,
  top,
} from './lib/result.mjs';

const repetitions = 5;
const goeswith = path.join(build, 'release', 'goeswith');
/** For Online Retail II. */
const lines = { seconds: 4, peak_mb: 400, model_kb: 170, hr10: 0.28 };

function invented(products, orders) {
  const folder = path.join(cache, `shop-${products}-${orders}`);
  const file = path.join(folder, 'orders.csv');
  if (!existsSync(file) || statSync(file).mtimeMs < statSync(goeswith).mtimeMs) {
    mkdirSync(folder, { recursive: true });
    execFileSync(
      goeswith,
      [
        ...['simulate', '--products', String(products), '--orders', String(orders)],
        ...['--seed', '1', '-o', folder],
      ],
      { stdio: 'ignore' },
    );
  }
  return ['--catalogue', path.join(folder, 'catalogue.csv'), file];
}

function train(name, input) {
  const model = path.join(cache, `${name}.gw`);
  const command = [goeswith, 'train', ...input, '-o', model];
  const runs = Array.from({ length: repetitions }, () =>
    JSON.parse(
      execFileSync('python3', [path.join(top, 'bench', 'measure.py'), ...command], {
        stdio: ['ignore', 'pipe', 'ignore'],
      })
        .toString()
        .trim()
        .split('\n')
        .pop(),
    ),
  );
  const inside = JSON.parse(execFileSync(goeswith, ['inspect', model, '--json']));
  return {
    what: 'train',
    data: name,
    repetitions,
    products: inside.products,
    edges: inside.edges,
    seconds: summary(runs.map(({ seconds }) => seconds)),
    processor_seconds: summary(runs.map(({ processor_seconds }) => processor_seconds)),
    peak_mb: Number((Math.max(...runs.map(({ peak_bytes }) => peak_bytes)) / 1e6).toFixed(1)),
    model: weigh(readFileSync(model)),
  };
}

function evaluate(name, input) {
  const found = JSON.parse(
    execFileSync(goeswith, ['evaluate', ...input, '--json'], {
      stdio: ['ignore', 'pipe', 'ignore'],
    }),
  );
  const { methods, ...asked } = found;
  return methods.map((method) => ({ what: 'evaluate', data: name, ...asked, ...method }));
}

const rows = [];
const measure = (name, input) => rows.push(train(name, input), ...evaluate(name, input));
const hasReal = existsSync(onlineRetail);
if (hasReal) measure('online_retail_ii', [onlineRetail]);
measure('simulated', invented(50_000, 300_000));

const isReal = ({ data }) => data === 'online_retail_ii';
const kb = (bytes) => (bytes / 1024).toFixed(1);
keep('training', {
  rows,
  tables: [
    table(
      [
        ...['data', 'products', 'affinities', 's', 'fastest', 'at most', 'processor s'],
        ...['peak MB', 'at most', 'model KB', 'gzip', 'brotli', 'at most'],
      ],
      rows
        .filter(({ what }) => what === 'train')
        .map((row) => [
          row.data,
          thousands(row.products),
          thousands(row.edges),
          row.seconds.median.toFixed(2),
          row.seconds.min.toFixed(2),
          isReal(row) ? against(row.seconds.median, lines.seconds) : '',
          row.processor_seconds.median.toFixed(2),
          row.peak_mb.toFixed(0),
          isReal(row) ? against(row.peak_mb, lines.peak_mb) : '',
          kb(row.model.raw),
          kb(row.model.gzip),
          kb(row.model.brotli),
          isReal(row) ? against(row.model.brotli / 1024, lines.model_kb) : '',
        ]),
    ),
    table(
      [
        ...['data', 'method', 'HR@10', 'at least', 'of cosine', 'NDCG@10', 'of cosine'],
        ...['MRR', 'coverage'],
      ],
      rows
        .filter(({ what }) => what === 'evaluate')
        .map((row) => {
          const cosine = rows.find((one) => one.data === row.data && one.method === 'cosine');
          const floor = isReal(row) && row.method === 'goeswith';
          return [
            row.data,
            row.method,
            row.hr10.toFixed(3),
            floor ? lines.hr10 + (row.hr10 < lines.hr10 ? ' (missed)' : '') : '',
            (row.hr10 / cosine.hr10).toFixed(2),
            row.ndcg10.toFixed(3),
            (row.ndcg10 / cosine.ndcg10).toFixed(2),
            row.mrr.toFixed(3),
            row.coverage.toFixed(3),
          ];
        }),
    ),
    ...(hasReal ? [] : [`online_retail_ii: ${missing(onlineRetail)}.`]),
  ],
});
