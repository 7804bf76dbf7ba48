import { strFromU8, strToU8, unzipSync, Zip, ZipPassThrough } from 'fflate';
import { readmeOf } from './folder_readme.js';
import type { ShopConfig } from './shop_config.js';
import { kit } from './supplies.js';

type Bytes = Uint8Array<ArrayBuffer>;

/** A file of the folder, and what browsers compare it with; '' where nobody could compute it. */
export interface FolderFile {
  bytes: Bytes;
  integrity: string;
}

/** What a shop hosts, and what is beside it for whoever programs. */
export interface Folder {
  /** By path in the zip. */
  files: ReadonlyMap<string, FolderFile>;
  /** Names under which the model and the configuration may be kept for ever. */
  model: string;
  settings: string;
  /** Files whose bytes are not those of the build, by its own list. */
  changed: readonly string[];
}

/** The folder within the zip that a shop hosts. */
export const hosted = 'goeswith/';

const integrityOf = async (bytes: Bytes): Promise<string> => {
  // A page without https has no hashes.
  if (!globalThis.crypto?.subtle) return '';
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-384', bytes));
  return `sha384-${btoa(String.fromCharCode(...hash))}`;
};

/** For names, as the widget's own files have it: other bytes, another name. */
async function hashOf(bytes: Bytes): Promise<string> {
  if (!globalThis.crypto?.subtle) return '';
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return btoa(String.fromCharCode(...hash))
    .replace(/[+/=]/g, '')
    .slice(0, 8);
}

/** `shop.json` as it is written; an editor completes it by the schema beside it. */
export const settingsText = (config: ShopConfig): string =>
  `${JSON.stringify({ $schema: 'shop.schema.json', ...config }, null, 2)}\n`;

/** What a page may ask for; the rest of the kit is for bundlers and editors. */
const isHosted = (name: string) =>
  (/^[^/]+\.(js|wasm|css)$/.test(name) && name !== 'react.js') || name === 'shop.schema.json';

/** The widget's files, the model and the configuration. */
export async function folderOf(model: Uint8Array, config: ShopConfig): Promise<Folder> {
  const files = new Map<string, FolderFile>();
  const put = async (path: string, bytes: Bytes) =>
    files.set(path, { bytes, integrity: await integrityOf(bytes) });
  const packed = unzipSync(await kit());
  for (const [name, bytes] of Object.entries(packed))
    await put(`${isHosted(name) ? hosted : 'for-developers/'}${name}`, bytes as Bytes);
  const gw = model.slice() as Bytes;
  const json = strToU8(settingsText(config));
  const name = async (bytes: Bytes, ending: string) => {
    const hash = await hashOf(bytes);
    return hash ? `shop-${hash}.${ending}` : `shop.${ending}`;
  };
  const names = { model: await name(gw, 'gw'), settings: await name(json, 'json') };
  for (const path of new Set(['shop.gw', names.model])) await put(hosted + path, gw);
  for (const path of new Set(['shop.json', names.settings])) await put(hosted + path, json);
  await put('README.md', strToU8(readmeOf({ ...names, hosted })));
  return { files, ...names, changed: changedIn(packed, files) };
}

function changedIn(packed: Record<string, Uint8Array>, files: ReadonlyMap<string, FolderFile>) {
  const list = packed['integrity.json'];
  if (!list) return [];
  const told = (JSON.parse(strFromU8(list)) as { files: Record<string, string> }).files;
  return Object.entries(told)
    .filter(([name, hash]) => {
      const file = files.get(hosted + name) ?? files.get(`for-developers/${name}`);
      return file?.integrity !== '' && file?.integrity !== hash;
    })
    .map(([name]) => name);
}

/** A pause in which the page can answer whoever clicks. */
const pause = () => new Promise((done) => setTimeout(done));
const pieceBytes = 1 << 20;

/**
 * The folder as a zip. Nothing is squeezed: scripts are small, a model hardly shrinks, and the page
 * stays awake.
 */
export async function zipOf({ files }: Folder): Promise<Blob> {
  const pieces: Bytes[] = [];
  let failed: Error | null = null;
  const zip = new Zip((error, piece) => {
    failed ??= error;
    if (piece) pieces.push(piece as Bytes);
  });
  let sincePause = 0;
  for (const [path, { bytes }] of files) {
    const file = new ZipPassThrough(path);
    zip.add(file);
    for (let at = 0; at < bytes.length || at === 0; at += pieceBytes) {
      const piece = bytes.subarray(at, at + pieceBytes);
      file.push(piece, at + pieceBytes >= bytes.length);
      sincePause += piece.length;
      if (sincePause < pieceBytes) continue;
      sincePause = 0;
      await pause();
    }
  }
  zip.end();
  if (failed) throw failed;
  return new Blob(pieces, { type: 'application/zip' });
}
