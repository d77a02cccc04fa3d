import type { Escalations } from '../../../../backend/contract/overview.ts';
import { wilson } from '../../parts/wilson.ts';

export type EscalationRule = Escalations['rules'][number];

export const ORDERS = ['fired', 'wrong'] as const;
export type Order = (typeof ORDERS)[number];

/** The most frequent first; or the one that surely is wrong most often: one wrong out of one is no such evidence. */
export function sorted(rules: readonly EscalationRule[], order: Order): EscalationRule[] {
  const worth = ({ fired, decided, agreed }: EscalationRule) =>
    order === 'fired' ? fired : wilson(decided - agreed, decided).low;
  return [...rules].sort(
    (one, other) => worth(other) - worth(one) || other.fired - one.fired || one.rule.localeCompare(other.rule),
  );
}
