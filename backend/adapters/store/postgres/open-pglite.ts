import { PGlite } from '@electric-sql/pglite';
import type { Transaction } from '../../../ports/store.ts';
import type { Database } from './database.ts';
import { lockFolder } from './lock-folder.ts';

/** Opens the embedded database in `folder`, or in memory when null. Throws when another process has the folder. */
export async function openPglite(folder: string | null, loadDataDir?: Blob): Promise<Database & { pglite: PGlite }> {
  const unlock = folder === null ? () => {} : lockFolder(folder);
  const options = loadDataDir ? { loadDataDir } : {};
  const pglite = await (folder === null ? PGlite.create(options) : PGlite.create(folder, options)).catch((error) => {
    unlock();
    throw error;
  });
  return {
    kind: 'pglite',
    pglite,
    query: async <Row>(text: string, values: unknown[] = []) => (await pglite.query<Row>(text, values)).rows,
    script: async (text) => (await pglite.exec(text)).flatMap((result) => result.rows),
    transaction: (run) =>
      pglite.transaction((tx) => {
        const query: Transaction['query'] = async <Row>(text: string, values: unknown[] = []) =>
          (await tx.query<Row>(text, values)).rows;
        return run({ query });
      }),
    close: async () => {
      await pglite.close();
      unlock();
    },
  };
}
