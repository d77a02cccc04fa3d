import { type Job, keyOf, type Queue } from '../ports/queue.ts';
import type { TriageStore } from '../ports/store.ts';
import type { Tenants } from '../ports/tenant.ts';

/** Older ones have been worked on by now. */
const WITHIN_MS = 24 * 3_600_000;
const AT_A_TIME = 100;

type RecoverTriagesParts = { tenants: Tenants; store: Pick<TriageStore, 'findDegraded'>; queue: Queue };

/** Has what a model should decide decided again, now that one answers. */
export async function recoverTriages(
  { payload: { tenantId } }: Pick<Job<'recover-triages'>, 'payload'>,
  { tenants, store, queue }: RecoverTriagesParts,
): Promise<string> {
  const tenant = await tenants.find(tenantId);
  if (!tenant?.engines.some(({ metered, available }) => metered && available())) return 'no_model';
  const waiting = await store.findDegraded(tenantId, new Date(Date.now() - WITHIN_MS), AT_A_TIME);
  for (const { id, ticketId } of waiting) {
    const payload = { tenantId, ticketId, recovers: id };
    await queue.enqueue('triage-ticket', payload, keyOf(payload));
  }
  return `asked_again:${waiting.length}`;
}
