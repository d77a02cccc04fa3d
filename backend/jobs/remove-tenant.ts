import { type Job, keyOf, type Queue } from '../ports/queue.ts';
import type { Tenants } from '../ports/tenant.ts';
import { type RemoveTenantParts, removeTenant as remove } from '../privacy/remove-tenant.ts';

/** By then the jobs have ended that were running while the account was erased. */
const AGAIN_AFTER_SECONDS = 3_600;

export type RemoveTenantJobParts = RemoveTenantParts & {
  tenants: Pick<Tenants, 'sole'>;
  queue: Pick<Queue, 'enqueue'>;
  /** Nothing is done for the account by itself any more. */
  unschedule: (tenantId: string) => Promise<void>;
};

/** Erases everything of an account that has left, and an hour later what was still written of it. */
export async function removeTenant(
  { payload: { tenantId, again = false } }: Pick<Job<'remove-tenant'>, 'payload'>,
  { unschedule, ...parts }: RemoveTenantJobParts,
): Promise<string> {
  const outcome = await remove(tenantId, parts);
  if (outcome === 'kept') return outcome;
  await unschedule(tenantId);
  // The only account of a backend is served on, and what it has after an hour is new.
  if (!again && parts.tenants.sole === null)
    await parts.queue.enqueue('remove-tenant', { tenantId, again: true }, `${keyOf({ tenantId })}:again`, {
      afterSeconds: AGAIN_AFTER_SECONDS,
    });
  return outcome;
}
