/** Makes again only what has changed: charts and sorted lists are dear, and a view is drawn often. */
export function kept<A extends readonly unknown[], R>(make: (...of: A) => R): (...of: A) => R {
  let last: { of: A; made: R } | undefined;
  return (...of) => {
    if (!last || of.some((one, at) => !Object.is(one, last?.of[at])))
      last = { of, made: make(...of) };
    return last.made;
  };
}
