import type { Account } from './account.ts';
import type { Ctx } from './http.ts';
import { viewMetricSet } from './metrics.ts';
import { viewUser } from './people.ts';
import type { Ticket } from './state.ts';
import { viewTicket } from './ticket-view.ts';

const askedFor = (c: Ctx): string[] => c.req.query('include')?.split(',') ?? [];

/** A ticket with its metrics, when the request asks for them. */
export const viewWithMetrics = (account: Account, c: Ctx, ticket: Ticket) => ({
  ...viewTicket(ticket, account),
  ...(askedFor(c).includes('metric_sets') && { metric_set: viewMetricSet(ticket, account.url) }),
});

/** What `include=users,organizations` adds to a list of tickets. */
export function sideloads({ state }: Account, c: Ctx, tickets: Ticket[]) {
  const asked = askedFor(c);
  const userIds = new Set(tickets.flatMap((ticket) => [ticket.requester_id, ticket.submitter_id, ticket.assignee_id]));
  const organizationIds = new Set(tickets.map(({ organization_id }) => organization_id));
  return {
    ...(asked.includes('users') && { users: state.users.filter(({ id }) => userIds.has(id)).map(viewUser) }),
    ...(asked.includes('organizations') && {
      organizations: state.organizations.filter(({ id }) => organizationIds.has(id)),
    }),
  };
}
