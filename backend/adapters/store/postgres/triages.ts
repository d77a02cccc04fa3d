import { randomUUID } from 'node:crypto';
import type { Triage } from '../../../contract/triage.ts';
import type { Claim, Claimed, StoredTriage, Transaction, TriageStore } from '../../../ports/store.ts';
import type { Database } from './database.ts';
import type { DecisionStore } from './decisions.ts';
import type { Fingerprints } from './fingerprints.ts';
import { LEASE_SECONDS, MODEL_CALLS_PER_TICKET, REWRITES_PER_TRIAGE } from './model-calls.ts';
import { saveTriage } from './save-triage.ts';
import { toJson } from './to-json.ts';
import { readForgotten } from './tombstones.ts';
import type { VaultCipher } from './vault-cipher.ts';

type Row = {
  tenant_id: string;
  content_hash: string;
  body: Triage;
  vault: Uint8Array;
  attempt: number;
  degraded: boolean;
};
const COLUMNS = 'tenant_id, content_hash, body, vault, attempt, degraded';

const fresh = (claim: Claim, at: string): Triage => ({
  id: randomUUID(),
  ticketId: claim.ticketId,
  status: 'running',
  createdAt: at,
  updatedAt: at,
  language: 'und',
  languageConfidence: 0,
  skipReason: null,
  failure: null,
  truncated: false,
  unread: false,
  instructsModel: false,
  setAside: [],
  classification: null,
  escalation: null,
  routing: null,
  sla: null,
  assignee: null,
  unassigned: null,
  sources: null,
  sourcesAvailable: true,
  draft: null,
});

async function insertOrTakeOver(
  tx: Transaction,
  claim: Claim,
  triage: Triage,
  { emptyVault, fingerprint }: { emptyVault: Buffer; fingerprint: string },
): Promise<Row | undefined> {
  const key = [claim.tenantId, claim.ticketId, claim.contentHash];
  if (claim.force)
    await tx.query(
      `UPDATE triage SET superseded = true WHERE tenant_id = $1 AND ticket_id = $2 AND content_hash = $3
       AND NOT superseded AND status IN ('done', 'skipped', 'failed')`,
      key,
    );
  const rows = await tx.query<Row>(
    `INSERT INTO triage (tenant_id, ticket_id, content_hash, id, status, body, vault, people, lease_until)
     SELECT $1, $2, $3, $4, 'running', $5, $6, ARRAY[$7], now() + make_interval(secs => ${LEASE_SECONDS})
     WHERE NOT $8 OR NOT EXISTS (SELECT 1 FROM tombstone WHERE tenant_id = $1 AND fingerprint = $7)
     ON CONFLICT (tenant_id, ticket_id, content_hash) WHERE NOT superseded
     DO UPDATE SET status = excluded.status, vault = excluded.vault, lease_until = excluded.lease_until,
       body = excluded.body || jsonb_build_object('id', triage.id), attempt = triage.attempt + 1,
       reading = NULL, decision = NULL, degraded = false, source_ids = '{}'
     WHERE triage.status = 'failed' OR (triage.status IN ('running', 'drafting') AND triage.lease_until < now())
     RETURNING ${COLUMNS}`,
    [...key, triage.id, toJson(triage), emptyVault, fingerprint, claim.unasked ?? false],
  );
  return rows[0];
}

/** What an unasked claim on a forgotten ticket gets: nothing of it is stored. */
const leftAlone = (claim: Claim, triage: Triage): Claimed => ({
  mine: false,
  stored: {
    triage: { ...triage, status: 'skipped' },
    contentHash: claim.contentHash,
    vault: {},
    attempt: 0,
    degraded: false,
  },
});

export function createTriageStore(
  database: Database,
  cipher: VaultCipher,
  fingerprints: Fingerprints,
): Omit<TriageStore, keyof DecisionStore> {
  const parts = { database, cipher, fingerprints };
  const toStored = (row: Row): StoredTriage => ({
    triage: row.body,
    contentHash: row.content_hash,
    vault: cipher.open(row.vault, row.tenant_id),
    attempt: row.attempt,
    degraded: row.degraded,
  });

  const spentThisMonth = async (tenantId: string): Promise<number> => {
    const [row] = await database.query<{ spent: number }>(
      `SELECT coalesce(sum(micro_usd), 0)::float8 AS spent FROM model_usage
       WHERE tenant_id = $1 AND day >= date_trunc('month', now() AT TIME ZONE 'UTC')::date`,
      [tenantId],
    );
    return row?.spent ?? 0;
  };

  const isUsedUp = async (tenantId: string, monthlyMicroUsd: number | null): Promise<boolean> =>
    monthlyMicroUsd !== null && (await spentThisMonth(tenantId)) >= monthlyMicroUsd;

  return {
    async claimTriage(claim): Promise<Claimed> {
      const triage = fresh(claim, new Date().toISOString());
      const emptyVault = cipher.seal({}, claim.tenantId);
      const fingerprint = fingerprints.ticket(claim.tenantId, claim.ticketId);
      const sealed = { emptyVault, fingerprint };
      const taken = await database.transaction((tx) => insertOrTakeOver(tx, claim, triage, sealed));
      if (taken) return { mine: true, stored: toStored(taken) };
      const isForgotten = claim.unasked && (await readForgotten(database, claim.tenantId, [fingerprint])).size > 0;
      if (isForgotten) return leftAlone(claim, triage);
      const [found] = await database.query<Row>(
        `SELECT ${COLUMNS} FROM triage
         WHERE tenant_id = $1 AND ticket_id = $2 AND content_hash = $3 AND NOT superseded`,
        [claim.tenantId, claim.ticketId, claim.contentHash],
      );
      if (!found) return this.claimTriage(claim);
      return { mine: false, stored: toStored(found) };
    },

    saveTriage: (tenantId, stored, beside = {}) => saveTriage(parts, tenantId, { ...stored, beside }),

    async readTriage(tenantId, id) {
      const [row] = await database.query<Row>(`SELECT ${COLUMNS} FROM triage WHERE tenant_id = $1 AND id = $2`, [
        tenantId,
        id,
      ]);
      return row ? toStored(row) : null;
    },

    async spendModelCall(tenantId, { id, attempt }, monthlyMicroUsd) {
      if (await isUsedUp(tenantId, monthlyMicroUsd)) return 'budget_used_up';
      const rows = await database.query(
        `UPDATE triage SET model_calls = model_calls + 1, lease_until = now() + make_interval(secs => ${LEASE_SECONDS})
         WHERE tenant_id = $1 AND id = $2 AND attempt = $3 AND model_calls < ${MODEL_CALLS_PER_TICKET}
         RETURNING 1 AS spent`,
        [tenantId, id, attempt],
      );
      return rows.length > 0 ? 'spent' : 'calls_used_up';
    },

    async spendRewrite(tenantId, id, monthlyMicroUsd) {
      if (await isUsedUp(tenantId, monthlyMicroUsd)) return 'budget_used_up';
      const rows = await database.query(
        `UPDATE triage SET rewrites = rewrites + 1
         WHERE tenant_id = $1 AND id = $2 AND rewrites < ${REWRITES_PER_TRIAGE} RETURNING 1 AS spent`,
        [tenantId, id],
      );
      return rows.length > 0 ? 'spent' : 'calls_used_up';
    },

    async countOtherTriages({ tenantId, ticketId, contentHash }, since) {
      const [row] = await database.query<{ count: number }>(
        `SELECT count(*)::int AS count FROM triage
         WHERE tenant_id = $1 AND ticket_id = $2 AND created_at >= $3 AND content_hash <> $4`,
        [tenantId, ticketId, since.toISOString(), contentHash],
      );
      return row?.count ?? 0;
    },
  };
}
