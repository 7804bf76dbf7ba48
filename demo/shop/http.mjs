import { createHash } from 'node:crypto';
import { readFile, realpath, stat } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const brotliAsync = promisify(brotliCompress);
const gzipAsync = promisify(gzip);

const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.gw': 'application/octet-stream',
  '.gz': 'application/gzip',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ts': 'text/plain; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.zip': 'application/zip',
};

// What a shop that takes its shoppers' safety seriously sends, and what the widget must live with.
const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

const ALWAYS = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
};

/** An answer that the routes throw or return: text or bytes, with what to say about them. */
export class Answer {
  constructor(
    body,
    { status = 200, type = TYPES['.html'], cache = 'private, no-cache', headers = {} } = {},
  ) {
    Object.assign(this, { body, status, type, cache, headers });
  }
}

export const json = (value, status = 200) =>
  new Answer(JSON.stringify(value), { status, type: TYPES['.json'], cache: 'no-store' });

export const redirect = (location) =>
  new Answer('', { status: 303, headers: { Location: location } });

/** Sends an answer, compressed where the client takes it, or 304 where it has these bytes. */
export async function send(request, response, answer) {
  const bytes = Buffer.isBuffer(answer.body) ? answer.body : Buffer.from(String(answer.body));
  const headers = {
    ...ALWAYS,
    'Content-Type': answer.type,
    'Cache-Control': answer.cache,
    Vary: 'Accept-Encoding',
    ...answer.headers,
  };
  if (answer.type === TYPES['.html']) headers['Content-Security-Policy'] ??= POLICY;
  // A picture is no page: opened by itself it may not run anything.
  if (answer.type === TYPES['.svg']) {
    headers['Content-Security-Policy'] = "default-src 'none'; style-src 'unsafe-inline'";
  }
  if (answer.status === 200 && answer.cache !== 'no-store') {
    headers.ETag = tagOf(bytes);
    if (sameTag(request.headers['if-none-match'], headers.ETag)) {
      response.writeHead(304, headers).end();
      return;
    }
  }
  const isFile = answer.cache.startsWith('public');
  const encoding = bytes.length > 1024 && encodingFor(request, answer.type);
  const sent = encoding ? await pack(bytes, encoding, isFile && headers.ETag) : bytes;
  if (encoding) headers['Content-Encoding'] = encoding;
  response.writeHead(answer.status, { ...headers, 'Content-Length': sent.length });
  response.end(request.method === 'HEAD' ? undefined : sent);
}

const tags = new WeakMap();

/** The hash of an answer; a model lies in memory, and is hashed once. */
function tagOf(bytes) {
  const tag =
    tags.get(bytes) ?? `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`;
  tags.set(bytes, tag);
  return tag;
}

const sameTag = (told, tag) =>
  told?.split(',').some((each) => each.trim().replace(/^W\//, '') === tag) ?? false;

function encodingFor(request, type) {
  if (['.png', '.gz', '.zip'].some((packed) => type === TYPES[packed])) return '';
  const taken = (request.headers['accept-encoding'] ?? '')
    .split(',')
    .map((each) => each.trim().toLowerCase())
    .filter((each) => !/;\s*q=0(\.0*)?$/.test(each))
    .map((each) => each.split(';')[0]);
  return ['br', 'gzip'].find((each) => taken.includes(each)) ?? '';
}

const packed = new Map();
const MOST_PACKED = 400;

async function pack(bytes, encoding, tag) {
  const key = `${encoding} ${tag}`;
  const known = tag && packed.get(key);
  if (known) return known;
  // Pages are made for one answer and need speed, files are made for many and need smallness.
  const quality = tag ? 9 : 4;
  const small =
    encoding === 'br'
      ? await brotliAsync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } })
      : await gzipAsync(bytes);
  if (tag) {
    packed.set(key, small);
    if (packed.size > MOST_PACKED) packed.delete(packed.keys().next().value);
  }
  return small;
}

// Build tools write a hash of the bytes into the name: storefront-4F2A9C1B.wasm, chunk.1a2b3c4d.js.
const HASHED = /[-.][A-Za-z0-9_]{8,}\.\w+$/;

/** A file below a folder as an answer, or null where there is none. Never leaves the folder. */
export async function fileAnswer(folder, path) {
  const wanted = join(folder, path.endsWith('/') ? `${path}index.html` : path);
  try {
    const [root, file] = await Promise.all([realpath(folder), realpath(wanted)]);
    if (!file.startsWith(root + sep) || !(await stat(file)).isFile()) return null;
    const hashed = HASHED.test(file) && /\d/.test(HASHED.exec(file)[0]);
    return new Answer(await readFile(file), {
      type: TYPES[extname(file)] ?? 'application/octet-stream',
      cache: hashed ? 'public, max-age=31536000, immutable' : 'public, no-cache',
    });
  } catch (error) {
    if (
      ['ENOENT', 'ENOTDIR', 'EISDIR', 'ENAMETOOLONG', 'ERR_INVALID_ARG_VALUE'].includes(error.code)
    ) {
      return null;
    }
    throw error;
  }
}

const MOST_BODY = 64 * 1024;

/** What a request carries, from JSON or from a form; an object in either case. */
export async function readBody(request) {
  const chunks = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > MOST_BODY) throw new Answer('Too much', { status: 413, type: TYPES['.txt'] });
    chunks.push(chunk);
  }
  const text = Buffer.concat(chunks).toString('utf8');
  if (!/json/.test(request.headers['content-type'] ?? '')) return readForm(text);
  try {
    const value = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  } catch {
    // Falls through to the answer for everything that is no object.
  }
  throw json(
    { status: 400, message: 'Bad Request', description: 'A JSON object belongs here.' },
    400,
  );
}

// A form's "updates[41:ab]=2" is the object { updates: { '41:ab': '2' } }.
function readForm(text) {
  const body = {};
  for (const [name, value] of new URLSearchParams(text)) {
    const [, list, key] = /^(updates)\[(.*)\]$/.exec(name) ?? [];
    if (!list) body[name] = value;
    else if (key) body[list] = { ...body[list], [key]: value };
    else body[list] = [...(body[list] ?? []), value];
  }
  return body;
}

export function cookieOf(request, name) {
  for (const part of (request.headers.cookie ?? '').split(';')) {
    const [key, value] = part.trim().split('=');
    if (key === name) return value;
  }
  return undefined;
}
