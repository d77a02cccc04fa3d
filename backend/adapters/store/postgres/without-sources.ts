import type { Triage } from '../../../contract/triage.ts';
import type { Transaction } from '../../../ports/store.ts';
import { toJson } from './to-json.ts';

const AT_A_TIME = 200;

export const sourceIdsOf = ({ sources }: Pick<Triage, 'sources'>): string[] => (sources ?? []).map(({ id }) => id);

/** A triage without anything of these sources: a draft that leans on one goes as a whole. */
export function withoutSources(triage: Triage, gone: ReadonlySet<string>): Triage {
  const { sources, draft } = triage;
  const leans = draft?.sourceIds.some((id) => gone.has(id)) ?? false;
  const parts = draft?.parts?.filter(({ sourceId }) => sourceId === null || !gone.has(sourceId));
  return {
    ...triage,
    sources: sources?.filter(({ id }) => !gone.has(id)) ?? null,
    draft: draft && !leans ? { ...draft, ...(parts && { parts }) } : null,
  };
}

/** Those of the ids in $11 that were taken out of the knowledge. */
export const ABSENT_SOURCES = `SELECT 1 FROM unnest($11::text[]) AS source (id)
  WHERE NOT EXISTS (SELECT 1 FROM knowledge_item AS item WHERE item.tenant_id = $1 AND item.id = source.id)
    AND NOT EXISTS (SELECT 1 FROM knowledge_copy AS copy WHERE copy.tenant_id = $1 AND copy.id = source.id)`;

/** The triage without sources that were taken out of the knowledge since they were found. */
export async function withPresentSources(tx: Transaction, tenantId: string, triage: Triage): Promise<Triage> {
  const ids = sourceIdsOf(triage);
  if (ids.length === 0) return triage;
  const rows = await tx.query<{ id: string }>(
    `SELECT id FROM knowledge_item WHERE tenant_id = $1 AND id = ANY($2::text[])
     UNION SELECT id FROM knowledge_copy WHERE tenant_id = $1 AND id = ANY($2::text[])`,
    [tenantId, ids],
  );
  const present = new Set(rows.map(({ id }) => id));
  return present.size === new Set(ids).size
    ? triage
    : withoutSources(triage, new Set(ids.filter((id) => !present.has(id))));
}

/** Waits for the triages that are being saved, and then finds them. Taken before the knowledge's lock. */
export async function lockTriages(tx: Transaction): Promise<void> {
  await tx.query('LOCK TABLE triage IN SHARE ROW EXCLUSIVE MODE');
}

/** Takes what was quoted of these sources out of every triage. The triages are locked by then. */
export async function dropSources(tx: Transaction, tenantId: string, sourceIds: string[]): Promise<void> {
  const gone = new Set(sourceIds);
  for (;;) {
    const rows = await tx.query<{ id: string; body: Triage }>(
      'SELECT id, body FROM triage WHERE tenant_id = $1 AND source_ids && $2::text[] LIMIT $3 FOR UPDATE',
      [tenantId, sourceIds, AT_A_TIME],
    );
    if (rows.length === 0) return;
    const without = rows.map(({ id, body }) => ({ id, body: withoutSources(body, gone) }));
    await tx.query(
      `UPDATE triage SET body = one.body, source_ids = one.ids
       FROM jsonb_to_recordset($2::jsonb) AS one (id uuid, body jsonb, ids text[])
       WHERE triage.tenant_id = $1 AND triage.id = one.id`,
      [tenantId, toJson(without.map((one) => ({ ...one, ids: sourceIdsOf(one.body) })))],
    );
  }
}
