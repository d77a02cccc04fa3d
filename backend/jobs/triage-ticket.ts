import { hashContent } from '../pipeline/hash-content.ts';
import { markerOf, ownValues, planUpdate } from '../pipeline/plan-update.ts';
import { present } from '../pipeline/present.ts';
import { recover } from '../pipeline/recover.ts';
import { type TriageParts, triage } from '../pipeline/triage.ts';
import { writeNote } from '../pipeline/write-note.ts';
import { OutsideError } from '../ports/errors.ts';
import type { Job } from '../ports/queue.ts';
import type { Store, StoredTriage, WriteBack } from '../ports/store.ts';
import type { Tenant, Tenants } from '../ports/tenant.ts';
import type { Ticket } from '../ports/ticket.ts';

/** Zendesk stamps changes by the second: a ticket read sooner after its last change could change again under the same stamp. */
const SETTLE_MS = 2_100;
/** A ticket that keeps changing, or a clock that disagrees with ours, must not hold a worker. */
const SETTLE_ROUNDS = 10;
const CONFLICTS = 4;
const WAIT_FOR_OTHER_MS = 75_000;
const ASK_AGAIN_MS = 500;

export type TriageTicketParts = TriageParts & { store: Store; tenants: Tenants };
export type Outcome =
  | 'gone'
  | 'not_recovered'
  | 'fused'
  | 'skipped'
  | 'superseded'
  | 'written'
  | 'already_written'
  | 'not_taken';

const isFinal = ({ triage: { status } }: StoredTriage): boolean => ['done', 'skipped', 'failed'].includes(status);
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Reads the ticket when its last change is old enough for `safe_update` to notice the next one. */
async function fetchSettled(tenant: Tenant, ticketId: string): Promise<Ticket | null> {
  for (let round = 0; round < SETTLE_ROUNDS; round += 1) {
    const ticket = await tenant.helpdesk.fetchTicket(ticketId);
    const age = ticket ? Date.now() - Date.parse(ticket.updatedAt) : SETTLE_MS;
    if (!(age < SETTLE_MS)) return ticket;
    await pause(Math.min(SETTLE_MS, SETTLE_MS - age));
  }
  throw new OutsideError('zendesk', 'timeout', 'the ticket keeps changing');
}

/** Runs the triage or waits for who runs it; when that one has died, its lease ends and the triage is ours. Null when fused. */
async function finishTriage(ticket: Ticket, tenant: Tenant, parts: TriageTicketParts): Promise<StoredTriage | null> {
  const endsAt = Date.now() + WAIT_FOR_OTHER_MS;
  for (;;) {
    const started = await triage(ticket, tenant, parts, { unasked: true });
    if (!started || started.mine || isFinal(started.stored)) return started ? started.done : null;
    if (Date.now() > endsAt) throw new OutsideError('triage', 'timeout', 'another worker did not finish this triage');
    await pause(ASK_AGAIN_MS);
  }
}

async function writeBack(tenant: Tenant, store: Store, stored: StoredTriage): Promise<Outcome> {
  const suggestion = present(stored);
  const marker = markerOf(suggestion);
  const remember = (last: WriteBack | null, values: WriteBack['values']) =>
    store.saveWriteBack(tenant.id, suggestion.ticketId, {
      marker,
      triageId: suggestion.id,
      values: { ...last?.values, ...values },
    });
  for (let attempt = 0; ; attempt += 1) {
    const ticket = await fetchSettled(tenant, suggestion.ticketId);
    if (!ticket) return 'gone';
    // The customer has written since: the triage of that text writes, and an older one must not come after it.
    if (hashContent(ticket) !== stored.contentHash) return 'superseded';
    const last = await store.readWriteBack(tenant.id, ticket.id);
    const update = planUpdate({ ticket, triage: suggestion, mode: tenant.mode, last, note: writeNote(suggestion) });
    if (!update) {
      if (last?.marker !== marker) await remember(last, ownValues(ticket, suggestion));
      return 'already_written';
    }
    const { priority, groupId, fields } = update;
    const written = { ...fields, ...(priority && { priority }), ...(groupId && { groupId }) };
    try {
      await tenant.helpdesk.updateTicket(update);
    } catch (error) {
      const code = error instanceof OutsideError ? error.code : null;
      if (code === 'conflict' && attempt < CONFLICTS) continue;
      if (code !== 'bad_answer') throw error;
      // It arrived, and a rule of the account changed it at once: writing again would only double the note.
      await remember(last, ownValues(ticket, suggestion));
      return 'not_taken';
    }
    await remember(last, written);
    return 'written';
  }
}

/** What was made again, or null to leave all as it is: a person has used it, the model is down again, or the ticket has moved on. */
async function recoverOnce(
  ticket: Ticket,
  tenant: Tenant,
  { found, recovers }: { found: StoredTriage; recovers: string },
  parts: TriageTicketParts,
): Promise<StoredTriage | null> {
  const isOver = ['solved', 'closed'].includes(ticket.status);
  if (found.degraded && found.triage.id === recovers && !isOver) return recover(ticket, tenant, parts, found);
  await parts.store.settleDegraded(tenant.id, recovers);
  // Its successor may still have to be written, when the process that made it died.
  return found.degraded || isOver ? null : found;
}

/** Whether a person has made use of what stands on the ticket, or nothing of ours does: only the sidebar had asked. */
async function isTaken(tenant: Tenant, ticketId: string, { store }: TriageTicketParts): Promise<boolean> {
  const last = await store.readWriteBack(tenant.id, ticketId);
  return !last || store.isUsed(tenant.id, last.triageId);
}

/** Triages a ticket as it stands now and writes the suggestion back. Idempotent: a second run finds both done. */
export async function triageTicket(
  { payload: { tenantId, ticketId, recovers } }: Pick<Job<'triage-ticket'>, 'payload'>,
  parts: TriageTicketParts,
): Promise<Outcome> {
  const tenant = parts.tenants.find(tenantId);
  const ticket = await tenant?.helpdesk.fetchTicket(ticketId);
  if (!tenant || !ticket) return 'gone';
  const found = await finishTriage(ticket, tenant, parts);
  if (!found) return 'fused';
  if (found.triage.status !== 'done') return 'skipped';
  if (!recovers) return writeBack(tenant, parts.store, found);
  const again = await recoverOnce(ticket, tenant, { found, recovers }, parts);
  if (!again || (await isTaken(tenant, ticketId, parts))) return 'not_recovered';
  return writeBack(tenant, parts.store, again);
}
