/** Votes on values of about the same raw probability. */
export type Group = { raw: number; right: number; decisions: number };

/** Where pooled probabilities lie. Those of equal ones stay to the last bit. */
export const meanRaw = (a: Pick<Group, 'raw' | 'decisions'>, b: Pick<Group, 'raw' | 'decisions'>): number =>
  a.raw === b.raw ? a.raw : (a.raw * a.decisions + b.raw * b.decisions) / (a.decisions + b.decisions);

export const merge = (a: Group, b: Group): Group => ({
  raw: meanRaw(a, b),
  right: a.right + b.right,
  decisions: a.decisions + b.decisions,
});
