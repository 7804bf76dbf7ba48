// What browsers compare each file with, and the tag that says so.

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dist, integrityOf, version } from './paths.mjs';

const name = 'integrity.json';

/** Hashes every file of dist, and returns the lines to paste. */
export function writeIntegrity() {
  const files = readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(dist.length + 1))
    .filter((file) => file !== name)
    .sort();
  const hashes = Object.fromEntries(
    files.map((file) => [file, integrityOf(readFileSync(join(dist, file)))]),
  );
  writeFileSync(join(dist, name), `${JSON.stringify({ version, files: hashes }, null, 2)}\n`);
  return tagFor(hashes['goeswith.js']);
}

export const tagFor = (hash, src = 'goeswith.js') =>
  [
    `<script type="module" src="${src}" crossorigin="anonymous"`,
    `  integrity="${hash}"`,
    '  data-model="shop.gw" data-config="shop.json"></script>',
  ].join('\n');
