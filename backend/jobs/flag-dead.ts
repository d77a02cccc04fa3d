import { NEEDS_HUMAN_TAG } from '../pipeline/plan-update.ts';
import { OutsideError } from '../ports/errors.ts';
import type { Job, Queue } from '../ports/queue.ts';
import type { SeenStore } from '../ports/seen.ts';
import type { Tenant, Tenants } from '../ports/tenant.ts';
import { fetchSettled } from './fetch-settled.ts';

const AT_A_TIME = 1_000;
/** More would take this one's minute. */
const FLAGGED_A_RUN = 20;

export type FlagDeadParts = {
  tenants: Tenants;
  store: Pick<SeenStore, 'findUnflagged' | 'saveFlagged'>;
  queue: Pick<Queue, 'listDead'>;
};

/** The tickets whose triage was given up and that do not say so yet. */
async function findUnflagged(tenantId: string, { store, queue }: FlagDeadParts): Promise<string[]> {
  const unflagged = new Set<string>();
  let cursor: string | null = null;
  do {
    const page = await queue.listDead(tenantId, { job: 'triage-ticket', cursor, limit: AT_A_TIME });
    const dead = page.letters.flatMap(({ ticketId, failedAt }) => (ticketId ? [{ ticketId, failedAt }] : []));
    for (const ticketId of await store.findUnflagged(tenantId, dead)) unflagged.add(ticketId);
    cursor = page.cursor;
  } while (cursor !== null && unflagged.size < FLAGGED_A_RUN);
  return [...unflagged].slice(0, FLAGGED_A_RUN);
}

async function flag(tenant: Tenant, ticketId: string): Promise<void> {
  const ticket = await fetchSettled(tenant, ticketId);
  if (!ticket || ticket.status === 'closed' || ticket.tags.includes(NEEDS_HUMAN_TAG)) return;
  const tags = [...ticket.tags, NEEDS_HUMAN_TAG];
  await tenant.helpdesk.updateTicket({ ticketId, updatedAt: ticket.updatedAt, fields: {}, tags });
}

/** Worth another try in a minute; whatever else a helpdesk refuses would be refused for ever. */
const passes = (error: unknown): boolean =>
  error instanceof OutsideError && (error.retryable || error.code === 'conflict');

/** Puts a tag on the tickets whose triage was given up, so that a person looks at them: once for each time. */
export async function flagDead(
  { payload: { tenantId } }: Pick<Job<'flag-dead'>, 'payload'>,
  parts: FlagDeadParts,
): Promise<string> {
  const tenant = await parts.tenants.find(tenantId);
  if (!tenant) return 'gone';
  const ticketIds = await findUnflagged(tenantId, parts);
  let refused = 0;
  for (const ticketId of ticketIds) {
    const at = new Date();
    try {
      await flag(tenant, ticketId);
    } catch (error) {
      if (passes(error)) continue;
      refused += 1;
    }
    await parts.store.saveFlagged(tenantId, ticketId, at);
  }
  return refused > 0 ? 'refused' : ticketIds.length > 0 ? 'flagged' : 'none_dead';
}
