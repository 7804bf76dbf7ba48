/**
 * What the studio needs besides its scripts, fetched while the page is loaded: afterwards it asks no
 * server for anything, and works on without a network.
 */

const fetched = (name: string) =>
  fetch(new URL(name, import.meta.url)).then((response) => {
    if (!response.ok) throw new Error(`${name} answered ${response.status}`);
    return response.blob();
  });

const supplies = {
  script: fetched('worker.js').then((blob) =>
    // A blob's type is what its host said, which may be anything.
    URL.createObjectURL(new Blob([blob], { type: 'text/javascript' })),
  ),
  module: fetched('studio.wasm')
    .then((blob) => blob.arrayBuffer())
    .then((bytes) => WebAssembly.compile(bytes)),
  /** web/dist as a zip: what a shop hosts. */
  kit: fetched('kit.zip'),
  orders: fetched('sample/orders.csv.gz'),
  catalogue: fetched('sample/catalogue.csv.gz'),
};
// Whoever takes one hears of its failure.
for (const supply of Object.values(supplies)) supply.catch(() => {});

/** The worker's script as a blob, and the module that it runs: a second worker asks nothing either. */
export async function workerParts(): Promise<{ script: string; module: WebAssembly.Module }> {
  const [script, module] = await Promise.all([supplies.script, supplies.module]);
  return { script, module };
}

export async function kit(): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await (await supplies.kit).arrayBuffer());
}

/** An invented shop's orders and products, as files like any other. */
export async function sampleFiles(): Promise<{ orders: File; catalogue: File }> {
  const [orders, catalogue] = await Promise.all([supplies.orders, supplies.catalogue]);
  return {
    orders: new File([orders], 'sample-orders.csv.gz'),
    catalogue: new File([catalogue], 'sample-catalogue.csv.gz'),
  };
}
