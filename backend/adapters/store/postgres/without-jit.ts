import type { Transaction } from '../../../ports/store.ts';
import type { Database } from './database.ts';

/** For statements that look costly to PostgreSQL, and take it longer to compile than to run. */
export const withoutJit = <T>(
  database: Pick<Database, 'transaction'>,
  run: (tx: Transaction) => Promise<T>,
): Promise<T> =>
  database.transaction(async (tx) => {
    await tx.query('SET LOCAL jit = off');
    return run(tx);
  });
