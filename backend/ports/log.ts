export type LogFields = Record<string, string | number | boolean | null | undefined>;

/** Writes one canonical line. Callers pass ids, codes and figures; never ticket text, names or secrets. */
export type Log = (
  event: 'request' | 'job' | 'reconciled' | 'admin' | 'fault' | 'start' | 'stop',
  fields: LogFields,
) => void;
