// Holds includes and imports to the arrows of the picture in CONTRIBUTING.md.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const top = fileURLToPath(new URL('../..', import.meta.url));
const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { cwd: top })
  .toString()
  .split('\n')
  .filter(Boolean);

// What a room may include, besides itself and the standard library: rooms, then libraries.
const rooms = {
  model: [],
  recommend: ['model'],
  read: ['zlib.h', 'nlohmann/'],
  config: ['nlohmann/', 'read', 'model', 'recommend'],
  train: ['read', 'model', 'recommend', 'Eigen/'],
  report: ['nlohmann/', 'read', 'config', 'train', 'model', 'recommend'],
  simulate: [],
  cli: [
    'CLI/',
    'nlohmann/',
    'read',
    'config',
    'train',
    'model',
    'recommend',
    'report',
    'simulate',
    'unistd.h',
  ],
};
const inPage = ['model', 'recommend'];
const forbiddenInPage = [
  'iostream',
  'fstream',
  'sstream',
  'ostream',
  'cstdio',
  'stdexcept',
  'string',
];
// The writer makes files, on a desk or in the studio; no page loads it.
const writer = /^src\/model\/(writer|codebook)\./;

const includesOf = (text) =>
  [...text.matchAll(/^\s*#\s*include\s*[<"]([^>"]+)[>"]/gm)].map((match) => match[1]);
const isStandard = (name) => /^[a-z_]+$/.test(name);

export function wrongIncludes(file, text) {
  const [, room] = file.split('/');
  const may = rooms[room];
  if (!may) return [`${file}: the room src/${room} is not in the picture`];
  const wrong = [];
  for (const name of includesOf(text)) {
    const own = name.startsWith(`${room}/`);
    const allowed =
      own ||
      isStandard(name) ||
      may.some(
        (other) => name === other || name.startsWith(other.endsWith('/') ? other : `${other}/`),
      );
    const tooHeavy = inPage.includes(room) && !writer.test(file) && forbiddenInPage.includes(name);
    if (!allowed || tooHeavy) wrong.push(`${file} must not include ${name}`);
  }
  return wrong;
}

// Folders of the page, and which of them each may import from.
const pageRooms = {
  engine: ['engine', ''],
  cart: ['cart', ''],
  elements: ['elements', 'strings', 'lit', ''],
  strings: ['strings'],
  react: ['elements', ''],
};

export function wrongImports(file, text) {
  const wrong = [];
  const folder = path.dirname(path.relative('web', file));
  const room = folder === '.' ? '' : folder.split('/')[0];
  // Types are gone when the page runs, and comments import nothing.
  const code = text
    .replace(/^(?:import|export) type [^;]*;/gm, '')
    .replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
  const imports = /\b(?:from\s+|import\s*\(?\s*)['"]([^'"\n]+)['"]/g;
  for (const [, name] of code.matchAll(imports)) {
    const target = name.startsWith('.')
      ? path.relative('web', path.join(path.dirname(file), name))
      : name;
    if (/storefront(\.js|\.wasm)?$/.test(target) && !file.startsWith('web/engine/'))
      wrong.push(`${file} must not import the built module; web/engine does`);
    if (target.startsWith('..')) wrong.push(`${file} must not import ${name}, outside web`);
    if (room && name.startsWith('.')) {
      const to = path.dirname(target) === '.' ? '' : target.split('/')[0];
      if (!pageRooms[room]?.includes(to)) wrong.push(`${file} must not import ${name}`);
    } else if (
      !name.startsWith('.') &&
      !/^lit($|\/)/.test(name) &&
      !(room === name && name === 'react')
    )
      wrong.push(`${file} must not import ${name}`);
  }
  return wrong;
}

test('includes point along the arrows', () => {
  const sources = files.filter((file) => /^src\/.*\.(h|cpp)$/.test(file));
  assert.ok(sources.length > 20);
  assert.deepEqual(
    sources.flatMap((file) => wrongIncludes(file, readFileSync(path.join(top, file), 'utf8'))),
    [],
  );
});

test('imports of the page point along the arrows', () => {
  const sources = files.filter((file) => /^web\/.*(?<!\.d)\.ts$/.test(file));
  assert.ok(sources.length > 5);
  assert.deepEqual(
    sources.flatMap((file) => wrongImports(file, readFileSync(path.join(top, file), 'utf8'))),
    [],
  );
});

test('the demo uses only what a merchant gets', () => {
  for (const file of files.filter((name) => /^demo\/.*\.m?js$/.test(name)))
    for (const [, name] of readFileSync(path.join(top, file), 'utf8').matchAll(
      /^\s*import[^'"]*['"]([^'"]+)['"]/gm,
    ))
      assert.ok(
        name.startsWith('node:') ||
          name.startsWith('/dist/') ||
          !path.relative('demo', path.join(path.dirname(file), name)).startsWith('..'),
        `${file} must not import ${name}`,
      );
});

test('a wall that is broken is seen', () => {
  assert.equal(wrongIncludes('src/model/x.h', '#include "recommend/goals.h"').length, 1);
  assert.equal(wrongIncludes('src/recommend/x.cpp', '#include <iostream>').length, 1);
  assert.equal(wrongIncludes('src/read/x.cpp', '#include "train/train.h"').length, 1);
  assert.equal(wrongIncludes('src/attic/x.cpp', '').length, 1);
  assert.equal(
    wrongImports('web/elements/x.ts', "import { a } from '../engine/engine.js'").length,
    1,
  );
  assert.equal(
    wrongImports('web/cart/x.ts', "import { a } from '../engine/storefront.js'").length,
    2,
  );
});

test('no source file is longer than 500 lines', () => {
  const long = files
    .filter((file) => /\.(h|cpp|ts|mjs|js|css)$/.test(file))
    .filter((file) => readFileSync(path.join(top, file), 'utf8').split('\n').length > 501);
  assert.deepEqual(long, []);
});
