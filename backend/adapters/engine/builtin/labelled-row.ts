/** A row of the training block and what it is labelled. */
export type LabelledRow = { row: number; label: string; secondary: string | null; weight: number; group: number };

/** How much of a ticket with two issues counts for the second one. */
export const SECONDARY_SHARE = 0.4;

/** What each row of the block says of one class. */
export function toSigns(labelled: readonly LabelledRow[], label: string, rows: number, cost: number) {
  const signs = new Int8Array(rows).fill(-1);
  const costs = new Float64Array(rows);
  for (const one of labelled) {
    const first = one.label === label;
    const second = one.secondary === label;
    signs[one.row] = first || second ? 1 : -1;
    costs[one.row] = cost * one.weight * (second && !first ? SECONDARY_SHARE : 1);
  }
  return { signs, costs };
}
