// What each flag of bindings/CMakeLists.txt saves: the module is built once with all of them and
// once without each, and has to start and take a model.

import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { transformSync } from 'esbuild';
import { sum, weigh } from './lib/bytes.mjs';
import { cache, keep, table, thousands, top } from './lib/result.mjs';

// What the module cannot do without, or what another flag stands in for.
const needed = /^(--bind|--no-entry|--pre-js|-sMODULARIZE|-sEXPORT_|-sMINIMAL_RUNTIME|-sMALLOC)/;
const insteadOf = new Map([['-Oz', '-O3']]);
// Of each of these, one flag alone makes no module that works.
const together = [/^-s(TOTAL_STACK|INITIAL_MEMORY)/, /^-fno-rtti|^-DEMSCRIPTEN_HAS/];

const text = readFileSync(path.join(top, 'bindings', 'CMakeLists.txt'), 'utf8').replace(/#.*/g, '');
// A flag as CMake has it: `"SHELL:--pre-js FILE"` and `--closure 1` are one each.
const flagsIn = (call) =>
  [...text.match(call)[1].matchAll(/"SHELL:([^"]+)"|(-[^\s"]+(?: \d)?)/g)].map(([, shell, flag]) =>
    (shell ?? flag).replace(/\$\{CMAKE_CURRENT_SOURCE_DIR\}/, 'bindings'),
  );
const flags = [
  ...new Set([
    ...flagsIn(/set\(lean([^)]*)\)/),
    ...flagsIn(/set\(nameless([^)]*)\)/),
    ...flagsIn(/target_link_options\(\$\{name\}([^)]*)\)/),
    ...flagsIn(/\nstorefront\(storefront([^)]*)\)/),
  ]),
];
const sources = [
  ...readdirSync(path.join(top, 'src', 'recommend')).map((file) => `src/recommend/${file}`),
  'src/model/model.cpp',
  'bindings/storefront.cpp',
  'bindings/runtime.cpp',
].filter((file) => file.endsWith('.cpp'));

const folder = path.join(cache, 'flags');
let builds = 0;

/** Starts a module for pages here, where its binary has to be handed to it. */
async function works(script, binary) {
  const { default: createStorefront } = await import(pathToFileURL(script).href);
  const core = await createStorefront({
    instantiateWasm(imports, done) {
      WebAssembly.instantiate(binary, imports).then(done);
    },
  });
  return core.model(8) > 0;
}

/** Weighs the module; nothing where these flags do not make one that works. */
async function built(chosen) {
  // A folder for each: node takes a script that it has seen already from memory.
  const own = path.join(folder, String(++builds));
  mkdirSync(own, { recursive: true });
  const script = path.join(own, 'storefront.js');
  const args = [
    '-std=c++20',
    '-DNDEBUG',
    '-Isrc',
    ...chosen.flatMap((flag) => flag.split(' ')),
    ...sources,
    '-o',
    script,
  ];
  try {
    execFileSync('em++', args, {
      cwd: top,
      stdio: 'ignore',
      // Debian's em++ looks for acorn where node itself does not look.
      env: {
        EM_CLOSURE_COMPILER: path.join(top, 'node_modules', '.bin', 'google-closure-compiler'),
        NODE_PATH: '/usr/share/nodejs',
        ...process.env,
      },
    });
    const binary = readFileSync(path.join(own, 'storefront.wasm'));
    // Made for all places it prefers node's own ways, which this old glue has wrong in modules.
    const here = chosen.some((flag) => flag.startsWith('-sENVIRONMENT'));
    if (here && !(await works(script, binary))) return null;
    const { code } = transformSync(readFileSync(script, 'utf8'), {
      ...{ minify: true, target: 'es2022', legalComments: 'none' },
    });
    return { script: weigh(Buffer.from(code)), binary: weigh(binary) };
  } catch {
    return null;
  }
}

const rowOf = (flag, module) => ({
  flag,
  works: module !== null,
  ...(module && {
    script_brotli: module.script.brotli,
    binary_brotli: module.binary.brotli,
    ...sum([module.script, module.binary]),
  }),
});
const whole = rowOf('all flags', await built(flags));
if (!whole.works) throw new Error('the module does not work');
const rows = [whole];
const groups = flags
  .filter((flag) => !needed.test(flag))
  .map((flag) => {
    const kin = together.find((one) => one.test(flag));
    return kin ? flags.filter((other) => kin.test(other)) : [flag];
  })
  .filter((group, i, all) => all.findIndex(([first]) => first === group[0]) === i);
for (const group of groups) {
  const instead = insteadOf.get(group[0]);
  const left = flags.filter((flag) => !group.includes(flag));
  rows.push(
    rowOf(
      instead ? `${instead} instead of ${group[0]}` : `without ${group.join(' and ')}`,
      await built(instead ? [...left, instead] : left),
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
        row.works
          ? [
              row.flag,
              thousands(row.script_brotli),
              thousands(row.binary_brotli),
              thousands(row.brotli),
              row === whole ? '' : thousands(row.brotli - whole.brotli),
            ]
          : [row.flag, '', '', 'does not work', ''],
      ),
    ),
    `${version.replace(/ \(\)$/, '')}.`,
  ],
});
