// The types of everything that is bundled, one file a source file.

import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { dist, root, web } from './paths.mjs';

export function writeTypes() {
  const types = join(dist, 'types');
  execFileSync(
    process.execPath,
    [
      join(root, 'node_modules', 'typescript', 'bin', 'tsc'),
      ...['--project', web, '--noEmit', 'false', '--declaration', '--emitDeclarationOnly'],
      ...['--rootDir', web, '--outDir', types],
    ],
    { cwd: root, stdio: 'inherit' },
  );
  mkdirSync(join(types, 'engine'), { recursive: true });
  copyFileSync(join(web, 'engine', 'core.d.ts'), join(types, 'engine', 'core.d.ts'));
}
