import type { Store } from '../../../ports/store.ts';
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
import { createSearchStore } from './search.ts';
import { createTriageStore } from './triages.ts';
import { createUsageStore } from './usage.ts';
import { createVaultCipher } from './vault-cipher.ts';
import { createWriteBackStore } from './write-backs.ts';

/** The store on a migrated database. `key` (32 bytes) seals the placeholders' values. */
export function createStore(database: Database, key: Uint8Array): Store {
  const cipher = createVaultCipher(key);
  const fingerprints = createFingerprints(key);
  return {
    ...createTriageStore(database, cipher, fingerprints),
    ...createDecisionStore(database, cipher),
    ...createInboxStore(database),
    ...createWriteBackStore(database),
    ...createFeedbackStore(database),
    ...createLearnedStore(database),
    ...createUsageStore(database),
    ...createKnowledgeStore(database, fingerprints),
    ...createSearchStore(database),
    ...createEmbeddingStore(database),
    ...createImportStore(database, cipher),
    ...createErasureStore(database, { cipher, fingerprints }),
    isUp: () =>
      database.query('SELECT 1').then(
        () => true,
        () => false,
      ),
  };
}
