// A run's figures: kept as JSON with the machine and the commit, shown as tables, and the same
// tables put between their markers in README.md, so that the page cannot drift from the run.

import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const top = fileURLToPath(new URL('../..', import.meta.url));
export const build = path.join(top, 'build');
/** Inputs that a benchmark makes once and finds again. */
export const cache = path.join(build, 'bench');
mkdirSync(cache, { recursive: true });

/** The data that is not in the repository; GOESWITH_SHARED names another place. */
export const shared = process.env.GOESWITH_SHARED ?? path.join(top, '..', 'shared');
export const onlineRetail = path.join(shared, 'data', 'online_retail_ii', 'orders.csv.gz');

const git = (...args) => execFileSync('git', args, { cwd: top }).toString().trim();

/** The commit, and whether what was measured had changes that are in no commit. */
function commit() {
  try {
    const changed = git('status', '--porcelain', '--', 'src', 'bindings', 'web');
    return git('rev-parse', '--short=10', 'HEAD') + (changed ? ' with changes' : '');
  } catch {
    return 'not a git checkout';
  }
}

const machine = () => ({
  cpu: os.cpus()[0].model.trim(),
  cores: os.cpus().length,
  memory_gb: Math.round(os.totalmem() / 2 ** 30),
});

/** Writes `results/NAME.json` and the tables of a page of `bench`, and prints them. */
export function keep(name, { rows, tables, page = 'README.md' }) {
  const result = {
    machine: machine(),
    commit: commit(),
    date: new Date().toISOString().slice(0, 10),
    command: `./bench/run ${name}`,
    rows,
  };
  const results = path.join(top, 'bench', 'results');
  mkdirSync(results, { recursive: true });
  writeFileSync(path.join(results, `${name}.json`), `${JSON.stringify(result, null, 2)}\n`);

  const { cpu, cores, memory_gb } = result.machine;
  const text = [
    ...tables,
    `\`${result.command}\`, ${result.date}, commit ${result.commit}; ${cpu}, ${cores} cores, ${memory_gb} GB.`,
  ].join('\n\n');
  console.log(`${text}\n`);
  const file = path.join(top, 'bench', page);
  writeFileSync(file, replaced(readFileSync(file, 'utf8'), name, text));
}

/** The page with the text between the two markers of a name replaced. */
export function replaced(page, name, text) {
  const [begin, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const from = page.indexOf(begin);
  const to = page.indexOf(end);
  if (from < 0 || to < from) throw new Error(`there is no ${begin} ... ${end} in the page`);
  return `${page.slice(0, from)}${begin}\n${text}\n${page.slice(to)}`;
}

/** A table of Markdown that reads as one in a terminal, too: figures stand to the right. */
export function table(head, lines) {
  const texts = [head, ...lines].map((row) => row.map(String));
  const widths = head.map((_, i) => Math.max(...texts.map((row) => row[i].length), i ? 4 : 3));
  const rule = widths.map((width, i) => (i ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width)));
  const padded = texts.map((row) =>
    row.map((text, i) => (i ? text.padStart(widths[i]) : text.padEnd(widths[i]))),
  );
  return [padded[0], rule, ...padded.slice(1)].map((row) => `| ${row.join(' | ')} |`).join('\n');
}

export const missing = (file) =>
  `skipped, ${path.relative(top, file)} is not there (GOESWITH_SHARED says where)`;

/** Ends a benchmark that cannot run here, without failing the others. */
export function skip(name, reason) {
  console.log(`${name}: skipped, ${reason}\n`);
  process.exit(0);
}

export const thousands = (number) => Math.round(number).toLocaleString('en-US');
export const micro = (value) => value.toFixed(2);
/** A figure beside the line that it must not pass. */
export const against = (value, line) => `${line}${value <= line ? '' : ' (missed)'}`;
