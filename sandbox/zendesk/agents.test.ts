import { describe, expect, it } from 'vitest';
import { AGENTS, GROUPS } from './directory.ts';
import { createClock, openZendesk } from './test-client.ts';

type Users = { users: { id: number; role_type: number | null; suspended: boolean }[]; meta: { has_more: boolean } };
type Availabilities = { data: { attributes: { agent_id: number } }[]; included: { id: string; attributes: object }[] };
type Found = { results: { id: number; result_type: string }[]; meta: { has_more: boolean }; links: { next: string } };

const [nora, tomas] = AGENTS.map(({ id }) => id) as [number, number];
const lead = GROUPS.find(({ name }) => name === 'support_lead')?.id ?? 0;
const billing = GROUPS.find(({ name }) => name === 'billing_support')?.id ?? 0;
const ONLINE = '/api/v2/agent_availabilities?filter[channel_status]=support:online';
const EXPORT = '/api/v2/search/export.json?filter[type]=ticket';

describe('agents of a group', () => {
  it('are listed by page, light and suspended ones too, and of no group that is not there', async () => {
    await using account = await openZendesk();
    const light = account.zendesk.addAgent({ name: 'Light', email: 'l@bookwren.example', groups: ['support_lead'] });
    account.zendesk.setAgent(light, { role_type: 1, suspended: true });
    const { body } = await account.api<Users>('GET', `/api/v2/groups/${lead}/users.json?page[size]=2`);
    expect(body).toMatchObject({ users: { length: 2 }, meta: { has_more: true } });
    const all = await account.api<Users>('GET', `/api/v2/groups/${lead}/users`);
    expect(all.body.users.find(({ id }) => id === light)).toMatchObject({ role_type: 1, suspended: true });
    expect((await account.api('GET', '/api/v2/groups/999/users')).status).toBe(404);
  });

  it('cannot be given a ticket of another group, nor one at all when they are light agents', async () => {
    await using account = await openZendesk();
    const put = (ticket: object) => account.api<object>('PUT', '/api/v2/tickets/1001', { ticket });
    const invalid = (words: string) => ({
      status: 422,
      body: { error: 'RecordInvalid', details: { assignee: [{ description: `Assignee: ${words}` }] } },
    });
    expect(await put({ group_id: lead, assignee_id: tomas })).toMatchObject(invalid('is not a member of the group'));
    await put({ group_id: lead });
    expect(await put({ assignee_id: tomas })).toMatchObject(invalid('is not a member of the group'));
    account.zendesk.setAgent(nora, { role_type: 1 });
    expect(await put({ assignee_id: nora })).toMatchObject(invalid('is invalid'));
    account.zendesk.setAgent(nora, { role_type: 0 });
    expect((await put({ assignee_id: nora })).status).toBe(200);
    await put({ group_id: billing });
    expect(account.zendesk.readTicket(1001)).toMatchObject({ group_id: billing, assignee_id: nora });
  });
});

describe('agent availability', () => {
  it('tells by channel who is there, with the channels beside them', async () => {
    await using account = await openZendesk();
    account.zendesk.setAgent(tomas, { status: 'transfers_only' });
    const { body } = await account.api<Availabilities>('GET', ONLINE);
    const ids = body.data.map(({ attributes }) => attributes.agent_id);
    expect([ids.includes(nora), ids.includes(tomas)]).toEqual([true, false]);
    const channel = body.included.find(({ id }) => id === `agent_availabilities|${nora}|channels|support`);
    expect(channel).toMatchObject({ type: 'channels', attributes: { name: 'support', status: 'online' } });
    const away = await account.api<Availabilities>('GET', ONLINE.replace('online', 'transfers_only'));
    expect(away.body.data).toHaveLength(1);
  });

  it('is for admins, for plans that have it, by cursor, and with filters that it knows', async () => {
    await using account = await openZendesk();
    expect((await account.agent('GET', ONLINE)).status).toBe(403);
    for (const query of ['filter[channel_status]=online', 'filter[channel_status]=fax:online', 'page=2', 'sort=name'])
      expect((await account.api('GET', `/api/v2/agent_availabilities?${query}`)).status).toBe(400);
    await using without = await openZendesk({ availability: false });
    expect((await without.api('GET', ONLINE)).status).toBe(403);
  });
});

describe('search export', () => {
  it('finds by status and agent, any of several, as things stood a minute ago', async () => {
    const clock = createClock();
    await using account = await openZendesk({ now: clock.now });
    const find = async (query: string) => {
      const { body } = await account.api<Found>('GET', `${EXPORT}&query=${encodeURIComponent(query)}`);
      return body.results.map(({ id }) => id);
    };
    await account.api('PUT', '/api/v2/tickets/1001', { ticket: { group_id: lead, assignee_id: nora } });
    expect(await find(`status<solved assignee:${nora}`)).toEqual([]);
    clock.pass(61_000);
    expect(await find(`status<solved assignee:${nora} assignee:${tomas}`)).toEqual([1001]);
    expect(await find(`status<solved group:${lead}`)).toEqual([1001]);
    expect(await find(`assignee:${tomas}`)).not.toContain(1001);
    await account.api('PUT', '/api/v2/tickets/1001', { ticket: { status: 'solved' } });
    expect(await find('status<solved')).toEqual([1001]);
    clock.pass(61_000);
    expect(await find('status<solved')).toEqual([]);
  });

  it('comes in pages, as often in a minute as it may', async () => {
    await using account = await openZendesk({ limits: { searchesPerMinute: 2 }, now: createClock().now });
    const first = await account.api<Found>('GET', `${EXPORT}&query=status:solved%20status:closed&page[size]=1`);
    expect(first.body).toMatchObject({ results: [{ result_type: 'ticket' }], meta: { has_more: true } });
    const { pathname, search } = new URL(first.body.links.next);
    const second = await account.api<Found>('GET', pathname + search);
    expect(second.body).toMatchObject({ results: { length: 1 }, meta: { has_more: false } });
    expect((await account.api('GET', EXPORT)).status).toBe(429);
  });

  it('refuses what it does not know', async () => {
    await using account = await openZendesk();
    expect((await account.api('GET', '/api/v2/search/export?query=status:open')).status).toBe(400);
    for (const query of ['type:ticket', 'refund', 'assignee:nora', 'status<never', 'assignee<4'])
      expect((await account.api('GET', `${EXPORT}&query=${encodeURIComponent(query)}`)).status).toBe(422);
  });
});
