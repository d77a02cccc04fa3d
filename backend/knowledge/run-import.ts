import { OutsideError } from '../ports/errors.ts';
import type { ImportRun } from '../ports/knowledge.ts';
import { embedMeanwhile } from './embed-meanwhile.ts';
import type { ImportParts } from './import-parts.ts';
import { judgeBatch } from './judge-batch.ts';
import { openSource } from './open-source.ts';
import { readAhead } from './read-ahead.ts';
import type { OpenBytes } from './sources/bytes.ts';
import type { Batch, Refusal } from './sources/source.ts';
import { endImport, isOpen } from './start-import.ts';
import { storeBatch } from './store-batch.ts';
import { addNote } from './tally.ts';

/** Batches that are read and masked while one is stored. */
const AHEAD = 2;
/** An answer this old is not repeated unseen. */
const STALE_DAYS = 730;
const DAY_MS = 86_400_000;

export type RunOptions = {
  onProgress?: (run: ImportRun) => void;
  /** The run's file, when it lies here and was not uploaded. */
  local?: OpenBytes;
  /** Stops behind a batch; the run stays open and goes on when it is called again. */
  signal?: AbortSignal;
};

/** How many a second were read since this process took the run up. */
function createSpeed(readBefore: number) {
  const startedAt = performance.now();
  return (read: number): number => {
    const seconds = (performance.now() - startedAt) / 1_000;
    return Math.round(((read - readBefore) / Math.max(seconds, 0.001)) * 10) / 10;
  };
}

const judgeWith = (parts: ImportParts) => async (batch: Batch | Refusal) =>
  'refused' in batch ? batch : { batch, judged: await judgeBatch(batch, parts) };

type Outcome = 'read' | 'stopped' | 'taken' | { failure: string };

/**
 * Reads a source to its end, batch by batch. The run is saved behind each of them, so that nothing is counted twice; of two
 * processes that read it at once the slower one leaves it to the other.
 */
async function readThrough(run: ImportRun, parts: ImportParts, options: RunOptions): Promise<Outcome> {
  const { tenant, store } = parts;
  const { onProgress = () => {}, local, signal } = options;
  const source = await openSource(run, parts, local);
  if ('refused' in source) return { failure: source.refused };
  const speed = createSpeed(run.read);
  const embedding = embedMeanwhile(tenant, parts, (count) => {
    run.embedded += count;
    onProgress({ ...run });
  });
  try {
    for await (const next of readAhead(source.batches, judgeWith(parts), AHEAD)) {
      if ('refused' in next) return { failure: next.refused };
      const from = run.position;
      const stored = await storeBatch(next, run, parts);
      run.perSecond = speed(run.read);
      if (!(await store.saveImport(tenant.id, run, from))) return 'taken';
      onProgress({ ...run });
      await embedding.stored(stored);
      if (signal?.aborted) return 'stopped';
    }
    if (run.dryRun) return 'read';
    await store.markStandings(tenant.id, new Date(Date.now() - STALE_DAYS * DAY_MS));
    if (!(await embedding.finish(signal))) addNote(run, 'not_embedded', null);
    return 'read';
  } finally {
    await embedding.settle();
  }
}

/** Of these the same call tomorrow would fail in the same way. */
function failureOf(error: unknown): Outcome {
  if (error instanceof OutsideError && !error.retryable) return { failure: `${error.party}:${error.code}` };
  throw error;
}

/**
 * Performs an import from where it stands to its end, and gives it back as `done` or `failed`; `running` when it was
 * stopped, or when another process goes on with it. What is only busy or down is thrown as a retryable OutsideError: the
 * run stays as it is and goes on when it is called again.
 */
export async function runImport(begun: ImportRun, parts: ImportParts, options: RunOptions = {}): Promise<ImportRun> {
  const { tenant, store } = parts;
  if (!isOpen(begun)) {
    // A kill may have come between its end and this.
    await store.dropUpload(tenant.id, begun.id);
    return begun;
  }
  const run: ImportRun = { ...structuredClone(begun), state: 'running' };
  const isOurs = await store.saveImport(tenant.id, run, run.position);
  const outcome = isOurs ? await readThrough(run, parts, options).catch(failureOf) : 'taken';
  if (outcome === 'stopped' || outcome === 'taken') return run;
  if (outcome === 'read') return endImport(tenant.id, run, null, store);
  // Without what a batch that did not come to its end has counted.
  const saved = await store.readImport(tenant.id, run.id);
  return endImport(tenant.id, saved ?? run, outcome.failure, store);
}
