import type { Transaction } from '../../../ports/store.ts';
import { EVERY_TENANT, TENANT_ROLE } from './database.ts';

type User = { is_super: boolean; bypasses: boolean };

const POLICY = 'of_the_tenant';
/** Where pg-boss keeps its jobs: they are enqueued in the transaction of what they are about. */
const QUEUE_SCHEMA = 'pgboss';

/**
 * A second wall behind every query's own condition: row-level security on every table that has a tenant, so that a new
 * one is not forgotten. A statement of a session that is no tenant's shows none. A table's owner is held to it as well;
 * a user who bypasses row security becomes a role that does not, whenever it acts for a tenant.
 */
export async function secureRows(tx: Transaction): Promise<void> {
  const [user] = await tx.query<User>(
    'SELECT rolsuper AS is_super, rolbypassrls AS bypasses FROM pg_roles WHERE rolname = current_user',
  );
  if (user?.is_super || user?.bypasses) await makeTenantRole(tx, user);
  const tables = await tx.query<{ name: string; secured: boolean }>(
    `SELECT c.relname AS name, c.relforcerowsecurity AND EXISTS (
       SELECT 1 FROM pg_policy p WHERE p.polrelid = c.oid AND p.polname = '${POLICY}') AS secured
     FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'tenant_id' AND NOT a.attisdropped
     WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p')`,
  );
  const shown = "current_setting('triage.tenant', true)";
  for (const { name } of tables.filter(({ secured }) => !secured)) {
    await tx.query(`ALTER TABLE "${name}" ENABLE ROW LEVEL SECURITY`);
    await tx.query(`ALTER TABLE "${name}" FORCE ROW LEVEL SECURITY`);
    await tx.query(`CREATE POLICY ${POLICY} ON "${name}" USING (${shown} IN (tenant_id, '${EVERY_TENANT}'))`);
  }
}

/** The role may do to rows and jobs what the application may, and nothing to tables. */
async function makeTenantRole(tx: Transaction, { is_super }: User): Promise<void> {
  // Databases of one server share their roles: another one may be making it at this moment.
  await tx.query(
    `DO $$ BEGIN CREATE ROLE ${TENANT_ROLE} NOLOGIN; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$`,
  );
  // A superuser may become any role.
  if (!is_super) await tx.query(`GRANT ${TENANT_ROLE} TO current_user`);
  await tx.query(`CREATE SCHEMA IF NOT EXISTS ${QUEUE_SCHEMA}`);
  for (const schema of ['public', QUEUE_SCHEMA]) {
    await tx.query(`GRANT USAGE ON SCHEMA ${schema} TO ${TENANT_ROLE}`);
    for (const objects of ['TABLES', 'SEQUENCES']) {
      const rights = objects === 'TABLES' ? 'SELECT, INSERT, UPDATE, DELETE' : 'USAGE, SELECT, UPDATE';
      await tx.query(`GRANT ${rights} ON ALL ${objects} IN SCHEMA ${schema} TO ${TENANT_ROLE}`);
      await tx.query(`ALTER DEFAULT PRIVILEGES IN SCHEMA ${schema} GRANT ${rights} ON ${objects} TO ${TENANT_ROLE}`);
    }
  }
}
