import type { ImportRun } from '../ports/knowledge.ts';
import type { ImportParts } from './import-parts.ts';
import { runImport } from './run-import.ts';
import { startHelpdeskImport } from './start-import.ts';

/** Brings in what is new at the helpdesk since the last import, in this process, and embeds it. Throws where it fails. */
export async function importKnowledge(
  parts: ImportParts,
  onProgress: (run: ImportRun) => void = () => {},
): Promise<ImportRun> {
  const run = await startHelpdeskImport(parts.tenant.id, { dryRun: false, all: false }, parts.store);
  const ended = await runImport(run, parts, { onProgress });
  if (ended.failure !== null) throw new Error(`The import failed: ${ended.failure}`);
  return ended;
}
