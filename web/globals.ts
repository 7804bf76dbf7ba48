// What the page around us has: globals of its scripts, and the shop's own server.

/**
 * A page's global, or a property of one, if it is an object of a script's. HTML can
 * clobber globals (`<a id="Shopify">`), so elements and collections of elements are refused.
 */
export function globalObject(
  name: string,
  owner: object | undefined = globalThis,
): Record<string, unknown> | undefined {
  const value: unknown = owner && Reflect.get(owner, name);
  if (typeof value !== 'object' || value === null) return undefined;
  return value instanceof Node || value instanceof HTMLCollection
    ? undefined
    : (value as Record<string, unknown>);
}

/** A method of an object, bound to it, if there is one. */
export function methodOf(
  owner: object | undefined,
  name: string,
): ((...args: unknown[]) => unknown) | undefined {
  const method: unknown = owner && Reflect.get(owner, name);
  return typeof method === 'function' ? method.bind(owner) : undefined;
}

/** Calls a method, if there is one; what breaks in it is not the shopper's business. */
export function attempt(owner: object | undefined, name: string, ...args: unknown[]): unknown {
  try {
    return methodOf(owner, name)?.(...args);
  } catch {
    return undefined;
  }
}

export function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** Objects of a list that somebody else wrote; none where it is no list. */
export function objects(list: unknown): Record<string, unknown>[] {
  return (Array.isArray(list) ? list : []).filter((one) => typeof one === 'object' && one !== null);
}

const patienceMs = 10_000;

/** The shop's server said no, or nothing that can be understood; the message is its own if it has one. */
export class Refused extends Error {
  readonly status: number;
  readonly body: Record<string, unknown> | null;
  readonly headers: Headers;

  constructor(message: string, { status, headers }: Response, body: Refused['body']) {
    super(message);
    this.status = status;
    this.headers = headers;
    this.body = body;
  }
}

/**
 * Asks the shop's own server, as its theme does: POSTs `body` (as JSON unless it is a form), GETs
 * without one. Throws `Refused` for an error, a web page, an empty answer.
 */
export async function ask(
  path: string,
  { body, headers, ...init }: Omit<RequestInit, 'body'> & { body?: object } = {},
): Promise<{ body: Record<string, unknown>; headers: Headers }> {
  const isForm = body instanceof FormData || body instanceof URLSearchParams;
  const response = await fetch(new URL(path, location.origin), {
    signal: AbortSignal.timeout(patienceMs),
    method: body ? 'POST' : 'GET',
    headers: {
      Accept: 'application/json',
      ...(body && !isForm && { 'Content-Type': 'application/json' }),
      ...headers,
    },
    ...(body && { body: isForm ? body : JSON.stringify(body) }),
    ...init,
  });
  // Some shops give JSON another name.
  const value: unknown = await response
    .text()
    .then(JSON.parse)
    .catch(() => null);
  const isObject = typeof value === 'object' && value !== null;
  const answer = isObject ? (value as Record<string, unknown>) : null;
  if (response.ok && answer) return { body: answer, headers: response.headers };
  const { description, message, detail, title } = answer ?? {};
  const words = [description, message, detail, title].find((text) => typeof text === 'string');
  throw new Refused(`${words || `${path} answered ${response.status}`}`, response, answer);
}
