// The model file in the plainest form: what src/model/layout.h pictures, read by copying it out.
// The checks stand in the order of the numbers of src/model/status.h, because a file with two
// faults is refused for the same one everywhere.

const magic = [0x47, 0x57, 0x4d, 0x1a]; // "GWM\x1A"
const version = 1;
const headerBytes = 16;
const entryBytes = 12;
const mostSections = 64;
const mostProducts = 2 ** 21;
const weightsInBook = 32;
const supportClasses = 8;
const noGroup = 0xffff;
const mostTags = 32;
const mostUpgrades = 8;
const mostOwn = 32767;
const lineFeed = 0x0a;

/** The kinds of sections. */
const kinds = {
  shape: 1,
  rows: 2,
  edges: 3,
  codebook: 4,
  supports: 5,
  prices: 6,
  about: 7,
  shares: 8,
  categories: 9,
  brands: 10,
  tags: 11,
  parents: 12,
  firstDays: 13,
  intervals: 14,
  margins: 15,
  ids: 16,
  titles: 17,
  urls: 18,
  images: 19,
  categoryNames: 20,
  brandNames: 21,
  tagNames: 22,
  trending: 32,
  upgrades: 33,
};

/** Bytes a product, and what an absent section says of each product. */
const perProduct = {
  prices: [4, 0],
  shares: [1, 0],
  categories: [2, 0xffff],
  brands: [2, 0xffff],
  tags: [4, 0],
  firstDays: [2, 0],
  intervals: [2, 0],
  margins: [1, 255],
};

/** The numbers that reach the page. */
export const Status = {
  ok: 0,
  tooShort: 1,
  notAModel: 2,
  newerVersion: 3,
  tooLong: 4,
  damaged: 5,
  badSectionTable: 6,
  missingSection: 7,
  badSectionSize: 8,
  badShape: 9,
  badRow: 10,
  badNeighbour: 11,
  badSupports: 12,
  badText: 13,
  badFact: 15,
};

/** Adler-32 of RFC 1950, section 8.2. */
export function adler32(bytes) {
  let low = 1;
  let high = 0;
  for (const byte of bytes) {
    low = (low + byte) % 65521;
    high = (high + low) % 65521;
  }
  return high * 65536 + low;
}

/** The checksum that stands at 12: of all bytes but its own four. */
export const checksumOf = (bytes) =>
  adler32([...bytes.subarray(0, 12), ...bytes.subarray(headerBytes)]);

/**
 * Opens a model: `{ status: 0, model }`, or the status that says why not.
 *
 * `model.rows[product]` lists `{ neighbour, weight, supportClass }`; `prices` and the like have what
 * says "unknown" where a section is absent; a text section that is absent is an empty list.
 */
export function openModel(bytes) {
  try {
    return { status: Status.ok, model: readModel(bytes) };
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal;
    return { status: refusal.status };
  }
}

class Refusal extends Error {
  constructor(status) {
    super(`status ${status}`);
    this.status = status;
  }
}

function must(holds, status) {
  if (!holds) throw new Refusal(status);
}

function readModel(bytes) {
  checkHeader(bytes);
  const sections = readSections(bytes);
  const shape = readShape(sections[kinds.shape]);
  const { products } = shape;

  const rowsBytes = sections[kinds.rows];
  const bytesOf = (name) => sections[kinds[name]] ?? new Uint8Array();
  must(rowsBytes.length === (products + 1) * 4, Status.badSectionSize);
  must(sections[kinds.codebook].length === weightsInBook * 2, Status.badSectionSize);
  must(sections[kinds.supports].length === supportClasses * 4, Status.badSectionSize);
  for (const [name, [size]] of Object.entries({ ...perProduct, parents: [4] }))
    must([0, products * size].includes(bytesOf(name).length), Status.badSectionSize);
  must([0, 16].includes(bytesOf('about').length), Status.badSectionSize);
  must(bytesOf('trending').length % 4 === 0, Status.badSectionSize);

  const weights = numbers(sections[kinds.codebook], 2).map((u16) => (u16 << 16) >> 16);
  const supports = numbers(sections[kinds.supports], 4);
  must(supports[0] === 0, Status.badSupports);
  for (let i = 1; i < supportClasses; i++) must(supports[i] > supports[i - 1], Status.badSupports);

  const rows = readRows(numbers(rowsBytes, 4), sections[kinds.edges], weights);
  const edges = rows.reduce((sum, row) => sum + row.length, 0);
  must(edges === shape.edges, Status.badShape);

  const ids = readLines(sections[kinds.ids], products);
  const [titles, urls, images] = [kinds.titles, kinds.urls, kinds.images].map((kind) =>
    sections[kind]?.length > 0 ? readLines(sections[kind], products) : [],
  );
  const names = ['categoryNames', 'brandNames', 'tagNames'].map((name) => readNames(bytesOf(name)));
  return {
    ...shape,
    rows,
    supports,
    ids,
    titles,
    urls,
    images,
    ...readFacts(bytesOf, products, names),
  };
}

/** What is told of products; every number names something that is there. */
function readFacts(bytesOf, products, [categoryNames, brandNames, tagNames]) {
  const all = [...Array(products).keys()];
  const facts = { categoryNames, brandNames, tagNames };
  for (const [name, [size, absent]] of Object.entries(perProduct)) {
    const bytes = bytesOf(name);
    facts[name] = bytes.length > 0 ? numbers(bytes, size) : all.map(() => absent);
  }
  facts.parents = bytesOf('parents').length > 0 ? numbers(bytesOf('parents'), 4) : all;
  facts.trending = numbers(bytesOf('trending'), 4);
  facts.upgrades = readUpgrades(bytesOf('upgrades'), products);
  const about = bytesOf('about').length > 0 ? numbers(bytesOf('about'), 4) : [0, 0, 0, 0];
  [facts.own, facts.orders, facts.newestDay] = about;

  const fact = (holds) => must(holds, Status.badFact);
  fact(facts.own <= mostOwn && about[3] === 0);
  fact(tagNames.length <= mostTags);
  const isGroup = (names) => (group) => group === noGroup || group < names.length;
  fact(facts.categories.every(isGroup(categoryNames)));
  fact(facts.brands.every(isGroup(brandNames)));
  const { parents } = facts;
  fact(parents.every((parent, i) => parent <= i && parents[parent] === parent));
  fact(facts.tags.every((tags) => tags < 2 ** tagNames.length));
  fact(facts.trending.every((product) => product < products));
  return facts;
}

function readNames(bytes) {
  const lines = bytes.filter((byte) => byte === lineFeed).length;
  must(lines <= noGroup, Status.badText);
  return readLines(bytes, lines);
}

function readUpgrades(bytes, products) {
  const rows = Array.from({ length: products }, () => []);
  if (bytes.length === 0) return rows;
  let at = 0;
  rows.forEach((row, product) => {
    const count = bytes[at++];
    must(count <= mostUpgrades, Status.badFact); // nor is it so where there is no byte
    for (let i = 0; i < count; i++) {
      let better = 0;
      for (let length = 0, more = true; more; length++) {
        must(length < 3 && at < bytes.length, Status.badFact);
        better += (bytes[at] % 128) * 128 ** length;
        more = bytes[at] >= 128;
        at++;
      }
      must(better < products && better !== product, Status.badFact);
      row.push(better);
    }
  });
  must(at === bytes.length, Status.badFact);
  return rows;
}

function checkHeader(bytes) {
  for (let i = 0; i < magic.length && i < bytes.length; i++)
    must(bytes[i] === magic[i], Status.notAModel);
  must(bytes.length >= headerBytes, Status.tooShort);
  must(number(bytes, 4, 2) <= version, Status.newerVersion);
  must(number(bytes, 4, 2) > 0, Status.notAModel);
  must(bytes.length >= number(bytes, 8, 4), Status.tooShort);
  must(bytes.length <= number(bytes, 8, 4), Status.tooLong);
  must(number(bytes, 12, 4) === checksumOf(bytes), Status.damaged);
}

/** The bytes of each section by its kind; kinds that nobody knows are kept and never asked for. */
function readSections(bytes) {
  const count = number(bytes, 6, 2);
  let end = headerBytes + count * entryBytes;
  must(count <= mostSections && end <= bytes.length, Status.badSectionTable);
  const sections = {};
  let lastKind = 0;
  for (let i = 0; i < count; i++) {
    const entry = headerBytes + i * entryBytes;
    const [kind, offset, size] = numbers(bytes.subarray(entry, entry + entryBytes), 4);
    must(kind > lastKind, Status.badSectionTable);
    must(offset === Math.ceil(end / 4) * 4, Status.badSectionTable);
    must(offset + size <= bytes.length, Status.badSectionTable);
    sections[kind] = bytes.subarray(offset, offset + size);
    lastKind = kind;
    end = offset + size;
  }
  must(end === bytes.length, Status.badSectionTable);
  for (const name of ['shape', 'rows', 'edges', 'codebook', 'supports', 'ids'])
    must(sections[kinds[name]], Status.missingSection);
  return sections;
}

function readShape(bytes) {
  must(bytes.length === 24, Status.badSectionSize);
  const [products, edges] = numbers(bytes.subarray(0, 8), 4);
  const scale = new DataView(bytes.buffer, bytes.byteOffset + 8, 4).getFloat32(0, true);
  const name = String.fromCharCode(...bytes.subarray(12, 16));
  const [exponent, reserved] = numbers(bytes.subarray(16, 24), 4);
  must(products <= mostProducts, Status.badShape);
  must(scale > 0 && Number.isFinite(scale), Status.badShape);
  must(/^[A-Z]{3}\0$|^\0{4}$/.test(name), Status.badShape);
  must(exponent <= 4 && reserved === 0, Status.badShape);
  return { products, edges, scale, currency: name.replaceAll('\0', ''), exponent };
}

function readRows(begins, bytes, weights) {
  must(begins[0] === 0, Status.badRow);
  const products = begins.length - 1;
  const rows = [];
  for (let product = 0; product < products; product++) {
    must(begins[product + 1] >= begins[product], Status.badRow);
    must(begins[product + 1] <= bytes.length, Status.badRow);
    rows.push(
      readRow(bytes.subarray(begins[product], begins[product + 1]), product, products, weights),
    );
  }
  must(begins[products] === bytes.length, Status.badRow);
  return rows;
}

function readRow(bytes, product, products, weights) {
  const row = [];
  let neighbour = -1;
  let at = 0;
  while (at < bytes.length) {
    let gap = 0;
    let length = 0; // of the LEB128 number
    let more = true;
    while (more) {
      must(length < 3 && at + 1 < bytes.length, Status.badRow); // a code byte must follow
      gap += (bytes[at] % 128) * 128 ** length;
      more = bytes[at] >= 128;
      length++;
      at++;
    }
    const code = bytes[at++];
    neighbour += gap + 1;
    must(neighbour < products && neighbour !== product, Status.badNeighbour);
    row.push({ neighbour, weight: weights[code % 32], supportClass: Math.floor(code / 32) });
  }
  return row;
}

function readLines(bytes, products) {
  let lines = 0;
  for (const byte of bytes) if (byte === lineFeed) lines++;
  must(lines === products, Status.badText);
  must(bytes.length === 0 || bytes.at(-1) === lineFeed, Status.badText);
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes).split('\n').slice(0, -1);
}

/** A little-endian number of `size` bytes. */
function number(bytes, at, size) {
  let value = 0;
  for (let i = 0; i < size; i++) value += bytes[at + i] * 256 ** i;
  return value;
}

/** All little-endian numbers of `size` bytes. */
function numbers(bytes, size) {
  const list = [];
  for (let at = 0; at < bytes.length; at += size) list.push(number(bytes, at, size));
  return list;
}
