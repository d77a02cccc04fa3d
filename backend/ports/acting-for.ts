import { AsyncLocalStorage } from 'node:async_hooks';

/** Nobody: whoever acts for them sees no tenant's rows. */
export const NOBODY = '';

const acting = new AsyncLocalStorage<string>();

/**
 * Runs on behalf of one tenant: the database then shows and takes that tenant's rows alone, whatever a query asks for.
 * Every request and every job runs so; only starting, migrating and commands at a terminal do not.
 */
export const actFor = <T>(tenantId: string, run: () => T): T => acting.run(tenantId, run);

/** For what belongs to all tenants together, such as an index over their rows; never with what a request or a job has brought. */
export const actForAll = <T>(run: () => T): T => acting.exit(run);

/** The tenant that is acted for; null outside of all requests and jobs. */
export const actingFor = (): string | null => acting.getStore() ?? null;
