import type { Job } from '../ports/queue.ts';
import type { Tenants } from '../ports/tenant.ts';
import { type RetainParts, retain as retainFor } from '../privacy/retain.ts';

export type RetainJobParts = RetainParts & { tenants: Tenants };

/** Erases, once a night, what is older than the tenant keeps it. */
export async function retain(
  { payload: { tenantId } }: Pick<Job<'retain'>, 'payload'>,
  { tenants, ...parts }: RetainJobParts,
): Promise<string> {
  const tenant = await tenants.find(tenantId);
  return tenant ? retainFor(tenant, parts) : 'gone';
}
