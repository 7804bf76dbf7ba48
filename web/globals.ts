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
