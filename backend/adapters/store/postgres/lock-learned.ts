import type { Learned } from '../../../ports/learned.ts';
import type { Transaction } from '../../../ports/store.ts';

/** Until the transaction ends nobody else changes what this tenant has learned. */
export async function lockLearned(tx: Transaction, tenantId: string): Promise<Partial<Learned> | undefined> {
  await tx.query(`INSERT INTO learned (tenant_id, body) VALUES ($1, '{}') ON CONFLICT (tenant_id) DO NOTHING`, [
    tenantId,
  ]);
  const [row] = await tx.query<{ body: Partial<Learned> }>('SELECT body FROM learned WHERE tenant_id = $1 FOR UPDATE', [
    tenantId,
  ]);
  return row?.body;
}
