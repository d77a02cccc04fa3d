import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { adminApi } from '../contract/admin-api.ts';
import { describeTrust, learnTrust } from '../feedback/trust/learn-trust.ts';
import { replay } from '../pipeline/replay.ts';
import type { Store } from '../ports/store.ts';
import type { Tenant, Tenants } from '../ports/tenant.ts';
import type { Env } from './env.ts';
import { HttpProblem } from './errors.ts';
import { toUsageView } from './usage-view.ts';

const VOTES = 20_000;

export type AdminParts = {
  tenants: Tenants;
  store: Pick<Store, 'readVotes' | 'readLearned' | 'saveLearned' | 'readUsage' | 'readTriage' | 'readDecision'>;
};

export const findTenant = (tenants: Tenants, id: string | undefined): Tenant => {
  const tenant = id ? tenants.find(id) : (tenants.all()[0] ?? null);
  if (!tenant) throw new HttpProblem('not_found', 'There is no such tenant.');
  return tenant;
};

const dayOf = (date: Date): string => date.toISOString().slice(0, 10);
const monthStart = (): string => `${dayOf(new Date()).slice(0, 7)}-01`;

/** How far each engine may be trusted, and the dial that says how far it must be. */
function trustRoutes({ tenants, store }: AdminParts) {
  const read = async (tenantId: string) => {
    const learned = await store.readLearned(tenantId);
    return describeTrust(await store.readVotes(tenantId, VOTES), learned, learned.dials);
  };
  return new Hono<Env>()
    .get(adminApi.readTrust.path, async (c) => {
      const { tenant } = adminApi.readTrust.query.parse(c.req.query());
      return c.json(await read(findTenant(tenants, tenant).id));
    })
    .put(adminApi.changeTrust.path, async (c) => {
      const { id } = findTenant(tenants, adminApi.changeTrust.query.parse(c.req.query()).tenant);
      const { field, target } = adminApi.changeTrust.body.parse(await readJson(c));
      const { dials } = await store.readLearned(id);
      const others = dials.filter((dial) => dial.field !== field);
      const changed = target === null ? others : [...others, { field, target }];
      await store.saveLearned(id, { dials: changed, ...learnTrust(await store.readVotes(id, VOTES), changed) });
      return c.json(await read(id));
    });
}

const readJson = (c: Context<Env>): Promise<unknown> =>
  c.req.json().catch(() => {
    throw new HttpProblem('bad_request', 'The body is no JSON.');
  });

/** What an operator looks at and turns: trust, the model's cost, and why a ticket was decided as it was. */
export function adminRoutes(parts: AdminParts) {
  const { tenants, store } = parts;
  return new Hono<Env>()
    .route('/', trustRoutes(parts))
    .get(adminApi.readUsage.path, async (c) => {
      const { tenant: id, since = monthStart() } = adminApi.readUsage.query.parse(c.req.query());
      const tenant = findTenant(tenants, id);
      const first = since < monthStart() ? since : monthStart();
      const rows = await store.readUsage(tenant.id, new Date(`${first}T00:00:00Z`));
      return c.json(toUsageView(rows, { since, monthStart: monthStart(), limitUsd: tenant.monthlyBudgetUsd }));
    })
    .get(adminApi.readDecision.path.replace('{id}', ':id'), async (c) => {
      const tenant = findTenant(tenants, adminApi.readDecision.query.parse(c.req.query()).tenant);
      const id = z.uuid().safeParse(c.req.param('id'));
      const [kept, stored] = id.success
        ? await Promise.all([store.readDecision(tenant.id, id.data), store.readTriage(tenant.id, id.data)])
        : [null, null];
      if (!kept || !stored?.triage.routing)
        throw new HttpProblem('not_found', 'There is no decision of such a triage.');
      const { decision } = kept;
      const { decidedBy, decidedWhy, model } = decision.input;
      const differs = replay(decision, stored.triage);
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
