// Builds a project as its owner would. Vite wants a newer Node than the rest of this project.

import { join } from 'node:path';

const [major, minor] = process.versions.node.split('.').map(Number);
const newEnough = major > 22 || (major === 22 && minor >= 12) || (major === 20 && minor >= 19);

/** The folder that Vite built, or nothing, and then `t` is skipped. */
export async function viteBuild(t, root, { input = 'index.html', outDir = 'dist' } = {}) {
  if (!newEnough) {
    t.skip(`Vite needs Node 20.19 or 22.12, this is ${process.versions.node}`);
    return undefined;
  }
  const { build } = await import('vite');
  await build({
    root,
    logLevel: 'error',
    // Projects lie in a temporary folder, and React beside this project.
    resolve: { preserveSymlinks: true },
    build: { outDir, emptyOutDir: true, rollupOptions: { input: join(root, input) } },
  });
  return join(root, outDir);
}
