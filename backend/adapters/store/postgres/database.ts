import { actingFor, NOBODY } from '../../../ports/acting-for.ts';
import type { Transaction } from '../../../ports/store.ts';

/**
 * PostgreSQL, embedded or served: what the store's SQL and the queue run on. Within `actFor` every statement sees and
 * takes that tenant's rows alone.
 */
export type Database = Transaction & {
  readonly kind: 'pglite' | 'postgres';
  transaction<T>(run: (tx: Transaction) => Promise<T>): Promise<T>;
  /** Runs several statements without parameters, for all tenants; the rows of all of them. */
  script(text: string): Promise<unknown[]>;
  close(): Promise<void>;
};

/** Whose rows a session of the database shows. The policies of secure-rows.ts look at it. */
export const EVERY_TENANT = '*';
/** What a session becomes that belongs to one tenant: a user who bypasses the policies would go round them. */
export const TENANT_ROLE = 'triage_tenant';

/** Whoever acts for a tenant of that name acts for nobody. */
export const rowsShown = (): string => {
  const tenantId = actingFor();
  return tenantId === null ? EVERY_TENANT : tenantId === EVERY_TENANT ? NOBODY : tenantId;
};

/** Makes a session, or a transaction alone, show the rows of one tenant, or of all. `$1`: the role, `$2`: the tenant. */
export const showRows = (scope: 'session' | 'transaction'): string => {
  const local = scope === 'transaction';
  return `SELECT set_config('role', $1, ${local}), set_config('triage.tenant', $2, ${local})`;
};
