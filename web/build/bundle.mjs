// TypeScript to what browsers load, by Rollup and Terser. Rollup, because it puts what an adapter
// shares with the app into the app's own file, so that a page waits for two requests and not for six;
// Terser, because what it leaves is 4 % smaller after brotli.

import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { transformSync } from 'esbuild';
import { rollup } from 'rollup';
import { minify } from 'terser';
import { built, core, web } from './paths.mjs';

/**
 * Bundles `entry`, a file of web/, and returns its files, itself first:
 * { file, code, imports, from: the source it was made of, as web/ has it }.
 *
 * `binary`   the source in place of web/binary.ts
 * `wasm`     the module's name in place of storefront.wasm
 * `outside`  names that stay imports, with what they become: { './app.js': './app-1234.js' }
 * `define`   names in the source, with what they become
 * `without`  built files that are not put in; what would run them is told that they are not there
 * `after`    files of web/ that somebody else imports, when this one is there already
 * `output`   more of Rollup's output options
 */
export async function bundle(entry, options = {}) {
  const { binary, wasm, outside = {}, define = {}, without = [], after = [], output } = options;
  const [, name] = /(\w+)\.ts$/.exec(entry);
  const made = await rollup({
    input: { [name]: join(web, entry) },
    // What is loaded later takes from the entry what both need.
    preserveEntrySignatures: 'allow-extension',
    plugins: [
      coreFiles({ binary, wasm, without }),
      outsiders(outside),
      followers(after, join(web, entry)),
      typescript(define),
      smaller(),
    ],
    onLog(level, { message }) {
      if (level === 'warn') throw new Error(`${entry}: ${message}`);
    },
  });
  const { output: files } = await made.generate({
    format: 'es',
    compact: true,
    generatedCode: 'es2015',
    entryFileNames: '[name].js',
    chunkFileNames: '[name]-[hash].js',
    hashCharacters: 'base36',
    // The module's glue is wanted whenever the engine is, and what adapters share by each of them.
    manualChunks: (id) => (apps.has(id) || id === join(web, entry) ? name : null),
    ...output,
  });
  await made.close();
  return files
    .filter(({ type }) => type === 'chunk')
    .sort((a, b) => b.isEntry - a.isEntry)
    .map(({ fileName, code, imports, facadeModuleId }) => ({
      file: fileName,
      code,
      imports,
      from: facadeModuleId ? relative(web, facadeModuleId) : '',
    }));
}

/** The module stands beside the bundles under a name with its hash; its glue goes into the app. */
function coreFiles({ binary, wasm, without }) {
  return {
    name: 'core-files',
    resolveId(name) {
      const [file] = /[^/]+$/.exec(name) ?? [];
      return file === core.glue || file === core.script ? built(file) : null;
    },
    load(id) {
      if (without.some((file) => id === built(file)))
        return "export default () => { throw new Error('this file has none inside'); };";
      return binary && id === join(web, 'binary.ts') ? binary : null;
    },
    transform(code) {
      if (!wasm) return null;
      const named = code.replaceAll(/(['"])(?:\.\/)?storefront\.wasm\1/g, `"${wasm}"`);
      return named === code ? null : { code: named, map: null };
    },
  };
}

function outsiders(outside) {
  return {
    name: 'outsiders',
    resolveId: (name) => (outside[name] ? { id: outside[name], external: true } : null),
  };
}

/** What such a file shares with the entry stays in the entry's own file. */
function followers(files, entry) {
  return {
    name: 'followers',
    buildStart() {
      for (const file of files)
        this.emitFile({
          type: 'chunk',
          id: join(web, file),
          implicitlyLoadedAfterOneOf: [entry],
        });
    },
  };
}

// Each adapter has a copy of what it takes of this: a file of its own would be one more request on the
// way to the cart, and within the app every shop would pay for it.
const adaptersOwn = join(web, 'cart', 'platform.ts');

/** TypeScript without its types; indentation and comments in css`` are for us, not for the page. */
function typescript(define) {
  return {
    name: 'typescript',
    resolveId(name, importer) {
      if (!importer || !/^\..*\.js$/.test(name)) return null;
      const file = join(dirname(importer), name.replace(/\.js$/, '.ts'));
      if (!existsSync(file)) return null;
      return file === adaptersOwn ? `${file}?${basename(importer)}` : file;
    },
    load: (id) => (id.startsWith(`${adaptersOwn}?`) ? readFileSync(adaptersOwn, 'utf8') : null),
    transform(code, id) {
      if (!/\.ts(\?|$)/.test(id)) return null;
      const source = code.replace(/css`([^`]*)`/g, (_, css) => {
        const { code: small } = transformSync(css, { loader: 'css', minify: true });
        return `css\`${small.trim()}\``;
      });
      return transformSync(source, { loader: 'ts', target: 'es2022', define }).code;
    },
  };
}

// What goes into the entry's own file, if it is in the bundle.
const apps = new Set([built(core.glue), join(web, 'globals.ts')]);

// What several bundles have in common is the same text, and takes Terser seconds each time.
const known = new Map();

function smaller() {
  return {
    name: 'smaller',
    async renderChunk(code, _, { format }) {
      if (known.has(code)) return { code: known.get(code) };
      const { code: small } = await minify(code, {
        module: format === 'es',
        ecma: 2022,
        // Reading a property of ours does nothing else, and no function of ours is made with `new`.
        compress: {
          passes: 3,
          keep_fargs: false,
          pure_getters: true,
          unsafe_arrows: true,
          unsafe_methods: true,
        },
        format: { ecma: 2022 },
      });
      known.set(code, small);
      return { code: small };
    },
  };
}
