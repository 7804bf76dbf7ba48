import { download } from '../download.js';
import { Failure, toFailure } from '../failure.js';
import type { Core, StorefrontModule } from './core.js';

/** The module with a model opened in it. */
export interface Engine {
  core: Core;
  /** Gives the memory back when the last who opened this model is done with it. */
  release(): void;
}

const engines = new Map<string, Promise<Engine>>();
const users = new Map<string, number>();

/**
 * The engine for a model, one for all who ask: model and module are fetched side by side, once.
 * Rejects with a `Failure`; asking again after a failure tries again.
 */
export async function openEngine(modelUrl: string): Promise<Engine> {
  let opening = engines.get(modelUrl);
  if (!opening) {
    opening = startEngine(modelUrl);
    engines.set(modelUrl, opening);
    opening.catch(() => engines.delete(modelUrl));
  }
  const engine = await opening;
  users.set(modelUrl, (users.get(modelUrl) ?? 0) + 1);
  return engine;
}

async function startEngine(modelUrl: string): Promise<Engine> {
  const [bytes, { Core }] = await Promise.all([
    download('model', modelUrl, readModel),
    startModule(),
  ]);
  const core = new Core();
  openModel(core, bytes);
  const release = () => {
    const left = (users.get(modelUrl) ?? 0) - 1;
    users.set(modelUrl, left);
    if (left > 0) return;
    engines.delete(modelUrl);
    core.delete();
  };
  return { core, release };
}

async function readModel(response: Response): Promise<Uint8Array> {
  // A shop that answers "not found" with its home page and 200 is common enough to name it.
  if (response.headers.get('content-type')?.includes('html'))
    throw new Failure('model-not-a-model', `${response.url} is a web page, not a model`);
  return new Uint8Array(await response.arrayBuffer());
}

async function startModule(): Promise<StorefrontModule> {
  const binaryUrl = new URL('storefront.wasm', import.meta.url).href;
  let give: (imports: WebAssembly.Imports) => void;
  const wanted = new Promise<WebAssembly.Imports>((resolve) => {
    give = resolve;
  });
  const compiled = download('module', binaryUrl, (response) => compile(response, wanted));
  // Without a handler of its own its failure would be reported as unhandled, should the script be
  // late or fail too.
  compiled.catch(() => {});
  try {
    const { default: createStorefront } = await import('./storefront.js');
    return await new Promise((resolve, reject) => {
      // Emscripten's promise never settles when the binary fails, so its failure ends ours.
      createStorefront({
        instantiateWasm(imports, done) {
          give(imports);
          compiled.then(({ instance, module }) => done(instance, module)).catch(reject);
          return {};
        },
      }).then(resolve, reject);
    });
  } catch (error) {
    if (typeof WebAssembly === 'undefined' || error instanceof WebAssembly.CompileError)
      throw new Failure('module-blocked', `WebAssembly does not run here: ${error}`);
    throw toFailure(error, 'module-failed');
  }
}

/** Compiles while the bytes arrive; after they arrived where the server names another type. */
async function compile(response: Response, wanted: Promise<WebAssembly.Imports>) {
  const imports = await wanted;
  if (response.headers.get('content-type') === 'application/wasm')
    return WebAssembly.instantiateStreaming(response, imports);
  const bytes = await response.arrayBuffer();
  if (new TextDecoder().decode(bytes.slice(0, 4)) !== '\0asm')
    throw new Failure('module-not-a-module', `${response.url} is not WebAssembly`);
  return WebAssembly.instantiate(bytes, imports);
}

const noMemory = 14;

/** The statuses of src/model/status.h that the page tells apart. */
const statusCodes = new Map<number, [code: string, text: string]>([
  [1, ['model-cut', 'the model is shorter than it says']],
  [2, ['model-not-a-model', 'this file is not a model']],
  [3, ['model-newer', 'the model was made for a newer goeswith.js']],
  [noMemory, ['model-no-memory', 'there is not enough memory for the model']],
]);

function openModel(core: Core, bytes: Uint8Array): void {
  const room = core.model(bytes.length);
  const fits = room.length === bytes.length;
  if (fits) room.set(bytes);
  const status = fits ? core.open() : noMemory;
  if (status === 0) return;
  core.delete();
  const [code, text] = statusCodes.get(status) ?? [
    'model-damaged',
    `the model is damaged (status ${status})`,
  ];
  throw new Failure(code, text);
}
