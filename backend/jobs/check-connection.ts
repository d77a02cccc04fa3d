import { watchInstallation } from '../connect/disconnect.ts';
import type { ConnectionStore } from '../ports/connection.ts';
import { type Job, keyOf, type Queue } from '../ports/queue.ts';
import type { Tenants } from '../ports/tenant.ts';

const LOOK_AGAIN_SECONDS = 3_600;

export type CheckConnectionParts = { tenants: Tenants; store: ConnectionStore; queue: Pick<Queue, 'enqueue'> };

/** Sees whether the app is still installed, and leaves an account where it was not an hour ago either. */
export async function checkConnection(
  { payload: { tenantId, wasMissing = false } }: Pick<Job<'check-connection'>, 'payload'>,
  { tenants, store, queue }: CheckConnectionParts,
): Promise<string> {
  const tenant = await tenants.find(tenantId);
  if (!tenant) return 'gone';
  const watched = await watchInstallation(tenant, { wasMissing }, { store, changed: tenants.changed });
  if (watched === 'missing') {
    const again = { tenantId, wasMissing: true as const };
    await queue.enqueue('check-connection', again, `${keyOf({ tenantId })}:again`, {
      afterSeconds: LOOK_AGAIN_SECONDS,
    });
  }
  return watched;
}
