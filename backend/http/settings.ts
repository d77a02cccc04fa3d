import { Hono } from 'hono';
import { api } from '../contract/api.ts';
import type { SidebarSettings } from '../contract/settings.ts';
import { categoriesOf } from '../ports/taxonomy.ts';
import type { Env } from './env.ts';

/** What the sidebar must know of its tenant. */
export function settingsRoutes() {
  return new Hono<Env>().get(api.readSettings.path, async (c) => {
    const { tenant } = c.var;
    const { fields, teams } = await tenant.helpdesk.fetchSettings();
    const categories = categoriesOf(tenant.taxonomy);
    const teamOf = Object.fromEntries(Object.entries(tenant.routing).map(([category, { team }]) => [category, team]));
    const settings: SidebarSettings = { mode: tenant.mode, categories, teamOf, fields, teams };
    return c.json(settings);
  });
}
