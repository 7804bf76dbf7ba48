// The kept cases of this folder, as README.md describes them.

import { readFileSync } from 'node:fs';
import { checksumOf } from '../reference/model.mjs';

const read = (name) => readFileSync(new URL(name, import.meta.url), 'utf8');

/** A file of cases. */
export const kept = (name) => JSON.parse(read(name));

/** The bytes of `models/NAME.hex`. */
export function keptModel(name) {
  const parts = [];
  const source = read(`models/${name}.hex`).replace(/#.*/g, '');
  for (const [, hex, text, times] of source.matchAll(/([0-9a-f]+)|"([^"]*)"|x(\d+)/g)) {
    if (times) parts.push(...new Array(times - 1).fill(parts.at(-1)));
    else parts.push(hex ? Buffer.from(hex, 'hex') : Buffer.from(text));
  }
  return new Uint8Array(Buffer.concat(parts));
}

/** The bytes of a case of refused.json. */
export function forged({ model = 'kitchen', text, cut, append, change, sealed }) {
  if (text !== undefined) return new TextEncoder().encode(text);
  let bytes = keptModel(model);
  for (const [at, hex] of Object.entries(change ?? {})) bytes.set(Buffer.from(hex, 'hex'), at);
  bytes = bytes.slice(0, cut);
  if (append) bytes = new Uint8Array([...bytes, ...Buffer.from(append, 'hex')]);
  return sealed ? seal(bytes) : bytes;
}

/** Makes the size and the checksum right, so that the checks behind them have to find the fault. */
export function seal(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  view.setUint32(8, bytes.length, true);
  view.setUint32(12, checksumOf(bytes), true);
  return bytes;
}
