// What a page loads, in brotli bytes, and the lines that it stays under.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundle } from './bundle.mjs';
import { dist, root, weigh } from './paths.mjs';

/** At most, in brotli bytes. */
export const lines = {
  idle: 4 * 1024,
  elements: 16 * 1024, // four of them, the controller, and the largest adapter
  everything: 34 * 1024, // model aside, on a page in English that remembers nothing
};

/** Loaded only by pages that ask for it; whatever else is loaded late counts in full. */
const whereAsked = [
  [/^strings\/\w\w\.ts$/, 'another language, the largest'],
  [/^strings\//, 'another language: what there is'],
  [/^shopper\.ts$/, 'a history'],
  [/^experiment\.ts$/, 'an experiment'],
  [/^elements\/carousel\.ts$/, 'a carousel'],
  [/^elements\/own_card\.ts$/, 'a card of the shop’s own'],
  [/storefront_js\.js$/, 'no WebAssembly here'],
];

/**
 * Prints every file and the sums, and returns whether they fit. Elements and engine are one file; what
 * the engine alone would be is measured, and the rest of the file are the elements.
 */
export async function reportSizes({ tag, app, wasm, others }) {
  const weights = new Map();
  const weightOf = (file) => {
    if (!weights.has(file)) weights.set(file, weigh(readFileSync(join(dist, file))));
    return weights.get(file);
  };
  const [appFile, ...late] = app;
  const heaviest = (files) =>
    [...files].sort((a, b) => weightOf(b.file).brotli - weightOf(a.file).brotli).slice(0, 1);
  const isAdapter = ({ from }) => from.startsWith('cart/');
  const asked = ({ from }) => whereAsked.find(([files]) => files.test(from))?.[1];
  const always = [
    ...heaviest(late.filter(isAdapter)),
    ...late.filter((file) => !isAdapter(file) && !asked(file)),
  ].map(({ file }) => weightOf(file));

  const [engine] = await bundle('engine/recommender.ts');
  const engineAlone = weigh(Buffer.from(engine.code));
  const idle = sum(tag.map(({ file }) => weightOf(file)));
  const elements = sum([minus(weightOf(appFile.file), engineAlone), ...always]);
  const module = sum([engineAlone, weightOf(wasm)]);
  const everything = sum([idle, elements, module]);

  const whenOf = ({ from }) => {
    if (from.startsWith('cart/')) return 'on its platform';
    return asked({ from }) ? 'where a page needs it' : 'when an element is near';
  };
  const files = [
    ...tag.map(({ file }) => ({ file, when: 'at once' })),
    { file: appFile.file, when: 'when an element is near' },
    { file: wasm, when: 'when an element is near' },
    ...late.map(({ file, from }) => ({ file, when: whenOf({ from }) })),
    ...others
      .filter(({ file }) => late.every((one) => one.file !== file))
      .map(({ file }) => ({ file, when: 'in place of these' })),
  ].map((one) => ({ ...one, ...weightOf(one.file) }));
  const sums = [
    { name: 'before an element is near', ...idle, most: lines.idle },
    { name: 'elements, largest adapter', ...elements, most: lines.elements },
    { name: 'engine, module and its glue', ...module },
    { name: 'everything', ...everything, most: lines.everything },
    ...[...groupBy(late.filter(asked), asked)].map(([when, group]) => {
      const added = when.endsWith('largest') ? heaviest(group) : group;
      return { name: `+ ${when}`, ...sum(added.map(({ file }) => weightOf(file))) };
    }),
  ];
  row('', 'raw', 'gzip', 'brotli', 'at most');
  for (const { file, raw, gzip, brotli } of files) row(file, raw, gzip, brotli);
  console.log();
  for (const { name, raw, gzip, brotli, most = '' } of sums) row(name, raw, gzip, brotli, most);
  // For ./bench/run bytes.
  writeFileSync(join(root, 'build', 'sizes.json'), `${JSON.stringify({ files, sums })}\n`);
  return sums.every(({ brotli, most = Number.POSITIVE_INFINITY }) => brotli <= most);
}

const combine = (how) => (a, b) => ({
  raw: how(a.raw, b.raw),
  gzip: how(a.gzip, b.gzip),
  brotli: how(a.brotli, b.brotli),
});
const minus = combine((a, b) => a - b);
const sum = (all) =>
  all.reduce(
    combine((a, b) => a + b),
    { raw: 0, gzip: 0, brotli: 0 },
  );

function row(name, ...numbers) {
  console.log(name.padEnd(36) + numbers.map((number) => String(number).padStart(9)).join(''));
}

function groupBy(files, of) {
  const groups = new Map();
  for (const file of files) groups.set(of(file), [...(groups.get(of(file)) ?? []), file]);
  return groups;
}
