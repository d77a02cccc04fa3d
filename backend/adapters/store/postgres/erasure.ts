import { randomUUID } from 'node:crypto';
import type { ErasedCounts, Erasing, ErasureReceipt, ErasureStore, ErasureSubject } from '../../../ports/erasure.ts';
import type { Transaction } from '../../../ports/store.ts';
import type { Database } from './database.ts';
import { eraseExpired } from './erase-expired.ts';
import { addErased, type Erased, eraseTickets, findTickets } from './erase-subject.ts';
import { eraseTenant } from './erase-tenant.ts';
import type { Fingerprints } from './fingerprints.ts';
import { toJson } from './to-json.ts';
import { lockTombstones, saveTombstones } from './tombstones.ts';
import type { VaultCipher } from './vault-cipher.ts';
import { lockTriages } from './without-sources.ts';

type Row = {
  id: string;
  subject: ErasureReceipt['subject'];
  fingerprint: string;
  erased: ErasedCounts | null;
  requested_at: Date;
  done_at: Date | null;
};
const COLUMNS = 'id, subject, fingerprint, erased, requested_at, done_at';

/** Whom it is about and what was found so far: sealed, and dropped at the end. */
type Open = { subject: ErasureSubject; soFar: Erased | null };

const toReceipt = ({ id, subject, fingerprint, erased, requested_at, done_at }: Row): ErasureReceipt => ({
  id,
  subject,
  fingerprint,
  state: done_at ? 'done' : 'waiting',
  erased,
  requestedAt: requested_at.toISOString(),
  doneAt: done_at?.toISOString() ?? null,
});

const toErasing = ({ erased, touched, ...elsewhere }: Erased): Erasing => ({
  ...elsewhere,
  erased: { ...erased, tickets: touched.length },
});

/** What erasures know of whom they are about. */
function createSealed({ cipher, fingerprints }: { cipher: VaultCipher; fingerprints: Fingerprints }) {
  return {
    fingerprintOf(tenantId: string, subject: ErasureSubject): string {
      if ('ticketId' in subject) return fingerprints.ticket(tenantId, subject.ticketId);
      return fingerprints.person(tenantId, 'personId' in subject ? { id: subject.personId } : subject);
    },
    ofTickets: (tenantId: string, ticketIds: string[]) => ticketIds.map((id) => fingerprints.ticket(tenantId, id)),
    seal: (tenantId: string, open: Open): Buffer => cipher.seal({ erasure: toJson(open) }, tenantId),
    /** The erasure for this transaction alone; null when it has ended. */
    async lock(tx: Transaction, tenantId: string, id: string): Promise<Open | null> {
      const [row] = await tx.query<{ sealed: Uint8Array | null }>(
        'SELECT sealed FROM erasure WHERE tenant_id = $1 AND id = $2 FOR UPDATE',
        [tenantId, id],
      );
      return row?.sealed ? (JSON.parse(cipher.open(row.sealed, tenantId).erasure ?? 'null') as Open | null) : null;
    },
  };
}
type Sealed = ReturnType<typeof createSealed>;

/** The erasure of this subject that waits, or a new one. */
async function startOne(
  tx: Transaction,
  tenantId: string,
  subject: ErasureSubject,
  { fingerprintOf, seal }: Sealed,
): Promise<ErasureReceipt> {
  await lockTombstones(tx, tenantId);
  const fingerprint = fingerprintOf(tenantId, subject);
  await saveTombstones(tx, tenantId, [fingerprint]);
  const kind = 'ticketId' in subject ? 'ticket' : 'person';
  const [waiting] = await tx.query<Row>(
    `SELECT ${COLUMNS} FROM erasure WHERE tenant_id = $1 AND fingerprint = $2 AND done_at IS NULL`,
    [tenantId, fingerprint],
  );
  if (waiting) return toReceipt(waiting);
  const rows = await tx.query<Row>(
    `INSERT INTO erasure (id, tenant_id, subject, fingerprint, sealed) VALUES ($1, $2, $3, $4, $5) RETURNING ${COLUMNS}`,
    [randomUUID(), tenantId, kind, fingerprint, seal(tenantId, { subject, soFar: null })],
  );
  return toReceipt(rows[0] as Row);
}

async function eraseOne(
  tx: Transaction,
  tenantId: string,
  erasureId: string,
  { fingerprintOf, ofTickets, seal, lock }: Sealed,
): Promise<Erasing | null> {
  await lockTombstones(tx, tenantId);
  await lockTriages(tx);
  const open = await lock(tx, tenantId, erasureId);
  if (!open) return null;
  const { subject, soFar } = open;
  const own = fingerprintOf(tenantId, subject);
  const found = await findTickets(tx, tenantId, [own]);
  const ticketIds = 'ticketId' in subject ? [...new Set([subject.ticketId, ...found])] : found;
  const tickets = ofTickets(tenantId, ticketIds);
  await saveTombstones(tx, tenantId, tickets);
  const erased = await eraseTickets(tx, tenantId, ticketIds, [own, ...tickets]);
  const all = soFar ? addErased(soFar, erased) : erased;
  await tx.query('UPDATE erasure SET sealed = $3 WHERE tenant_id = $1 AND id = $2', [
    tenantId,
    erasureId,
    seal(tenantId, { subject, soFar: all }),
  ]);
  return toErasing(all);
}

async function endOne(
  tx: Transaction,
  tenantId: string,
  erasureId: string,
  { vectors, dropJobs, sealed }: { vectors: number; dropJobs: (tx: Transaction) => Promise<number>; sealed: Sealed },
): Promise<void> {
  const open = await sealed.lock(tx, tenantId, erasureId);
  if (!open?.soFar) return;
  const erased: ErasedCounts = { ...toErasing(open.soFar).erased, vectors, jobs: await dropJobs(tx) };
  await tx.query('UPDATE erasure SET sealed = NULL, erased = $3, done_at = now() WHERE tenant_id = $1 AND id = $2', [
    tenantId,
    erasureId,
    toJson(erased),
  ]);
}

export function createErasureStore(
  database: Database,
  parts: { cipher: VaultCipher; fingerprints: Fingerprints },
): ErasureStore {
  const sealed = createSealed(parts);
  return {
    startErasure: (tenantId, subject, alongside) =>
      database.transaction(async (tx) => {
        const receipt = await startOne(tx, tenantId, subject, sealed);
        await alongside?.(tx, receipt.id);
        return receipt;
      }),
    eraseSubject: (tenantId, erasureId) => database.transaction((tx) => eraseOne(tx, tenantId, erasureId, sealed)),
    endErasure: (tenantId, erasureId, vectors, dropJobs) =>
      database.transaction((tx) => endOne(tx, tenantId, erasureId, { vectors, dropJobs, sealed })),
    eraseExpired: (tenantId, retention, limit) =>
      database.transaction((tx) => eraseExpired(tx, tenantId, retention, limit)),
    eraseTenant: (tenantId) => database.transaction((tx) => eraseTenant(tx, tenantId)),
    async readErasure(tenantId, id) {
      const [row] = await database.query<Row>(`SELECT ${COLUMNS} FROM erasure WHERE tenant_id = $1 AND id = $2`, [
        tenantId,
        id,
      ]);
      return row ? toReceipt(row) : null;
    },
    async listErasures(tenantId, limit) {
      const rows = await database.query<Row>(
        `SELECT ${COLUMNS} FROM erasure WHERE tenant_id = $1 ORDER BY requested_at DESC, id LIMIT $2`,
        [tenantId, limit],
      );
      return rows.map(toReceipt);
    },
  };
}
