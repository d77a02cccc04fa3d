import { hashContent } from '../pipeline/hash-content.ts';
import { isWritten } from '../pipeline/plan-update.ts';
import { recover } from '../pipeline/recover.ts';
import { type TriageParts, triage } from '../pipeline/triage.ts';
import { isWorthTriaging } from '../pipeline/worth-triaging.ts';
import { OutsideError } from '../ports/errors.ts';
import type { Job } from '../ports/queue.ts';
import { step } from '../ports/step.ts';
import type { Store, StoredTriage } from '../ports/store.ts';
import type { Tenant, Tenants } from '../ports/tenant.ts';
import { isOver, type Ticket } from '../ports/ticket.ts';
import { type WriteOutcome, writeBack } from './write-back.ts';

const WAIT_FOR_OTHER_MS = 75_000;
const ASK_AGAIN_MS = 500;
/** A ticket that has had its triages of this hour comes back later, as it stands then. */
const FUSED_SECONDS = 1_200;
/** The helpdesk's stamps are whole seconds. */
const STAMP_MS = 2_000;

export type TriageTicketParts = TriageParts & { store: Store; tenants: Tenants };
export type Outcome = WriteOutcome | 'not_recovered' | 'skipped' | 'not_worth';

const LOOKED_AGAIN: ReadonlySet<Outcome> = new Set(['written', 'already_written', 'not_taken']);

const isFinal = ({ triage: { status } }: StoredTriage): boolean => ['done', 'skipped', 'failed'].includes(status);
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

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

/** What was made again, or null to leave all as it is: a person has used it, the model is down again, or the ticket has moved on. */
async function recoverOnce(
  ticket: Ticket,
  tenant: Tenant,
  { found, recovers }: { found: StoredTriage; recovers: string },
  parts: TriageTicketParts,
): Promise<StoredTriage | null> {
  const over = isOver(ticket.status);
  if (found.degraded && found.triage.id === recovers && !over) return recover(ticket, tenant, parts, found);
  await parts.store.settleDegraded(tenant.id, recovers);
  // Its successor may still have to be written, when the process that made it died.
  return found.degraded || over ? null : found;
}

/** Whether the ticket says something else than what was to be made again: then it is a triage like any other. */
async function hasMovedOn(
  tenant: Tenant,
  { found, recovers }: { found: StoredTriage; recovers: string },
  { store }: TriageTicketParts,
): Promise<boolean> {
  const asked = await store.readTriage(tenant.id, recovers);
  if (!asked || asked.contentHash === found.contentHash) return false;
  await store.settleDegraded(tenant.id, recovers);
  return true;
}

/** Whether a person has made use of what stands on the ticket, or nothing of ours does: only the sidebar had asked. */
async function isTaken(tenant: Tenant, ticketId: string, { store }: TriageTicketParts): Promise<boolean> {
  const last = (await store.readWrites(tenant.id, ticketId)).findLast(({ undoneAt }) => undoneAt === null);
  return !last || store.isUsed(tenant.id, last.triageId);
}

/** What stands is written also when words that change nothing came before it was: theirs is no triage that would be. */
async function writeStanding(ticket: Ticket, tenant: Tenant, { store }: TriageTicketParts): Promise<Outcome> {
  const last = await store.readLastTriage(tenant.id, ticket.id);
  const standing = last?.triage.status === 'done' ? await store.readTriage(tenant.id, last.triage.id) : null;
  if (!standing) return 'not_worth';
  const writes = await store.readWrites(tenant.id, ticket.id);
  if (isWritten(ticket, standing.triage, { writes })) return 'not_worth';
  // The newest words may be an auto-reply's: nobody is to be asked.
  return writeBack({ ...tenant, askDetails: false }, store, { ...standing, contentHash: hashContent(ticket) });
}

async function triageAndWrite(
  ticket: Ticket,
  tenant: Tenant,
  recovers: string | undefined,
  parts: TriageTicketParts,
): Promise<Outcome> {
  if (!recovers && !(await isWorthTriaging(ticket, tenant, parts))) return writeStanding(ticket, tenant, parts);
  const found = await finishTriage(ticket, tenant, parts);
  if (!found) throw new OutsideError('triage', 'rate_limited', 'had its triages of this hour', FUSED_SECONDS);
  if (found.triage.status !== 'done') return 'skipped';
  if (!recovers || (await hasMovedOn(tenant, { found, recovers }, parts))) return writeBack(tenant, parts.store, found);
  const again = await recoverOnce(ticket, tenant, { found, recovers }, parts);
  if (!again || (await isTaken(tenant, ticket.id, parts))) return 'not_recovered';
  return writeBack(tenant, parts.store, again);
}

/** Nothing more can have been said under the stamp that was read: either the write looked again, or the second is over. */
function seenUntil({ updatedAt }: Ticket, readAt: number, outcome: Outcome): Date {
  const at = Date.parse(updatedAt);
  return new Date(LOOKED_AGAIN.has(outcome) || readAt - at >= STAMP_MS ? at : at - STAMP_MS);
}

/** Triages a ticket as it stands now and writes the suggestion back. Idempotent: a second run finds both done. */
export async function triageTicket(
  { payload: { tenantId, ticketId, recovers } }: Pick<Job<'triage-ticket'>, 'payload'>,
  parts: TriageTicketParts,
): Promise<Outcome> {
  const tenant = await parts.tenants.find(tenantId);
  const readAt = Date.now();
  const ticket = await tenant?.helpdesk.fetchTicket(ticketId);
  if (!tenant || !ticket) return 'gone';
  step('ticket:read', ticketId);
  const outcome = await triageAndWrite(ticket, tenant, recovers, parts);
  // The customer's newer words have a job of their own, or are found by the reconciler.
  if (outcome !== 'superseded') await parts.store.saveTriaged(tenantId, ticketId, seenUntil(ticket, readAt, outcome));
  return outcome;
}
