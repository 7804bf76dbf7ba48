import { join } from 'node:path';
import { build } from 'esbuild';
import { top } from './top.mjs';

/** What modules of the studio export that draw nothing, as one object. */
export async function modulesOf(...files) {
  const { outputFiles } = await build({
    stdin: {
      contents: files.map((file) => `export * from './${file}';`).join('\n'),
      ...{ resolveDir: join(top, 'demo', 'studio'), loader: 'ts' },
    },
    ...{ bundle: true, format: 'esm', target: 'es2022', write: false, absWorkingDir: top },
  });
  return import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`);
}
