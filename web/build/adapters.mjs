import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { web } from './paths.mjs';

/** The files of adapters, by where the tag's file loads them: 'cart/shopify.ts'. */
export function adapters() {
  const source = readFileSync(join(web, 'cart', 'platforms.ts'), 'utf8');
  return [...source.matchAll(/import\('\.\/(\w+)\.js'\)/g)].map(([, name]) => `cart/${name}.ts`);
}
