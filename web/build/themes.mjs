// A theme is a file of custom properties; all of them lie beside the script, because the asset folder
// of a shop's theme has no folders in it.

import { copyFileSync, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { dist, web } from './paths.mjs';

const themes = join(web, 'themes');

export const themeFiles = () =>
  existsSync(themes) ? readdirSync(themes).filter((file) => file.endsWith('.css')) : [];

export function copyThemes() {
  for (const file of themeFiles()) copyFileSync(join(themes, file), join(dist, `theme-${file}`));
}
