// What a page loads, in brotli bytes, and the lines that it stays under.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundle } from './bundle.mjs';
import { dist, weigh } from './paths.mjs';

/** At most, in brotli bytes. */
export const lines = {
  idle: 4 * 1024,
  elements: 17 * 1024, // four of them, the controller, and the largest adapter
  everything: 48 * 1024, // model aside, on a page in English that remembers nothing
};

/** Loaded only by pages that ask for it; whatever else is loaded late counts in full. */
const whereAsked = [
  [/^strings\/\w\w\.ts$/, 'another language, the largest'],
  [/^strings\//, 'another language: what there is'],
  [/^shopper\.ts$/, 'a history'],
  [/^experiment\.ts$/, 'an experiment'],
  [/^elements\/carousel\.ts$/, 'a carousel'],
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

  row('', 'raw', 'gzip', 'brotli', 'at most');
  for (const { file } of [...tag, ...app, { file: wasm }, ...others])
    row(file, ...Object.values(weightOf(file)));
  console.log();
  row('before an element is near', ...Object.values(idle), lines.idle);
  row('elements, largest adapter', ...Object.values(elements), lines.elements);
  row('engine, module and its glue', ...Object.values(module));
  row('everything', ...Object.values(everything), lines.everything);
  const more = groupBy(late.filter(asked), asked);
  for (const [when, files] of more) {
    const added = when.endsWith('largest') ? heaviest(files) : files;
    row(`+ ${when}`, ...Object.values(sum(added.map(({ file }) => weightOf(file)))));
  }
  return (
    idle.brotli <= lines.idle &&
    elements.brotli <= lines.elements &&
    everything.brotli <= lines.everything
  );
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
