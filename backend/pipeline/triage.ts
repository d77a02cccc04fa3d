import { OutsideError } from '../ports/errors.ts';
import { step } from '../ports/step.ts';
import type { StoredTriage } from '../ports/store.ts';
import type { Tenant } from '../ports/tenant.ts';
import type { Ticket } from '../ports/ticket.ts';
import { hashContent } from './hash-content.ts';
import { runStages, type Save, type TriageParts } from './run-stages.ts';

export type { TriageParts } from './run-stages.ts';

/** A loop between two systems would ask without end; a person who asks in the sidebar is always answered. */
const FUSE = { triages: 2, withinMs: 3_600_000 };
export type Started = {
  stored: StoredTriage;
  /** Whether this call runs the triage; otherwise another one does or did. */
  mine: boolean;
  /** The triage once its classification stands, the draft still missing. */
  classified: Promise<StoredTriage>;
  /** The triage in full; rejects when it could not be finished. */
  done: Promise<StoredTriage>;
};

/**
 * One triage of a ticket's present text: claimed, run and saved part by part; the order of the stages is `runStages`'.
 * `unasked`: no person waits for it. Null then when this ticket has had its triages for this hour.
 */
export async function triage(
  ticket: Ticket,
  tenant: Tenant,
  parts: TriageParts,
  { force = false, unasked = false }: { force?: boolean; unasked?: boolean } = {},
): Promise<Started | null> {
  const key = { tenantId: tenant.id, ticketId: ticket.id, contentHash: hashContent(ticket) };
  const since = new Date(Date.now() - FUSE.withinMs);
  if (unasked && (await parts.store.countOtherTriages(key, since)) >= FUSE.triages) return null;
  const { mine, stored } = await parts.store.claimTriage({ ...key, force, unasked });
  if (!mine) return { stored, mine, classified: Promise.resolve(stored), done: Promise.resolve(stored) };
  step('triage:claimed', ticket.id);

  let present = stored;
  const save: Save = async (part, beside) => {
    const triage = { ...present.triage, ...part, updatedAt: new Date().toISOString() };
    present = { ...present, triage, vault: beside?.vault ?? present.vault };
    if (!(await parts.store.saveTriage(tenant.id, present, beside)))
      throw new OutsideError('triage', 'conflict', 'another process has taken it over');
    if (part.status === 'drafting') step('classification:saved', ticket.id);
    if (part.status === 'done') step('draft:saved', ticket.id);
    return present;
  };
  const classified = Promise.withResolvers<StoredTriage>();
  const held = { id: stored.triage.id, attempt: stored.attempt };
  const done = runStages({ ticket, tenant, held, anyway: force }, parts, save, classified.resolve).catch(
    async (error) => {
      await save({ status: 'failed', failure: error instanceof Error ? error.name : 'unknown' }).catch(() => {});
      throw error;
    },
  );
  done.then(classified.resolve, classified.reject);
  classified.promise.catch(() => {});
  return { stored, mine, classified: classified.promise, done };
}
