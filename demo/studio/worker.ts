/**
 * Reads, trains and tells, away from the page: the same C++ as the command. The page hands it the
 * module that it loaded; it asks no server for anything.
 */
import { feed, firstBytes } from './bytes.js';
import type { StudioCore } from './core.js';
import type { Asked, FromWorker, ReadQuestion, ToWorker, Trouble } from './messages.js';
import createStudio from './studio_core.js';
import { said, Told } from './told.js';

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

async function read(core: StudioCore, question: ReadQuestion): Promise<unknown> {
  const { orders, catalogue, columns, ...options } = question;
  const all = [...orders, ...catalogue].reduce((sum, { size }) => sum + size, 0);
  let done = 0;
  const hear = (bytes: number) => {
    done += bytes;
    progress('reading', Math.min(1, done / Math.max(1, all)));
  };
  // As `goeswith train --columns` takes them.
  const named = Object.entries(columns).map(([word, column]) => `${word}=${column}`);
  said(core.beginOrders(JSON.stringify({ ...options, columns: named.join() })));
  for (const file of orders) await feed(core, file, hear);
  const report = said(core.finishOrders());
  if (catalogue.length === 0) return report;
  said(core.beginCatalogue());
  for (const file of catalogue) await feed(core, file, hear);
  return said(core.finishCatalogue());
}

async function answer(core: StudioCore, { ask, of }: Asked): Promise<unknown> {
  switch (ask) {
    case 'preview':
      return said(core.preview(await firstBytes(of)));
    case 'read':
      return read(core, of);
    case 'train':
      return said(core.train(of));
    case 'grade':
      return said(core.grade());
    case 'model':
      return core.model().slice();
    case 'open':
      return said(core.open(of));
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

async function start(module: WebAssembly.Module): Promise<StudioCore> {
  let failed = (_: unknown) => {};
  const failure = new Promise<never>((_, reject) => (failed = reject));
  const starting = createStudio({
    locateFile: (file) => file,
    instantiateWasm(imports, received) {
      WebAssembly.instantiate(module, imports).then(received, failed);
      return {};
    },
  });
  const { Studio } = await Promise.race([starting, failure]);
  return new Studio(progress);
}

// One question after the other: the core holds one shop.
let core: Promise<StudioCore>;
let last: Promise<unknown> = Promise.resolve();
addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  if ('module' in data) {
    core = start(data.module);
    core.then(
      () => tell({ ready: true }),
      (error) => tell({ dead: troubleOf(error) }),
    );
    return;
  }
  const { number } = data;
  last = last.then(async () => {
    asked = number;
    try {
      tell({ number, answer: await answer(await core, data) });
    } catch (error) {
      tell({ number, trouble: troubleOf(error) });
    }
  });
});
