import type { RoutingRules } from '../../contract/routing-rules.ts';
import { scheduleOf } from '../../contract/schedules.ts';
import type { Routing, Sla } from '../../contract/triage.ts';
import type { Tenant } from '../../ports/tenant.ts';
import type { FieldChange, Ticket } from '../../ports/ticket.ts';
import { planSlaTags } from './plan-sla-tags.ts';
import { readSla } from './read-sla.ts';
import { historyMatters } from './statuses.ts';

type Promising = Pick<RoutingRules, 'categories' | 'rules'>;

const promisesResolution = ({ categories, rules }: Promising): boolean =>
  Object.values(categories).some(({ resolutionHours }) => resolutionHours !== undefined) ||
  rules.some(({ set }) => set.resolutionHours !== undefined);

/** A ticket's history where its clocks depend on it. A triage does not wait for what the helpdesk cannot say: the next change sets it right. */
export const readHistory = async (
  ticket: Ticket,
  { helpdesk }: Pick<Tenant, 'helpdesk'>,
  rules: Promising,
): Promise<FieldChange[]> =>
  historyMatters(ticket, promisesResolution(rules)) ? helpdesk.fetchHistory(ticket.id).catch(() => []) : [];

/** The promises of a ticket that was just decided, and when to look at them: at once where its tag says something else; undefined where the account wants no warnings. */
export function slaAtTriage(input: {
  ticket: Ticket;
  tenant: Pick<Tenant, 'helpdesk' | 'slaWarnings'>;
  routing: Routing;
  rules: Pick<RoutingRules, 'schedules' | 'teams'>;
  history: readonly FieldChange[];
}): { sla: Sla; slaLookAt: Date | null | undefined } {
  const { ticket, tenant, routing, rules, history } = input;
  const now = new Date();
  const schedule = scheduleOf(routing.team, rules);
  const ownUserId = tenant.helpdesk.ownUserId();
  const { sla, standing, lookAt } = readSla({ routing, schedule, ticket, history, ownUserId, now });
  const first = planSlaTags(ticket, standing) ? now : lookAt;
  return { sla, slaLookAt: tenant.slaWarnings ? first : undefined };
}
