import { PGlite, type Transaction as PGliteTransaction } from '@electric-sql/pglite';
import type { Transaction } from '../../../ports/store.ts';
import { type Database, EVERY_TENANT, rowsShown, showRows, TENANT_ROLE } from './database.ts';
import { lockFolder } from './lock-folder.ts';

const queryOn =
  (session: Pick<PGliteTransaction, 'query'>): Transaction['query'] =>
  async <Row>(text: string, values: unknown[] = []) =>
    (await session.query<Row>(text, values)).rows;

/** Opens the embedded database in `folder`, or in memory when null. Throws when another process has the folder. */
export async function openPglite(folder: string | null, loadDataDir?: Blob): Promise<Database & { pglite: PGlite }> {
  const unlock = folder === null ? () => {} : lockFolder(folder);
  const options = loadDataDir ? { loadDataDir } : {};
  const pglite = await (folder === null ? PGlite.create(options) : PGlite.create(folder, options)).catch((error) => {
    unlock();
    throw error;
  });
  // The queue's statements go by the same session between ours: what is shown holds for a transaction alone.
  const inTransaction: Database['transaction'] = (run) => {
    const shown = rowsShown();
    return pglite.transaction(async (tx) => {
      if (shown !== EVERY_TENANT) await tx.query(showRows('transaction'), [TENANT_ROLE, shown]);
      return run({ query: queryOn(tx) });
    });
  };
  return {
    kind: 'pglite',
    pglite,
    query: async <Row>(text: string, values: unknown[] = []) =>
      rowsShown() === EVERY_TENANT
        ? queryOn(pglite)<Row>(text, values)
        : inTransaction(({ query }) => query<Row>(text, values)),
    script: async (text) => (await pglite.exec(text)).flatMap((result) => result.rows),
    transaction: inTransaction,
    close: async () => {
      await pglite.close();
      unlock();
    },
  };
}
