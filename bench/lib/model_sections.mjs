// What a model file spends its bytes on, by the section table of src/model/layout.h.

// biome-ignore format: a table
const names = new Map(
  Object.entries({
    shape: 1, rows: 2, edges: 3, codebook: 4, supports: 5, prices: 6, about: 7, shares: 8,
    categories: 9, brands: 10, tags: 11, parents: 12, 'first days': 13, intervals: 14, margins: 15,
    ids: 16, titles: 17, urls: 18, images: 19, 'category names': 20, 'brand names': 21,
    'tag names': 22, trending: 32, upgrades: 33,
  }).map(([name, kind]) => [kind, name]),
);

/** The parts of a model: header and table, then each section; and how many edges it has. */
export function modelSections(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const u32 = (at) => view.getUint32(at, true);
  const count = view.getUint16(6, true);
  const parts = [{ name: 'header', bytes: bytes.subarray(0, 16 + 12 * count) }];
  for (let entry = 16; entry < 16 + 12 * count; entry += 12) {
    const offset = u32(entry + 4);
    const kind = u32(entry);
    parts.push({
      name: names.get(kind) ?? `kind ${kind}`,
      bytes: bytes.subarray(offset, offset + u32(entry + 8)),
    });
  }
  const shape = parts.find(({ name }) => name === 'shape').bytes;
  const numbers = new DataView(shape.buffer, shape.byteOffset, shape.byteLength);
  return {
    products: numbers.getUint32(0, true),
    edges: numbers.getUint32(4, true),
    parts,
  };
}
