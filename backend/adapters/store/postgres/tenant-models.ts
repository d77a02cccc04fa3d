import { randomUUID } from 'node:crypto';
import type { ReplayedVote, TenantModel, TenantModelStore, Transaction } from '../../../ports/store.ts';
import type { Database } from './database.ts';
import { lockLearned } from './lock-learned.ts';
import { toJson } from './to-json.ts';

/** Longer than a training may take: one that is older has died with its process. */
const TRAINING_MINUTES = 15;

const NOBODY = '';

/** The votes that came with an earlier model are of no more use: that one does not come back. */
async function saveModel(tx: Transaction, tenantId: string, model: TenantModel, votes: ReplayedVote[]): Promise<void> {
  const { version, bytes, seen } = model;
  await tx.query('DELETE FROM vote WHERE tenant_id = $1 AND replayed', [tenantId]);
  await tx.query(
    `INSERT INTO tenant_model (tenant_id, version, bytes, seen) VALUES ($1, $2, $3, $4)
     ON CONFLICT (tenant_id) DO UPDATE
     SET version = excluded.version, bytes = excluded.bytes, seen = excluded.seen, at = now()`,
    [tenantId, version, bytes, seen],
  );
  await tx.query(
    `INSERT INTO vote (tenant_id, ticket_id, agent_id, field, engine, model, replayed, language, raw, is_right)
     SELECT $1, "ticketId", $2, field, 'builtin', $3, true, language, raw, "right"
     FROM jsonb_to_recordset($4) AS one ("ticketId" text, field text, language text, raw float8, "right" boolean)`,
    [tenantId, NOBODY, version, toJson(votes)],
  );
}

export function createTenantModelStore(database: Database): TenantModelStore {
  return {
    async readModelVersion(tenantId) {
      const [row] = await database.query<{ version: string }>('SELECT version FROM tenant_model WHERE tenant_id = $1', [
        tenantId,
      ]);
      return row?.version ?? null;
    },
    async readModel(tenantId) {
      const [row] = await database.query<TenantModel>(
        'SELECT version, bytes, seen FROM tenant_model WHERE tenant_id = $1',
        [tenantId],
      );
      return row ?? null;
    },
    saveModel: (tenantId, model) => database.transaction((tx) => saveModel(tx, tenantId, model, [])),
    forgetModel: (tenantId) =>
      database.transaction(async (tx) => {
        await lockLearned(tx, tenantId);
        const rows = await tx.query('DELETE FROM tenant_model WHERE tenant_id = $1 RETURNING 1 AS forgotten', [
          tenantId,
        ]);
        await tx.query('DELETE FROM vote WHERE tenant_id = $1 AND replayed', [tenantId]);
        // As if it had just been trained on all there is: only new tickets are a reason to do so again.
        await tx.query(
          `UPDATE learned SET training = NULL, body = body || jsonb_build_object('trainedOn',
             (SELECT count(*) FROM learned_ticket WHERE tenant_id = $1)) WHERE tenant_id = $1`,
          [tenantId],
        );
        return rows.length > 0;
      }),
    beginTraining: (tenantId, attempt) =>
      database.transaction(async (tx) => {
        await lockLearned(tx, tenantId);
        const [row] = await tx.query<{ training: string }>(
          `UPDATE learned SET training = $2, training_since = now(), body = body || $3::jsonb
           WHERE tenant_id = $1
             AND (training IS NULL OR training_since < now() - make_interval(mins => ${TRAINING_MINUTES}))
           RETURNING training`,
          [tenantId, randomUUID(), toJson(attempt)],
        );
        return row?.training ?? null;
      }),
    endTraining: (tenantId, training, trained) =>
      database.transaction(async (tx) => {
        await lockLearned(tx, tenantId);
        const ended = await tx.query(
          'UPDATE learned SET training = NULL WHERE tenant_id = $1 AND training = $2 RETURNING 1 AS ended',
          [tenantId, training],
        );
        if (ended.length > 0 && trained) await saveModel(tx, tenantId, trained.model, trained.votes);
        return ended.length > 0;
      }),
  };
}
