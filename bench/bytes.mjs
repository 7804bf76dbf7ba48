// What a page loads, file by file and before and after an element is near the screen, and what a
// model file spends its bytes on.

import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { sum, weigh } from './lib/bytes.mjs';
import { modelSections } from './lib/model_sections.mjs';
import { build, cache, keep, missing, onlineRetail, table, thousands, top } from './lib/result.mjs';

const kb = 1024;
/** Brotli bytes, at most; 8 of `everything` are for lists, rules, bundles and goals of every kind. */
const lines = { idle: 4 * kb, everything: 48 * kb, model: 170 * kb };
/** As web/build.mjs has them: another language, a memory, an experiment. */
const optional = /^((\w\w|languages|shopper|experiment)-|storefront_js)/;
const dist = path.join(top, 'web', 'dist');

/** The entry, and what it and those import at once: `import('...')` waits for an element. */
function idleFiles() {
  const found = new Set();
  const visit = (file) => {
    if (found.has(file)) return;
    found.add(file);
    const code = readFileSync(path.join(dist, file), 'utf8');
    for (const [, next] of code.matchAll(/(?:\bfrom|\bimport)\s*["']\.\/([^"']+)["']/g))
      visit(next);
  };
  visit('goeswith.js');
  return found;
}

function pageRows() {
  const idle = idleFiles();
  const files = readdirSync(dist)
    .filter((file) => /\.(js|wasm)$/.test(file))
    .map((file) => ({
      what: 'file',
      file,
      when: idle.has(file)
        ? 'at once'
        : optional.test(file)
          ? 'where a page needs it'
          : 'when an element is near',
      ...weigh(readFileSync(path.join(dist, file))),
    }))
    .sort((a, b) => a.when.localeCompare(b.when) || a.file.localeCompare(b.file));
  const idleSum = sum(files.filter(({ when }) => when === 'at once'));
  const everything = sum(files.filter(({ file }) => !optional.test(file)));
  return [
    ...files,
    { what: 'sum', file: 'before an element is near', ...idleSum, at_most: lines.idle },
    { what: 'sum', file: 'everything', ...everything, at_most: lines.everything },
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
    { ...whole, at_most: lines.model },
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
