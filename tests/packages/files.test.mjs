// What npm packs: nothing missing, nothing beside it, and every hash is the file's own.

import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { dist, project, top } from './support.mjs';

const { exports, ...manifest } = JSON.parse(readFileSync(join(top, 'package.json'), 'utf8'));
const sha384 = (file) =>
  `sha384-${createHash('sha384')
    .update(readFileSync(join(dist, file)))
    .digest('base64')}`;
const all = readdirSync(dist, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(dist.length + 1));
const { path, installed } = project({
  'types.ts': `import { createRecommender, setCart, start } from 'goeswith';
    import { createRecommender as alone } from 'goeswith/headless';
    import { GoesWith } from 'goeswith/react';
    start({ model: '/shop.gw', stage: 'business' });
    setCart({ currency: 'EUR', lines: [] });
    const both: typeof createRecommender = alone;
    const ids: Promise<string[]> = both({ model: 'shop.gw' }).then((one) =>
      one.recommend({ cart: ['A'], limit: 3 }).map(({ id }) => id));
    GoesWith({ product: 'A', onAdd: ({ detail }) => console.log(detail.id, ids) });
    // @ts-expect-error a model is needed
    start({});
    // @ts-expect-error a limit is a number
    GoesWith({ limit: 'three' });`,
});

test('every door of the package leads to a file that was packed', () => {
  const doors = Object.values(exports).flatMap((door) =>
    typeof door === 'string' ? [door] : Object.values(door),
  );
  for (const file of [...doors, manifest.customElements, manifest['web-types'], manifest.types])
    if (!file.includes('*')) assert.ok(existsSync(join(installed, file)), file);
  for (const file of [
    'goeswith.js',
    'goeswith-one-file.js',
    'shop.schema.json',
    'script-record.md',
  ])
    assert.ok(existsSync(join(installed, 'web/dist', file)), file);
  assert.ok(existsSync(join(installed, 'LICENSE')));
});

test('the package brings no library along, and nothing but what is built', () => {
  assert.equal(manifest.dependencies, undefined);
  assert.deepEqual(readdirSync(installed).sort(), ['LICENSE', 'README.md', 'package.json', 'web']);
  assert.deepEqual(readdirSync(join(installed, 'web')), ['dist']);
});

test('a server that imports the package starts nothing and throws nothing', () => {
  const code = `const one = await import('goeswith'); const two = await import('goeswith/headless');
    one.setCart({ currency: 'EUR', lines: [] });
    console.log(typeof one.start, typeof two.createRecommender);`;
  const args = ['--input-type=module', '-e', code];
  const said = execFileSync(process.execPath, args, { cwd: path, encoding: 'utf8' });
  assert.equal(said.trim(), 'function function');
});

test('a project in TypeScript is told what it may write, and what not', () => {
  const tsc = join(top, 'node_modules', 'typescript', 'bin', 'tsc');
  const options = [
    ...['--noEmit', '--strict', '--module', 'esnext', '--moduleResolution', 'bundler'],
    ...['--target', 'es2022', '--lib', 'es2023,dom,dom.iterable', '--skipLibCheck', '--types', ''],
    ...['--typeRoots', join(top, 'node_modules', '@types'), '--preserveSymlinks'],
  ];
  const { stdout } = spawnSync(process.execPath, [tsc, ...options, 'types.ts'], { cwd: path });
  assert.equal(String(stdout), '');
});

test('integrity.json has the hash of every file, and of no other', () => {
  const { version, files } = JSON.parse(readFileSync(join(dist, 'integrity.json'), 'utf8'));
  assert.equal(version, manifest.version);
  const others = all.filter((file) => file !== 'integrity.json').sort();
  assert.deepEqual(Object.keys(files).sort(), others);
  for (const file of others) assert.equal(files[file], sha384(file), file);
});

test('the tag’s file holds the hash of the module, and names that change with their bytes', () => {
  const tag = readFileSync(join(dist, 'goeswith.js'), 'utf8');
  const [wasm] = all.filter((file) => file.endsWith('.wasm'));
  assert.ok(tag.includes(wasm) && tag.includes(sha384(wasm)));
  const [app] = all.filter((file) => /^app-/.test(file));
  assert.ok(tag.includes(app));
  for (const file of all.filter((name) => /^[\w-]+\.(js|wasm)$/.test(name)))
    if (!/^(goeswith[\w-]*|headless|react)\.js$/.test(file))
      assert.match(file, /-\w{8}\.(js|wasm)$/);
});

test('the script record tells every script that a page may load, with its hash', () => {
  const record = readFileSync(join(dist, 'script-record.md'), 'utf8');
  const loaded = all.filter((file) => /\.(js|wasm)$/.test(file) && !/^(headless|react)/.test(file));
  assert.ok(loaded.length > 10);
  for (const file of loaded) {
    const [row] = record.split('\n').filter((line) => line.startsWith(`| ${file} |`));
    assert.ok(row?.includes(sha384(file)), file);
  }
  for (const word of ['purpose', 'owner', 'data read', 'hosts contacted', 'data sent'])
    assert.match(record, new RegExp(`^\\| ${word} \\|`, 'm'));
  assert.match(record, /\| data sent \| none/);
});
