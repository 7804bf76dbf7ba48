// What a page loads, file by file and before and after an element is near the screen, and what a
// model file spends its bytes on.

import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { weigh } from './lib/bytes.mjs';
import { modelSections } from './lib/model_sections.mjs';
import { build, cache, keep, missing, onlineRetail, table, thousands } from './lib/result.mjs';

/** Brotli bytes, at most; what a page loads has its lines in web/build/sizes.mjs. */
const modelLine = 170 * 1024;

/** What the build measured: `npm run build` writes it. */
function pageRows() {
  const { files, sums } = JSON.parse(readFileSync(path.join(build, 'sizes.json'), 'utf8'));
  return [
    ...files.map((row) => ({ what: 'file', ...row })),
    ...sums.map(({ name, most, ...row }) => ({
      what: 'sum',
      file: name,
      ...row,
      ...(most && { at_most: most }),
    })),
  ];
}

function modelRows() {
  const file = path.join(cache, 'online_retail_ii.gw');
  execFileSync(path.join(build, 'release', 'goeswith'), ['train', onlineRetail, '-o', file], {
    stdio: 'ignore',
  });
  const bytes = readFileSync(file);
  const { products, edges, parts } = modelSections(bytes);
  const whole = { what: 'model', section: 'whole file', products, edges, ...weigh(bytes) };
  return [
    ...parts.map((part) => ({ what: 'model', section: part.name, ...weigh(part.bytes) })),
    { ...whole, at_most: modelLine },
  ];
}

const page = pageRows();
const model = existsSync(onlineRetail) ? modelRows() : [];
const numbers = ({ raw, gzip, brotli }) => [raw, gzip, brotli].map(thousands);
const limit = ({ brotli, at_most }) =>
  at_most ? thousands(at_most) + (brotli > at_most ? ' (missed)' : '') : '';
const tables = [
  table(
    ['a page loads', 'when', 'bytes', 'gzip', 'brotli', 'at most'],
    page.map((row) => [row.file, row.when ?? '', ...numbers(row), limit(row)]),
  ),
];
if (model.length > 0) {
  const whole = model[model.length - 1];
  // The table leaves small sections to the JSON.
  const shown = model.filter(({ brotli }) => brotli >= whole.brotli / 100);
  const anEdge = (bytes) => (whole.edges > 0 ? (bytes / whole.edges).toFixed(2) : '');
  tables.push(
    table(
      [
        ...['model of online_retail_ii', 'bytes', 'gzip', 'brotli', 'share of brotli'],
        ...['bytes an edge', 'brotli an edge', 'at most'],
      ],
      shown.map((row) => [
        row.section,
        ...numbers(row),
        `${((100 * row.brotli) / whole.brotli).toFixed(0)} %`,
        anEdge(row.raw),
        anEdge(row.brotli),
        limit(row),
      ]),
    ),
    `${thousands(whole.products)} products, ${thousands(whole.edges)} edges. Sections are compressed one by one, so they do not add up to the whole.`,
  );
} else tables.push(`Model of online_retail_ii: ${missing(onlineRetail)}.`);
keep('bytes', { rows: [...page, ...model], tables });
