import type { Ticket } from '../../ports/ticket.ts';
import type { Standing } from './read-sla.ts';

const TAGS: Record<Standing, string | null> = {
  kept: null,
  at_risk: 'ait_sla_at_risk',
  breached: 'ait_sla_breached',
};

/** The whole tag set with the one that tells the standing; null when it is so already, or nobody can write there any more. */
export function planSlaTags(ticket: Pick<Ticket, 'status' | 'tags'>, standing: Standing): string[] | null {
  if (ticket.status === 'closed') return null;
  const wanted = TAGS[standing];
  const others = ticket.tags.filter((tag) => !Object.values(TAGS).includes(tag));
  const held = ticket.tags.filter((tag) => !others.includes(tag));
  if (held.length === (wanted ? 1 : 0) && (!wanted || held.includes(wanted))) return null;
  return wanted ? [...others, wanted] : others;
}
