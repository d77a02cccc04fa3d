import type { Triage } from '../../../contract/triage.ts';
import type { Beside, StoredTriage, Transaction } from '../../../ports/store.ts';
import type { Database } from './database.ts';
import type { Fingerprints } from './fingerprints.ts';
import { LEASE_SECONDS } from './model-calls.ts';
import { clockOf } from './sla.ts';
import { toJson } from './to-json.ts';
import type { VaultCipher } from './vault-cipher.ts';
import { ABSENT_SOURCES, sourceIdsOf, withPresentSources } from './without-sources.ts';

type Saved = Pick<StoredTriage, 'triage' | 'attempt'> & { beside: Beside; people: string[] | null };

/** A tombstone of somebody of the ticket that is younger than its triage: what was begun before is not to be stored. */
const FORGOTTEN_SINCE =
  'SELECT 1 FROM tombstone WHERE tenant_id = $1 AND fingerprint = ANY($4::text[]) AND at >= triage.created_at';

/** What its clocks said when the ticket was read last: a triage that began before knows less. */
const STANDING_SLA = `CASE WHEN jsonb_typeof(body->'sla') = 'object' THEN jsonb_build_object('sla', body->'sla') ELSE '{}' END`;

/** One statement, which holds the table that an erasure locks: that one finds what this saves, or this sees its tombstone. */
async function update(
  tx: Transaction,
  tenantId: string,
  { triage, attempt, beside, people }: Saved,
  cipher: VaultCipher,
): Promise<boolean> {
  const { vault, reading, decision, degraded, slaLookAt } = beside;
  const sourceIds = sourceIdsOf(triage);
  const rows = await tx.query(
    `WITH saved AS (UPDATE triage SET status = $5, body = $6 || ${STANDING_SLA}, vault = coalesce($7, vault), reading = coalesce($8, reading),
       decision = coalesce($9, decision), degraded = coalesce($10, degraded), people = coalesce($4, people),
       source_ids = $11, updated_at = now(), lease_until = now() + make_interval(secs => ${LEASE_SECONDS})
     WHERE tenant_id = $1 AND id = $2 AND attempt = $3 AND ($4::text[] IS NULL OR NOT EXISTS (${FORGOTTEN_SINCE}))
       ${sourceIds.length > 0 ? `AND NOT EXISTS (${ABSENT_SOURCES})` : ''}
     RETURNING tenant_id, ticket_id), ${clockOf('$12', '$13')}
     SELECT 1 AS saved FROM saved`,
    [
      tenantId,
      triage.id,
      attempt,
      people,
      triage.status,
      toJson(triage),
      vault ? cipher.seal(vault, tenantId) : null,
      reading ? toJson(reading) : null,
      decision ? toJson(decision) : null,
      degraded ?? null,
      sourceIds,
      slaLookAt !== undefined,
      slaLookAt?.toISOString() ?? null,
    ],
  );
  return rows.length > 0;
}

/** Saves a triage with what is new beside it. False when another claim has it, or when it is to be forgotten. */
export async function saveTriage(
  { database, cipher, fingerprints }: { database: Database; cipher: VaultCipher; fingerprints: Fingerprints },
  tenantId: string,
  { triage, attempt, beside }: { triage: Triage; attempt: number; beside: Beside },
): Promise<boolean> {
  const people = beside.people
    ? [fingerprints.ticket(tenantId, triage.ticketId), ...fingerprints.people(tenantId, beside.people)]
    : null;
  const saved: Saved = { triage, attempt, beside, people };
  if (await update(database, tenantId, saved, cipher)) return true;
  if (people)
    await database.query(
      `DELETE FROM triage WHERE tenant_id = $1 AND id = $2 AND attempt = $3 AND EXISTS (${FORGOTTEN_SINCE})`,
      [tenantId, triage.id, attempt, people],
    );
  const present = await withPresentSources(database, tenantId, triage);
  return present !== triage && update(database, tenantId, { ...saved, triage: present }, cipher);
}
