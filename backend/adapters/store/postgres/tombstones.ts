import type { Transaction } from '../../../ports/store.ts';

/** The first half of the advisory lock's key; the tenant is the second. */
const LOCK = 7_421_904;

/** Until the transaction ends nothing of this tenant is forgotten. Taken before any row, or two transactions could wait for each other. */
export async function holdTombstones(tx: Transaction, tenantId: string): Promise<void> {
  await tx.query(`SELECT pg_advisory_xact_lock_shared(${LOCK}, hashtext($1))`, [tenantId]);
}

/** Waits for all who hold the tombstones, and keeps others out until the transaction ends. */
export async function lockTombstones(tx: Transaction, tenantId: string): Promise<void> {
  await tx.query(`SELECT pg_advisory_xact_lock(${LOCK}, hashtext($1))`, [tenantId]);
}

/** Those of the fingerprints that are to stay forgotten, as far as is known now. */
export async function readForgotten(
  tx: Transaction,
  tenantId: string,
  fingerprints: readonly string[],
): Promise<Set<string>> {
  const rows = await tx.query<{ fingerprint: string }>(
    'SELECT fingerprint FROM tombstone WHERE tenant_id = $1 AND fingerprint = ANY($2::text[])',
    [tenantId, [...new Set(fingerprints)]],
  );
  return new Set(rows.map(({ fingerprint }) => fingerprint));
}

/**
 * The same for good: to be called first in the transaction that stores what they stand for. Until it ends nothing more is
 * forgotten, so that nothing slips in beside an erasure.
 */
export async function findForgotten(
  tx: Transaction,
  tenantId: string,
  fingerprints: readonly string[],
): Promise<Set<string>> {
  await holdTombstones(tx, tenantId);
  return readForgotten(tx, tenantId, fingerprints);
}

/** `at` is when the lock was had: whatever was begun earlier is not to be finished. */
export async function saveTombstones(
  tx: Transaction,
  tenantId: string,
  fingerprints: readonly string[],
): Promise<void> {
  await tx.query(
    `INSERT INTO tombstone (tenant_id, fingerprint, at) SELECT $1, one, clock_timestamp() FROM unnest($2::text[]) AS one
     ON CONFLICT (tenant_id, fingerprint) DO UPDATE SET at = excluded.at`,
    [tenantId, [...new Set(fingerprints)]],
  );
}
