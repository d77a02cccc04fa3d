import { type Context, Hono } from 'hono';
import { html } from 'hono/html';
import { beginAuthorization, type Finished, finishAuthorization, tenantOfState } from '../connect/authorize.ts';
import { checkConnection } from '../connect/check-connection.ts';
import type { ConnectParts } from '../connect/connect-parts.ts';
import { disconnect } from '../connect/disconnect.ts';
import { repair, rotateSecrets } from '../connect/set-up.ts';
import { connectionApi } from '../contract/connection.ts';
import { actFor } from '../ports/acting-for.ts';
import type { AuditStore } from '../ports/audit.ts';
import { OutsideError } from '../ports/errors.ts';
import { keyOf, type Queue } from '../ports/queue.ts';
import type { Tenant, Tenants } from '../ports/tenant.ts';
import { removeLater } from '../privacy/remove-tenant.ts';
import type { Env } from './env.ts';
import { HttpProblem } from './errors.ts';
import { readJson } from './read-json.ts';

export type ConnectionRouteParts = ConnectParts & {
  tenants: Tenants;
  store: ConnectParts['store'] & Pick<AuditStore, 'appendAudit'>;
  queue: Pick<Queue, 'enqueue' | 'drop' | 'hasten'>;
};

type Outcome = Finished['outcome'] | 'denied' | 'failed';

const WORDS: Record<Outcome, { status: 200 | 400 | 403 | 503; title: string; text: string }> = {
  connected: {
    status: 200,
    title: 'Connected',
    text: 'Ticket Triage is connected to your Zendesk account. Close this window and go on in Zendesk.',
  },
  denied: {
    status: 403,
    title: 'Not connected',
    text: 'Access was not allowed, so nothing was changed. Close this window; you can connect later from the app.',
  },
  expired: {
    status: 400,
    title: 'Not connected',
    text: 'This request to connect is too old or was used already. Close this window and connect once more from the app.',
  },
  not_admin: {
    status: 403,
    title: 'Not connected',
    text: 'Only an admin of the account can connect it. The access was given back. Ask an admin to open the app and connect.',
  },
  other_user: {
    status: 403,
    title: 'Not connected',
    text: 'Somebody else began to connect than who has allowed it. The access was given back. Connect from your own session.',
  },
  failed: {
    status: 503,
    title: 'Not connected',
    text: 'Zendesk did not answer as it should. Close this window and connect once more from the app in a moment.',
  },
};

/** A page without script, style or anything from outside: what has become of it, in plain words. */
function toPage(c: Context<Env>, outcome: Outcome): Response | Promise<Response> {
  const { status, title, text } = WORDS[outcome];
  c.set('failure', outcome === 'connected' ? undefined : outcome);
  const page = html`<!doctype html><html lang="en"><head><meta charset="utf-8" /><meta name="viewport" content="width=device-width" /><title>${title}</title></head><body><main><h1>${title}</h1><p>${text}</p></main></body></html>`;
  return c.html(page, status, {
    'Cache-Control': 'no-store',
    'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
    'Referrer-Policy': 'no-referrer',
  });
}

type Answered = { state: string; code: string | undefined; denied: boolean };

/** What Zendesk has sent the admin back with. A refusal uses the state up as well. */
async function finish(tenant: Tenant, answered: Answered, parts: ConnectionRouteParts) {
  const { state, code, denied } = answered;
  if (denied || !code) {
    await parts.store.takeAuthorization(state);
    return denied ? 'denied' : 'expired';
  }
  const finished = await finishAuthorization(tenant, { state, code }, parts);
  if (finished.outcome !== 'connected') return finished.outcome;
  const { userId: id, healthy } = finished;
  await parts.store.appendAudit(tenant.id, { actor: { kind: 'admin', id }, action: 'connect', details: { healthy } });
  return finished.outcome;
}

function callbackRoute(parts: ConnectionRouteParts) {
  const { tenants } = parts;
  return async (c: Context<Env>): Promise<Response> => {
    const { state = '', code, error } = c.req.query();
    const tenantId = tenantOfState(state);
    const tenant = tenantId === null ? null : await tenants.find(tenantId);
    if (!tenant) return toPage(c, 'expired');
    c.set('tenant', tenant);
    const outcome = await actFor(tenant.id, () =>
      finish(tenant, { state, code, denied: error !== undefined }, parts),
    ).catch((fault) => {
      if (!(fault instanceof OutsideError)) throw fault;
      c.set('cause', fault.code);
      return 'failed' as const;
    });
    return toPage(c, outcome);
  };
}

/** How an account and we are connected: to look at, to make, to mend and to end. */
export function connectionRoutes(parts: ConnectionRouteParts) {
  const { queue } = parts;
  return new Hono<Env>()
    .get('/connect/callback', callbackRoute(parts))
    .get(connectionApi.readConnection.path, async (c) => c.json(await checkConnection(c.var.tenant, parts)))
    .post(connectionApi.startAuthorization.path, async (c) => {
      const { tenant, actor } = c.var;
      if (tenant.kind === 'environment')
        throw new HttpProblem(
          'conflict',
          'This backend has its access from its environment: there is nothing to allow.',
        );
      c.set('audited', null);
      return c.json({ url: await beginAuthorization(tenant, actor.kind === 'admin' ? actor.id : null, parts) });
    })
    .post(connectionApi.repairConnection.path, async (c) => {
      const { check } = connectionApi.repairConnection.body.parse(await readJson(c));
      c.set('audited', { check: check ?? null });
      return c.json(await repair(c.var.tenant, parts, check));
    })
    .post(connectionApi.rotateSecret.path, async (c) => {
      return c.json(await rotateSecrets(c.var.tenant, parts));
    })
    .delete(connectionApi.disconnect.path, async (c) => {
      const { tenant } = c.var;
      await disconnect(tenant, parts);
      // Nobody lets us see any more whether the app is taken out as well; a client of the environment stays let in.
      if (tenant.kind === 'oauth') await removeLater(tenant.id, queue);
      return c.json({ disconnected: true });
    })
    .post(connectionApi.removeTenant.path, async (c) => {
      const { tenant, actor } = c.var;
      const { tenant: named } = connectionApi.removeTenant.body.parse(await readJson(c));
      if (named !== tenant.id) throw new HttpProblem('bad_request', "tenant: repeat the account's name to erase it.");
      await disconnect(tenant, parts);
      // Before it is begun: an entry that came after would stay behind.
      await parts.store.appendAudit(tenant.id, { actor, action: 'removeTenant', details: {} });
      c.set('audited', null);
      await queue.enqueue('remove-tenant', { tenantId: tenant.id }, keyOf({ tenantId: tenant.id }));
      // One that was to come a month after the app was taken out holds the place of a new one.
      await queue.hasten('remove-tenant', tenant.id);
      return c.json({ started: true });
    });
}
