import type { Store } from '../../../ports/store.ts';
import { createAskedStore } from './asked-details.ts';
import { createAssignmentStore } from './assignments.ts';
import { createAuditStore } from './audit.ts';
import { createConnectionStore } from './connections.ts';
import type { Database } from './database.ts';
import { createDecisionStore } from './decisions.ts';
import { createEmbeddingStore } from './embeddings.ts';
import { createErasureStore } from './erasure.ts';
import { createFeedbackStore } from './feedback.ts';
import { createFingerprints } from './fingerprints.ts';
import { createImportStore } from './imports.ts';
import { createInboxStore } from './inbox.ts';
import { createKnowledgeStore } from './knowledge.ts';
import { createLearnedStore } from './learned.ts';
import { createOverviewStore } from './overview.ts';
import { createRoutingStore } from './routing.ts';
import { createSearchStore } from './search.ts';
import { createSecretsCipher } from './secrets-cipher.ts';
import { createSeenStore } from './seen.ts';
import { createSignalStore } from './signals.ts';
import { createSlaStore } from './sla.ts';
import { createSettingsStore } from './tenant-settings.ts';
import { createTriageStore } from './triages.ts';
import { createUndoStore } from './undos.ts';
import { createUpdateBudgetStore } from './update-budget.ts';
import { createUsageStore } from './usage.ts';
import { createVaultCipher } from './vault-cipher.ts';
import { createWriteLog } from './write-log.ts';

/** The store on a migrated database. `key` (32 bytes) seals the placeholders' values; the first of `secretsKeys` seals secrets, each opens them. */
export function createStore(database: Database, key: Uint8Array, secretsKeys: readonly Uint8Array[] = [key]): Store {
  const cipher = createVaultCipher(key);
  const fingerprints = createFingerprints(key);
  return {
    ...createTriageStore(database, cipher, fingerprints),
    ...createDecisionStore(database, cipher),
    ...createInboxStore(database),
    ...createSeenStore(database, fingerprints),
    ...createUpdateBudgetStore(database, fingerprints),
    ...createAskedStore(database, fingerprints),
    ...createWriteLog(database),
    ...createUndoStore(database),
    ...createFeedbackStore(database),
    ...createAssignmentStore(database),
    ...createLearnedStore(database),
    ...createUsageStore(database),
    ...createRoutingStore(database, fingerprints),
    ...createKnowledgeStore(database, fingerprints),
    ...createSearchStore(database),
    ...createEmbeddingStore(database),
    ...createImportStore(database, cipher),
    ...createSlaStore(database),
    ...createSignalStore(database),
    ...createOverviewStore(database),
    ...createConnectionStore(database, createSecretsCipher(secretsKeys)),
    ...createSettingsStore(database),
    ...createAuditStore(database),
    ...createErasureStore(database, { cipher, fingerprints }),
    isUp: () =>
      database.query('SELECT 1').then(
        () => true,
        () => false,
      ),
  };
}
