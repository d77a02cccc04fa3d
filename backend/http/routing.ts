import { Hono } from 'hono';
import { adminApi } from '../contract/admin-api.ts';
import { categoriesOf } from '../contract/categories.ts';
import { faultsOfNames, sayFault } from '../contract/routing-faults.ts';
import { type RoutingRules, routingRulesSchema } from '../contract/routing-rules.ts';
import { RULES } from '../pipeline/escalation/phrase-book.ts';
import { dryRun } from '../pipeline/routing/dry-run.ts';
import { readRulesInForce, withAllCategories } from '../pipeline/routing/rules-in-force.ts';
import type { Log } from '../ports/log.ts';
import { type RoutingSaved, type RoutingVersion, wordsOf } from '../ports/routing-rules.ts';
import type { SignalFinder } from '../ports/signals.ts';
import type { Store } from '../ports/store.ts';
import type { Tenant, Tenants } from '../ports/tenant.ts';
import { findTenant } from './admin.ts';
import type { Env } from './env.ts';
import { HttpProblem } from './errors.ts';
import { readJson } from './read-json.ts';

export type RoutingRouteParts = {
  tenants: Tenants;
  store: Pick<
    Store,
    | 'readRouting'
    | 'readRoutingVersion'
    | 'saveRouting'
    | 'listRoutings'
    | 'markWords'
    | 'readDecisions'
    | 'readReadings'
  >;
  reader: SignalFinder;
  log: Log;
};

const MOST_FAULTS = 5;

/** Rules that this account can route by. Throws with what is wrong with them, and where. */
function readRules(body: unknown, { taxonomy }: Tenant): RoutingRules {
  const rules = routingRulesSchema.parse(body);
  const faults = faultsOfNames(rules, { categories: categoriesOf(taxonomy), signals: RULES });
  if (faults.length === 0) return rules;
  throw new HttpProblem('bad_request', faults.slice(0, MOST_FAULTS).map(sayFault).join('; '));
}

const toSaved = ({ version, savedBy, savedAt, note, hash }: RoutingSaved) => ({
  version,
  savedBy,
  savedAt,
  note,
  hash,
});
const toView = (saved: RoutingVersion) => ({ ...toSaved(saved), rules: saved.rules });

async function readVersion(
  { id }: Tenant,
  version: number,
  store: RoutingRouteParts['store'],
): Promise<RoutingVersion> {
  const saved = await store.readRoutingVersion(id, version);
  if (!saved) throw new HttpProblem('not_found', 'There is no such version of the rules.');
  return saved;
}

type Change = { inForce: RoutingVersion; basedOn: number; note: string | null; outcome: string; requestId: string };

/** Puts rules in force, unless somebody else did so meanwhile. */
async function save(tenant: Tenant, rules: RoutingRules, change: Change, { store, log }: RoutingRouteParts) {
  const { inForce, basedOn, note, outcome, requestId } = change;
  const line = { tenant: tenant.id, requestId, oldVersion: inForce.version };
  const saved = await store.saveRouting(tenant.id, rules, { savedBy: 'admin', basedOn, note });
  if (!saved) {
    log('admin', { ...line, outcome: 'routing_conflict', newVersion: null });
    throw new HttpProblem(
      'conflict',
      `Version ${basedOn} is not in force any more; read the rules again and change those.`,
    );
  }
  const made = saved.version === inForce.version ? 'routing_unchanged' : outcome;
  log('admin', { ...line, outcome: made, newVersion: saved.version });
  return saved;
}

/** The rules by which tickets are routed: to read, to try on the past, to change and to take back. */
export function routingRoutes(parts: RoutingRouteParts) {
  const { tenants, store } = parts;
  return new Hono<Env>()
    .get(adminApi.readRouting.path, async (c) => {
      const { tenant: id, version } = adminApi.readRouting.query.parse(c.req.query());
      const tenant = findTenant(tenants, id);
      const reading = version === undefined ? readRulesInForce(tenant, store) : readVersion(tenant, version, store);
      return c.json(toView(await reading));
    })
    .get(adminApi.listRoutings.path, async (c) => {
      const { id } = findTenant(tenants, adminApi.listRoutings.query.parse(c.req.query()).tenant);
      return c.json({ versions: (await store.listRoutings(id)).map(toSaved) });
    })
    .post(adminApi.dryRunRouting.path, async (c) => {
      const { tenant: id, ...reach } = adminApi.dryRunRouting.query.parse(c.req.query());
      const tenant = findTenant(tenants, id);
      const rules = readRules(await readJson(c), tenant);
      const proposed = { rules, marks: store.markWords(tenant.id, wordsOf(rules)) };
      const inForce = await readRulesInForce(tenant, store);
      return c.json(await dryRun(tenant.id, { inForce, proposed }, reach, parts));
    })
    .put(adminApi.changeRouting.path, async (c) => {
      const tenant = findTenant(tenants, adminApi.changeRouting.query.parse(c.req.query()).tenant);
      const { rules, basedOn, note } = adminApi.changeRouting.body.parse(await readJson(c));
      const read = readRules(rules, tenant);
      const inForce = await readRulesInForce(tenant, store);
      const change = { inForce, basedOn, note, outcome: 'routing_saved', requestId: c.var.requestId };
      return c.json(toView(await save(tenant, read, change, parts)));
    })
    .post(adminApi.revertRouting.path, async (c) => {
      const tenant = findTenant(tenants, adminApi.revertRouting.query.parse(c.req.query()).tenant);
      const { version } = adminApi.revertRouting.body.parse(await readJson(c));
      const old = await readVersion(tenant, version, store);
      const rules = readRules(withAllCategories(old.rules, tenant.routing), tenant);
      const inForce = await readRulesInForce(tenant, store);
      const note = `Back to version ${version}.`;
      const change = {
        inForce,
        basedOn: inForce.version,
        note,
        outcome: 'routing_reverted',
        requestId: c.var.requestId,
      };
      return c.json(toView(await save(tenant, rules, change, parts)));
    });
}
