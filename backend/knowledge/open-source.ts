import type { ImportRun } from '../ports/knowledge.ts';
import type { ImportParts } from './import-parts.ts';
import type { OpenBytes } from './sources/bytes.ts';
import { readFile, readPosition as readFilePosition } from './sources/read-file.ts';
import { readHelpdesk, readPosition } from './sources/read-helpdesk.ts';
import type { Batch, Refusal } from './sources/source.ts';
import { openUpload } from './upload.ts';

type Opened = { batches: AsyncIterable<Batch | Refusal> };

/** The batches of a run from where it stands on. `local`: its file, when that was not uploaded. */
export async function openSource(run: ImportRun, parts: ImportParts, local?: OpenBytes): Promise<Opened | Refusal> {
  const { tenant, store } = parts;
  if (run.position === null) return { refused: 'upload_incomplete' };
  if (run.source === 'helpdesk') return { batches: readHelpdesk(tenant.helpdesk, readPosition(run.position)) };
  const from = readFilePosition(run.position);
  if (local) return { batches: readFile(local, from) };
  const isHere = from.bytes === 0 || (await store.readUpload(tenant.id, run.id, 0)) !== null;
  if (from.fingerprint !== null || !isHere) return { refused: 'file_not_here' };
  return { batches: readFile(openUpload(run.id, { tenantId: tenant.id, store }), from) };
}
