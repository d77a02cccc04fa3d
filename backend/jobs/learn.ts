import { type LearnFrom, learn as learnFrom } from '../feedback/learn.ts';
import type { Job } from '../ports/queue.ts';
import type { Tenants } from '../ports/tenant.ts';

export type LearnParts = Omit<LearnFrom, 'models'> & { tenants: Tenants };

/** Learns from what people decided since the last time. */
export async function learn(
  { payload: { tenantId } }: Pick<Job<'learn'>, 'payload'>,
  { tenants, ...parts }: LearnParts,
): Promise<string> {
  const tenant = await tenants.find(tenantId);
  return tenant ? learnFrom(tenant, { ...parts, models: tenant.builtin }) : 'gone';
}
