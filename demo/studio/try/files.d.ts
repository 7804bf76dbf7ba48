/** The widget's module, which CMake builds, as bytes within the script. */
declare module '*/storefront.wasm' {
  const bytes: Uint8Array;
  export default bytes;
}

/** A stylesheet as text. */
declare module '*.css' {
  const text: string;
  export default text;
}
