import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { startZendesk, type ZendeskSandbox } from '../../../../sandbox/zendesk/start.ts';
import { clientOf, fetchToken } from '../../../../sandbox/zendesk/test-client.ts';
import type { GroupAgent } from '../../../ports/assignment.ts';
import type { Helpdesk } from '../../../ports/helpdesk.ts';
import { createZendesk } from './create-zendesk.ts';

const TEAM = 'product_manager';
const OLD = 600;
const openTicket = (subject: string) => ({
  ...{ subject, channel: 'email', language: 'en', organization: null, priority: null, tags: [], minutesAgo: OLD },
  requester: { name: 'Ada Quill', email: 'ada@quill.example', locale: 'en-US' },
  comments: [{ author: 'requester' as const, public: true, text: 'Hello, it broke.', minutesAgo: OLD }],
});

/** A sandbox, and how often each path was asked for. */
async function aDesk(options: { availability?: boolean; now?: () => Date } = {}) {
  const tickets = ['a', 'b', 'c', 'd'].map(openTicket);
  const sandbox = await startZendesk({ seed: { tickets, solved: [], articles: [] }, ...options });
  const asked: string[] = [];
  const zendesk = createZendesk({
    baseUrl: sandbox.url,
    clientId: sandbox.oauth.clientId,
    clientSecret: sandbox.oauth.clientSecret,
    webhookSecrets: ['s'],
    fetch: (input, init) => {
      asked.push(new URL(String(input)).pathname);
      return fetch(input, init);
    },
  });
  const { teams } = await zendesk.fetchSettings([TEAM]);
  const groupId = teams[0]?.groupId ?? '';
  const hire = (name: string) => String(sandbox.addAgent({ name, email: `${name}@bookwren.example`, groups: [TEAM] }));
  return { sandbox, zendesk, groupId, asked, hire };
}

describe('the agents of a Zendesk group', () => {
  let now = new Date('2026-03-02T09:00:00Z');
  let desk: Awaited<ReturnType<typeof aDesk>>;
  beforeEach(async () => {
    now = new Date('2026-03-02T09:00:00Z');
    desk = await aDesk({ now: () => now });
    return () => desk.sandbox.close();
  });
  const read = async () => new Map((await desk.zendesk.fetchAgents(desk.groupId)).map((agent) => [agent.id, agent]));
  const give = async (ticketId: number, { assigneeId }: { assigneeId: string }) => {
    const ticket = await desk.zendesk.fetchTicket(String(ticketId));
    const update = { fields: {}, tags: null, groupId: desk.groupId, assigneeId };
    await desk.zendesk.updateTicket({ ticketId: String(ticketId), updatedAt: ticket?.updatedAt ?? '', ...update });
  };
  const solve = async (ticketId: number) => {
    const api = clientOf(desk.sandbox.url, { authorization: `Bearer ${await fetchToken(desk.sandbox, 'write')}` });
    await api('PUT', `/api/v2/tickets/${ticketId}`, { ticket: { status: 'solved' } });
  };

  it('are those who can have tickets, with who is there; our own user is none', async () => {
    const [ana, light, left] = [desk.hire('Ana'), desk.hire('Light'), desk.hire('Left')];
    const away = desk.hire('Away');
    desk.sandbox.setAgent(Number(light), { role_type: 1 });
    desk.sandbox.setAgent(Number(left), { suspended: true });
    desk.sandbox.setAgent(Number(away), { status: 'transfers_only' });
    const agents = await read();
    expect(agents.get(ana)).toEqual({ id: ana, name: 'Ana', available: true, openTickets: [] });
    expect(agents.get(away)).toMatchObject({ available: false });
    for (const id of [light, left, String(desk.sandbox.ownUserId)]) expect(agents.has(id)).toBe(false);
  });

  it('have the tickets that the search has found, if they are still theirs and open: not yet what came a moment ago', async () => {
    const [ana, ben] = [desk.hire('Ana'), desk.hire('Ben')];
    for (const ticketId of [1001, 1002, 1003]) await give(ticketId, { assigneeId: ana });
    now = new Date(now.getTime() + 61_000);
    await give(1002, { assigneeId: ben });
    await solve(1003);
    await give(1004, { assigneeId: ana });
    const agents = await read();
    expect(agents.get(ana)?.openTickets).toEqual(['1001']);
    expect(agents.get(ben)?.openTickets).toEqual(['1002']);
  });

  it('are asked for once by all who ask within a while', async () => {
    desk.hire('Ana');
    const before = desk.asked.length;
    const all = await Promise.all(Array.from({ length: 50 }, () => desk.zendesk.fetchAgents(desk.groupId)));
    expect(new Set(all).size).toBe(1);
    const asked = desk.asked.slice(before).filter((path) => path !== '/oauth/tokens');
    expect(asked.toSorted()).toEqual([
      '/api/v2/agent_availabilities',
      `/api/v2/groups/${desk.groupId}/users.json`,
      '/api/v2/search/export.json',
      '/api/v2/users/me.json',
    ]);
  });

  it('come with a refusal when there is no such group, or the helpdesk fails', async () => {
    await expect(desk.zendesk.fetchAgents('999')).rejects.toMatchObject({ code: 'not_found' });
    desk.sandbox.faults.add({ kind: '429', match: { path: /search/ }, retryAfter: 60 });
    await expect(desk.zendesk.fetchAgents(desk.groupId)).rejects.toMatchObject({ code: 'rate_limited' });
    const before = desk.asked.length;
    const later = (seconds: number) => vi.setSystemTime(begun + seconds * 1000);
    const begun = Date.now();
    vi.useFakeTimers({ toFake: ['Date'] });
    onTestFinished(() => void vi.useRealTimers());
    for (const seconds of [0, 30]) {
      later(seconds);
      await expect(desk.zendesk.fetchAgents(desk.groupId)).rejects.toMatchObject({ code: 'rate_limited' });
    }
    expect(desk.asked).toHaveLength(before);
    desk.sandbox.faults.clear();
    later(61);
    expect((await desk.zendesk.fetchAgents(desk.groupId)).length).toBeGreaterThan(0);
  });

  it('are refused a ticket of a group that they are not in', async () => {
    const ticket = await desk.zendesk.fetchTicket('1001');
    const update = { ticketId: '1001', updatedAt: ticket?.updatedAt ?? '', fields: {}, tags: null };
    const stranger = String(
      desk.sandbox.addAgent({ name: 'Cy', email: 'cy@bookwren.example', groups: ['support_lead'] }),
    );
    const writing = desk.zendesk.updateTicket({ ...update, groupId: desk.groupId, assigneeId: stranger });
    await expect(writing).rejects.toMatchObject({ code: 'rejected' });
  });
});

describe('a group of more agents than a page holds', () => {
  let desk: Awaited<ReturnType<typeof aDesk>>;
  let agents: GroupAgent[];
  let ids: string[];
  beforeAll(async () => {
    desk = await aDesk();
    ids = Array.from({ length: 130 }, (_, index) => desk.hire(`agent-${index}`));
    for (const id of ids.slice(0, 10)) desk.sandbox.setAgent(Number(id), { status: 'offline' });
    agents = await desk.zendesk.fetchAgents(desk.groupId);
  });
  afterAll(() => desk.sandbox.close());

  it('is read whole, and so is who is there', () => {
    const hired = agents.filter(({ id }) => ids.includes(id));
    expect(hired).toHaveLength(130);
    expect(hired.filter(({ available }) => available)).toHaveLength(120);
    expect(desk.asked.filter((path) => path.endsWith('/users.json'))).toHaveLength(2);
    expect(desk.asked.filter((path) => path.endsWith('/export.json'))).toHaveLength(3);
  });
});

describe('an account whose plan does not tell who is there', () => {
  let sandbox: ZendeskSandbox;
  let zendesk: Helpdesk;
  let groupId: string;
  beforeAll(async () => {
    ({ sandbox, zendesk, groupId } = await aDesk({ availability: false }));
  });
  afterAll(() => sandbox.close());

  it('has agents of whom that is not known', async () => {
    const agents = await zendesk.fetchAgents(groupId);
    expect(agents.length).toBeGreaterThan(0);
    expect(new Set(agents.map(({ available }) => available))).toEqual(new Set([null]));
  });
});
