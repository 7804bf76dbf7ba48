/**
 * What the studio needs besides its scripts, fetched while the page is loaded: afterwards it asks no
 * server for anything.
 */

const fetched = (name: string) =>
  fetch(new URL(name, import.meta.url)).then((response) => {
    if (!response.ok) throw new Error(`${name} answered ${response.status}`);
    return response.blob();
  });

const supplies = {
  /** web/dist as a zip: what a shop hosts. */
  kit: fetched('kit.zip'),
  orders: fetched('sample/orders.csv.gz'),
  catalogue: fetched('sample/catalogue.csv.gz'),
};
// Whoever takes one hears of its failure.
for (const supply of Object.values(supplies)) supply.catch(() => {});

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
