import { Hono } from 'hono';
import { adminApi } from '../contract/admin-api.ts';
import { categoriesOf } from '../contract/categories.ts';
import { faultsOfNames, sayFault } from '../contract/routing-faults.ts';
import { type RoutingRules, routingRulesSchema } from '../contract/routing-rules.ts';
import { RULES } from '../pipeline/escalation/phrase-book.ts';
import { dryRun } from '../pipeline/routing/dry-run.ts';
import { followTaxonomy } from '../pipeline/routing/follow-taxonomy.ts';
import { readRulesInForce, withAllCategories } from '../pipeline/routing/rules-in-force.ts';
import type { Log } from '../ports/log.ts';
import { type RoutingSaved, type RoutingVersion, wordsOf } from '../ports/routing-rules.ts';
import type { SignalFinder } from '../ports/signals.ts';
import type { Store } from '../ports/store.ts';
import type { Tenant } from '../ports/tenant.ts';
import type { Env } from './env.ts';
import { HttpProblem } from './errors.ts';
import { readJson } from './read-json.ts';

export type RoutingRouteParts = {
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

const toAudited = ({ version: oldVersion }: RoutingVersion, { version: newVersion }: RoutingVersion) =>
  newVersion === oldVersion ? null : { oldVersion, newVersion };

/** The rules by which tickets are routed: to read, to try on the past, to change and to take back. */
export function routingRoutes(parts: RoutingRouteParts) {
  const { store } = parts;
  return new Hono<Env>()
    .get(adminApi.readRouting.path, async (c) => {
      const { version } = adminApi.readRouting.query.parse(c.req.query());
      const { tenant } = c.var;
      if (version !== undefined) return c.json(toView(await readVersion(tenant, version, store)));
      const inForce = await readRulesInForce(tenant, store);
      // A process with an older taxonomy may have given back the row of a category that is gone.
      const { rules } = followTaxonomy(inForce.rules, categoriesOf(tenant.taxonomy));
      return c.json(toView({ ...inForce, rules }));
    })
    .get(adminApi.listRoutings.path, async (c) => {
      return c.json({ versions: (await store.listRoutings(c.var.tenant.id)).map(toSaved) });
    })
    .post(adminApi.dryRunRouting.path, async (c) => {
      const reach = adminApi.dryRunRouting.query.parse(c.req.query());
      const { tenant } = c.var;
      const rules = readRules(await readJson(c), tenant);
      const proposed = { rules, marks: store.markWords(tenant.id, wordsOf(rules)) };
      const inForce = await readRulesInForce(tenant, store);
      c.set('audited', null);
      return c.json(await dryRun(tenant.id, { inForce, proposed }, reach, parts));
    })
    .put(adminApi.changeRouting.path, async (c) => {
      const { tenant } = c.var;
      const { rules, basedOn, note } = adminApi.changeRouting.body.parse(await readJson(c));
      const read = readRules(rules, tenant);
      const inForce = await readRulesInForce(tenant, store);
      const change = { inForce, basedOn, note, outcome: 'routing_saved', requestId: c.var.requestId };
      const saved = await save(tenant, read, change, parts);
      c.set('audited', toAudited(inForce, saved));
      return c.json(toView(saved));
    })
    .post(adminApi.revertRouting.path, async (c) => {
      const { tenant } = c.var;
      const { version } = adminApi.revertRouting.body.parse(await readJson(c));
      const old = await readVersion(tenant, version, store);
      const { rules: followed } = followTaxonomy(
        withAllCategories(old.rules, tenant.routing),
        categoriesOf(tenant.taxonomy),
      );
      const rules = readRules(followed, tenant);
      const inForce = await readRulesInForce(tenant, store);
      const note = `Back to version ${version}.`;
      const change = {
        inForce,
        basedOn: inForce.version,
        note,
        outcome: 'routing_reverted',
        requestId: c.var.requestId,
      };
      const saved = await save(tenant, rules, change, parts);
      c.set('audited', toAudited(inForce, saved));
      return c.json(toView(saved));
    });
}
