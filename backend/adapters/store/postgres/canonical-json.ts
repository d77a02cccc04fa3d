const sorted = (_: string, value: unknown): unknown =>
  value && typeof value === 'object' && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
    : value;

/** JSON that is the same in whatever order names stand, so that its hash is too. */
export const canonicalJson = (value: unknown): string => JSON.stringify(value, sorted);
