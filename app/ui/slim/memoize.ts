type Make<A extends unknown[], R> = (...args: A) => R;

/** Stands in for lodash.memoize in the bundle: Garden keys it by strings only, and the original weighs 1 kB. */
const memoize = <A extends unknown[], R>(
  make: Make<A, R>,
  keyOf: Make<A, unknown> = (...[first]) => first,
): Make<A, R> => {
  const made = new Map<unknown, R>();
  return (...args) => {
    const key = keyOf(...args);
    const result = made.has(key) ? (made.get(key) as R) : make(...args);
    made.set(key, result);
    return result;
  };
};

// biome-ignore lint/style/noDefaultExport: as the package that it stands in for
export default memoize;
