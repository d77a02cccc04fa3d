import type { Beside, Store, StoredTriage } from '../ports/store.ts';
import type { Tenant } from '../ports/tenant.ts';
import type { Ticket } from '../ports/ticket.ts';
import { runStages, type Save, type TriageParts } from './run-stages.ts';

export type RecoverParts = TriageParts & { store: Pick<Store, 'replaceDegraded' | 'settleDegraded'> };

/**
 * Triages again what had to do without its model. Nothing shows before all of it is there, and what was found stays when the
 * model fails again or a person has made use of it meanwhile: null then. Calls count on those of the first time.
 */
export async function recover(
  ticket: Ticket,
  tenant: Tenant,
  parts: RecoverParts,
  degraded: StoredTriage,
): Promise<StoredTriage | null> {
  let present = degraded;
  let beside: Beside = {};
  const keep: Save = async (part, more) => {
    beside = { ...beside, ...more };
    const triage = { ...present.triage, ...part, updatedAt: new Date().toISOString() };
    present = { ...present, triage, vault: beside.vault ?? present.vault };
    return present;
  };
  const { id } = degraded.triage;
  await runStages({ ticket, tenant, held: { id, attempt: degraded.attempt }, anyway: false }, parts, keep, () => {});
  if (beside.degraded) return null;
  const { decidedBy, decidedWhy } = beside.decision?.input ?? {};
  if (decidedBy === 'openai' || decidedWhy === 'sure_enough')
    return parts.store.replaceDegraded(tenant.id, present, beside);
  // No model to wait for: it refuses this ticket, or there is no budget or call left.
  await parts.store.settleDegraded(tenant.id, id);
  return null;
}
