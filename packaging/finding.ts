export type Files = ReadonlyMap<string, Uint8Array>;

/** Errors keep a package from being written; warnings are what Zendesk remarks on without blocking. */
export type Finding = { level: 'error' | 'warning'; text: string };
export type Findings = Iterable<Finding>;

export const error = (text: string): Finding => ({ level: 'error', text });
export const warning = (text: string): Finding => ({ level: 'warning', text });
