import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { extname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type ImportFormat, importFormatSchema } from '../../backend/contract/imports.ts';
import { toImportView } from '../../backend/http/import-view.ts';
import { runImport } from '../../backend/knowledge/run-import.ts';
import type { OpenBytes } from '../../backend/knowledge/sources/bytes.ts';
import { readPosition, writePosition } from '../../backend/knowledge/sources/read-file.ts';
import { findOpenImport, isOpen, startHelpdeskImport } from '../../backend/knowledge/start-import.ts';
import { OutsideError } from '../../backend/ports/errors.ts';
import type { ImportRun } from '../../backend/ports/knowledge.ts';
import { keyOf } from '../../backend/ports/queue.ts';
import type { Tenant } from '../../backend/ports/tenant.ts';
import type { Wired } from '../../backend/wire.ts';
import { tellOutcome, tellProgress } from './print-run.ts';
import { UsageError } from './usage.ts';

export type ImportOptions = { file?: string; format?: string; helpdesk: boolean; all: boolean; dryRun: boolean };

const FORMATS: Record<string, ImportFormat> = { '.csv': 'csv', '.tsv': 'csv', '.jsonl': 'jsonl', '.ndjson': 'jsonl' };
const EDGE_BYTES = 64 * 1024;
const RECENT = 20;
const WAIT_SECONDS = 20;
/** A run that nobody has moved for so long belongs to nobody. */
const LEFT_MS = 60_000;
/** Where a line cannot be written over, one now and then. */
const EVERY_MS = 5_000;

function formatOf(file: string, asked: string | undefined): ImportFormat {
  const format = importFormatSchema.safeParse(asked ?? FORMATS[extname(file).toLowerCase()]);
  if (!format.success) throw new UsageError(`Say what ${file} is: --format csv or --format jsonl.`);
  return format.data;
}

/** Tells whether a file is the one that an import was stopped in: by its size, its beginning and its end. */
async function describeFile(file: string): Promise<{ bytes: number; fingerprint: string }> {
  const handle = await open(file).catch((error: Error) => {
    throw new UsageError(`${file} cannot be read: ${error.message}`);
  });
  try {
    const { size } = await handle.stat();
    const hash = createHash('sha256').update(String(size));
    for (const position of [0, Math.max(0, size - EDGE_BYTES)]) {
      const { buffer, bytesRead } = await handle.read({ buffer: Buffer.alloc(EDGE_BYTES), position });
      hash.update(buffer.subarray(0, bytesRead));
    }
    return { bytes: size, fingerprint: hash.digest('hex') };
  } finally {
    await handle.close();
  }
}

const openFile =
  (file: string): OpenBytes =>
  (from) =>
    createReadStream(file, { start: from, highWaterMark: 256 * 1024 });

type Begin = (tenantId: string, wired: Wired) => Promise<ImportRun>;

/** Takes up the run that was stopped in this very file, or begins one. */
async function planFile(file: string, { format: asked, dryRun }: ImportOptions): Promise<Begin> {
  const format = formatOf(file, asked);
  const { bytes, fingerprint } = await describeFile(file);
  const isStopped = (run: ImportRun): boolean =>
    isOpen(run) &&
    run.source === 'file' &&
    run.dryRun === dryRun &&
    run.position !== null &&
    readPosition(run.position).fingerprint === fingerprint;
  return async (tenantId, { store }) => {
    const stopped = (await store.listImports(tenantId, RECENT)).find(isStopped);
    if (stopped) {
      console.error(`Goes on behind the ${stopped.read} rows that were read before`);
      return stopped;
    }
    const run = await store.startImport(tenantId, { source: 'file', dryRun, total: null });
    const begun = { ...run, position: writePosition({ format, bytes, byte: 0, row: 0, fingerprint }) };
    await store.saveImport(tenantId, begun);
    return begun;
  };
}

function createTelling() {
  let toldAt = 0;
  return {
    tell(run: ImportRun): void {
      const line = tellProgress(toImportView(run));
      if (process.stderr.isTTY) process.stderr.write(`\r${line}\x1b[K`);
      else if (performance.now() - toldAt > EVERY_MS) {
        console.error(line);
        toldAt = performance.now();
      }
    },
    end: () => void (process.stderr.isTTY && process.stderr.write('\n')),
  };
}

/** Runs it to its end; a helpdesk that asks for patience is given it. */
async function runPatiently(run: ImportRun, tenant: Tenant, wired: Wired, local?: OpenBytes): Promise<ImportRun> {
  const { tell, end } = createTelling();
  for (let next = run; ; ) {
    try {
      const ended = await runImport(next, { ...wired, tenant }, { onProgress: tell, ...(local && { local }) });
      end();
      if (ended.state === 'running') console.error('Another process goes on with it');
      return ended;
    } catch (error) {
      if (!(error instanceof OutsideError) || !error.retryable) throw error;
      const seconds = error.retryAfterSeconds ?? WAIT_SECONDS;
      end();
      console.error(`${error.party} (${error.code}): tried again in ${seconds} s`);
      await sleep(seconds * 1_000);
      next = (await wired.store.readImport(tenant.id, run.id)) ?? next;
    }
  }
}

/** Takes up the run that was killed, or begins one. */
const planHelpdesk =
  ({ dryRun, all }: ImportOptions): Begin =>
  async (tenantId, { store }) => {
    const open = all ? null : await findOpenImport(tenantId, store, { dryRun });
    const isLeft = open !== null && Date.now() - Date.parse(open.updatedAt) > LEFT_MS;
    return isLeft ? open : startHelpdeskImport(tenantId, { dryRun, all }, store);
  };

/** Checks what is asked before anything is opened; what it gives back imports in this process and gives the exit code. */
export async function planImport(options: ImportOptions): Promise<(tenant: Tenant, wired: Wired) => Promise<number>> {
  const { file, helpdesk, dryRun } = options;
  if ((file === undefined) === !helpdesk) throw new UsageError('Import either a FILE or from the --helpdesk.');
  const begin = file ? await planFile(file, options) : planHelpdesk(options);
  return async (tenant, wired) => {
    const run = await begin(tenant.id, wired);
    const ended = await runPatiently(run, tenant, wired, file ? openFile(file) : undefined);
    const payload = { tenantId: tenant.id };
    if (!dryRun) await wired.queue.enqueue('index-knowledge', payload, keyOf(payload));
    console.log(tellOutcome(toImportView(ended)));
    return ended.state === 'done' ? 0 : 1;
  };
}
