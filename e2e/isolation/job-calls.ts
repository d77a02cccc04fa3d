import type { JobName, JobPayloads } from '../../backend/ports/queue.ts';
import type { Planted } from './plant.ts';
import type { Accounts } from './token-states.ts';
import type { Backend } from './two-accounts.ts';

type Names = { tenantId: string; ownTicketId: string; other: Planted['ids'] };

/** Every kind of job of one account that names what is another's, and all that such a job can do without naming anything. */
const PAYLOADS: { [Name in JobName]: (names: Names) => JobPayloads[Name][] } = {
  'triage-ticket': ({ tenantId, ownTicketId, other: { ticketId, triageId: recovers } }) => [
    { tenantId, ticketId },
    { tenantId, ticketId, recovers },
    { tenantId, ticketId: ownTicketId, recovers },
    { tenantId, ticketId: ownTicketId },
  ],
  'import-knowledge': ({ tenantId, other }) => [
    { tenantId, runId: other.importId },
    { tenantId, runId: other.uploadId },
    { tenantId },
  ],
  'follow-ticket': ({ tenantId, ownTicketId, other: { ticketId } }) => [
    { tenantId, ticketId },
    { tenantId, ticketId: ownTicketId },
  ],
  'index-knowledge': ({ tenantId }) => [{ tenantId }, { tenantId, rebuild: true }],
  forget: ({ tenantId, other: { erasureId } }) => [{ tenantId, erasureId }],
  retain: ({ tenantId }) => [{ tenantId }],
  learn: ({ tenantId }) => [{ tenantId }],
  'recover-triages': ({ tenantId }) => [{ tenantId }],
  'follow-sla': ({ tenantId, ownTicketId, other: { ticketId } }) => [
    { tenantId, ticketId },
    { tenantId, ticketId: ownTicketId },
  ],
  'warn-breaches': ({ tenantId }) => [{ tenantId }],
  'fold-overview': ({ tenantId }) => [{ tenantId }],
  'undo-writes': ({ tenantId, other: { undoId } }) => [{ tenantId, undoId }],
  reconcile: ({ tenantId }) => [{ tenantId }],
  'flag-dead': ({ tenantId }) => [{ tenantId }],
  'check-connection': ({ tenantId }) => [{ tenantId }, { tenantId, wasMissing: true }],
  'remove-tenant': ({ tenantId }) => [{ tenantId }],
};

export const JOBS_NAMED = Object.keys(PAYLOADS);

/** Runs them all; how many there were. One that fails on the way is as good: what counts is what it has touched. */
export async function runJobs(backend: Backend, { own, other }: Pick<Accounts, 'own' | 'other'>): Promise<number> {
  const names = { tenantId: own.tenantId, ownTicketId: own.ticketId, other: other.ids };
  let ran = 0;
  for (const [name, payloadsOf] of Object.entries(PAYLOADS))
    for (const payload of payloadsOf(names)) {
      await backend.run(name as JobName, payload as never).catch(() => {});
      ran += 1;
    }
  await backend.settled();
  return ran;
}
