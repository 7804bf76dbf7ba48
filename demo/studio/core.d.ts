/**
 * The studio module, as `bindings/studio.cpp` exports it. Texts are JSON; one that has `error` tells
 * what went wrong and whose fault it is.
 */
export interface StudioCore {
  /** What a file seems to be, by its first bytes, unpacked. */
  preview(first: Uint8Array): string;
  /** `{ format, currency, columns, label, by }`, all optional. */
  beginOrders(options: string): string;
  beginFile(name: string): string;
  feed(bytes: Uint8Array): string;
  endFile(): string;
  finishOrders(): string;
  beginCatalogue(): string;
  finishCatalogue(): string;
  train(config: string): string;
  grade(): string;
  open(model: Uint8Array): string;
  /** A view of the model file; to be copied at once. */
  model(): Uint8Array;
  /** What each order came to, in minor units, below 0 where unknown; to be copied at once. */
  amounts(): Float64Array;
  pairs(most: number): string;
  products(): string;
  map(products: number, edges: number): string;
  neverOffered(config: string, places: number): string;
  product(id: string): string;
  offers(config: string, question: string): string;
  check(config: string): string;
  measure(file: string, question: string): string;
  delete(): void;
}

/** `build/studio/studio.js` exports Emscripten's factory by default. */
export default function createStudio(options: {
  locateFile: (file: string) => string;
  instantiateWasm: (
    imports: WebAssembly.Imports,
    received: (instance: WebAssembly.Instance) => void,
  ) => object;
}): Promise<{
  Studio: new (progress: (stage: string, share: number) => void) => StudioCore;
}>;
