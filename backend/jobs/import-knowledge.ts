import type { ImportParts } from '../knowledge/import-parts.ts';
import { runImport } from '../knowledge/run-import.ts';
import { endAbandoned, endImport, findOpenImport, startHelpdeskImport } from '../knowledge/start-import.ts';
import { OutsideError } from '../ports/errors.ts';
import { type Job, keyOf, type Queue } from '../ports/queue.ts';
import type { Tenant, Tenants } from '../ports/tenant.ts';

export type ImportJobParts = Omit<ImportParts, 'tenant'> & { tenants: Tenants; queue: Pick<Queue, 'enqueue'> };

/** A queue takes a job that runs for a quarter of an hour for lost: a long import goes on in another one. */
const SLICE_MS = 5 * 60_000;
/** After so many attempts a fault is none that passes. */
const ATTEMPTS = 4;

/** Without a run: begins one on what is new at the helpdesk, or lets the one that is under way go on. */
async function begin(tenant: Tenant, { store, queue }: ImportJobParts): Promise<string> {
  await endAbandoned(tenant.id, new Date(), store);
  const open = await findOpenImport(tenant.id, store, { dryRun: false });
  const run = open ?? (await startHelpdeskImport(tenant.id, { dryRun: false, all: false }, store));
  const payload = { tenantId: tenant.id, runId: run.id };
  await queue.enqueue('import-knowledge', payload, keyOf(payload));
  return open ? 'goes_on' : 'begun';
}

/** Performs an import, or begins one. A run that was killed goes on where it stopped. */
export async function importKnowledge(
  { payload: { tenantId, runId }, attempt }: Pick<Job<'import-knowledge'>, 'payload' | 'attempt'>,
  parts: ImportJobParts,
): Promise<string> {
  const { store, queue } = parts;
  const tenant = await parts.tenants.find(tenantId);
  if (!tenant) return 'gone';
  if (runId === undefined) return begin(tenant, parts);
  const run = await store.readImport(tenantId, runId);
  if (!run) return 'gone';
  try {
    const signal = AbortSignal.timeout(SLICE_MS);
    const { state, failure, dryRun } = await runImport(run, { ...parts, tenant }, { signal });
    const [next, index] = [{ tenantId, runId }, { tenantId }];
    if (state === 'running' && !signal.aborted) return 'taken';
    if (state === 'running') await queue.enqueue('import-knowledge', next, keyOf(next));
    else if (!dryRun) await queue.enqueue('index-knowledge', index, keyOf(index));
    return failure ? `${state}:${failure}` : state;
  } catch (error) {
    const passes = error instanceof OutsideError || attempt < ATTEMPTS;
    const last = passes ? null : await store.readImport(tenantId, runId);
    if (last) await endImport(tenantId, last, 'internal', store);
    throw error;
  }
}
