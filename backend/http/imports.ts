import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { importsApi } from '../contract/imports.ts';
import { endImport, findOpenImport, startHelpdeskImport } from '../knowledge/start-import.ts';
import { saveUpload } from '../knowledge/upload.ts';
import type { ImportRun } from '../ports/knowledge.ts';
import type { Log } from '../ports/log.ts';
import { keyOf, type Queue } from '../ports/queue.ts';
import type { Store } from '../ports/store.ts';
import type { Env } from './env.ts';
import { HttpProblem } from './errors.ts';
import { toImportView } from './import-view.ts';

export type ImportRouteParts = {
  store: Pick<
    Store,
    'startImport' | 'saveImport' | 'readImport' | 'listImports' | 'saveUpload' | 'dropUpload' | 'readCursor'
  >;
  queue: Pick<Queue, 'enqueue'>;
  log: Log;
  /** In bytes. */
  maxUpload?: number;
};

const MB = 1024 * 1024;
const MAX_UPLOAD = 512 * MB;
const MAX_BODY = 64 * 1024;
const SHOWN = 50;

async function readJson(c: Context<Env>): Promise<unknown> {
  const text: string[] = [];
  let size = 0;
  const decoder = new TextDecoder();
  for await (const chunk of c.req.raw.body ?? []) {
    size += chunk.length;
    if (size > MAX_BODY) throw new HttpProblem('too_large', 'The body is too large; a file is sent with ?source=file.');
    text.push(decoder.decode(chunk, { stream: true }));
  }
  try {
    return JSON.parse(text.join('') + decoder.decode());
  } catch {
    throw new HttpProblem('bad_request', 'The body is no JSON; a file is sent with ?source=file&format=jsonl or csv.');
  }
}

/** Keeps the file that is sent, piece by piece; what is cut off or too large leaves nothing behind. */
async function receiveFile(c: Context<Env>, tenantId: string, parts: ImportRouteParts): Promise<ImportRun> {
  const { store, maxUpload = MAX_UPLOAD } = parts;
  const { format, dryRun } = importsApi.startImport.query.parse(c.req.query());
  if (!format) throw new HttpProblem('bad_request', 'format: say jsonl or csv.');
  const tooLarge = new HttpProblem('too_large', `The file is larger than ${maxUpload / MB} MB; send it in several.`);
  if (Number(c.req.header('content-length') ?? 0) > maxUpload) throw tooLarge;
  const run = await store.startImport(tenantId, { source: 'file', dryRun, total: null });
  const chunks = c.req.raw.body ?? new ReadableStream<Uint8Array>({ start: (stream) => stream.close() });
  try {
    const received = await saveUpload(run, { chunks, format, maxBytes: maxUpload }, { tenantId, store });
    if (!received) throw tooLarge;
    return received;
  } catch (error) {
    await endImport(tenantId, run, 'upload_incomplete', store);
    throw error;
  }
}

const enqueue = (tenantId: string, runId: string, { queue }: ImportRouteParts): Promise<void> => {
  const payload = { tenantId, runId };
  return queue.enqueue('import-knowledge', payload, keyOf(payload));
};

async function startFromHelpdesk(c: Context<Env>, tenantId: string, parts: ImportRouteParts): Promise<ImportRun> {
  const { dryRun, all } = importsApi.startImport.body.parse(await readJson(c));
  const open = await findOpenImport(tenantId, parts.store);
  if (!open) return startHelpdeskImport(tenantId, { dryRun, all }, parts.store);
  // Whoever ran it may be dead; to one that runs it does nothing.
  await enqueue(tenantId, open.id, parts);
  throw new HttpProblem('conflict', `An import from the helpdesk is under way: ${open.id}. Wait for its end.`);
}

/** Imports of knowledge: starting them, by a job, and watching them. Bodies are limited here, since a file is large. */
export function importRoutes(parts: ImportRouteParts) {
  const { store, log } = parts;
  return new Hono<Env>()
    .post(importsApi.startImport.path, async (c) => {
      const { source } = importsApi.startImport.query.parse(c.req.query());
      const { id } = c.var.tenant;
      const start = source === 'file' ? receiveFile : startFromHelpdesk;
      const run = await start(c, id, parts);
      c.set('audited', run.dryRun ? null : { import: run.id, source: run.source });
      await enqueue(id, run.id, parts);
      log('admin', { tenant: id, requestId: c.var.requestId, outcome: 'import_started' });
      return c.json(toImportView(run));
    })
    .get(importsApi.listImports.path, async (c) => {
      return c.json({ imports: (await store.listImports(c.var.tenant.id, SHOWN)).map(toImportView) });
    })
    .get(importsApi.readImport.path.replace('{id}', ':id'), async (c) => {
      const id = z.uuid().safeParse(c.req.param('id'));
      const run = id.success ? await store.readImport(c.var.tenant.id, id.data) : null;
      if (!run) throw new HttpProblem('not_found', 'There is no such import.');
      return c.json(toImportView(run));
    });
}
