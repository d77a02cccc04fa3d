import { Hono } from 'hono';
import { z } from 'zod';
import { type UndoDryRun, undoApi } from '../contract/undo.ts';
import { foresee } from '../pipeline/plan-undo.ts';
import type { Log } from '../ports/log.ts';
import { keyOf, type Queue } from '../ports/queue.ts';
import type { UndoFilter, UndoProgress, WriteLogStore } from '../ports/write-log.ts';
import type { Env } from './env.ts';
import { HttpProblem } from './errors.ts';
import { readJson } from './read-json.ts';

export type UndoParts = { store: WriteLogStore; queue: Pick<Queue, 'enqueue'>; log: Log };

const SHOWN = 100;

async function dryRun(tenantId: string, filter: UndoFilter, { store }: UndoParts): Promise<UndoDryRun> {
  const found = await store.countWrites(tenantId, filter);
  const first: UndoDryRun['first'] = [];
  for (const ticketId of await store.findWrittenTickets(tenantId, filter, SHOWN))
    first.push({ ticketId, changes: foresee(await store.readWrites(tenantId, ticketId), filter) });
  return { ...found, fields: { ...found.fields }, first };
}

async function start(tenantId: string, filter: UndoFilter, { store, queue }: UndoParts): Promise<UndoProgress> {
  const begun = await store.startUndo(tenantId, filter, (tx, undoId) => {
    const payload = { tenantId, undoId };
    return queue.enqueue('undo-writes', payload, keyOf(payload), { tx });
  });
  if (begun) return begun;
  const undoId = await store.findOpenUndo(tenantId);
  if (!undoId) throw new HttpProblem('conflict', 'Another undo has just ended; ask again.');
  // Whoever ran it may be dead; to one that runs it does nothing.
  const payload = { tenantId, undoId };
  await queue.enqueue('undo-writes', payload, keyOf(payload));
  throw new HttpProblem('conflict', `An undo is under way: ${undoId}. Wait for its end.`);
}

/** In UTC: a database knows fewer offsets than a date and time may carry. */
const toFilter = ({ since, until, promptVersion, engine, model }: UndoFilter): UndoFilter => ({
  since: new Date(since).toISOString(),
  ...(until !== undefined && { until: new Date(until).toISOString() }),
  ...(promptVersion !== undefined && { promptVersion }),
  ...(engine !== undefined && { engine }),
  ...(model !== undefined && { model }),
});

/** Taking back what we wrote, and how far that has come. Neither the log nor an answer holds a ticket's text. */
export function undoRoutes(parts: UndoParts) {
  const { store, log } = parts;
  return new Hono<Env>()
    .post(undoApi.undo.path, async (c) => {
      const { id } = c.var.tenant;
      const { dryRun: isDry, ...asked } = undoApi.undo.body.parse(await readJson(c));
      const filter = toFilter(asked as UndoFilter);
      if (isDry) {
        c.set('audited', null);
        return c.json(await dryRun(id, filter, parts));
      }
      const begun = await start(id, filter, parts);
      c.set('audited', { undo: begun.id, ...filter });
      log('admin', { tenant: id, requestId: c.var.requestId, outcome: 'undo_started' });
      return c.json(begun, 202);
    })
    .get(undoApi.readUndo.path.replace('{id}', ':id'), async (c) => {
      const id = z.uuid().safeParse(c.req.param('id'));
      const progress = id.success ? await store.readUndo(c.var.tenant.id, id.data) : null;
      if (!progress) throw new HttpProblem('not_found', 'There is no such undo.');
      return c.json(progress);
    });
}
