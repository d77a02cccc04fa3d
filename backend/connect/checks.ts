import type { Check, CheckName } from '../contract/connection.ts';
import type { Connection } from '../ports/connection.ts';
import { OutsideError } from '../ports/errors.ts';
import { type ConnectParts, type ConnectTenant, endpointOf } from './connect-parts.ts';

export type Looked = Omit<Check, 'name'>;
/** What a check may look at: the account, and how it stands with us. */
export type Looking = { tenant: ConnectTenant; connection: Connection; parts: ConnectParts };

export const OK: Looked = { state: 'ok', reason: null, missing: [], remedy: 'none' };
export const blocked = (reason: string): Looked => ({ state: 'blocked', reason, missing: [], remedy: 'none' });
export const broken = (reason: string, remedy: Check['remedy'], missing: string[] = []): Looked => ({
  state: 'broken',
  reason,
  missing,
  remedy,
});

/** Why it could not be looked at: nothing is known then, for or against it. */
export async function lookedAt(look: () => Promise<Looked>): Promise<Looked> {
  return look().catch((error) => {
    if (!(error instanceof OutsideError)) throw error;
    if (error.code === 'forbidden' || error.code === 'unauthorized') return blocked(error.code);
    const reason = error.code === 'rate_limited' || error.code === 'timeout' ? error.code : 'unavailable';
    return { state: 'waiting', reason, missing: [], remedy: 'none' };
  });
}

/** Whether we are let in at all. Of a client in the environment, only its operator can mend it. */
export async function checkAuthorization({ tenant, connection }: Looking): Promise<Looked> {
  const remedy = tenant.kind === 'oauth' ? 'connect' : 'none';
  if (connection.state === 'uninstalled') return broken('uninstalled', remedy);
  if (tenant.kind === 'oauth' && !connection.tokens) return broken('never_allowed', 'connect');
  return lookedAt(async () => {
    await tenant.account.whoAmI();
    return OK;
  }).then((looked) => (looked.state === 'blocked' ? broken('not_allowed', remedy) : looked));
}

export async function checkPermissions({ tenant }: Looking): Promise<Looked> {
  const remedy = tenant.kind === 'oauth' ? 'connect' : 'none';
  const [missing, { role }] = await Promise.all([tenant.account.fetchMissingScopes(), tenant.account.whoAmI()]);
  if (missing.length > 0) return broken('scopes_missing', remedy, missing);
  return role === 'admin' ? OK : broken('not_admin', remedy);
}

export async function checkFields({ tenant }: Looking): Promise<Looked> {
  const fields = await tenant.account.fetchFields();
  const names = (some: typeof fields) => some.map(({ name }) => name);
  const absent = names(fields.filter(({ id }) => id === null));
  if (absent.length > 0) return broken('fields_missing', 'repair', absent);
  const off = names(fields.filter(({ active }) => !active));
  if (off.length > 0) return broken('fields_inactive', 'repair', off);
  const offered = fields.find(({ name }) => name === 'category')?.options ?? [];
  const lacking = Object.keys(tenant.taxonomy.categories).filter((category) => !offered.includes(category));
  return lacking.length > 0 ? broken('options_missing', 'repair', lacking) : OK;
}

/** One that was made by hand cannot be told from others: its secret is what counts. */
export async function checkWebhook({ tenant, connection, parts }: Looking): Promise<Looked> {
  const { webhook } = connection;
  if (!webhook) return tenant.account.access.given.webhook ? OK : broken('webhook_missing', 'repair');
  const found = await tenant.account.fetchWebhook(webhook);
  if (!found) return broken('webhook_deleted', 'repair');
  if (!found.active) return broken('webhook_inactive', 'repair');
  if (found.endpoint !== endpointOf(tenant.id, parts)) return broken('webhook_elsewhere', 'repair');
  if (!found.trusted) return broken('webhook_secret_changed', 'repair');
  return found.missing.length > 0 ? broken('webhook_unsubscribed', 'repair', found.missing) : OK;
}

export async function checkSidebar({ tenant, connection }: Looking): Promise<Looked> {
  if (tenant.account.access.given.sidebar && connection.sidebarSecrets.length === 0) return OK;
  const installation = await tenant.account.fetchInstallation(connection.installationId);
  if (!installation) return broken('app_missing', 'none');
  if (!installation.enabled) return broken('app_disabled', 'none');
  return connection.sidebarSecrets.length > 0 ? OK : broken('secret_missing', 'repair');
}

export async function checkDeliveries({ tenant, parts }: Looking): Promise<Looked> {
  const last = await parts.store.readLastDelivery(tenant.id);
  return last ? OK : { state: 'waiting', reason: 'none_yet', missing: [], remedy: 'none' };
}

/** Those beside authorization, on which all of them rest, and groups, which are shown as well. */
export const LOOKS: Partial<Record<CheckName, (looking: Looking) => Promise<Looked>>> = {
  permissions: checkPermissions,
  fields: checkFields,
  webhook: checkWebhook,
  sidebar: checkSidebar,
  deliveries: checkDeliveries,
};
