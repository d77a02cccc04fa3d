import type pg from 'pg';
import { EVERY_TENANT, rowsShown, showRows, TENANT_ROLE } from './database.ts';

/** Lends a pool's connections so that each shows the rows of whoever is acted for. Costs a round trip only when that changes. */
export function createSessions(pool: pg.Pool): { borrow(): Promise<pg.PoolClient> } {
  /** One that is not here shows none. */
  const shownBy = new WeakMap<pg.PoolClient, string>();
  let bypasses: boolean | null = null;

  const askBypass = async (client: pg.PoolClient): Promise<boolean> => {
    const { rows } = await client.query<{ bypasses: boolean }>(
      'SELECT rolsuper OR rolbypassrls AS bypasses FROM pg_roles WHERE rolname = session_user',
    );
    return rows[0]?.bypasses ?? true;
  };

  const show = async (client: pg.PoolClient, shown: string): Promise<void> => {
    bypasses ??= await askBypass(client);
    shownBy.delete(client);
    await client.query(showRows('session'), [bypasses && shown !== EVERY_TENANT ? TENANT_ROLE : 'none', shown]);
    shownBy.set(client, shown);
  };

  return {
    async borrow() {
      const shown = rowsShown();
      const client = await pool.connect();
      if (shownBy.get(client) === shown) return client;
      await show(client, shown).catch((error: Error) => {
        client.release(error);
        throw error;
      });
      return client;
    },
  };
}
