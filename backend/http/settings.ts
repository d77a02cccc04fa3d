import { Hono } from 'hono';
import { api } from '../contract/api.ts';
import { categoriesOf } from '../contract/categories.ts';
import { teamsOf } from '../contract/routing-rules.ts';
import type { SidebarSettings } from '../contract/settings.ts';
import { canRewrite } from '../pipeline/rewrite.ts';
import { readRulesInForce } from '../pipeline/routing/rules-in-force.ts';
import type { RoutingStore } from '../ports/routing-rules.ts';
import type { Env } from './env.ts';

/** What the sidebar must know of its tenant. */
export function settingsRoutes({ store }: { store: Pick<RoutingStore, 'readRouting' | 'saveRouting'> }) {
  return new Hono<Env>().get(api.readSettings.path, async (c) => {
    const { tenant } = c.var;
    const { rules } = await readRulesInForce(tenant, store);
    const { fields, teams } = await tenant.helpdesk.fetchSettings(teamsOf(rules));
    const categories = categoriesOf(tenant.taxonomy);
    const teamOf = Object.fromEntries(Object.entries(rules.categories).map(([category, { team }]) => [category, team]));
    const rewrites = canRewrite(tenant);
    const settings: SidebarSettings = { mode: tenant.mode, categories, teamOf, fields, teams, rewrites };
    return c.json(settings);
  });
}
