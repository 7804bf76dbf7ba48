/**
 * Reads, trains and tells, away from the page: the same C++ as the command. It asks for its module
 * when it starts, and for nothing afterwards.
 */
import type { StudioCore } from './core.js';
import type { FromWorker, ReadQuestion, ToWorker, Trouble } from './messages.js';
import createStudio from './studio_core.js';

/** How often the page hears how far a stage has come. */
const tellEveryMs = 100;

let asked = 0;
let toldAt = 0;
let toldStage = '';
const tell = (message: FromWorker) => postMessage(message);
const progress = (stage: string, share: number) => {
  const now = performance.now();
  if (stage === toldStage && now - toldAt < tellEveryMs) return;
  [toldStage, toldAt] = [stage, now];
  tell({ number: asked, progress: { stage, share } });
};

class Told extends Error {
  readonly trouble: Trouble;
  constructor(trouble: Trouble) {
    super(trouble.error);
    this.trouble = trouble;
  }
}

/** What the core says, or what it says went wrong. */
function said(text: string): unknown {
  const answer: unknown = JSON.parse(text);
  if (typeof answer === 'object' && answer !== null && 'error' in answer)
    throw new Told(answer as Trouble);
  return answer;
}

/** The file's bytes, unpacked where they are packed: its first two tell, not its name. */
async function bytesOf(file: File, hear: (bytes: number) => void) {
  const [first, second] = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  // How far it has come is told of the packed bytes: nobody knows how many it is unpacked.
  const count = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform(piece, out) {
      hear(piece.length);
      out.enqueue(piece);
    },
  });
  const bytes = file.stream().pipeThrough(count);
  const packed = first === 0x1f && second === 0x8b;
  return packed ? bytes.pipeThrough(new DecompressionStream('gzip')) : bytes;
}

async function feed(core: StudioCore, file: File, hear: (bytes: number) => void): Promise<void> {
  said(core.beginFile(file.name));
  const pieces = (await bytesOf(file, hear)).getReader();
  const next = () =>
    pieces.read().catch((error: unknown) => {
      // A file that is moved or changed while it is read, or packed and cut off.
      const what =
        error instanceof TypeError ? 'is packed and damaged, or was cut off' : `${error}`;
      throw new Told({ error: `${file.name}: ${what}`, of: 'data' });
    });
  for (let piece = await next(); !piece.done; piece = await next()) said(core.feed(piece.value));
  said(core.endFile());
}

async function read(core: StudioCore, question: ReadQuestion): Promise<unknown> {
  const { orders, catalogue, ...options } = question;
  const all = [...orders, ...catalogue].reduce((sum, { size }) => sum + size, 0);
  let done = 0;
  const hear = (bytes: number) => {
    done += bytes;
    progress('reading', Math.min(1, done / Math.max(1, all)));
  };
  said(core.beginOrders(JSON.stringify(options)));
  for (const file of orders) await feed(core, file, hear);
  const report = said(core.finishOrders());
  if (catalogue.length === 0) return report;
  said(core.beginCatalogue());
  for (const file of catalogue) await feed(core, file, hear);
  return said(core.finishCatalogue());
}

async function answer(core: StudioCore, { ask, of }: ToWorker): Promise<unknown> {
  switch (ask) {
    case 'read':
      return read(core, of);
    case 'train':
      return said(core.train(of));
    case 'grade':
      return said(core.grade());
    case 'model':
      return core.model().slice();
    case 'amounts':
      return core.amounts().slice();
    case 'pairs':
      return said(core.pairs(of));
    case 'products':
      return said(core.products());
    case 'map':
      return said(core.map(of.products, of.edges));
    case 'neverOffered':
      return said(core.neverOffered(of, 4));
    case 'product':
      return said(core.product(of));
    case 'offers':
      return said(core.offers(of.config, JSON.stringify(of.row)));
    case 'check':
      return said(core.check(of));
    case 'measure':
      return said(core.measure(of.file, JSON.stringify(of.of)));
  }
}

function troubleOf(error: unknown): Trouble {
  if (error instanceof Told) return error.trouble;
  // What the module's memory cannot hold ends in a trap, or in a buffer that cannot grow.
  if (error instanceof WebAssembly.RuntimeError || error instanceof RangeError)
    return { error: 'there is not enough memory for so many orders', of: 'memory' };
  return { error: String(error), of: 'call' };
}

const starting = createStudio({}).then(({ Studio }) => new Studio(progress));
starting.then(
  () => tell({ ready: true }),
  (error) => {
    // The page hears of it with its first question.
    console.error(error);
  },
);

// One question after the other: the core holds one shop.
let last: Promise<unknown> = starting;
onmessage = ({ data }: MessageEvent<ToWorker>) => {
  const { number } = data;
  last = last
    .catch(() => {})
    .then(async () => {
      asked = number;
      try {
        tell({ number, answer: await answer(await starting, data) });
      } catch (error) {
        tell({ number, trouble: troubleOf(error) });
      }
    });
};
