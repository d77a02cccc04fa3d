import { planUndo, type UndoAsked, type UndoPlan } from '../pipeline/plan-undo.ts';
import { OutsideError } from '../ports/errors.ts';
import { type Job, keyOf, type Queue } from '../ports/queue.ts';
import type { Store } from '../ports/store.ts';
import type { Tenant, Tenants } from '../ports/tenant.ts';
import type { UndoneTicket } from '../ports/write-log.ts';
import { fetchSettled } from './fetch-settled.ts';
import { type KnownStore, readKnown } from './read-known.ts';

/** A queue takes a job that runs for a quarter of an hour for lost: a long undo goes on in another one. */
const SLICE_MS = 5 * 60_000;
const AT_A_TIME = 20;
/** All of the account waits. */
const PAUSES: ReadonlySet<string> = new Set(['rate_limited', 'unreachable']);
/** Of this ticket alone, as far as one can tell: the others go first, and then it is read and planned again. */
const AGAIN: ReadonlySet<string> = new Set([
  ...['conflict', 'timeout', 'server_error', 'unauthorized', 'not_found', 'internal'],
  // It arrived, and a rule of the account changed it at once.
  'bad_answer',
]);
/** Of those, what is not over in a moment. */
const SLOW: ReadonlySet<string> = new Set(['server_error', 'internal']);
/** So often a ticket may fail before the undo leaves it. */
const TRIES = 20;

type UndoStore = KnownStore & Pick<Store, 'findUndoTickets' | 'deferUndoTicket' | 'saveUndone' | 'endUndo'>;
export type UndoJobParts = { tenants: Tenants; store: UndoStore; queue: Pick<Queue, 'enqueue'> };
type Undone = Parameters<UndoStore['saveUndone']>[3];

const without = (outcome: UndoneTicket['outcome'], code: string | null = null): Undone => ({
  ...{ outcome, code, restored: [], left: [] },
  writes: [],
});

/** In one write that Zendesk refuses when somebody was faster; without the agent of before when it refuses them. */
async function takeBack(tenant: Tenant, asked: UndoAsked): Promise<Omit<UndoPlan, 'update'>> {
  const { update, ...plan } = planUndo(asked);
  if (!update) return plan;
  try {
    await tenant.helpdesk.updateTicket(update);
    return plan;
  } catch (error) {
    // They have left the group since.
    if (!(error instanceof OutsideError) || error.code !== 'rejected' || !update.assigneeId) throw error;
    return takeBack(tenant, { ...asked, decided: new Set([...asked.decided, 'assigneeId' as const]) });
  }
}

/** One ticket. Done again it finds nothing left to do. */
async function undoTicket(tenant: Tenant, undoId: string, ticketId: string, store: UndoStore): Promise<Undone> {
  const ticket = await fetchSettled(tenant, ticketId);
  if (!ticket || ticket.status === 'closed') return without('gone');
  const { writes, decided, history } = await readKnown(tenant, ticket, store);
  const read = history ?? (await tenant.helpdesk.fetchHistory(ticketId));
  const plan = await takeBack(tenant, { ticket, history: read, writes, decided, undoId });
  return { ...plan, outcome: 'undone', code: null };
}

/** What one ticket came to: an end, `later` when it is busy; throws where the job has to wait. */
async function settle(tenant: Tenant, undoId: string, ticketId: string, store: UndoStore): Promise<Undone | 'later'> {
  try {
    return await undoTicket(tenant, undoId, ticketId, store);
  } catch (error) {
    const code = error instanceof OutsideError ? error.code : 'internal';
    if (PAUSES.has(code)) throw error;
    if (!AGAIN.has(code) || (await store.deferUndoTicket(tenant.id, undoId, ticketId)) >= TRIES)
      return without('failed', code);
    if (SLOW.has(code)) throw error;
    return 'later';
  }
}

/** Takes back what an undo names, ticket by ticket and at the pace that all writes keep. */
export async function undoWrites(
  { payload: { tenantId, undoId } }: Pick<Job<'undo-writes'>, 'payload'>,
  { tenants, store, queue }: UndoJobParts,
): Promise<string> {
  const tenant = await tenants.find(tenantId);
  if (!tenant) return 'gone';
  const signal = AbortSignal.timeout(SLICE_MS);
  while (!signal.aborted) {
    const ticketIds = await store.findUndoTickets(tenantId, undoId, AT_A_TIME);
    if (ticketIds.length === 0) {
      await store.endUndo(tenantId, undoId);
      return 'undone';
    }
    for (const ticketId of ticketIds) {
      const undone = await settle(tenant, undoId, ticketId, store);
      if (undone !== 'later') await store.saveUndone(tenantId, undoId, ticketId, undone);
      if (signal.aborted) break;
    }
  }
  const next = { tenantId, undoId };
  await queue.enqueue('undo-writes', next, keyOf(next));
  return 'goes_on';
}
