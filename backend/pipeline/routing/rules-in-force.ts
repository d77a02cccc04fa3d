import type { RoutingRules } from '../../contract/routing-rules.ts';
import type { RoutingStore, RoutingVersion } from '../../ports/routing-rules.ts';
import type { Tenant } from '../../ports/tenant.ts';

type Ours = Pick<Tenant, 'id' | 'routing'>;
type Saving = Pick<RoutingStore, 'readRouting' | 'saveRouting'>;

const COMPLETED = 'Categories that the taxonomy has gained were taken from the configuration file.';

/** Rules with a row for every category that the file has and they lack; the same when they lack none. */
export function withAllCategories(rules: RoutingRules, file: RoutingRules): RoutingRules {
  const missing = Object.entries(file.categories).filter(([category]) => !Object.hasOwn(rules.categories, category));
  if (missing.length === 0) return rules;
  return { ...rules, categories: { ...rules.categories, ...Object.fromEntries(missing) } };
}

const saved = async (
  tenant: Ours,
  store: Saving,
  ...[rules, change]: [RoutingRules, { basedOn: number; note?: string; savedBy: 'file' | 'admin' }]
) => {
  const version = (await store.saveRouting(tenant.id, rules, change)) ?? (await store.readRouting(tenant.id));
  if (!version) throw new RangeError('Another process put rules in force, and they are gone');
  return version;
};

/**
 * The rules by which this account's tickets are routed now. A process with an older taxonomy may have saved them: categories
 * that they lack get their rows, or such tickets could not be routed.
 */
export async function readRulesInForce(tenant: Ours, store: Saving): Promise<RoutingVersion> {
  const inForce = await store.readRouting(tenant.id);
  if (!inForce) return saved(tenant, store, tenant.routing, { savedBy: 'file', basedOn: 0 });
  const rules = withAllCategories(inForce.rules, tenant.routing);
  const { version: basedOn, savedBy } = inForce;
  return rules === inForce.rules ? inForce : saved(tenant, store, rules, { savedBy, basedOn, note: COMPLETED });
}

/** Takes over a changed configuration file as a version of its own, unless an admin has saved rules: those stay. */
export async function takeOverFile(tenant: Ours, store: Saving): Promise<RoutingVersion> {
  const inForce = await store.readRouting(tenant.id);
  if (inForce?.savedBy === 'admin') return readRulesInForce(tenant, store);
  return saved(tenant, store, tenant.routing, { savedBy: 'file', basedOn: inForce?.version ?? 0 });
}
