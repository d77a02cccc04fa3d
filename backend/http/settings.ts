import { Hono } from 'hono';
import { api } from '../contract/api.ts';
import type { SidebarSettings } from '../contract/settings.ts';
import { categoriesOf } from '../ports/routing-table.ts';
import type { Env } from './env.ts';

/** What the sidebar must know of its tenant. */
export function settingsRoutes() {
  return new Hono<Env>().get(api.readSettings.path, async (c) => {
    const { tenant } = c.var;
    const { fields, teams } = await tenant.helpdesk.fetchSettings();
    const settings: SidebarSettings = { mode: tenant.mode, categories: categoriesOf(tenant.routing), fields, teams };
    return c.json(settings);
  });
}
