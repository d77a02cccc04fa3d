import { learn as learnFrom } from '../feedback/learn.ts';
import type { Job } from '../ports/queue.ts';
import type { LearnedStore } from '../ports/store.ts';
import type { Tenants } from '../ports/tenant.ts';
import type { Trainer } from '../ports/trainer.ts';

export type LearnParts = { tenants: Tenants; store: LearnedStore; trainer: Trainer };

/** Learns from what people decided since the last time. */
export async function learn(
  { payload: { tenantId } }: Pick<Job<'learn'>, 'payload'>,
  { tenants, store, trainer }: LearnParts,
): Promise<string> {
  const tenant = tenants.find(tenantId);
  return tenant ? learnFrom(tenant, { store, trainer }) : 'gone';
}
