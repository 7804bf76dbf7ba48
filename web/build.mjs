#!/usr/bin/env node
// Builds web/dist, what a shop hosts and what `npm pack` packs; prints what a page loads and the tag
// that loads it. With --check it fails when a size is past its line. One step a file, in web/build.

import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { adapters } from './build/adapters.mjs';
import { bundle } from './build/bundle.mjs';
import { writeDescriptions } from './build/descriptions.mjs';
import { writeIntegrity } from './build/integrity.mjs';
import { oneFiles } from './build/one_file.mjs';
import { built, core, dist, hashOf, integrityOf, web } from './build/paths.mjs';
import { writeRecord } from './build/record.mjs';
import { reportSizes } from './build/sizes.mjs';
import { copyThemes } from './build/themes.mjs';
import { writeTypes } from './build/types.mjs';

for (const file of [core.wasm, core.glue])
  if (!existsSync(built(file))) {
    console.error(
      `build/wasm/${file} is missing: run cmake --preset wasm && cmake --build --preset wasm`,
    );
    process.exit(1);
  }

rmSync(dist, { recursive: true, force: true });
mkdirSync(dist, { recursive: true });

const bytes = readFileSync(built(core.wasm));
const wasm = `storefront-${hashOf(bytes)}.wasm`;
writeFileSync(join(dist, wasm), bytes);
const inside = {
  wasm: `./${wasm}`,
  binary: `import { ask } from './ask.js';
    export const binaryUrl = new URL('./${wasm}', import.meta.url).href;
    export const askBinary = () => ask(binaryUrl, '${integrityOf(bytes)}');`,
};

// The tag's file shares nothing with the app: were it imported, its address would have to be known,
// and a theme's folder adds "?v=..." to it. It asks for the platform's adapter together with the app.
const app = await bundle('app.ts', {
  ...inside,
  after: adapters(),
  output: { entryFileNames: '[name]-[hash].js' },
});
const tag = await bundle('goeswith.ts', {
  ...inside,
  outside: Object.fromEntries(
    app.map(({ file, from }) => [`./${basename(from, '.ts')}.js`, `./${file}`]),
  ),
});
const headless = await bundle('headless.ts', inside);
const react = await bundle('react/react.ts', { outside: { react: 'react' } });
const whole = await oneFiles();
for (const { file, code } of [...app, ...tag, ...headless, ...react, ...whole])
  writeFileSync(join(dist, file), code);

copyFileSync(join(web, 'shop.schema.json'), join(dist, 'shop.schema.json'));
copyThemes();
writeTypes();
writeDescriptions();
const [first, ...later] = app;
writeRecord([
  { file: 'goeswith.js', when: 'by the tag' },
  { file: first.file, when: 'when an element is near the screen' },
  { file: wasm, when: 'with it' },
  ...later.map(({ file, from }) => ({ file, when: `where a page needs it (${from})` })),
  ...whole.map(({ file }) => ({ file, when: 'in place of all of them, where a page has it' })),
]);
const script = writeIntegrity();
const fits = await reportSizes({ tag, app, wasm, others: [...headless, ...react, ...whole] });
console.log(`\n${script}`);
if (process.argv.includes('--check') && !fits) {
  console.error('a size is past its line');
  process.exit(1);
}
