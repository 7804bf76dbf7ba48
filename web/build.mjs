#!/usr/bin/env node
// Builds web/dist, what a shop hosts: the bundles, the module, the types. Prints what a page
// loads; with --check it fails when a size is past its line.

import { execFileSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { build, transformSync } from 'esbuild';

const web = dirname(fileURLToPath(import.meta.url));
const root = dirname(web);
const dist = join(web, 'dist');
const wasm = join(root, 'build', 'wasm');
const moduleFiles = ['storefront.js', 'storefront.wasm', 'storefront_js.js'];

/** Brotli bytes. What the lines stand for is in `sizes` below. */
const budget = {
  idle: 4 * 1024,
  elements: 17 * 1024, // four of them, and the largest adapter
  // Lists, rules, bundles and goals of every kind were given 8 of these.
  module: 24 * 1024,
  everything: 48 * 1024,
};
/** Loaded by pages that need them alone: another language, a memory, a card of the shop's own ... */
const optional = /^((\w\w|languages|shopper|experiment|own_card|carousel)-|storefront_js)/;

for (const file of moduleFiles)
  if (!existsSync(join(wasm, file))) {
    console.error(
      `build/wasm/${file} is missing: run cmake --preset wasm && cmake --build --preset wasm`,
    );
    process.exit(1);
  }

rmSync(dist, { recursive: true, force: true });
mkdirSync(dist, { recursive: true });
const { metafile } = await build({
  entryPoints: [join(web, 'goeswith.ts')],
  outdir: dist,
  absWorkingDir: root,
  bundle: true,
  splitting: true,
  format: 'esm',
  target: 'es2022',
  minify: true,
  legalComments: 'none',
  chunkNames: '[name]-[hash]',
  metafile: true,
  logLevel: 'warning',
  // For pages without WebAssembly alone.
  external: ['*/storefront_js.js'],
  plugins: [minifyTemplates(), builtGlue()],
});
mkdirSync(join(dist, 'types', 'engine'), { recursive: true });
copyFileSync(join(web, 'engine', 'core.d.ts'), join(dist, 'types', 'engine', 'core.d.ts'));
const standIn = readFileSync(join(wasm, 'storefront_js.js'), 'utf8');
const { code } = transformSync(standIn, { minify: true, target: 'es2022', legalComments: 'none' });
writeFileSync(join(dist, 'storefront_js.js'), code);
copyFileSync(join(wasm, 'storefront.wasm'), join(dist, 'storefront.wasm'));
copyFileSync(join(web, 'shop.schema.json'), join(dist, 'shop.schema.json'));
for (const file of readdirSync(join(web, 'themes')))
  copyFileSync(join(web, 'themes', file), join(dist, `theme-${file}`));
execFileSync(
  process.execPath,
  [
    join(root, 'node_modules', 'typescript', 'bin', 'tsc'),
    ...['--noEmit', 'false', '--declaration', '--emitDeclarationOnly'],
    ...['--rootDir', web, '--outDir', join(dist, 'types')],
  ],
  { cwd: root, stdio: 'inherit' },
);

const sizes = readdirSync(dist)
  .filter((file) => /\.(js|wasm)$/.test(file))
  .map((file) => {
    const bytes = readFileSync(join(dist, file));
    return {
      file,
      raw: bytes.length,
      gzip: gzipSync(bytes, { level: 9 }).length,
      brotli: brotliCompressSync(bytes).length,
    };
  });
const idle = closure('goeswith.js');
const named = (start) => sizes.find(({ file }) => file.startsWith(start)).file;
// What headless use loads too is not the elements'.
const headless = closure(named('recommender-'));
const appFiles = [...closure(named('app-'))].filter((file) => !headless.has(file));
const total = (name, files) =>
  files.reduce(
    (sum, { raw, gzip, brotli }) => ({
      file: sum.file,
      raw: sum.raw + raw,
      gzip: sum.gzip + gzip,
      brotli: sum.brotli + brotli,
    }),
    { file: name, raw: 0, gzip: 0, brotli: 0 },
  );
const sums = {
  idle: total(
    'before an element is near',
    sizes.filter(({ file }) => idle.has(file)),
  ),
  elements: total(
    'elements and an adapter',
    sizes.filter(({ file }) => file.startsWith('shopify-') || appFiles.includes(file)),
  ),
  module: total(
    'the module, its glue in the engine',
    sizes.filter(({ file }) => file === 'storefront.wasm'),
  ),
  everything: total(
    'everything',
    sizes.filter(({ file }) => !optional.test(file)),
  ),
};

const line = (file, ...numbers) =>
  file.padEnd(28) + numbers.map((number) => String(number).padStart(9)).join('');
console.log(line('', 'raw', 'gzip', 'brotli', 'at most'));
for (const { file, raw, gzip, brotli } of sizes) console.log(line(file, raw, gzip, brotli));
let past = false;
for (const [name, { file, raw, gzip, brotli }] of Object.entries(sums)) {
  console.log(line(file, raw, gzip, brotli, budget[name]));
  past ||= brotli > budget[name];
}
if (process.argv.includes('--check') && past) {
  console.error('a size is past its line');
  process.exit(1);
}

/** A bundle and what it imports at once. */
function closure(file) {
  const files = new Set();
  const visit = (path) => {
    if (files.has(path)) return;
    files.add(path);
    for (const { path: next, kind, external } of metafile.outputs[path].imports)
      if (kind === 'import-statement' && !external) visit(next);
  };
  visit(`web/dist/${file}`);
  return new Set([...files].map((path) => path.slice('web/dist/'.length)));
}

/** The module's glue comes from where Emscripten built it. */
function builtGlue() {
  return {
    name: 'built-glue',
    setup({ onResolve }) {
      onResolve({ filter: /\/storefront\.js$/ }, () => ({ path: join(wasm, 'storefront.js') }));
    },
  };
}

/** Indentation and comments within html`` and css`` are for us, not for the page. */
function minifyTemplates() {
  return {
    name: 'minify-templates',
    setup({ onLoad }) {
      onLoad({ filter: /elements[\\/].*\.ts$/ }, ({ path }) => ({
        contents: readFileSync(path, 'utf8')
          .replace(/css`([^`]*)`/g, (_, css) => {
            const { code } = transformSync(css, { loader: 'css', minify: true });
            return `css\`${code.trim()}\``;
          })
          .replace(/\n\s+(?=[^\s*/])/g, '\n'),
        loader: 'ts',
      }));
    },
  };
}
