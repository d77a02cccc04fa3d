import type { Triage } from '../../backend/contract/triage.ts';
import { Small } from '../ui/layout.tsx';
import { useWords } from '../ui/Words.tsx';

/** Whom the account's rules would give the ticket to, or why to nobody; nothing where it does not ask for agents. */
export function AssigneeLine({ triage: { assignee, unassigned } }: { triage: Triage }) {
  const { t } = useWords();
  if (unassigned) return <Small>{t(`assignee.${unassigned}`)}</Small>;
  if (!assignee) return null;
  const { name, agentId, open } = assignee;
  return <Small>{t('assignee.suggested', { name: name ?? agentId, count: open })}</Small>;
}
