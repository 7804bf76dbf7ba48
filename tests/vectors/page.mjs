// What the page does with the module, under node: the TypeScript of web/engine over the module as it
// was built.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import * as module from './module.mjs';

/** The glue comes from where it was built. */
const built = {
  name: 'built',
  setup: ({ onResolve }) =>
    onResolve({ filter: /\/storefront\.js$/ }, () => ({ path: fileURLToPath(module.script) })),
};

const top = fileURLToPath(new URL('../..', import.meta.url));

/**
 * `recommenderOf(bytes, config)` answers as a page with that model and configuration does, until the
 * next one is asked for; `config` is the text of a shop.json.
 */
export async function startPage(t) {
  const folder = mkdtempSync(join(tmpdir(), 'goeswith-page-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const contents = `export { Recommender } from './engine/recommender.ts';
    export { parseConfig } from './config.ts';`;
  await build({
    stdin: { contents, resolveDir: join(top, 'web'), loader: 'ts' },
    outfile: join(folder, 'page.mjs'),
    bundle: true,
    format: 'esm',
    platform: 'node',
    external: ['*/storefront_js.js'],
    plugins: [built],
    logLevel: 'warning',
  });
  const { Recommender, parseConfig } = await import(pathToFileURL(join(folder, 'page.mjs')).href);
  const core = await module.startModule();
  return (bytes, config = '{}') => {
    if (module.open(core, bytes) !== 0) throw new Error('this is no model');
    return new Recommender({ core, release() {} }, parseConfig(config), 'https://shop.example/');
  };
}
