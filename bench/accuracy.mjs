// How often each method finds the product that was taken out of an order, on public data sets:
// popularity, cosine, BM25, dense EASE at its best strength for each figure, and the model file
// with 8, 16 and 32 edges a product.

import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { build, keep, shared, skip, table } from './lib/result.mjs';

const goeswith = path.join(build, 'release', 'goeswith');
// EASE on tafeng inverts 12,000 products for minutes: two strengths around its best.
const sets = [
  { name: 'groceries', file: 'groceries/baskets.csv', least: 2 },
  { name: 'takeaway', file: 'takeaway/orders.csv.gz', least: 2 },
  { name: 'online_retail_ii', file: 'online_retail_ii/orders.csv.gz', least: 5 },
  { name: 'tafeng', file: 'tafeng/orders.csv.gz', least: 5, strengths: [70, 100] },
]
  .map((set) => ({ ...set, path: path.join(shared, 'data', set.file) }))
  .filter((set) => existsSync(set.path));
if (sets.length === 0) skip('accuracy', `the data sets are not in ${path.join(shared, 'data')}`);

function evaluate(set, ...options) {
  const { methods, ...asked } = JSON.parse(
    execFileSync(
      goeswith,
      ['evaluate', set.path, '--min', String(set.least), '--json', ...options],
      {
        stdio: ['ignore', 'pipe', 'ignore'],
      },
    ),
  );
  return methods.map((row) => ({ data: set.name, ...asked, ...row }));
}

const rows = [];
for (const set of sets) {
  rows.push(...evaluate(set, '--methods', 'popularity,cosine,bm25'));
  const strengths = set.strengths ?? [20, 50, 100, 200, 500, 1000];
  const anchors = strengths.flatMap((strength) =>
    evaluate(set, '--methods', 'ease', '--ease-strength', String(strength)),
  );
  const best = (key) => Math.max(...anchors.map((row) => row[key]));
  const anchor = { ...anchors[0], hr10: best('hr10'), ndcg10: best('ndcg10'), mrr: best('mrr') };
  rows.push({ ...anchor, strengths });
  for (const edges of [8, 16, 32])
    for (const row of evaluate(set, '--methods', 'goeswith', '--edges', String(edges)))
      rows.push({
        ...row,
        method: `goeswith, ${edges} edges`,
        of_ease: { hr10: row.hr10 / anchor.hr10, ndcg10: row.ndcg10 / anchor.ndcg10 },
      });
}

keep('accuracy', {
  rows,
  page: 'accuracy.md',
  tables: [
    table(
      ['data', 'questions', 'method', 'HR@10', 'NDCG@10', 'MRR', 'coverage', 'of EASE', 'bytes'],
      rows.map((row) => [
        row.data,
        row.questions,
        row.method === 'ease' ? 'ease, best' : row.method,
        row.hr10.toFixed(4),
        row.ndcg10.toFixed(4),
        row.mrr.toFixed(4),
        row.coverage.toFixed(3),
        row.of_ease ? `${row.of_ease.hr10.toFixed(3)} / ${row.of_ease.ndcg10.toFixed(3)}` : '',
        row.bytes || '',
      ]),
    ),
  ],
});
