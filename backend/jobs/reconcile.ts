import { OutsideError } from '../ports/errors.ts';
import type { Log } from '../ports/log.ts';
import { type Job, type JobName, keyOf, type Queue } from '../ports/queue.ts';
import type { SeenStore } from '../ports/seen.ts';
import type { Tenant, Tenants } from '../ports/tenant.ts';
import type { ChangedTicket } from '../ports/ticket.ts';

/** At the first run: what may have been lost before anybody looked. */
const LOOK_BACK_MS = 6 * 3_600_000;
/** What the store knows of a ticket is kept for longer than this. */
const LONGEST_BACK_MS = 14 * 24 * 3_600_000;
/** Of up to a thousand tickets each; an account allows ten such requests a minute. */
const PAGES = 5;
const GO_ON_SECONDS = 60;
const OPEN: ReadonlySet<string> = new Set(['new', 'open', 'pending', 'hold']);

export type ReconcileParts = {
  tenants: Tenants;
  store: Pick<SeenStore, 'beginReconciling' | 'saveReconciling' | 'findUntriaged' | 'findUnfollowed'>;
  queue: Pick<Queue, 'enqueue'>;
  log: Log;
};
type Tally = { lookedAt: number; untriaged: number; unfollowed: number };

async function enqueueAll(
  name: Extract<JobName, 'triage-ticket' | 'follow-ticket' | 'follow-sla'>,
  ticketIds: string[],
  tenantId: string,
  queue: ReconcileParts['queue'],
): Promise<void> {
  for (const ticketId of ticketIds) await queue.enqueue(name, { tenantId, ticketId }, keyOf({ tenantId, ticketId }));
}

/** Asks for what these tickets lack: an open one its triage, an ended one its place in the knowledge or out of it. */
async function makeUp(
  tenantId: string,
  changed: ChangedTicket[],
  since: Date,
  { store, queue }: ReconcileParts,
): Promise<Tally> {
  const open = changed.filter(({ status }) => OPEN.has(status));
  const ended = changed.filter(({ status }) => !OPEN.has(status));
  const untriaged = await store.findUntriaged(tenantId, open, since);
  const unfollowed = await store.findUnfollowed(tenantId, ended);
  await enqueueAll('triage-ticket', untriaged, tenantId, queue);
  await enqueueAll('follow-ticket', unfollowed, tenantId, queue);
  // The delivery that was lost would have stopped its clocks and taken it out of the queue too.
  await enqueueAll('follow-sla', unfollowed, tenantId, queue);
  return { lookedAt: changed.length, untriaged: untriaged.length, unfollowed: unfollowed.length };
}

/** A page from where the last run stopped; a cursor that the helpdesk does not know any more begins again. */
async function fetchPage(tenant: Tenant, cursor: string | null, since: Date) {
  return tenant.helpdesk.fetchChanged(cursor, since).catch((error) => {
    if (cursor === null || !(error instanceof OutsideError) || error.code !== 'rejected') throw error;
    return tenant.helpdesk.fetchChanged(null, since);
  });
}

const addUp = (one: Tally, other: Tally): Tally => ({
  lookedAt: one.lookedAt + other.lookedAt,
  untriaged: one.untriaged + other.untriaged,
  unfollowed: one.unfollowed + other.unfollowed,
});

/**
 * Finds what no delivery has told us, in the helpdesk's own list of changes. Everything that it asks for is idempotent, and
 * the cursor is kept only once it was asked for: a run that dies is made again.
 */
export async function reconcile(
  { payload: { tenantId } }: Pick<Job<'reconcile'>, 'payload'>,
  parts: ReconcileParts,
): Promise<string> {
  const { tenants, store, queue, log } = parts;
  const tenant = await tenants.find(tenantId);
  if (!tenant) return 'gone';
  const begun = await store.beginReconciling(tenantId, new Date(Date.now() - LOOK_BACK_MS));
  if (!begun) return 'no_deliveries';
  const since = new Date(Math.max(begun.since.getTime(), Date.now() - LONGEST_BACK_MS));
  let { cursor } = begun;
  let tally: Tally = { lookedAt: 0, untriaged: 0, unfollowed: 0 };
  let more = true;
  try {
    for (let pages = 0; more && pages < PAGES; pages += 1) {
      const page = await fetchPage(tenant, cursor, since);
      tally = addUp(tally, await makeUp(tenantId, page.items, since, parts));
      cursor = page.cursor ?? cursor;
      await store.saveReconciling(tenantId, cursor);
      more = page.more;
    }
  } catch (error) {
    // Only an admin may read the export: to try again would not help.
    if (error instanceof OutsideError && error.code === 'forbidden') return 'forbidden';
    throw error;
  } finally {
    log('reconciled', { tenant: tenantId, ...tally });
  }
  if (more) await queue.enqueue('reconcile', { tenantId }, keyOf({ tenantId }), { afterSeconds: GO_ON_SECONDS });
  return more ? 'goes_on' : 'whole';
}
