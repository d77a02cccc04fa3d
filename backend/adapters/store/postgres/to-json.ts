/**
 * JSON that PostgreSQL takes: jsonb refuses NUL and half a surrogate pair, which strangers, models and our own cuts
 * produce, and a row that is refused would fail for ever.
 */
export const toJson = (value: unknown): string =>
  JSON.stringify(value, (_, part) => (typeof part === 'string' ? part.toWellFormed().replaceAll('\0', '') : part));
