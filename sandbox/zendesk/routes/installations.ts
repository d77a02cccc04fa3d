import { Hono } from 'hono';
import type { Account } from '../account.ts';
import { ACCOUNT_ID, INSTALLATION_ID } from '../directory.ts';
import { notFound } from '../errors.ts';
import { FIELDS, type TicketField } from '../fields.ts';
import { readJson, type ZendeskEnv } from '../http.ts';
import { objectAt } from '../json.ts';
import { type InstalledApp, nextId } from '../state.ts';

/** Installations that zcli makes, and what the requirements of the app at hand became. */
export function installationRoutes(account: Account) {
  const { state } = account;
  const find = (fits: (app: InstalledApp) => boolean) => {
    const app = state.apps.find(fits);
    if (app === undefined) throw notFound();
    return app;
  };
  return new Hono<ZendeskEnv>()
    .get('/v2/apps/installations/:id/requirements', (c) => {
      if (Number(c.req.param('id')) !== INSTALLATION_ID) throw notFound();
      return c.json({ requirements: FIELDS.map(viewRequirement), count: FIELDS.length });
    })
    .get('/support/apps/installations', (c) => {
      const installed = state.apps.filter(({ installation_id }) => installation_id !== null);
      return c.json({ installations: installed.map(viewInstallation) });
    })
    .post('/support/apps/installations', async (c) => {
      const body = await readJson(c);
      const app = find(({ id }) => id === Number(body.app_id));
      app.installation_id ??= nextId(state);
      app.settings = objectAt(body, 'settings');
      account.touched();
      return c.json(viewInstallation(app), 201);
    })
    .put('/support/apps/installations/:id', async (c) => {
      const app = find(({ installation_id }) => installation_id === Number(c.req.param('id')));
      app.settings = { ...app.settings, ...objectAt(await readJson(c), 'settings') };
      account.touched();
      return c.json(viewInstallation(app));
    });
}

function viewInstallation({ id, installation_id, name, settings }: InstalledApp) {
  return { id: installation_id, app_id: id, product: 'support', enabled: true, settings: { name, ...settings } };
}

function viewRequirement({ identifier, id }: TicketField) {
  const where = { account_id: ACCOUNT_ID, app_installation_id: INSTALLATION_ID };
  return { id: id + 500, ...where, identifier, requirement_id: id, requirement_type: 'ticket_fields' };
}
