import type { ConnectionStore } from '../ports/connection.ts';
import type { DeliveryStore } from '../ports/store.ts';
import type { Tenant } from '../ports/tenant.ts';

export type ConnectTenant = Pick<Tenant, 'id' | 'kind' | 'account' | 'settings' | 'taxonomy' | 'routing'>;

export type ConnectParts = {
  store: ConnectionStore & DeliveryStore;
  /** Where Zendesk reaches us. */
  publicUrl: string;
  /** The teams that the rules in force name. */
  readTeams(tenant: ConnectTenant): Promise<string[]>;
  /** Told whenever a connection has changed. */
  changed(tenantId: string): void;
};

/** Where the account's webhook has to deliver to. */
export const endpointOf = (tenantId: string, { publicUrl }: Pick<ConnectParts, 'publicUrl'>): string => {
  const url = new URL('/webhooks/zendesk', publicUrl);
  url.searchParams.set('tenant', tenantId);
  return url.href;
};

/** Where an admin comes back to who was asked to allow us. */
export const redirectOf = ({ publicUrl }: Pick<ConnectParts, 'publicUrl'>): string =>
  new URL('/connect/callback', publicUrl).href;
