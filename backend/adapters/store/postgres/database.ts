import type { Transaction } from '../../../ports/store.ts';

/** PostgreSQL, embedded or served: what the store's SQL and the queue run on. */
export type Database = Transaction & {
  readonly kind: 'pglite' | 'postgres';
  transaction<T>(run: (tx: Transaction) => Promise<T>): Promise<T>;
  /** Runs several statements without parameters; the rows of all of them. */
  script(text: string): Promise<unknown[]>;
  close(): Promise<void>;
};
