import type { Job } from '../ports/queue.ts';
import { type RemoveTenantParts, removeTenant as remove } from '../privacy/remove-tenant.ts';

/** `unschedule`: nothing is done for the account by itself any more. */
export type RemoveTenantJobParts = RemoveTenantParts & { unschedule: (tenantId: string) => Promise<void> };

/** Erases everything of an account that has left. */
export async function removeTenant(
  { payload: { tenantId } }: Pick<Job<'remove-tenant'>, 'payload'>,
  { unschedule, ...parts }: RemoveTenantJobParts,
): Promise<string> {
  const outcome = await remove(tenantId, parts);
  if (outcome === 'removed') await unschedule(tenantId);
  return outcome;
}
