import { Hono } from 'hono';
import { z } from 'zod';
import { erasureApi } from '../contract/erasure.ts';
import type { Log } from '../ports/log.ts';
import type { Queue } from '../ports/queue.ts';
import type { Store } from '../ports/store.ts';
import { startForgetting } from '../privacy/forget.ts';
import type { Env } from './env.ts';
import { HttpProblem } from './errors.ts';
import { readJson } from './read-json.ts';

export type ErasureParts = { store: Store; queue: Queue; log: Log };

/** Asking that a ticket or a person be forgotten, and the receipts. Neither the log nor an answer names them. */
export function erasureRoutes({ store, queue, log }: ErasureParts) {
  return new Hono<Env>()
    .post(erasureApi.forget.path, async (c) => {
      const { id } = c.var.tenant;
      const receipt = await startForgetting(id, erasureApi.forget.body.parse(await readJson(c)), { store, queue });
      c.set('audited', { receipt: receipt.id, subject: receipt.subject });
      log('admin', { tenant: id, requestId: c.var.requestId, outcome: `forget_${receipt.subject}` });
      return c.json(receipt, 202);
    })
    .get(erasureApi.listErasures.path, async (c) => {
      const { limit } = erasureApi.listErasures.query.parse(c.req.query());
      return c.json({ erasures: await store.listErasures(c.var.tenant.id, limit) });
    })
    .get(erasureApi.readErasure.path.replace('{id}', ':id'), async (c) => {
      const id = z.uuid().safeParse(c.req.param('id'));
      const receipt = id.success ? await store.readErasure(c.var.tenant.id, id.data) : null;
      if (!receipt) throw new HttpProblem('not_found', 'There is no such erasure.');
      return c.json(receipt);
    });
}
