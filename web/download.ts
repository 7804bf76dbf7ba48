import { Failure } from './failure.js';

/** A server that has not answered by then is taken as one that never will. */
const patienceMs = 10_000;

/**
 * Fetches a file of the shop and reads it with `read`, all of it within ten seconds. `what` begins
 * the code of a failure: `model-404`, `model-timeout`, `model-network`.
 *
 * `integrity`  what the bytes have to be, as of an HTML attribute; others are no answer
 *
 * No credentials and no referrer leave the page: the file is the same for every shopper.
 */
export async function download<T>(
  what: 'model' | 'config' | 'module',
  url: string,
  read: (response: Response) => Promise<T>,
  integrity = '',
): Promise<T> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), patienceMs);
  try {
    const response = await fetch(url, {
      integrity,
      signal: abort.signal,
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
    });
    if (!response.ok)
      throw new Failure(`${what}-${response.status}`, `${url} answered ${response.status}`);
    return await read(response);
  } catch (error) {
    if (error instanceof Failure) throw error;
    if (abort.signal.aborted)
      throw new Failure(`${what}-timeout`, `${url} did not answer within ${patienceMs / 1000} s`);
    if (error instanceof TypeError)
      throw new Failure(`${what}-network`, `${url} could not be fetched`);
    throw error;
  } finally {
    clearTimeout(timer);
  }
}
