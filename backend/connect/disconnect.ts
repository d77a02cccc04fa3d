import type { ConnectionStore } from '../ports/connection.ts';
import { OutsideError } from '../ports/errors.ts';
import type { Tenant } from '../ports/tenant.ts';
import { inTurn } from './in-turn.ts';

type Leaving = Pick<Tenant, 'id' | 'account'>;
type LeavingParts = { store: ConnectionStore; changed(tenantId: string): void };

/** What is gone already, or what nobody lets us do any more, is none of our business any longer. */
const ifStillThere = (done: Promise<void>): Promise<void> =>
  done.catch((error) => {
    if (!(error instanceof OutsideError) || error.retryable) throw error;
  });

/**
 * Takes our webhook and our access away, as far as they are still there. What was learned stays. Throws OutsideError while the
 * helpdesk is down, since without access nothing could be taken away later.
 */
export const disconnect = (tenant: Leaving, parts: LeavingParts): Promise<void> =>
  inTurn(tenant.id, () => leave(tenant, parts));

async function leave(tenant: Leaving, parts: LeavingParts): Promise<void> {
  const { store } = parts;
  const { webhook } = await store.openConnection(tenant.id, null);
  if (webhook) await ifStillThere(tenant.account.deleteWebhook(webhook));
  // Those of now: they may have been renewed for that.
  const { tokens } = await store.openConnection(tenant.id, null);
  if (tokens) await ifStillThere(tenant.account.revoke(tokens));
  await store.saveTokens(tenant.id, null);
  await store.saveConnection(tenant.id, { state: 'uninstalled', webhook: null, sidebarSecrets: [], groupOf: {} });
  parts.changed(tenant.id);
}

export type Watched = 'present' | 'missing' | 'refused' | 'disconnected' | 'unknown';

/**
 * Sees whether the app is still installed. `missing` once may be an update under way, and who does not let us in may do so again;
 * `wasMissing`: it was so an hour ago as well, `wasRefused`: a month ago. Then we leave.
 */
export async function watchInstallation(
  tenant: Leaving,
  { wasMissing, wasRefused }: { wasMissing: boolean; wasRefused: boolean },
  parts: LeavingParts,
): Promise<Watched> {
  const connection = await parts.store.readConnection(tenant.id);
  if (connection?.state !== 'connected' || connection.installationId === null) return 'unknown';
  const found = await tenant.account.fetchInstallation(connection.installationId).catch((error) => {
    if (error instanceof OutsideError && error.code === 'unauthorized') return 'refused' as const;
    throw error;
  });
  if (found === 'refused' && !wasRefused) return 'refused';
  if (found === null && !wasMissing) return 'missing';
  if (found !== null && found !== 'refused') return 'present';
  await disconnect(tenant, parts);
  return 'disconnected';
}
