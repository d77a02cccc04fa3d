import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startZendesk, type ZendeskOptions, type ZendeskSandbox } from '../../../../sandbox/zendesk/start.ts';
import type { HelpdeskAccount } from '../../../ports/helpdesk-account.ts';
import { fieldToMake } from './account-fields.ts';
import { fetchAppKey } from './account-installation.ts';
import { EVENTS } from './account-webhook.ts';
import { createZendeskClient, type ZendeskClient } from './client.ts';
import { createZendeskAccount } from './create-account.ts';
import { parseWebhook } from './parse-webhook.ts';

const ENDPOINT = 'http://127.0.0.1:9/webhooks/zendesk?tenant=bookwren';
const OURS = 'https://triage.example';

describe('what we do to a Zendesk account', () => {
  let zendesk: ZendeskSandbox;
  let account: HelpdeskAccount;
  let api: ZendeskClient;
  const open = async (options: Partial<ZendeskOptions> = {}) => {
    zendesk = await startZendesk({ seed: { tickets: [], solved: [], articles: [] }, ...options });
    const reached = { baseUrl: zendesk.url, ...zendesk.oauth, fetch };
    const access = { kind: 'environment', given: { webhook: false, sidebar: false } } as const;
    account = createZendeskAccount({ ...reached, access });
    api = createZendeskClient(reached);
  };
  beforeEach(() => open());
  afterEach(() => zendesk.close());
  const reopen = async (options: Partial<ZendeskOptions>) => {
    await zendesk.close();
    await open(options);
  };
  const hook = (over: object) => ({
    webhook: {
      ...{ name: 'By hand', status: 'active', endpoint: ENDPOINT, http_method: 'POST', request_format: 'json' },
      ...{ subscriptions: EVENTS, ...over },
    },
  });

  it('subscribes to every event that something depends on', async () => {
    const webhook = await account.openWebhook(ENDPOINT, null);
    expect(webhook).toMatchObject({ kind: 'events', triggerId: null });
    expect(await account.fetchWebhook(webhook)).toEqual({
      active: true,
      endpoint: ENDPOINT,
      missing: [],
      trusted: true,
    });
    expect(await account.openWebhook(ENDPOINT, webhook)).toEqual(webhook);
  });

  it.each([
    ['switched off', { status: 'inactive' }, { active: false }],
    ['sent elsewhere', { endpoint: 'http://127.0.0.1:9/other' }, { endpoint: 'http://127.0.0.1:9/other' }],
    ['robbed of an event', { subscriptions: EVENTS.slice(1) }, { missing: EVENTS.slice(0, 1) }],
  ])('sees and mends a webhook that was %s, and makes no other', async (_, change, seen) => {
    const webhook = await account.openWebhook(ENDPOINT, null);
    await api.put(`/api/v2/webhooks/${webhook.id}`, hook(change));
    expect(await account.fetchWebhook(webhook)).toMatchObject(seen);
    expect((await account.openWebhook(ENDPOINT, webhook)).id).toBe(webhook.id);
    expect(await account.fetchWebhook(webhook)).toEqual({
      active: true,
      endpoint: ENDPOINT,
      missing: [],
      trusted: true,
    });
    expect(zendesk.readWebhooks()).toHaveLength(1);
  });

  it('keeps the known one of two with our endpoint, and leaves those of others alone', async () => {
    await api.post('/api/v2/webhooks', hook({}));
    await api.post('/api/v2/webhooks', hook({ endpoint: 'https://elsewhere.example/' }));
    const [first] = zendesk.readWebhooks();
    const known = { id: 'gone', kind: 'events', triggerId: null, secrets: [] } as const;
    expect((await account.openWebhook(ENDPOINT, { ...known, secrets: [] })).id).toBe(first?.id);
    await api.post('/api/v2/webhooks', hook({}));
    const second = zendesk.readWebhooks()[2]?.id ?? '';
    expect((await account.openWebhook(ENDPOINT, { ...known, id: second, secrets: [] })).id).toBe(second);
    expect(zendesk.readWebhooks().map(({ endpoint }) => endpoint)).toEqual(['https://elsewhere.example/', ENDPOINT]);
  });

  it('signs with a new secret after a rotation, the old one second', async () => {
    const webhook = await account.openWebhook(ENDPOINT, null);
    const rotated = await account.rotateWebhookSecret(webhook);
    expect(rotated.secrets).toEqual([zendesk.readWebhooks()[0]?.secret, webhook.secrets[0]]);
    expect(await account.fetchWebhook(webhook)).toMatchObject({ trusted: false });
    expect(await account.fetchWebhook(rotated)).toMatchObject({ trusted: true });
  });

  it('is told by a trigger where events are refused, of new tickets and of customers, and never of its own writes', async () => {
    const bodies: { headers: Headers; body: Uint8Array }[] = [];
    const server: Server = createServer(async (request, response) => {
      const body = new TextEncoder().encode(await text(request));
      bodies.push({ headers: new Headers(request.headers as Record<string, string>), body });
      response.writeHead(204).end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
    const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhooks/zendesk`;
    await reopen({ eventWebhooks: false });
    const webhook = await account.openWebhook(endpoint, null);
    expect(webhook).toMatchObject({ kind: 'trigger', triggerId: expect.stringMatching(/^\d+$/) });
    expect(await account.openWebhook(endpoint, webhook)).toEqual(webhook);
    const { id } = zendesk.createTicket({ subject: 'New', text: 'x "quoted"' });
    zendesk.comment(id, { text: 'more' });
    await api.put(`/api/v2/tickets/${id}.json`, { ticket: { comment: { body: 'note', public: false } } });
    await zendesk.settled();
    const said = bodies.map((delivery) => parseWebhook({ ...delivery, now: new Date() }, webhook.secrets));
    expect(said).toMatchObject([
      { ticketId: String(id), type: 'trigger' },
      { ticketId: String(id), type: 'trigger' },
    ]);
    await api.delete(`/api/v2/triggers/${webhook.triggerId}.json`);
    expect(await account.fetchWebhook(webhook)).toMatchObject({ active: true, missing: ['trigger'] });
    const mended = await account.openWebhook(endpoint, webhook);
    expect(await account.fetchWebhook(mended)).toMatchObject({ missing: [] });
    await account.deleteWebhook(mended);
    await account.deleteWebhook(mended);
    expect(zendesk.readWebhooks()).toEqual([]);
    expect(await api.get('/api/v2/triggers.json')).toMatchObject({ triggers: [] });
    expect(await account.fetchWebhook(mended)).toBeNull();
    server.close();
  });

  it('knows what users may do; who is unknown may nothing', async () => {
    const agent = zendesk.addAgent({ name: 'Sam', email: 'sam@bookwren.example', groups: [] });
    expect(await account.fetchRole(String(zendesk.adminId))).toBe('admin');
    expect(await account.fetchRole(String(agent))).toBe('agent');
    expect(await account.fetchRole('999999')).toBe('other');
    expect(await account.fetchRole('me/../1')).toBe('other');
    zendesk.setAgent(agent, { ticket_restriction: 'groups' });
    expect(await account.fetchRole(String(agent))).toBe('restricted');
    zendesk.setAgent(agent, { suspended: true });
    expect(await account.fetchRole(String(agent))).toBe('other');
    expect(await account.whoAmI()).toMatchObject({ id: String(zendesk.ownUserId), role: 'admin' });
    expect(await account.fetchMissingScopes()).toEqual([]);
  });

  it('makes fields as the package does', () => {
    const shipped = JSON.parse(readFileSync('requirements.json', 'utf8')).ticket_fields;
    const categories = ['billing', 'technical', 'account', 'feature_request', 'general'];
    for (const name of ['category', 'urgency', 'sentiment', 'confidence', 'escalation'] as const)
      expect(fieldToMake(name, categories)).toEqual(shipped[`ai_triage_${name}`]);
  });

  it('gives the installation a secret and leaves its other settings, and tells the key of our app alone', async () => {
    const id = String(zendesk.installation()?.id);
    await account.writeSidebarSecret(id, 'fresh');
    expect(zendesk.installation()?.settings).toMatchObject({ shared_secret: 'fresh' });
    expect(await account.fetchInstallation(id)).toEqual({ id, enabled: true });
    expect(await account.fetchInstallation('1')).toBeNull();
    await expect(account.writeSidebarSecret('1', 'x')).rejects.toMatchObject({ code: 'not_found' });
    const ours = (appId: string) =>
      createZendeskAccount({
        ...{ baseUrl: zendesk.url, ...zendesk.oauth, fetch, access: account.access },
        marketplace: { name: 'Ticket Triage', organizationId: '7', appId },
      });
    expect(await ours(String(zendesk.appId)).fetchAppKey(id, OURS)).toBe(zendesk.appPublicKey());
    expect(await ours('12').fetchAppKey(id, OURS)).toBeNull();
    expect(await ours(String(zendesk.appId)).fetchAppKey('1', OURS)).toBeNull();
    expect(await ours(String(zendesk.appId)).fetchInstallation(null)).toEqual({ id, enabled: true });
  });

  it.each([
    [`${OURS}/`, '/api/v2/apps/3/public_key.pem'],
    ['https://another.example', null],
    ['nonsense', null],
    [undefined, null],
  ])('knows our app by the backend that it is set up with where its id is not known: %s', async (url, key) => {
    const installations = [{ id: 7, app_id: 3, settings: { ...(url && { backend_url: url }) } }];
    const client = { get: async () => ({ installations }), getText: async (path: string) => path };
    expect(await fetchAppKey(client, { installationId: '7', appId: null, backendUrl: OURS })).toBe(key);
  });
});
