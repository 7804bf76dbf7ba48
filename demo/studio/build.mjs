#!/usr/bin/env node
// Builds the studio into build/studio-page: static files that can be hosted anywhere, the studio's
// own scripts, its module, the widget, what a merchant takes home, and a sample shop.

import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { zipSync } from 'fflate';

const here = dirname(fileURLToPath(import.meta.url));
const top = join(here, '..', '..');
const core = join(top, 'build', 'studio');
const dist = join(top, 'web', 'dist');
const widget = join(top, 'build', 'wasm');
const out = join(top, 'build', 'studio-page');
const sample = join(top, 'build', 'sample');

rmSync(out, { recursive: true, force: true });
mkdirSync(join(out, 'sample'), { recursive: true });

// The sources name the module as if it lay beside them; it lies where CMake puts it.
const findsModule = {
  name: 'module',
  setup: ({ onResolve }) =>
    onResolve({ filter: /^\.\/studio_core\.js$/ }, () => ({ path: join(core, 'studio.js') })),
};
const bundled = {
  outdir: out,
  absWorkingDir: top,
  bundle: true,
  format: 'esm',
  target: 'es2022',
  minify: true,
  legalComments: 'none',
  logLevel: 'warning',
};
await build({
  ...bundled,
  entryPoints: ['studio.ts', 'worker.ts'].map((file) => join(here, file)),
  plugins: [findsModule],
});

// The shop that is tried is one script with everything in it, the widget's module and languages too:
// a frame that asks for nothing once it is there.
await build({
  ...bundled,
  entryPoints: [{ in: join(here, 'try', 'frame.ts'), out: 'try' }],
  loader: { '.wasm': 'binary', '.css': 'text' },
  plugins: [
    {
      name: 'widget',
      setup: ({ onResolve, onLoad }) => {
        onResolve({ filter: /\/storefront\.(js|wasm)$/ }, ({ path }) => ({
          path: join(widget, basename(path)),
        }));
        // Its stand-in where there is no WebAssembly: the studio itself does not run there.
        onResolve({ filter: /\/storefront_js\.js$/ }, ({ path }) => ({ path, namespace: 'none' }));
        onLoad({ filter: /.*/, namespace: 'none' }, () => ({
          contents: "export default () => { throw new Error('this file has none inside'); };",
        }));
      },
    },
  ],
});
for (const file of ['try.html', 'try.css']) copyFileSync(join(here, 'try', file), join(out, file));
copyFileSync(join(core, 'studio.wasm'), join(out, 'studio.wasm'));
for (const file of ['index.html', 'icon.svg']) copyFileSync(join(here, file), join(out, file));

// The frame's look first: a view's rules have the last word.
const views = readdirSync(join(here, 'views')).filter((file) => file.endsWith('.css'));
const sheets = ['studio.css', 'controls.css', ...views.sort().map((file) => join('views', file))];
const css = sheets.map((file) => readFileSync(join(here, file), 'utf8'));
writeFileSync(join(out, 'studio.css'), css.join('\n'));

// The widget, as files for the live cart and as one to take home. The times within are fixed: the
// same files make the same zip.
const kit = readdirSync(dist, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map(({ parentPath, name }) => join(parentPath, name))
  .sort()
  .map((file) => [file.slice(dist.length + 1), readFileSync(file)]);
writeFileSync(
  join(out, 'kit.zip'),
  zipSync(Object.fromEntries(kit), { level: 9, mtime: '2020-01-01T00:00:00' }),
);

for (const file of ['orders.csv', 'catalogue.csv'])
  writeFileSync(
    join(out, 'sample', `${file}.gz`),
    gzipSync(readFileSync(join(sample, file)), { level: 9 }),
  );
