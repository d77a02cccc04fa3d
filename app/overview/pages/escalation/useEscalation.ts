import type { EscalationRules } from '../../../../backend/contract/escalation-rules.ts';
import { useRouting } from '../routing/RoutingDraft.tsx';

/** The account's own say over the escalation phrases. */
export function useEscalation() {
  const { body, edit, faultAt } = useRouting();
  return {
    escalation: body.escalation,
    faultAt: (path: string) => faultAt(`escalation.${path}`),
    change: (part: Partial<EscalationRules>) =>
      edit((rules) => ({ ...rules, escalation: { ...rules.escalation, ...part } })),
  };
}
