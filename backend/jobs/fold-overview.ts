import type { OverviewStore } from '../ports/overview.ts';
import type { Job } from '../ports/queue.ts';
import type { Tenants } from '../ports/tenant.ts';

const AT_ONCE = 500;
/** What one minute may bring, so that the first fold of a large account does not hold a connection for long. */
const MOST = 20_000;

export type FoldOverviewParts = { tenants: Tenants; store: Pick<OverviewStore, 'foldChanges'> };

/** Counts what has changed since into the overview, a batch a transaction. */
export async function foldOverview(
  { payload: { tenantId } }: Pick<Job<'fold-overview'>, 'payload'>,
  { tenants, store }: FoldOverviewParts,
): Promise<string> {
  const tenant = await tenants.find(tenantId);
  if (!tenant) return 'gone';
  const { timeZone } = tenant.settings;
  for (let folded = 0; folded < MOST; ) {
    const taken = await store.foldChanges(tenantId, { limit: AT_ONCE, timeZone });
    if (taken < AT_ONCE) return folded + taken > 0 ? 'folded' : 'nothing_new';
    folded += taken;
  }
  return 'more';
}
