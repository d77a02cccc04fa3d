import { hashContent } from '../pipeline/hash-content.ts';
import { triage } from '../pipeline/triage.ts';
import type { Job } from '../ports/queue.ts';
import type { Tenant } from '../ports/tenant.ts';
import { type TriageTicketParts, writeBack } from './triage-ticket.ts';

/** Older ones have been worked on by now. */
const WITHIN_MS = 24 * 3_600_000;
const AT_A_TIME = 50;

const hasModel = ({ engines }: Tenant): boolean => engines.some((engine) => engine.metered && engine.available());

/** Triages again, once, what the builtin engine had to decide while the model was down, unless a person has used it since. */
export async function recoverTriages(
  { payload: { tenantId } }: Pick<Job<'recover-triages'>, 'payload'>,
  parts: TriageTicketParts,
): Promise<string> {
  const tenant = parts.tenants.find(tenantId);
  if (!tenant || !hasModel(tenant)) return 'no_model';
  const waiting = await parts.store.findDegraded(tenant.id, new Date(Date.now() - WITHIN_MS), AT_A_TIME);
  let recovered = 0;
  for (const { id, ticketId, contentHash } of waiting) {
    if (!hasModel(tenant)) break;
    const ticket = await tenant.helpdesk.fetchTicket(ticketId);
    if (!ticket || hashContent(ticket) !== contentHash || ['solved', 'closed'].includes(ticket.status)) {
      await parts.store.settleDegraded(tenant.id, id);
      continue;
    }
    const started = await triage(ticket, tenant, parts, { recovering: true });
    if (!started?.mine) continue;
    const stored = await started.done;
    if (stored.triage.status === 'done') await writeBack(tenant, parts.store, stored);
    recovered += 1;
  }
  return `recovered:${recovered}`;
}
