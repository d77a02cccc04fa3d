import type { Job } from '../ports/queue.ts';
import type { Tenants } from '../ports/tenant.ts';
import { type ForgetParts, forget as forgetSubject } from '../privacy/forget.ts';

export type ForgetJobParts = Omit<ForgetParts, 'models'> & { tenants: Tenants };

/** Forgets whom or what the erasure names. */
export async function forget(
  { payload: { tenantId, erasureId } }: Pick<Job<'forget'>, 'payload'>,
  { tenants, ...parts }: ForgetJobParts,
): Promise<string> {
  const tenant = await tenants.find(tenantId);
  return tenant ? forgetSubject(tenant, erasureId, { ...parts, models: tenant.builtin }) : 'gone';
}
