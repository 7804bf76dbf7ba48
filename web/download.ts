import { ask, patienceMs, type Sources } from './ask.js';
import { Failure } from './failure.js';

const none = { ok: false, status: 'network' };

/** What is on its way already, or was delivered with the script. */
export const sources: Sources = new Map();

/**
 * Fetches a file of the shop and reads it with `read`, all of it within ten seconds. `what` begins
 * the code of a failure: `model-404`, `model-timeout`, `model-network`, `model-changed`.
 *
 * `integrity`  what the bytes have to be, as of an HTML attribute; others are no answer
 */
export async function download<T>(
  what: 'model' | 'config' | 'module',
  url: string,
  read: (response: Response) => Promise<T>,
  integrity = '',
): Promise<T> {
  try {
    const response = await (sources.get(url) ?? ask)(url, integrity);
    if (!response.ok)
      throw new Failure(`${what}-${response.status}`, `${url} answered ${response.status}`);
    return await read(response);
  } catch (error) {
    if (error instanceof Failure) throw error;
    // WebKit calls it AbortError; nobody else aborts.
    if (/^(Timeout|Abort)Error$/.test((error as Error).name))
      throw new Failure(`${what}-timeout`, `${url} did not answer within ${patienceMs / 1000} s`);
    if (!(error instanceof TypeError)) throw error;
    // Where a hash is asked for (the module's always is), browsers do not tell which of the two failed.
    const hashed = what === 'module' || integrity;
    const { ok, status } = hashed ? await ask(url).catch(() => none) : none;
    throw ok
      ? new Failure(`${what}-changed`, `${url} is not the file whose hash is known`)
      : new Failure(`${what}-${status}`, `${url} could not be fetched`);
  }
}
