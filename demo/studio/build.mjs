#!/usr/bin/env node
// Builds the studio into build/studio-page: static files that can be hosted anywhere, the studio's
// own scripts, its module, the widget, and a sample shop.

import { copyFileSync, cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

const here = dirname(fileURLToPath(import.meta.url));
const top = join(here, '..', '..');
const core = join(top, 'build', 'studio');
const out = join(top, 'build', 'studio-page');
const sample = join(top, 'build', 'sample');

rmSync(out, { recursive: true, force: true });
mkdirSync(join(out, 'sample'), { recursive: true });
await build({
  entryPoints: ['studio.ts', 'worker.ts'].map((file) => join(here, file)),
  outdir: out,
  absWorkingDir: top,
  bundle: true,
  format: 'esm',
  target: 'es2022',
  minify: true,
  legalComments: 'none',
  logLevel: 'warning',
  alias: { './studio_core.js': join(core, 'studio.js') },
});
copyFileSync(join(core, 'studio.wasm'), join(out, 'studio.wasm'));
for (const file of ['index.html', 'studio.css', 'icon.svg'])
  copyFileSync(join(here, file), join(out, file));
cpSync(join(top, 'web', 'dist'), join(out, 'dist'), { recursive: true });
for (const file of ['orders.csv', 'catalogue.csv'])
  writeFileSync(join(out, 'sample', `${file}.gz`), gzipSync(readFileSync(join(sample, file))));
