import type { StudioCore } from './core.js';
import { said, Told } from './told.js';

type Bytes = Uint8Array<ArrayBuffer>;

/** A preview needs no more. */
const previewBytes = 64 << 10;

/** What a browser says of a file that it cannot read, or not to its end, for whoever chose it. */
function faultOf({ name }: File, packed: boolean, error: unknown): unknown {
  let what: string;
  if (packed && error instanceof TypeError)
    // Each browser has its words for what stands behind the first of several packed parts.
    what = /after|past|junk/i.test(error.message)
      ? 'it is packed in several parts: unpack it, and choose what was in it'
      : 'it is packed and damaged, or was cut off: export or download it again';
  else if (error instanceof DOMException || error instanceof TypeError)
    what =
      'it cannot be read: it is a folder, or it was moved or changed since you chose it. Choose it again';
  else return error;
  return new Told({ error: `${name}: ${what}`, of: 'data' });
}

const cannotUnpack = ({ name }: File) =>
  new Told({
    error: `${name}: this browser cannot unpack it. Unpack it, and choose what was in it`,
    of: 'data',
  });

/**
 * The file's bytes, unpacked where they are packed: its first two tell, not its name.
 *
 * `hear`  so many more bytes of the file were read, packed as they are: nobody knows how many it is
 *         unpacked
 */
async function* bytesOf(file: File, hear: (bytes: number) => void): AsyncGenerator<Bytes> {
  let packed = false;
  try {
    const [first, second] = new Uint8Array(await file.slice(0, 2).arrayBuffer());
    packed = first === 0x1f && second === 0x8b;
    if (packed && !('DecompressionStream' in globalThis)) throw cannotUnpack(file);
    const count = new TransformStream<Bytes, Bytes>({
      transform(piece, out) {
        hear(piece.length);
        out.enqueue(piece);
      },
    });
    const bytes = file.stream().pipeThrough(count);
    const pieces = packed ? bytes.pipeThrough(new DecompressionStream('gzip')) : bytes;
    const reader = pieces.getReader();
    try {
      for (let piece = await reader.read(); !piece.done; piece = await reader.read())
        yield piece.value;
    } finally {
      // Who has seen enough leaves the rest of the file where it is.
      reader.cancel().catch(() => {});
    }
  } catch (error) {
    throw faultOf(file, packed, error);
  }
}

/** Gives a file to the core, piece by piece: none of it is held here. */
export async function feed(
  core: StudioCore,
  file: File,
  hear: (bytes: number) => void,
): Promise<void> {
  said(core.beginFile(file.name));
  for await (const piece of bytesOf(file, hear)) said(core.feed(piece));
  said(core.endFile());
}

/** How a file begins, unpacked. */
export async function firstBytes(file: File): Promise<Bytes> {
  const first = new Uint8Array(previewBytes);
  let size = 0;
  for await (const piece of bytesOf(file, () => {})) {
    const part = piece.subarray(0, previewBytes - size);
    first.set(part, size);
    size += part.length;
    if (size === previewBytes) break;
  }
  return first.slice(0, size);
}
