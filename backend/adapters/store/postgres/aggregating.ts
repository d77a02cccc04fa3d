import type { Transaction } from '../../../ports/store.ts';
import type { Database } from './database.ts';

/**
 * For statements over many rows. To PostgreSQL they look so costly that it compiles them, which takes longer than they do; and with
 * its usual memory it sorts what is to be grouped.
 */
export const aggregating = <T>(
  database: Pick<Database, 'transaction'>,
  run: (tx: Transaction) => Promise<T>,
): Promise<T> =>
  database.transaction(async (tx) => {
    await tx.query(`SELECT set_config('jit', 'off', true), set_config('work_mem', '32MB', true)`);
    return run(tx);
  });
