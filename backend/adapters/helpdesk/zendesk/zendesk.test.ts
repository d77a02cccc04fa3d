import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { startZendesk, type ZendeskSandbox } from '../../../../sandbox/zendesk/start.ts';
import type { Helpdesk } from '../../../ports/helpdesk.ts';
import type { Ticket } from '../../../ports/ticket.ts';
import { createZendesk } from './create-zendesk.ts';

const OLD = 600;
const openTicket = (subject: string) => ({
  subject,
  channel: 'email',
  language: 'en',
  requester: { name: 'Ada Quill', email: 'ada@quill.example', locale: 'en-US' },
  organization: null,
  priority: null,
  tags: ['vip'],
  minutesAgo: OLD,
  comments: [
    { author: 'requester' as const, public: true, text: 'Hello, it broke.', minutesAgo: OLD },
    { author: 'agent' as const, public: true, text: 'We look.', minutesAgo: OLD - 1 },
  ],
});
describe('Zendesk behind the helpdesk port', () => {
  let sandbox: ZendeskSandbox;
  let zendesk: Helpdesk;
  beforeAll(async () => {
    const tickets = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map(openTicket);
    sandbox = await startZendesk({ seed: { tickets, solved: [], articles: [] } });
    zendesk = createZendesk({
      baseUrl: sandbox.url,
      clientId: sandbox.oauth.clientId,
      clientSecret: sandbox.oauth.clientSecret,
      webhookSecrets: ['s'],
      fetch,
    });
  });
  afterAll(() => sandbox.close());
  afterEach(() => void vi.useRealTimers());

  const read = async (id: number): Promise<Ticket> => {
    const ticket = await zendesk.fetchTicket(String(id));
    if (!ticket) throw new Error(`no ticket ${id}`);
    return ticket;
  };
  const write = (ticket: Ticket, over = {}) =>
    zendesk.updateTicket({
      ticketId: ticket.id,
      updatedAt: ticket.updatedAt,
      fields: { category: 'billing', urgency: 'P2', confidence: 0.87, escalation: true },
      tags: [...ticket.tags, 'ait_triaged'],
      ...over,
    });

  it('reads a ticket in our words: who is a customer, what is unset', async () => {
    const ticket = await read(1001);
    expect(ticket.comments.map(({ fromCustomer, text }) => [fromCustomer, text])).toEqual([
      [true, 'Hello, it broke.'],
      [false, 'We look.'],
    ]);
    expect(ticket.requester).toMatchObject({ name: 'Ada Quill', email: 'ada@quill.example' });
    expect(ticket.fields).toEqual({
      category: null,
      urgency: null,
      sentiment: null,
      confidence: null,
      escalation: false,
    });
    expect(await zendesk.fetchTicket('999999')).toBeNull();
  });

  it('finds our fields and the groups behind the teams', async () => {
    const { fields, teams } = await zendesk.fetchSettings(['billing_support', 'no_such_team']);
    expect(Object.values(fields).every(Boolean)).toBe(true);
    expect(teams).toEqual([
      { team: 'billing_support', groupId: expect.stringMatching(/^\d+$/) },
      { team: 'no_such_team', groupId: null },
    ]);
  });

  it('goes on with the groups that it knows while Zendesk does not answer', async () => {
    const asked = () => zendesk.fetchSettings(['billing_support']);
    const known = await asked();
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 11 * 60_000 });
    sandbox.faults.add({ kind: '500', match: { path: /groups\/assignable/ } });
    expect(await Promise.all([asked(), asked()])).toEqual([known, known]);
    sandbox.faults.clear();
  });

  it('writes everything in one update, a note as private', async () => {
    await write(await read(1001), { priority: 'high', note: 'for agents' });
    const stored = sandbox.readTicket(1001);
    expect(stored.audits.filter(({ author_id }) => author_id === sandbox.ownUserId)).toHaveLength(1);
    expect(stored.comments.at(-1)).toMatchObject({ body: 'for agents', public: false });
    expect(stored.tags).toEqual(
      expect.arrayContaining(['vip', 'ait_triaged', 'ait_category_billing', 'ait_urgency_p2', 'ait_escalated']),
    );
    expect((await read(1001)).fields).toMatchObject({
      category: 'billing',
      urgency: 'P2',
      confidence: 0.87,
      escalation: true,
    });
  });

  it('is refused when the ticket has changed since it was read', async () => {
    const ticket = await read(1002);
    sandbox.comment(1002, { text: 'One more thing' });
    await expect(write(ticket)).rejects.toMatchObject({ name: 'OutsideError', code: 'conflict', retryable: false });
  });

  it.each([
    ['429', 'rate_limited', true],
    ['500', 'server_error', true],
    ['504', 'server_error', true],
  ] as const)('tells a %s of a write apart and sends it once', async (kind, code, retryable) => {
    const before = sandbox.readTicket(1003).audits.length;
    sandbox.faults.add({ kind, match: { method: 'PUT' }, times: 1 });
    await expect(write(await read(1003))).rejects.toMatchObject({ code, retryable });
    expect(sandbox.readTicket(1003).audits).toHaveLength(before);
  });

  it('does not know whether a dropped write arrived, and says unreachable', async () => {
    sandbox.faults.add({ kind: 'drop_after_apply', match: { method: 'PUT' }, times: 1 });
    await expect(write(await read(1004))).rejects.toMatchObject({ code: 'unreachable' });
    expect((await read(1004)).tags).toContain('ait_triaged');
  });

  it('reads again after a passing fault, and signs in anew when its token is gone', async () => {
    sandbox.faults.add({ kind: '500', match: { method: 'GET' }, times: 1 });
    expect((await read(1005)).subject).toBe('e');
  });
});
