// Where things are, and what every step of the build asks of a file.

import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';

export const web = dirname(dirname(fileURLToPath(import.meta.url)));
export const root = dirname(web);
export const dist = join(web, 'dist');
export const built = (file) => join(root, 'build', 'wasm', file);
export const version = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version;

/** The C++ core: for WebAssembly with its glue, and as JavaScript where it was built. */
export const core = { wasm: 'storefront.wasm', glue: 'storefront.js', script: 'storefront_js.js' };

export const hasScriptCore = () => existsSync(built(core.script));

/** What browsers compare a file with: `integrity="..."`. */
export const integrityOf = (bytes) =>
  `sha384-${createHash('sha384').update(bytes).digest('base64')}`;

/** For names: a file whose bytes are others has another name, and may be kept for ever. */
export const hashOf = (bytes) =>
  createHash('sha256').update(bytes).digest('base64url').replace(/[-_]/g, '').slice(0, 8);

export function weigh(bytes) {
  return {
    raw: bytes.length,
    gzip: gzipSync(bytes, { level: 9 }).length,
    brotli: brotliCompressSync(bytes).length,
  };
}
