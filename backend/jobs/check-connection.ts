import { watchInstallation } from '../connect/disconnect.ts';
import type { ConnectionStore } from '../ports/connection.ts';
import { type Job, keyOf, type Queue } from '../ports/queue.ts';
import type { Tenants } from '../ports/tenant.ts';
import { removeLater } from '../privacy/remove-tenant.ts';

const LOOK_AGAIN_SECONDS = 3_600;
/** Whoever lets us in again within this time finds what was learned. */
const REFUSED_SECONDS = 30 * 24 * 3_600;

export type CheckConnectionParts = {
  tenants: Tenants;
  store: ConnectionStore;
  queue: Pick<Queue, 'enqueue' | 'drop'>;
  /** Told when the account was left. */
  changed(tenantId: string): void;
};

/** Sees whether the app is still installed, and leaves an account where it was not an hour ago either, or that has not let us in for a month; its data goes a month later. */
export async function checkConnection(
  { payload: { tenantId, wasMissing = false, wasRefused = false } }: Pick<Job<'check-connection'>, 'payload'>,
  { tenants, store, queue, changed }: CheckConnectionParts,
): Promise<string> {
  const tenant = await tenants.find(tenantId);
  if (!tenant) return 'gone';
  const watched = await watchInstallation(tenant, { wasMissing, wasRefused }, { store, changed });
  if (watched === 'missing') {
    const again = { tenantId, wasMissing: true as const };
    await queue.enqueue('check-connection', again, `${keyOf({ tenantId })}:again`, {
      afterSeconds: LOOK_AGAIN_SECONDS,
    });
  }
  const refusedKey = `${keyOf({ tenantId })}:refused`;
  if (watched === 'refused')
    await queue.enqueue('check-connection', { tenantId, wasRefused: true }, refusedKey, {
      afterSeconds: REFUSED_SECONDS,
    });
  if (watched === 'present') await queue.drop('check-connection', refusedKey);
  if (watched === 'disconnected') await removeLater(tenantId, queue);
  return watched;
}
