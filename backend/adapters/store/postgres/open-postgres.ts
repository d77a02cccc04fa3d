import pg from 'pg';
import type { Transaction } from '../../../ports/store.ts';
import type { Database } from './database.ts';

const queryOn =
  (client: pg.Pool | pg.PoolClient): Transaction['query'] =>
  async <Row>(text: string, values: unknown[] = []) =>
    (await client.query(text, values)).rows as Row[];

/** Opens a pool on a PostgreSQL server. Connecting and every statement are bounded in time. */
export function openPostgres(connectionString: string, onError: (error: Error) => void): Database {
  const pool = new pg.Pool({
    connectionString,
    max: 10,
    connectionTimeoutMillis: 5_000,
    statement_timeout: 30_000,
    idle_in_transaction_session_timeout: 30_000,
  });
  pool.on('error', onError);
  return {
    kind: 'postgres',
    query: queryOn(pool),
    script: async (text) => {
      const results = (await pool.query(text)) as pg.QueryResult | pg.QueryResult[];
      return (Array.isArray(results) ? results : [results]).flatMap((result) => result.rows);
    },
    transaction: async (run) => {
      const client = await pool.connect();
      try {
        await client.query('BEGIN');
        const value = await run({ query: queryOn(client) });
        await client.query('COMMIT');
        client.release();
        return value;
      } catch (error) {
        await client.query('ROLLBACK').then(
          () => client.release(),
          (broken: Error) => client.release(broken),
        );
        throw error;
      }
    },
    close: () => pool.end(),
  };
}
