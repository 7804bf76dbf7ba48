/** A server that has not answered by then is taken as one that never will. */
export const patienceMs = 10_000;

/**
 * Asks for a file of the shop. No credentials and no referrer leave the page: the file is the same
 * for every shopper. Where `integrity` is given, other bytes are no answer.
 */
export function ask(url: string, integrity = ''): Promise<Response> {
  return fetch(url, {
    integrity,
    signal: AbortSignal.timeout(patienceMs),
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
  });
}

/** Who answers for a file, by its address. */
export type Sources = Map<string, (url: string, integrity?: string) => Promise<Response>>;

/** Asks at once for what will be wanted soon. An answer is read once; after that it is asked anew. */
export function bring(sources: Sources, url: string, get = () => ask(url)): void {
  if (sources.has(url)) return;
  let first: Promise<Response> | undefined = get();
  // Who reads it hears of its failure.
  first.catch(() => {});
  sources.set(url, () => {
    const answer = first ?? get();
    first = undefined;
    return answer;
  });
}
