import { scheduleOf } from '../contract/schedules.ts';
import { planSlaTags } from '../pipeline/sla/plan-sla-tags.ts';
import { readSla, type SlaReading } from '../pipeline/sla/read-sla.ts';
import { historyMatters } from '../pipeline/sla/statuses.ts';
import { OutsideError } from '../ports/errors.ts';
import type { OverviewStore } from '../ports/overview.ts';
import type { Job } from '../ports/queue.ts';
import type { RoutingStore } from '../ports/routing-rules.ts';
import type { SlaStore } from '../ports/sla.ts';
import type { Tenant, Tenants } from '../ports/tenant.ts';
import type { Ticket } from '../ports/ticket.ts';
import { SETTLE_MS } from './fetch-settled.ts';

const SETTLE_SECONDS = 3;

export type FollowSlaParts = {
  tenants: Tenants;
  store: Pick<SlaStore, 'findRouted' | 'saveSla' | 'stopClock'> &
    Pick<RoutingStore, 'readRoutingVersion'> &
    Pick<OverviewStore, 'saveStanding'>;
};

type Seen = { tenant: Tenant; ticket: Ticket; now: Date };
type Routed = NonNullable<Awaited<ReturnType<SlaStore['findRouted']>>>;

async function readClocks(
  { tenant, ticket, now }: Seen,
  { routing }: Routed,
  { store }: FollowSlaParts,
): Promise<SlaReading> {
  const version = await store.readRoutingVersion(tenant.id, routing.version);
  const asks = historyMatters(ticket, routing.resolutionHours !== null);
  const history = asks ? await tenant.helpdesk.fetchHistory(ticket.id) : [];
  const schedule = version ? scheduleOf(routing.team, version.rules) : null;
  const ownUserId = tenant.helpdesk.ownUserId();
  return readSla({ routing, schedule, ticket, history, ownUserId, now });
}

/** Puts the tag that the clocks ask for on the ticket. Whoever changes the ticket at the same time goes first. */
async function writeTags({ tenant: { helpdesk }, ticket, now }: Seen, reading: SlaReading): Promise<string> {
  const tags = planSlaTags(ticket, reading.standing);
  if (!tags) return reading.standing;
  if (now.getTime() - Date.parse(ticket.updatedAt) < SETTLE_MS)
    throw new OutsideError('zendesk', 'timeout', 'the ticket has just changed', SETTLE_SECONDS);
  try {
    await helpdesk.updateTicket({ ticketId: ticket.id, updatedAt: ticket.updatedAt, fields: {}, tags });
  } catch (error) {
    const code = error instanceof OutsideError ? error.code : null;
    if (code === 'conflict')
      throw new OutsideError('zendesk', 'timeout', 'the ticket has just changed', SETTLE_SECONDS);
    // It would be refused for ever.
    if (code === 'rejected' || code === 'forbidden') return 'refused';
    if (code !== 'bad_answer') throw error;
    // It arrived, and a rule of the account changed it at once: writing again would only begin a quarrel.
    return 'not_taken';
  }
  return `tagged:${reading.standing}`;
}

/** Notes how a ticket stands, reads its clocks, and tags it when a promise is at risk or broken and the account wants that. */
export async function followSla(
  job: Pick<Job<'follow-sla'>, 'payload'>,
  parts: FollowSlaParts,
  now = new Date(),
): Promise<string> {
  const { tenantId, ticketId } = job.payload;
  const { store } = parts;
  const tenant = await parts.tenants.find(tenantId);
  const routed = tenant && (await store.findRouted(tenantId, ticketId));
  const ticket = routed && (await tenant.helpdesk.fetchTicket(ticketId));
  if (!ticket) {
    await store.stopClock(tenantId, ticketId);
    if (routed) await store.saveStanding(tenantId, ticketId, { status: 'deleted', groupId: null });
    return routed ? 'gone' : 'no_promise';
  }
  await store.saveStanding(tenantId, ticketId, { status: ticket.status, groupId: ticket.groupId });
  const seen = { tenant, ticket, now };
  const reading = await readClocks(seen, routed, parts);
  const outcome = tenant.slaWarnings ? await writeTags(seen, reading) : reading.standing;
  const lookAt = tenant.slaWarnings ? reading.lookAt : null;
  const isSaved = await store.saveSla(tenantId, routed.triageId, { sla: reading.sla, lookAt });
  // Decided anew meanwhile: what holds is the newer promise.
  return isSaved ? outcome : followSla(job, parts, now);
}
