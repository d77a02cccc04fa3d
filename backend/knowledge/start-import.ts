import type { ImportRun, ImportStore, KnowledgeStore } from '../ports/knowledge.ts';
import { TICKETS_CURSOR, writePosition } from './sources/read-helpdesk.ts';

type StartStore = Pick<KnowledgeStore, 'startImport' | 'saveImport' | 'readCursor'>;

/** A run that reads the helpdesk from where the last one stopped, or with `all` from its beginning. */
export async function startHelpdeskImport(
  tenantId: string,
  { dryRun, all }: { dryRun: boolean; all: boolean },
  store: StartStore,
): Promise<ImportRun> {
  const cursor = all ? null : await store.readCursor(tenantId, TICKETS_CURSOR);
  const run = await store.startImport(tenantId, { source: 'helpdesk', dryRun, total: null });
  const begun = { ...run, position: writePosition({ phase: 'tickets', cursor }) };
  await store.saveImport(tenantId, begun);
  return begun;
}

export const isOpen = ({ state }: ImportRun): boolean => state === 'waiting' || state === 'running';

const LOOKED_AT = 100;

/** The import from the helpdesk that is under way, so that a second one need not begin; a dry or a real one alone where that is said. */
export async function findOpenImport(
  tenantId: string,
  store: Pick<ImportStore, 'listImports'>,
  { dryRun }: { dryRun?: boolean } = {},
): Promise<ImportRun | null> {
  const runs = await store.listImports(tenantId, LOOKED_AT);
  const isMeant = (run: ImportRun): boolean => dryRun === undefined || run.dryRun === dryRun;
  return runs.find((run) => run.source === 'helpdesk' && isOpen(run) && isMeant(run)) ?? null;
}

const HOUR_MS = 3_600_000;
/** An upload that was cut off, such as by a kill, has no job that would end it. */
const UPLOAD_HOURS = 2;
/** No run that goes on by itself stands still for so long. */
const SILENT_HOURS = 24;

type EndStore = Pick<ImportStore, 'listImports' | 'saveImport' | 'dropUpload'>;

/** Ends a run, and drops the file that it was read from; leaves it alone when another process has moved it on. */
export async function endImport(
  tenantId: string,
  run: ImportRun,
  failure: string | null,
  store: Pick<EndStore, 'saveImport' | 'dropUpload'>,
): Promise<ImportRun> {
  const total = failure === null ? run.read : run.total;
  const ended: ImportRun = { ...run, state: failure === null ? 'done' : 'failed', failure, total };
  if (!(await store.saveImport(tenantId, ended, run.position))) return run;
  await store.dropUpload(tenantId, run.id);
  return ended;
}

/** Ends runs that nothing will go on with: their files must not lie about. */
export async function endAbandoned(tenantId: string, now: Date, store: EndStore): Promise<void> {
  for (const run of await store.listImports(tenantId, LOOKED_AT)) {
    const hours = (now.getTime() - Date.parse(run.updatedAt)) / HOUR_MS;
    const abandoned = hours > (run.position === null ? UPLOAD_HOURS : SILENT_HOURS);
    if (isOpen(run) && abandoned)
      await endImport(tenantId, run, run.position === null ? 'upload_incomplete' : 'abandoned', store);
  }
}
