// What each flag of bindings/CMakeLists.txt saves: the module is built once with all of them and
// once without each.

import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { transformSync } from 'esbuild';
import { sum, weigh } from './lib/bytes.mjs';
import { cache, keep, table, thousands, top } from './lib/result.mjs';

// What the module cannot do without, or what another flag stands in for.
const needed = /^(--bind|--no-entry|-sMODULARIZE|-sEXPORT_)/;
const insteadOf = new Map([['-Oz', '-O3']]);

const text = readFileSync(path.join(top, 'bindings', 'CMakeLists.txt'), 'utf8').replace(/#.*/g, '');
const flagsIn = (call) =>
  text
    .match(call)[1]
    .split(/\s+/)
    .filter((word) => word.startsWith('-'));
const flags = [
  ...new Set([
    ...flagsIn(/set\(lean([^)]*)\)/),
    ...flagsIn(/target_link_options\(storefront([^)]*)\)/),
  ]),
];
const sources = [
  ...readdirSync(path.join(top, 'src', 'recommend')).map((file) => `src/recommend/${file}`),
  'src/model/model.cpp',
  'bindings/storefront.cpp',
].filter((file) => file.endsWith('.cpp'));

const folder = path.join(cache, 'flags');
mkdirSync(folder, { recursive: true });
/** Weighs the module; nothing where these flags do not make one. */
function built(chosen) {
  const script = path.join(folder, 'storefront.js');
  const args = ['-std=c++20', '-DNDEBUG', '-Isrc', ...chosen, ...sources, '-o', script];
  try {
    execFileSync('em++', args, {
      cwd: top,
      stdio: 'ignore',
      // Debian's em++ looks for acorn where node itself does not look.
      env: { NODE_PATH: '/usr/share/nodejs', ...process.env },
    });
  } catch {
    return null;
  }
  const { code } = transformSync(readFileSync(script, 'utf8'), {
    ...{ minify: true, target: 'es2022', legalComments: 'none' },
  });
  return {
    script: weigh(Buffer.from(code)),
    binary: weigh(readFileSync(path.join(folder, 'storefront.wasm'))),
  };
}

const rowOf = (flag, module) => ({
  flag,
  builds: module !== null,
  ...(module && {
    script_brotli: module.script.brotli,
    binary_brotli: module.binary.brotli,
    ...sum([module.script, module.binary]),
  }),
});
const whole = rowOf('all flags', built(flags));
if (!whole.builds) throw new Error('the module does not build');
const rows = [whole];
for (const flag of flags.filter((one) => !needed.test(one))) {
  const instead = insteadOf.get(flag);
  rows.push(
    rowOf(
      instead ? `${instead} instead of ${flag}` : `without ${flag}`,
      built(flags.flatMap((one) => (one !== flag ? [one] : instead ? [instead] : []))),
    ),
  );
}

const version = execFileSync('em++', ['--version']).toString().split('\n')[0];
keep('flags', {
  rows,
  tables: [
    table(
      ['storefront module, brotli', 'script', 'binary', 'both', 'more than all flags'],
      rows.map((row) =>
        row.builds
          ? [
              row.flag,
              thousands(row.script_brotli),
              thousands(row.binary_brotli),
              thousands(row.brotli),
              row === whole ? '' : thousands(row.brotli - whole.brotli),
            ]
          : [row.flag, '', '', 'does not build', ''],
      ),
    ),
    `${version.replace(/ \(\)$/, '')}.`,
  ],
});
