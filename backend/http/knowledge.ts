import { Hono } from 'hono';
import { knowledgeApi } from '../contract/knowledge.ts';
import { removeVectors } from '../knowledge/remove-items.ts';
import type { Log } from '../ports/log.ts';
import { keyOf, type Queue } from '../ports/queue.ts';
import type { Store } from '../ports/store.ts';
import type { Vectors } from '../ports/vectors.ts';
import type { Env } from './env.ts';
import { HttpProblem } from './errors.ts';
import { readJson } from './read-json.ts';

export type KnowledgeRouteParts = {
  store: Pick<
    Store,
    'countKnowledge' | 'countEmbedded' | 'readServing' | 'setGold' | 'leaveOut' | 'removeKnowledge' | 'listEmbedders'
  >;
  vectors: Vectors;
  queue: Pick<Queue, 'enqueue'>;
  log: Log;
};

const unknownItem = () =>
  new HttpProblem('not_found', 'There is no such item; ids look like ticket:123 or article:en-us:77.');

/** What is known, and a person's word on single items. */
export function knowledgeRoutes({ store, vectors, queue, log }: KnowledgeRouteParts) {
  const reindex = (tenantId: string, rebuild: boolean) => {
    const payload = rebuild ? { tenantId, rebuild } : { tenantId };
    return queue.enqueue('index-knowledge', payload, keyOf(payload));
  };
  return new Hono<Env>()
    .get(knowledgeApi.readKnowledge.path, async (c) => {
      const { id, embedder } = c.var.tenant;
      const [counts, serving, { embedded, missing }] = await Promise.all([
        store.countKnowledge(id),
        store.readServing(id),
        store.countEmbedded(id, embedder.id),
      ]);
      return c.json({ ...counts, index: { serving, configured: embedder.id, embedded, missing } });
    })
    .put(knowledgeApi.approveItem.path, async (c) => {
      const { id: tenantId } = c.var.tenant;
      const approval = knowledgeApi.approveItem.body.parse(await readJson(c));
      if (!(await store.setGold(tenantId, approval.id, approval.gold))) throw unknownItem();
      c.set('audited', { item: approval.id, approved: approval.gold });
      // Another copy may stand for its like now.
      await reindex(tenantId, false);
      log('admin', {
        tenant: tenantId,
        requestId: c.var.requestId,
        outcome: approval.gold ? 'approved' : 'unapproved',
      });
      return c.json(approval);
    })
    .delete(knowledgeApi.removeItem.path, async (c) => {
      const { id } = knowledgeApi.removeItem.query.parse(c.req.query());
      const { tenant } = c.var;
      const removed = await store.leaveOut(tenant.id, id);
      if (removed.length === 0) throw unknownItem();
      c.set('audited', { item: id, removed: removed.length });
      await removeVectors(tenant, removed, { store, vectors });
      log('admin', { tenant: tenant.id, requestId: c.var.requestId, outcome: 'item_removed' });
      return c.json({ removed: removed.length });
    })
    .post(knowledgeApi.rebuildIndex.path, async (c) => {
      const { id } = c.var.tenant;
      await reindex(id, true);
      log('admin', { tenant: id, requestId: c.var.requestId, outcome: 'rebuild_asked' });
      return c.json({ asked: true });
    });
}
