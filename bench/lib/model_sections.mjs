// What a model file spends its bytes on, by the section table of src/model/layout.h.

const names = new Map([
  ...[
    [1, 'shape'],
    [2, 'rows'],
    [3, 'edges'],
    [4, 'codebook'],
    [5, 'supports'],
    [6, 'prices'],
  ],
  ...[
    [16, 'ids'],
    [17, 'titles'],
    [18, 'urls'],
    [19, 'images'],
  ],
]);

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
