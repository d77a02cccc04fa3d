import type { PassedOver, Triage, Unassigned } from '../contract/triage.ts';

const NOBODY: Record<Unassigned, string> = {
  no_agents: 'the group has no agents',
  skill: 'nobody in the group has the skills that a rule asks for',
  away: 'nobody who could take it is there',
  full: 'everybody who could take it has as many open tickets as they may',
  no_answer: 'the helpdesk did not say who is there',
};
const BEHIND: Record<PassedOver, string> = {
  busier: 'with more to do',
  had_one_later: 'who had one later',
  level: 'level with them',
  language: 'who do not speak the language',
  full: 'who have as many as they may',
  away: 'away',
  skill: 'without the skills',
};

/** Whom the rules chose and why, in a line for agents; empty where the account does not ask for agents. */
export function sayAgent({ assignee, unassigned }: Pick<Triage, 'assignee' | 'unassigned'>): string {
  if (unassigned) return `Agent: none, ${NOBODY[unassigned]}`;
  if (!assignee) return '';
  const { name, agentId, open, seenThere, passedOver } = assignee;
  const counts = (Object.keys(BEHIND) as PassedOver[]).flatMap((reason) => {
    const count = passedOver.filter((other) => other.reason === reason).length;
    return count > 0 ? [`${count} ${BEHIND[reason]}`] : [];
  });
  const there = seenThere ? '' : ', the helpdesk does not tell whether they are there';
  return `Agent: ${name ?? agentId} (${open} open${there})${counts.length > 0 ? `, before ${counts.join(', ')}` : ''}`;
}
