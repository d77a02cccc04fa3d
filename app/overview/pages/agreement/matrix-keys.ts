import type { Agreement } from '../../../../backend/contract/overview.ts';

const NONE = 'none';
/** Fields whose values have an order of their own. */
const ORDER: Partial<Record<Agreement['field'], readonly string[]>> = {
  urgency: ['P1', 'P2', 'P3', 'P4'],
  sentiment: ['angry', 'frustrated', 'neutral', 'positive'],
  escalation: ['yes', 'no'],
};

/** Every value that was suggested or chosen, for rows and columns alike: in its own order, else the most frequent first; none last. */
export function matrixKeys({ field, matrix }: Pick<Agreement, 'field' | 'matrix'>): string[] {
  const tickets = new Map<string, number>();
  for (const cell of matrix)
    for (const key of new Set([cell.suggested, cell.final])) tickets.set(key, (tickets.get(key) ?? 0) + cell.tickets);
  const order = ORDER[field] ?? [];
  const rank = (key: string) => {
    if (key === NONE) return order.length + 1;
    return order.includes(key) ? order.indexOf(key) : order.length;
  };
  return [...tickets.keys()].sort(
    (a, b) => rank(a) - rank(b) || (tickets.get(b) ?? 0) - (tickets.get(a) ?? 0) || a.localeCompare(b),
  );
}

export type Cell = { suggested: string; final: string };
const BETWEEN = '~';

/** A cell as it stands in the address. */
export const writeCell = ({ suggested, final }: Cell): string => `${suggested}${BETWEEN}${final}`;

export function readCell(text: string | null): Cell | null {
  const [suggested, final, ...more] = text?.split(BETWEEN) ?? [];
  return suggested && final && more.length === 0 ? { suggested, final } : null;
}
