import { type Context, Hono } from 'hono';
import { type SettingsView, tenantSettingsApi } from '../contract/tenant-settings.ts';
import { readRulesInForce } from '../pipeline/routing/rules-in-force.ts';
import type { Log } from '../ports/log.ts';
import type { Prices } from '../ports/prices.ts';
import type { Store } from '../ports/store.ts';
import type { Tenant } from '../ports/tenant.ts';
import type { SettingsVersion } from '../ports/tenant-settings.ts';
import { changedParts, followRules, type Proposed, saveSettings } from './change-settings.ts';
import type { Env } from './env.ts';
import { HttpProblem } from './errors.ts';
import { readJson } from './read-json.ts';
import { readTenantSettings } from './tenant-settings-faults.ts';

export type TenantSettingsParts = {
  store: Pick<
    Store,
    | 'readTenantSettings'
    | 'readTenantSettingsVersion'
    | 'saveTenantSettings'
    | 'listTenantSettings'
    | 'readRouting'
    | 'saveRouting'
  >;
  /** Whether the backend has an endpoint for models, and what those cost. */
  hasModel: boolean;
  prices: Prices;
  /** Other settings are in force for this account. */
  changed(tenantId: string): Promise<void>;
  log: Log;
};

type InForce = Omit<SettingsVersion, 'savedAt'> & { savedAt: string | null };

async function readInForce({ id, environment }: Tenant, { store }: TenantSettingsParts): Promise<InForce> {
  const saved = await store.readTenantSettings(id);
  return saved ?? { version: 0, savedBy: 'environment', savedAt: null, note: null, settings: environment };
}

async function readVersion({ id }: Tenant, version: number, { store }: TenantSettingsParts): Promise<InForce> {
  const saved = await store.readTenantSettingsVersion(id, version);
  if (!saved) throw new HttpProblem('not_found', 'There is no such version of the settings.');
  return saved;
}

const toView = (shown: InForce, { hasModel }: TenantSettingsParts): SettingsView => {
  const { version, savedBy, savedAt, note, settings } = shown;
  return { version, savedBy, savedAt, note, settings, hasModel };
};

/** Checks settings against what is in force around them. */
async function propose(body: unknown, tenant: Tenant, inForce: InForce, parts: TenantSettingsParts) {
  const { rules } = await readRulesInForce(tenant, parts.store);
  const { hasModel, prices } = parts;
  return readTenantSettings(body, {
    environment: tenant.environment,
    settings: inForce.settings,
    ...{ rules, hasModel, prices },
    ceilingUsd: tenant.kind === 'oauth' ? tenant.environment.monthlyBudgetUsd : null,
  });
}

/** Puts them in force, with what hangs on them. */
async function change(
  c: Context<Env>,
  inForce: InForce,
  { outcome, ...proposed }: Proposed & { outcome: string },
  parts: TenantSettingsParts,
): Promise<Response> {
  const { tenant, actor, requestId } = c.var;
  const saved = await saveSettings(proposed, { tenantId: tenant.id, actor, requestId, outcome }, parts);
  if (!saved) {
    c.set('audited', null);
    return c.json(toView(inForce, parts));
  }
  const { gained, lost } = proposed.followed;
  c.set('audited', {
    oldVersion: inForce.version,
    newVersion: saved.version,
    changed: changedParts(inForce.settings, saved.settings),
    ...(gained.length > 0 && { categoriesGained: gained.join(' ') }),
    ...(lost.length > 0 && { categoriesLost: lost.join(' ') }),
  });
  await followRules(tenant.id, saved, parts);
  await parts.changed(tenant.id);
  return c.json(toView(saved, parts));
}

/** What an account's admin decides apart from its routing rules: to read, to change and to take back. */
export function tenantSettingsRoutes(parts: TenantSettingsParts) {
  const { store } = parts;
  return new Hono<Env>()
    .get(tenantSettingsApi.readTenantSettings.path, async (c) => {
      const { version } = tenantSettingsApi.readTenantSettings.query.parse(c.req.query());
      const { tenant } = c.var;
      const reading = version === undefined ? readInForce(tenant, parts) : readVersion(tenant, version, parts);
      return c.json(toView(await reading, parts));
    })
    .get(tenantSettingsApi.listTenantSettings.path, async (c) =>
      c.json({ versions: await store.listTenantSettings(c.var.tenant.id) }),
    )
    .put(tenantSettingsApi.changeTenantSettings.path, async (c) => {
      const { settings, basedOn, note } = tenantSettingsApi.changeTenantSettings.body.parse(await readJson(c));
      const inForce = await readInForce(c.var.tenant, parts);
      const proposed = await propose(settings, c.var.tenant, inForce, parts);
      return change(c, inForce, { ...proposed, basedOn, note, outcome: 'settings_saved' }, parts);
    })
    .post(tenantSettingsApi.revertTenantSettings.path, async (c) => {
      const { version } = tenantSettingsApi.revertTenantSettings.body.parse(await readJson(c));
      const { settings } = await readVersion(c.var.tenant, version, parts);
      const inForce = await readInForce(c.var.tenant, parts);
      const proposed = await propose(settings, c.var.tenant, inForce, parts);
      const back = { basedOn: inForce.version, note: `Back to version ${version}.`, outcome: 'settings_reverted' };
      return change(c, inForce, { ...proposed, ...back }, parts);
    });
}
