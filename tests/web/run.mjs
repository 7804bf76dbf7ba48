#!/usr/bin/env node
// Bundles the tests of the page's plain parts and hands them to node's own runner, with the options
// that are given: --test-reporter=tap.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = dirname(fileURLToPath(import.meta.url));
const tests = readdirSync(here).filter((file) => file.endsWith('.test.ts'));
const folder = mkdtempSync(join(tmpdir(), 'goeswith-web-'));
try {
  await build({
    entryPoints: tests.map((file) => join(here, file)),
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node18',
    sourcemap: 'inline',
    logLevel: 'warning',
    // The built module is the browser suite's business; here fake_core.ts takes its place.
    external: ['*/storefront_js.js'],
    plugins: [
      {
        name: 'no-module',
        setup({ onResolve, onLoad }) {
          onResolve({ filter: /\/storefront\.js$/ }, ({ path }) => ({ path, namespace: 'none' }));
          onLoad({ filter: /.*/, namespace: 'none' }, () => ({ contents: 'export default null' }));
        },
      },
    ],
  });
  const files = readdirSync(folder).map((file) => join(folder, file));
  const { status } = spawnSync(
    process.execPath,
    ['--enable-source-maps', '--test', ...process.argv.slice(2), ...files],
    { stdio: 'inherit' },
  );
  process.exitCode = status ?? 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
