import { download } from '../download.js';
import { Failure } from '../failure.js';
import { pause } from '../pause.js';
import type { Core } from './core.js';
import createStorefront from './storefront.js';

/** The module with a model opened in it. */
export interface Engine {
  core: Core;
  /** After a trap the module's memory can hold anything: it is not asked again. */
  broken?: boolean;
  /** Whoever opens this model next gets an engine of its own. */
  release(): void;
}

const engines = new Map<string, Promise<Engine>>();

/**
 * The engine for a model, one for all who ask: model and module are fetched side by side, once.
 * Rejects with a `Failure`; asking again after a failure tries again.
 */
export function openEngine(modelUrl: string, integrity?: string): Promise<Engine> {
  const release = () => engines.delete(modelUrl);
  const start = async () => {
    const [bytes, core] = await Promise.all([
      download('model', modelUrl, readModel, integrity),
      startModule(),
    ]);
    await pause();
    openModel(core, bytes);
    return { core, release };
  };
  let engine = engines.get(modelUrl);
  if (!engine) {
    engine = start();
    engine.catch(release);
    engines.set(modelUrl, engine);
  }
  return engine;
}

async function readModel(response: Response): Promise<Uint8Array> {
  // A shop that answers "not found" with its home page and 200 is common enough to name it.
  if (response.headers.get('content-type')?.includes('html'))
    throw new Failure('model-not-a-model', `${response.url} is a web page, not a model`);
  return new Uint8Array(await response.arrayBuffer());
}

/** The core as WebAssembly; as JavaScript where a policy, or the browser, has no WebAssembly. */
async function startModule(): Promise<Core> {
  try {
    if (typeof WebAssembly === 'object') return await startBinary();
  } catch (error) {
    if (error instanceof Failure) throw error;
  }
  try {
    return await (await import('./storefront_js.js')).default({});
  } catch (error) {
    throw new Failure('module-blocked', `neither WebAssembly nor its stand-in runs: ${error}`);
  }
}

function startBinary(): Promise<Core> {
  const url = new URL('storefront.wasm', import.meta.url).href;
  return new Promise((resolve, reject) => {
    const options: Parameters<typeof createStorefront>[0] = {
      instantiateWasm(imports, done) {
        download('module', url, (response) => instantiate(response, imports))
          .then(done)
          .catch(reject);
      },
    };
    createStorefront(options).then(resolve);
  });
}

/** Compiles while the bytes arrive; after they arrived where the server names another type. */
async function instantiate(response: Response, imports: WebAssembly.Imports) {
  if (response.headers.get('content-type') === 'application/wasm')
    return WebAssembly.instantiateStreaming(response, imports);
  return WebAssembly.instantiate(await response.arrayBuffer(), imports);
}

const noMemory = 14;

/** The statuses of src/model/status.h that the page tells apart. */
const statusCodes: Record<number, [code: string, text: string]> = {
  1: ['cut', 'is shorter than it says'],
  2: ['not-a-model', 'is none'],
  3: ['newer', 'was made for a newer goeswith.js'],
  [noMemory]: ['no-memory', 'does not fit into memory'],
};

function openModel(core: Core, bytes: Uint8Array): void {
  const room = core.model(bytes.length);
  if (room) new Uint8Array(core.memory(), room).set(bytes);
  const status = room ? core.open() : noMemory;
  if (status === 0) return;
  const [code, text] = statusCodes[status] ?? ['damaged', `is damaged (status ${status})`];
  throw new Failure(`model-${code}`, `the model ${text}`);
}
