import pg from 'pg';
import type { Transaction } from '../../../ports/store.ts';
import type { Database } from './database.ts';
import { createSessions } from './tenant-sessions.ts';

const queryOn =
  (client: pg.PoolClient): Transaction['query'] =>
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
  const { borrow } = createSessions(pool);
  /** The pool throws a connection away that broke meanwhile. */
  const onClient = async <T>(run: (client: pg.PoolClient) => Promise<T>): Promise<T> => {
    const client = await borrow();
    return run(client).finally(() => client.release());
  };
  return {
    kind: 'postgres',
    query: (text, values) => onClient((client) => queryOn(client)(text, values)),
    script: (text) =>
      onClient(async (client) => {
        const results = (await client.query(text)) as pg.QueryResult | pg.QueryResult[];
        return (Array.isArray(results) ? results : [results]).flatMap((result) => result.rows);
      }),
    transaction: async (run) => {
      const client = await borrow();
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
