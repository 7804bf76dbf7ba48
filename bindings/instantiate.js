// The minimal runtime instantiates the binary by itself, and nobody hears of it where that fails, for
// want of memory say. Here the page does it: it calls `done` with what `WebAssembly.instantiate`
// gave it, or not at all.
/** @suppress {duplicate} */ var WebAssembly = {
  'instantiate': (wasm, imports) => ({
    'then': (done) => Module['instantiateWasm'](imports, done),
  }),
};
