import { Hono } from 'hono';
import { z } from 'zod';
import { adminApi } from '../contract/admin-api.ts';
import { describeTrust, learnTrust } from '../feedback/trust/learn-trust.ts';
import { replay } from '../pipeline/replay.ts';
import { earnedBy } from '../ports/learned.ts';
import type { Log } from '../ports/log.ts';
import { keyOf, type Queue } from '../ports/queue.ts';
import type { Store } from '../ports/store.ts';
import type { Tenant } from '../ports/tenant.ts';
import type { Env } from './env.ts';
import { HttpProblem } from './errors.ts';
import { readJson } from './read-json.ts';
import { toUsageView } from './usage-view.ts';

export type AdminParts = {
  store: Pick<
    Store,
    | 'readEvidence'
    | 'readLearned'
    | 'changeLearned'
    | 'forgetModel'
    | 'readUsage'
    | 'readTriage'
    | 'readDecision'
    | 'findDecisions'
    | 'readRoutingVersion'
  >;
  queue: Pick<Queue, 'enqueue'>;
  log: Log;
};

const RELEARN_AFTER_SECONDS = 35;
/** Of one ticket's decisions. */
const SHOWN = 20;

const dayOf = (date: Date): string => date.toISOString().slice(0, 10);
const monthStart = (): string => `${dayOf(new Date()).slice(0, 7)}-01`;

/** How far each engine may be trusted, and the dial that says how far it must be. */
function trustRoutes({ store, log }: AdminParts) {
  const read = async ({ id, builtin }: Tenant) => {
    const model = builtin.version();
    const learned = earnedBy(await store.readLearned(id), model);
    return describeTrust(await store.readEvidence(id, model), learned, learned.dials);
  };
  return new Hono<Env>()
    .get(adminApi.readTrust.path, async (c) => c.json(await read(c.var.tenant)))
    .put(adminApi.changeTrust.path, async (c) => {
      const { id, builtin } = c.var.tenant;
      const { field, target } = adminApi.changeTrust.body.parse(await readJson(c));
      const builtinModel = builtin.version();
      let oldTarget: number | null = null;
      await store.changeLearned(id, builtinModel, (learned, evidence) => {
        oldTarget = learned.dials.find((dial) => dial.field === field)?.target ?? null;
        const others = learned.dials.filter((dial) => dial.field !== field);
        const dials = target === null ? others : [...others, { field, target }];
        return { dials, ...learnTrust(evidence, dials), builtinModel };
      });
      const outcome = target === null ? 'dial_removed' : 'dial_set';
      c.set('audited', { field, oldTarget, newTarget: target });
      log('admin', { tenant: id, requestId: c.var.requestId, outcome, field, oldTarget, newTarget: target });
      return c.json(await read(c.var.tenant));
    });
}

/** The tenant's own model, which can be forgotten as a whole. */
function modelRoutes({ store, queue, log }: AdminParts) {
  return new Hono<Env>().delete(adminApi.forgetModel.path, async (c) => {
    const { id } = c.var.tenant;
    const forgotten = await store.forgetModel(id);
    c.set('audited', forgotten ? {} : null);
    const payload = { tenantId: id };
    // By then the model that ships is in force everywhere, and what it earned earlier counts again.
    if (forgotten) await queue.enqueue('learn', payload, keyOf(payload), { afterSeconds: RELEARN_AFTER_SECONDS });
    log('admin', { tenant: id, requestId: c.var.requestId, outcome: forgotten ? 'model_forgotten' : 'no_model' });
    return c.json({ forgotten });
  });
}

/** What an operator looks at and turns: trust, the model's cost, and why a ticket was decided as it was. */
export function adminRoutes(parts: AdminParts) {
  const { store } = parts;
  return new Hono<Env>()
    .route('/', trustRoutes(parts))
    .route('/', modelRoutes(parts))
    .get(adminApi.readUsage.path, async (c) => {
      const { since = monthStart() } = adminApi.readUsage.query.parse(c.req.query());
      const { tenant } = c.var;
      const first = since < monthStart() ? since : monthStart();
      const rows = await store.readUsage(tenant.id, new Date(`${first}T00:00:00Z`));
      return c.json(toUsageView(rows, { since, monthStart: monthStart(), limitUsd: tenant.monthlyBudgetUsd }));
    })
    .get(adminApi.findDecisions.path, async (c) => {
      const { ticketId } = adminApi.findDecisions.query.parse(c.req.query());
      return c.json({ decisions: await store.findDecisions(c.var.tenant.id, ticketId, SHOWN) });
    })
    .get(adminApi.readDecision.path.replace('{id}', ':id'), async (c) => {
      const { tenant } = c.var;
      const id = z.uuid().safeParse(c.req.param('id'));
      const [kept, stored] = id.success
        ? await Promise.all([store.readDecision(tenant.id, id.data), store.readTriage(tenant.id, id.data)])
        : [null, null];
      if (!kept || !stored?.triage.routing)
        throw new HttpProblem('not_found', 'There is no decision of such a triage.');
      const { decision } = kept;
      const { decidedBy, decidedWhy, model } = decision.input;
      const rules = await store.readRoutingVersion(tenant.id, decision.input.rulesVersion ?? 0);
      const differs = replay(decision, stored.triage, rules) ?? ['rules'];
      return c.json({
        triageId: stored.triage.id,
        ticketId: stored.triage.ticketId,
        decidedBy,
        decidedWhy,
        model,
        promptVersion: decision.promptVersion,
        taxonomyVersion: decision.taxonomyVersion,
        tried: decision.tried,
        rules: stored.triage.routing.rules,
        record: decision,
        replay: { same: differs.length === 0, differs },
      });
    });
}
