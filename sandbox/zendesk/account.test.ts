import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { AGENTS, GROUPS } from './directory.ts';
import { FIELDS } from './fields.ts';
import { openZendesk } from './test-client.ts';

type Field = { id: number; custom_field_options: { id: number; name: string; value: string }[] };
const CATEGORY = FIELDS[0]?.id;
const PATH = `/api/v2/ticket_fields/${CATEGORY}`;

describe('ticket fields', () => {
  it('are made, shown and deleted by admins', async () => {
    await using account = await openZendesk();
    const field = { type: 'tagger', title: 'Plan', custom_field_options: [{ name: 'Pro', value: 'plan_pro' }] };
    expect((await account.agent('POST', '/api/v2/ticket_fields', { ticket_field: field })).status).toBe(403);
    const made = await account.admin<{ ticket_field: Field }>('POST', '/api/v2/ticket_fields', { ticket_field: field });
    const { id } = made.body.ticket_field;
    expect((await account.agent('GET', `/api/v2/ticket_fields/${id}`)).status).toBe(200);
    const update = { ticket: { custom_fields: [{ id, value: 'plan_pro' }] } };
    expect((await account.api('PUT', '/api/v2/tickets/1001', update)).body).toMatchObject({
      ticket: { tags: expect.arrayContaining(['plan_pro']) },
    });
    expect((await account.admin('DELETE', `/api/v2/ticket_fields/${id}`)).status).toBe(204);
    expect(account.zendesk.readTicket(1001).custom_fields.some((custom) => custom.id === id)).toBe(false);
    expect((await account.admin('GET', `/api/v2/ticket_fields/${id}`)).status).toBe(404);
  });

  it.each<[string, object]>([
    ['no title', { type: 'text' }],
    ['an unknown type', { type: 'mood', title: 'x' }],
    ['no options', { type: 'tagger', title: 'x', custom_field_options: [] }],
    [
      'an option twice',
      {
        type: 'tagger',
        title: 'x',
        custom_field_options: [
          { name: 'a', value: 'q' },
          { name: 'b', value: 'q' },
        ],
      },
    ],
    ["another field's tag", { type: 'checkbox', title: 'x', tag: 'ait_urgency_p1' }],
    ['a tag with a space', { type: 'tagger', title: 'x', custom_field_options: [{ name: 'a', value: 'q r' }] }],
  ])('are refused with %s', async (_, ticket_field) => {
    await using account = await openZendesk();
    expect((await account.admin('POST', '/api/v2/ticket_fields', { ticket_field })).status).toBe(422);
  });

  it('keep the ids of options that stay; what goes leaves the tickets', async () => {
    await using account = await openZendesk();
    const before = (await account.api<{ ticket_field: Field }>('GET', PATH)).body.ticket_field.custom_field_options;
    const [billing, technical] = before;
    await account.api('PUT', '/api/v2/tickets/1001', {
      ticket: { custom_fields: [{ id: CATEGORY, value: billing?.value }] },
    });
    const custom_field_options = [
      { name: 'Tech', value: technical?.value },
      { name: 'Sales', value: 'ait_category_sales' },
    ];
    const changed = await account.api<{ ticket_field: Field }>('PUT', PATH, { ticket_field: { custom_field_options } });
    expect(changed.body.ticket_field.custom_field_options).toMatchObject([
      { id: technical?.id, name: 'Tech' },
      { id: expect.any(Number), value: 'ait_category_sales' },
    ]);
    const value = account.zendesk.readTicket(1001).custom_fields.find(({ id }) => id === CATEGORY)?.value;
    expect(value).toBeNull();
  });
});

describe('groups', () => {
  it('are renamed and deleted by admins; tickets of a deleted one have none', async () => {
    await using account = await openZendesk();
    const [first, second] = GROUPS;
    const path = `/api/v2/groups/${first?.id}`;
    await account.api('PUT', '/api/v2/tickets/1001', { ticket: { group_id: first?.id } });
    expect((await account.agent('PUT', path, { group: { name: 'Money' } })).status).toBe(403);
    expect((await account.admin('PUT', path, { group: { name: second?.name } })).status).toBe(422);
    expect((await account.admin('PUT', path, { group: { name: 'Money' } })).status).toBe(200);
    expect((await account.api('GET', path)).body).toMatchObject({ group: { name: 'Money' } });
    expect((await account.admin('DELETE', path)).status).toBe(204);
    expect((await account.api('GET', path)).status).toBe(404);
    expect(account.zendesk.readTicket(1001).group_id).toBeNull();
    const again = { ticket: { group_id: first?.id } };
    expect((await account.api('PUT', '/api/v2/tickets/1001', again)).status).toBe(422);
  });
});

describe('what breaks behind an app', () => {
  it('are webhooks, fields and groups', async () => {
    await using account = await openZendesk();
    const { zendesk, api } = account;
    const webhook = {
      name: 'x',
      status: 'active',
      endpoint: 'http://localhost:1/',
      http_method: 'POST',
      request_format: 'json',
    };
    await api('POST', '/api/v2/webhooks', { webhook });
    expect(zendesk.readWebhooks()).toMatchObject([{ name: 'x', secret: expect.any(String) }]);
    zendesk.deleteWebhook();
    expect((await api('GET', '/api/v2/webhooks')).body).toMatchObject({ webhooks: [] });
    zendesk.deleteField('ai_triage_category');
    expect((await api('GET', PATH)).status).toBe(404);
    zendesk.renameGroup('billing_support', 'Money');
    expect((await api('GET', `/api/v2/groups/${GROUPS[0]?.id}`)).body).toMatchObject({ group: { name: 'Money' } });
    expect(() => zendesk.deleteField('nothing')).toThrow('There is no field nothing');
  });

  it('is seen in what was asked, without what was in it', async () => {
    await using account = await openZendesk({ settings: { shared_secret: 'hidden' } });
    await account.anonymous('GET', '/api/v2/tickets');
    await account.api('GET', '/api/v2/users/me.json');
    expect(account.zendesk.requestsSeen.slice(-2)).toMatchObject([
      { path: '/api/v2/tickets', client: null, status: 401 },
      {
        method: 'GET',
        path: '/api/v2/users/me',
        client: account.zendesk.oauth.clientId,
        marketplace: null,
        status: 200,
      },
    ]);
  });
});

describe('an account of another name', () => {
  it('is another account', async () => {
    await using first = await openZendesk();
    await using second = await openZendesk({ subdomain: 'harbor' });
    expect(second.zendesk).toMatchObject({ subdomain: 'harbor', accountId: expect.any(Number) });
    expect(second.zendesk.accountId).not.toBe(first.zendesk.accountId);
    expect(second.zendesk.installation()?.id).not.toBe(first.zendesk.installation()?.id);
    expect((await second.admin('GET', '/sandbox/installation')).body).toMatchObject({
      account: { subdomain: 'harbor' },
    });
  });
});

describe('a state that was kept before there were installations', () => {
  it('has the app installed, its agent signed in, and an admin', async () => {
    const statePath = join(await mkdtemp(join(tmpdir(), 'zendesk-')), 'state.json');
    const first = await openZendesk({ statePath });
    await first.zendesk.close();
    const {
      subdomain: _a,
      accountId: _b,
      sessions: _c,
      groups: _d,
      fields: _e,
      ...rest
    } = JSON.parse(await readFile(statePath, 'utf8'));
    const { installation: _f, triggers: _g, users, ...old } = rest;
    const known = users.filter(({ id }: { id: number }) => id !== first.zendesk.adminId);
    await writeFile(statePath, JSON.stringify({ ...old, users: known, session: 'old-secret' }));

    await using second = await openZendesk({ statePath, settings: { shared_secret: 's' } });
    const cookie = '_zendesk_shared_session_bookwren=old-secret';
    const me = await second.anonymous('GET', '/api/v2/users/me', undefined, { cookie });
    expect(me.body).toMatchObject({ user: { id: AGENTS[0]?.id } });
    expect(second.zendesk.installation()?.settings).toEqual({ shared_secret: 's' });
    expect(second.zendesk.readTicket(1001).custom_fields).toHaveLength(5);
    expect((await second.admin('GET', '/api/v2/users/me')).body).toMatchObject({ user: { role: 'admin' } });
  });
});
