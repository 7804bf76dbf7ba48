// Put before the glue: what Embind of em++ 3.1.6 names and the minimal runtime does not declare, and
// the way to the module's memory, which is another buffer after it has grown.
var asm, dynCalls, UTF16Decoder;
Module['memory'] = () => wasmMemory.buffer;
