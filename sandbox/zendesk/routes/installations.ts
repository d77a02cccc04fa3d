import { Hono } from 'hono';
import type { Account } from '../account.ts';
import { appKeys } from '../app-key.ts';
import { APP_ID } from '../directory.ts';
import { notFound } from '../errors.ts';
import { type Ctx, readJson, type ZendeskEnv } from '../http.ts';
import { installApp, readSettings, uninstallApp } from '../install.ts';
import { objectAt } from '../json.ts';
import { readManifest } from '../manifest.ts';
import { type InstalledApp, type KeptInstallation, nextId } from '../state.ts';

/** The installation of the packaged app, what its requirements became, and installations that zcli makes. */
export function installationRoutes(account: Account) {
  const { state } = account;
  const own = (c: Ctx) => (state.installation?.id === Number(c.req.param('id')) ? state.installation : null);
  const uploaded = (c: Ctx) => {
    const app = state.apps.find(({ installation_id }) => installation_id === Number(c.req.param('id')));
    if (app === undefined) throw notFound();
    return app;
  };
  const change = async (c: Ctx) => {
    const given = objectAt(await readJson(c), 'settings');
    const installation = own(c);
    if (installation === null) return c.json(changeUploaded(account, uploaded(c), given));
    installation.settings = readSettings(account, given, installation.settings);
    account.touched();
    return c.json(viewOwn(account, installation));
  };
  return new Hono<ZendeskEnv>()
    .get('/v2/apps/:id/public_key.pem', (c) => {
      if (Number(c.req.param('id')) !== APP_ID) throw notFound();
      return c.body(appKeys().publicPem, 200, { 'Content-Type': 'application/x-pem-file' });
    })
    .get('/v2/apps/installations/:id/requirements', (c) => {
      const installation = own(c);
      if (installation === null) throw notFound();
      const requirements = viewRequirements(account, installation);
      return c.json({ requirements, count: requirements.length });
    })
    .on('GET', ['/v2/apps/installations/:id', '/support/apps/installations/:id'], (c) => {
      const installation = own(c);
      return c.json(installation === null ? viewUploaded(uploaded(c)) : viewOwn(account, installation));
    })
    .on('PUT', ['/v2/apps/installations/:id', '/support/apps/installations/:id'], change)
    .on('DELETE', ['/v2/apps/installations/:id', '/support/apps/installations/:id'], (c) => {
      if (own(c) === null) uploaded(c).installation_id = null;
      else uninstallApp(account);
      account.touched();
      return c.body(null, 204);
    })
    .on('GET', ['/v2/apps/installations', '/support/apps/installations'], (c) => {
      const installed = state.apps.filter(({ installation_id }) => installation_id !== null).map(viewUploaded);
      const mine = state.installation === null ? [] : [viewOwn(account, state.installation)];
      return c.json({ installations: [...mine, ...installed] });
    })
    .on('POST', ['/v2/apps/installations', '/support/apps/installations'], async (c) => {
      const body = await readJson(c);
      const settings = objectAt(body, 'settings');
      if (Number(body.app_id) === APP_ID) return c.json(viewOwn(account, installApp(account, settings)), 201);
      const app = state.apps.find(({ id }) => id === Number(body.app_id));
      if (app === undefined) throw notFound();
      app.installation_id ??= nextId(state);
      app.settings = settings;
      account.touched();
      return c.json(viewUploaded(app), 201);
    });
}

function changeUploaded({ touched }: Account, app: InstalledApp, settings: object) {
  app.settings = { ...app.settings, ...settings };
  touched();
  return viewUploaded(app);
}

function viewUploaded({ id, installation_id, name, settings }: InstalledApp) {
  return { id: installation_id, app_id: id, product: 'support', enabled: true, settings: { name, ...settings } };
}

/** Values of secure parameters never come back; without a manifest nobody knows which are. */
function viewOwn({ appDir }: Account, { id, settings }: KeptInstallation) {
  const manifest = readManifest(appDir);
  const known = 'problem' in manifest ? [] : manifest.parameters;
  const open = Object.entries(settings).filter(([name]) =>
    known.some((parameter) => parameter.name === name && !parameter.secure),
  );
  const name = 'problem' in manifest ? 'App' : manifest.name;
  return { id, app_id: APP_ID, product: 'support', enabled: true, settings: { name, ...Object.fromEntries(open) } };
}

/** A requirement stays listed when somebody deleted what it made. */
function viewRequirements({ state }: Account, { id, requirements }: KeptInstallation) {
  const where = { account_id: state.accountId, app_installation_id: id };
  return Object.entries(requirements).map(([identifier, requirement_id]) => ({
    id: requirement_id + 500,
    ...where,
    identifier,
    requirement_id,
    requirement_type: 'ticket_fields',
  }));
}
