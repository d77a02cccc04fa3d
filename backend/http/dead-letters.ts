import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { deadLettersApi } from '../contract/dead-letters.ts';
import type { Log } from '../ports/log.ts';
import { keyOf, type Queue } from '../ports/queue.ts';
import type { Env } from './env.ts';
import { HttpProblem } from './errors.ts';
import { readJson } from './read-json.ts';

export type DeadLetterParts = {
  queue: Pick<Queue, 'listDead' | 'retryDead' | 'retryAllDead' | 'dropDead' | 'enqueue'>;
  log: Log;
};

const noLetter = () => new HttpProblem('not_found', 'There is no such dead letter; it may have been retried.');

/** Jobs that were given up: to look at, to try again or to let go. And the search for lost deliveries, at once. */
export function deadLetterRoutes({ queue, log }: DeadLetterParts) {
  const idOf = (c: Context<Env>): string => {
    const id = z.uuid().safeParse(c.req.param('id'));
    if (!id.success) throw noLetter();
    return id.data;
  };
  const note = (c: Context<Env>, tenant: string, outcome: string) =>
    log('admin', { tenant, requestId: c.var.requestId, outcome });
  return new Hono<Env>()
    .get(deadLettersApi.listDeadLetters.path, async (c) => {
      const page = deadLettersApi.listDeadLetters.query.parse(c.req.query());
      const { letters, cursor } = await queue.listDead(c.var.tenant.id, page);
      return c.json({ deadLetters: letters, nextCursor: cursor });
    })
    .post(deadLettersApi.retryAllDeadLetters.path, async (c) => {
      const tenantId = c.var.tenant.id;
      const { job } = deadLettersApi.retryAllDeadLetters.body.parse(await readJson(c));
      const retried = await queue.retryAllDead(tenantId, job);
      c.set('audited', retried > 0 ? { job, retried } : null);
      note(c, tenantId, 'dead_letters_retried');
      return c.json({ retried });
    })
    .post(deadLettersApi.retryDeadLetter.path.replace('{id}', ':id'), async (c) => {
      const tenantId = c.var.tenant.id;
      if (!(await queue.retryDead(tenantId, idOf(c)))) throw noLetter();
      note(c, tenantId, 'dead_letter_retried');
      return c.json({ retried: 1 });
    })
    .delete(deadLettersApi.dropDeadLetter.path.replace('{id}', ':id'), async (c) => {
      const tenantId = c.var.tenant.id;
      if (!(await queue.dropDead(tenantId, idOf(c)))) throw noLetter();
      note(c, tenantId, 'dead_letter_dropped');
      return c.json({ dropped: true });
    })
    .post(deadLettersApi.reconcile.path, async (c) => {
      const tenantId = c.var.tenant.id;
      await queue.enqueue('reconcile', { tenantId }, keyOf({ tenantId }));
      c.set('audited', {});
      note(c, tenantId, 'reconcile_asked');
      return c.json({ asked: true });
    });
}
