import type { AuditEntry } from '../contract/audit.ts';

export type Actor = AuditEntry['actor'];

export type AuditStore = {
  /** Hangs an entry on the account's last one: each holds the hash of the one before, so none can be changed or taken out unnoticed. */
  appendAudit(tenantId: string, entry: Pick<AuditEntry, 'actor' | 'action' | 'details'>): Promise<void>;
  /** The newest first; `before`: a sequence number. */
  readAudit(tenantId: string, page: { before: number | null; limit: number }): Promise<AuditEntry[]>;
  /** The first entry that does not hang on the one before; null when all do. */
  verifyAudit(tenantId: string): Promise<number | null>;
};
