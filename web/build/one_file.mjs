// Everything in one classic script, for platforms that host no .wasm and for pages whose policy
// forbids WebAssembly. It runs as `type="module"` too; what goeswith.js exports are properties of
// `goeswith`.

import { readFileSync } from 'node:fs';
import { bundle } from './bundle.mjs';
import { built, core, hasScriptCore } from './paths.mjs';

const output = {
  format: 'iife',
  name: 'goeswith',
  inlineDynamicImports: true,
  manualChunks: undefined,
  // HTML can clobber `currentScript`, and a module has none.
  intro: `const here = document.currentScript instanceof HTMLScriptElement
    && document.currentScript.src || location.href;`,
  footer: 'globalThis.goeswith=goeswith;',
};
const define = { 'import.meta.url': 'here' };

/** One file with WebAssembly inside, and one with the core as JavaScript where that was built. */
export async function oneFiles() {
  const build = async (name, options) => {
    const [{ code, ...file }] = await bundle('goeswith.ts', { ...options, define, output });
    return { ...file, file: name, code };
  };
  const files = [
    await build('goeswith-one-file.js', {
      binary: carried(readFileSync(built(core.wasm))),
      without: [core.script],
    }),
  ];
  if (hasScriptCore())
    files.push(await build('goeswith-no-wasm.js', { binary: refused, without: [core.glue] }));
  return files;
}

/** Answers for the module with bytes that the script carries. */
export const carried = (bytes) => `
  export const binaryUrl = new URL('storefront.wasm', import.meta.url).href;
  const text = '${encode(bytes)}';
  export const askBinary = async () => {
    const bytes = [];
    let high = 0;
    for (const letter of text) {
      const code = letter.charCodeAt(0);
      if (code > 111) high = (code - 112) << 6;
      else {
        bytes.push(high | (code === 33 ? 44 : code - 48));
        high = 0;
      }
    }
    const headers = { 'Content-Type': 'application/wasm' };
    return new Response(new Uint8Array(bytes), { headers });
  };`;

/** There is no module to ask for; the engine takes the core that is JavaScript. */
const refused = `
  export const binaryUrl = new URL('storefront.wasm', import.meta.url).href;
  export const askBinary = async () => {
    throw new Error('this file has no WebAssembly inside');
  };`;

/**
 * Bytes as ASCII: the letter '0' + byte below 64, one of "qrs" before it for each 64 above; '!' in
 * place of the backslash. Brotli sees bytes where bytes were, so that this costs 3 % more than the
 * module itself, and base64 31 %.
 */
export function encode(bytes) {
  const letters = Array.from(bytes, (byte) => {
    const low = String.fromCharCode(48 + (byte & 63));
    return (byte > 63 ? String.fromCharCode(112 + (byte >> 6)) : '') + (low === '\\' ? '!' : low);
  });
  return letters.join('');
}
