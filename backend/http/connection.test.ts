import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startZendesk, type ZendeskSandbox } from '../../sandbox/zendesk/start.ts';
import { createZendeskAccount } from '../adapters/helpdesk/zendesk/create-account.ts';
import { beginAuthorization } from '../connect/authorize.ts';
import { connectionViewSchema } from '../contract/connection.ts';
import { teamsOf } from '../contract/routing-rules.ts';
import { actFor, NOBODY } from '../ports/acting-for.ts';
import { OutsideError } from '../ports/errors.ts';
import type { Tenant } from '../ports/tenant.ts';
import { answer } from '../test/allow.ts';
import { asAdmin } from '../test/as-admin.ts';
import { ask } from '../test/ask.ts';
import { databases, type TestDatabase } from '../test/databases.ts';
import { aTenant, someTenants } from '../test/tenant.ts';
import { type ConnectionRouteParts, connectionRoutes } from './connection.ts';

const PUBLIC_URL = 'http://127.0.0.1:9';
const readTeams = async ({ routing }: Pick<Tenant, 'routing'>) => teamsOf(routing);

describe.each(databases)('connecting over HTTP, on $kind', ({ open }) => {
  let test: TestDatabase;
  let zendesk: ZendeskSandbox;
  let tenant: Tenant;
  let enqueued: string[];
  let connecting: Omit<ConnectionRouteParts, 'tenants' | 'queue'>;
  let routes: ReturnType<typeof connectionRoutes>;
  beforeAll(async () => {
    [test, zendesk] = await Promise.all([open(), startZendesk({ seed: { tickets: [], solved: [], articles: [] } })]);
  });
  afterAll(() => Promise.all([test.close(), zendesk.close()]));
  beforeEach(async () => {
    const { subdomain: id } = zendesk;
    const kept = { tenantId: id, store: test.store };
    const access = { kind: 'oauth', given: { webhook: false, sidebar: false } } as const;
    const account = createZendeskAccount({ baseUrl: zendesk.url, ...zendesk.globalOauth, kept, access, fetch });
    tenant = aTenant({ id, kind: 'oauth', account, settings: { groupOf: {} } as unknown as Tenant['settings'] });
    enqueued = [];
    connecting = { store: test.store, publicUrl: PUBLIC_URL, readTeams, changed: () => {} };
    const queue = {
      enqueue: async (name: string, _payload: object, _key: string, { afterSeconds = 0 } = {}) => {
        const [last] = await test.store.readAudit(id, { before: null, limit: 1 });
        enqueued.push(`${name} in ${afterSeconds / 86_400} days after ${last?.action}`);
      },
      hasten: async (name: string) => void enqueued.push(`${name} now`),
      drop: async (name: string) => enqueued.push(`no ${name} yet`),
    };
    routes = connectionRoutes({ ...connecting, tenants: someTenants([tenant]), queue });
    await test.store.openConnection(id, String(zendesk.installation()?.id));
  });

  const admin = (method: string, path: string, body?: unknown) =>
    actFor(tenant.id, () => ask(asAdmin(tenant, routes), method, path, body));
  /** The operator may begin it for whichever admin allows it; an admin for themselves. */
  const begin = async (kind: 'admin' | 'operator' = 'admin'): Promise<string> => {
    const parts = { store: test.store, publicUrl: PUBLIC_URL, readTeams: async () => [], changed: () => {} };
    if (kind === 'operator') return actFor(tenant.id, () => beginAuthorization(tenant, null, parts));
    return (await admin('POST', '/v1/admin/connection/authorization')).body.url;
  };
  const comeBack = async (search: string) => {
    const page = await actFor(NOBODY, () => routes.request(`/connect/callback${search}`));
    return { status: page.status, headers: page.headers, text: await page.text() };
  };

  it('begins where the admin allows us, and only for who began it; another one gets their access back', async () => {
    const url = await begin();
    expect(new URL(url).searchParams.get('redirect_uri')).toBe(`${PUBLIC_URL}/connect/callback`);
    const { search } = await answer(zendesk, url);
    const page = await comeBack(search);
    expect([page.status, page.text]).toEqual([403, expect.stringContaining('Somebody else began')]);
    expect((await test.store.readConnection(tenant.id))?.tokens).toBeNull();
  });

  it('ends on a plain page that runs and loads nothing, once for each answer, and leaves an entry in the audit log', async () => {
    const url = await begin('operator');
    const { search } = await answer(zendesk, url);
    const page = await comeBack(search);
    expect([page.status, page.text]).toEqual([200, expect.stringContaining('is connected to your Zendesk account')]);
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(page.headers.get('cache-control')).toBe('no-store');
    expect(page.text).not.toMatch(/<script|<style|<link|<img/);
    const [entry] = await test.store.readAudit(tenant.id, { before: null, limit: 1 });
    expect(entry).toMatchObject({ action: 'connect', actor: { kind: 'admin', id: String(zendesk.adminId) } });
    const again = await comeBack(search);
    expect([again.status, again.text]).toEqual([400, expect.stringContaining('too old or was used already')]);
    const { body } = await admin('GET', '/v1/admin/connection');
    const view = connectionViewSchema.parse(body);
    expect(view.checks.filter(({ state }) => state !== 'ok').map(({ name }) => name)).toEqual(['deliveries']);
    const event = { tenantId: tenant.id, eventKey: 'e', ticketId: '1', type: 'trigger' };
    await test.store.saveInboxEvent(event, async () => {});
    expect((await admin('GET', '/v1/admin/connection')).body).toMatchObject({ healthy: true, state: 'connected' });
    const held = await test.store.readConnection(tenant.id);
    const secrets = [held?.tokens?.accessToken, held?.webhook?.secrets[0], held?.sidebarSecrets[0]?.secret];
    for (const secret of secrets) expect(JSON.stringify(body) + page.text).not.toContain(secret);
  });

  it('tells who said no, and takes nothing that it did not give out', async () => {
    const { search } = await answer(zendesk, await begin(), 'admin', 'deny');
    const page = await comeBack(search);
    expect([page.status, page.text]).toEqual([403, expect.stringContaining('Access was not allowed')]);
    const hostile = encodeURIComponent('"><script>alert(1)</script>');
    for (const made of [
      '',
      `?state=${hostile}&code=x`,
      `?state=nobody.${'x'.repeat(43)}&code=x&error_description=${hostile}`,
    ]) {
      const refused = await comeBack(made);
      expect([refused.status, refused.text.includes('script')]).toEqual([400, false]);
    }
  });

  it('says so when Zendesk does not answer', async () => {
    const { search } = await answer(zendesk, await begin());
    const redeem = async () => {
      throw new OutsideError('zendesk', 'timeout', 'x');
    };
    const down = { ...tenant, account: { ...tenant.account, redeem } };
    const queue = { enqueue: async () => {}, hasten: async () => {}, drop: async () => 0 };
    const parts = { ...connecting, tenants: someTenants([down]), queue };
    const page = await actFor(NOBODY, () => connectionRoutes(parts).request(`/connect/callback${search}`));
    expect([page.status, await page.text()]).toEqual([503, expect.stringContaining('Zendesk did not answer')]);
  });

  it('mends, gives a new secret and disconnects', async () => {
    zendesk.deleteWebhook();
    const { body } = await admin('POST', '/v1/admin/connection/repair', {});
    expect(body.checks.find(({ name }: { name: string }) => name === 'webhook').state).toBe('ok');
    expect((await admin('POST', '/v1/admin/connection/repair', { check: 'nothing' })).status).toBe(400);
    expect((await admin('POST', '/v1/admin/connection/secret')).status).toBe(200);
    expect((await test.store.readConnection(tenant.id))?.sidebarSecrets).toHaveLength(2);
    expect((await admin('POST', '/v1/admin/removal', { tenant: 'another' })).status).toBe(400);
    expect(enqueued).toEqual([]);
    expect((await admin('DELETE', '/v1/admin/connection')).body).toEqual({ disconnected: true });
    expect(zendesk.readWebhooks()).toEqual([]);
    expect(enqueued.splice(0)).toEqual(['no remove-tenant yet', 'remove-tenant in 30 days after connect']);
    expect((await admin('POST', '/v1/admin/removal', { tenant: tenant.id })).body).toEqual({ started: true });
    expect(enqueued).toEqual(['remove-tenant in 0 days after removeTenant', 'remove-tenant now']);
  });

  it('asks nobody to allow a client of the environment', async () => {
    tenant = { ...tenant, kind: 'environment' };
    expect((await admin('POST', '/v1/admin/connection/authorization')).status).toBe(409);
  });
});
