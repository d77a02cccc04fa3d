import { createHash } from 'node:crypto';
import type { AuditEntry } from '../../../contract/audit.ts';
import type { AuditStore } from '../../../ports/audit.ts';
import type { Transaction } from '../../../ports/store.ts';
import { canonicalJson } from './canonical-json.ts';
import type { Database } from './database.ts';
import { toJson } from './to-json.ts';

type Row = Pick<AuditEntry, 'seq' | 'actor' | 'action' | 'details' | 'hash'> & { at: Date; previous_hash: string };
type Head = { seq: number; hash: string };
const COLUMNS = 'seq, at, actor, action, details, previous_hash, hash';
const AT_ONCE = 200;

const toEntry = ({ seq, at, actor, action, details, hash }: Row): AuditEntry => ({
  seq,
  at: at.toISOString(),
  actor,
  action,
  details,
  hash,
});

const hashOf = (tenantId: string, entry: Omit<AuditEntry, 'hash'>, previous: string): string => {
  const { seq, at, actor, action, details } = entry;
  return createHash('sha256')
    .update(canonicalJson([tenantId, seq, at, actor, action, details, previous]))
    .digest('hex');
};

/** The newest entry's place, for this transaction alone. */
async function lockHead(tx: Transaction, tenantId: string): Promise<Head> {
  await tx.query('INSERT INTO audit_head (tenant_id) VALUES ($1) ON CONFLICT (tenant_id) DO NOTHING', [tenantId]);
  const [head] = await tx.query<Head>('SELECT seq, hash FROM audit_head WHERE tenant_id = $1 FOR UPDATE', [tenantId]);
  if (!head) throw new RangeError('The account was removed while its audit log was written');
  return head;
}

/** The head tells that the newest entries are gone, or that some stand above it. `last` is the newest that is there. */
async function readHead(database: Database, tenantId: string): Promise<Head & { last: number }> {
  const [row] = await database.query<Head & { last: number }>(
    `SELECT coalesce(head.seq, 0) AS seq, coalesce(head.hash, '') AS hash, coalesce(newest.last, 0) AS last
     FROM (SELECT max(seq) AS last FROM audit_entry WHERE tenant_id = $1) AS newest
     LEFT JOIN audit_head AS head ON head.tenant_id = $1`,
    [tenantId],
  );
  return row ?? { seq: 0, hash: '', last: 0 };
}

const hangs = (tenantId: string, row: Row, before: Head): boolean =>
  row.seq === before.seq + 1 &&
  row.previous_hash === before.hash &&
  row.hash === hashOf(tenantId, toEntry(row), before.hash);

/** Everything that is done to an account's settings and data, each entry with the hash of the one before. */
export function createAuditStore(database: Database): AuditStore {
  return {
    appendAudit: (tenantId, entry) =>
      database.transaction(async (tx) => {
        const head = await lockHead(tx, tenantId);
        const kept: Pick<AuditEntry, 'actor' | 'action' | 'details'> = JSON.parse(toJson(entry));
        const next = { ...kept, seq: head.seq + 1, at: new Date().toISOString() };
        const { actor, action, details, seq, at } = next;
        const hash = hashOf(tenantId, next, head.hash);
        await tx.query(`INSERT INTO audit_entry (tenant_id, ${COLUMNS}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`, [
          tenantId,
          seq,
          at,
          toJson(actor),
          action,
          toJson(details),
          head.hash,
          hash,
        ]);
        await tx.query('UPDATE audit_head SET seq = $2, hash = $3 WHERE tenant_id = $1', [tenantId, seq, hash]);
      }),

    async readAudit(tenantId, { before, limit }) {
      const rows = await database.query<Row>(
        `SELECT ${COLUMNS} FROM audit_entry WHERE tenant_id = $1 AND ($2::int IS NULL OR seq < $2)
         ORDER BY seq DESC LIMIT $3`,
        [tenantId, before, limit],
      );
      return rows.map(toEntry);
    },

    async verifyAudit(tenantId) {
      const head = await readHead(database, tenantId);
      let before: Head = { seq: 0, hash: '' };
      while (before.seq < head.seq) {
        const rows = await database.query<Row>(
          `SELECT ${COLUMNS} FROM audit_entry WHERE tenant_id = $1 AND seq > $2 AND seq <= $3 ORDER BY seq LIMIT $4`,
          [tenantId, before.seq, head.seq, AT_ONCE],
        );
        if (rows.length === 0) return before.seq + 1;
        for (const row of rows) {
          if (!hangs(tenantId, row, before)) return before.seq + 1;
          before = row;
        }
      }
      if (before.hash !== head.hash) return head.seq;
      return head.last > head.seq ? head.seq + 1 : null;
    },
  };
}
