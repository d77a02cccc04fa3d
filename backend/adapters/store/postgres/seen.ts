import type { LastTriage, Reconciling, SeenStore } from '../../../ports/seen.ts';
import type { ChangedTicket } from '../../../ports/ticket.ts';
import type { Database } from './database.ts';
import type { Fingerprints } from './fingerprints.ts';

type Named = { id: string };
const namesOf = (rows: Named[]): string[] => rows.map(({ id }) => id);

/** The tickets as a table `changed (id, at)` of a query's second and third parameter, joined with what was seen of them. */
const CHANGED = `FROM unnest($2::text[], $3::timestamptz[]) WITH ORDINALITY AS changed (id, at, nth)
  LEFT JOIN ticket_seen AS seen ON seen.tenant_id = $1 AND seen.ticket_id = changed.id`;

export function createSeenStore(database: Database, fingerprints: Fingerprints): SeenStore {
  const see =
    (column: 'triaged_until' | 'followed_at' | 'flagged_at') =>
    async (tenantId: string, ticketId: string, at: Date) => {
      await database.query(
        `INSERT INTO ticket_seen AS seen (tenant_id, ticket_id, ${column})
       SELECT $1, $2, $3 WHERE NOT EXISTS (SELECT 1 FROM tombstone WHERE tenant_id = $1 AND fingerprint = $4)
       ON CONFLICT (tenant_id, ticket_id) DO UPDATE
       SET ${column} = greatest(seen.${column}, excluded.${column}), at = now()`,
        [tenantId, ticketId, at.toISOString(), fingerprints.ticket(tenantId, ticketId)],
      );
    };
  const find = (where: string, tenantId: string, changed: [id: string, at: string][], ...more: unknown[]) =>
    database.query<Named>(`SELECT changed.id ${CHANGED} WHERE ${where} ORDER BY nth`, [
      tenantId,
      changed.map(([id]) => id),
      changed.map(([, at]) => at),
      ...more,
    ]);
  const commented = ({ id, commentedAt, updatedAt }: ChangedTicket): [string, string] => [id, commentedAt ?? updatedAt];
  const updated = ({ id, updatedAt }: ChangedTicket): [string, string] => [id, updatedAt];

  return {
    async beginReconciling(tenantId, beginAt) {
      await database.query(
        `INSERT INTO reconcile_cursor (tenant_id, began_at)
         SELECT $1, $2 WHERE EXISTS (SELECT 1 FROM inbox WHERE tenant_id = $1) ON CONFLICT DO NOTHING`,
        [tenantId, beginAt.toISOString()],
      );
      const [row] = await database.query<Reconciling>(
        'SELECT began_at AS since, cursor FROM reconcile_cursor WHERE tenant_id = $1',
        [tenantId],
      );
      return row ? { ...row, since: new Date(row.since) } : null;
    },
    async saveReconciling(tenantId, cursor) {
      await database.query('UPDATE reconcile_cursor SET cursor = $2 WHERE tenant_id = $1', [tenantId, cursor]);
    },
    findUntriaged: async (tenantId, changed, since) =>
      namesOf(
        await find(
          'changed.at > $4 AND changed.at > coalesce(seen.triaged_until, $4)',
          tenantId,
          changed.map(commented),
          since.toISOString(),
        ),
      ),
    findUnfollowed: async (tenantId, changed) =>
      namesOf(await find('seen.followed_at IS NULL OR seen.followed_at < changed.at', tenantId, changed.map(updated))),
    findUnflagged: async (tenantId, dead) =>
      namesOf(
        await find(
          'seen.flagged_at IS NULL OR seen.flagged_at < changed.at',
          tenantId,
          dead.map(({ ticketId, failedAt }) => [ticketId, failedAt]),
        ),
      ),
    saveFlagged: see('flagged_at'),
    saveTriaged: see('triaged_until'),
    async readLastTriage(tenantId, ticketId) {
      const [row] = await database.query<LastTriage>(
        `SELECT body AS triage, content_hash AS "contentHash", degraded, reading FROM triage
         WHERE tenant_id = $1 AND ticket_id = $2 AND NOT superseded AND status IN ('done', 'skipped', 'failed')
         ORDER BY created_at DESC LIMIT 1`,
        [tenantId, ticketId],
      );
      return row ?? null;
    },
    saveFollowed: see('followed_at'),
  };
}
