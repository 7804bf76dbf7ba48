// What is measured with and against, from npm, in a folder of its own.

import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from '../lib/result.mjs';

const list = fileURLToPath(new URL('package.json', import.meta.url));
const folder = path.join(build, 'page');
const installed = path.join(folder, 'package.json');

/** The folder with `node_modules`; null, with a word on why, where they cannot be installed. */
export function packages() {
  const done = path.join(folder, 'node_modules', '.package-lock.json');
  if (existsSync(done) && readFileSync(installed).equals(readFileSync(list))) return folder;
  mkdirSync(folder, { recursive: true });
  copyFileSync(list, installed);
  const quiet = ['--no-audit', '--no-fund', '--no-package-lock', '--loglevel=error'];
  try {
    // No script of a package needs to run for what is used here.
    execFileSync('npm', ['install', '--prefix', folder, '--ignore-scripts', ...quiet], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    return folder;
  } catch {
    console.log('page: npm could not install what is compared with; those rows are left out');
    return null;
  }
}
