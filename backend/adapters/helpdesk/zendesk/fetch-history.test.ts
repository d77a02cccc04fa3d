import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GROUPS } from '../../../../sandbox/zendesk/directory.ts';
import { openZendesk } from '../../../../sandbox/zendesk/test-client.ts';
import type { Helpdesk } from '../../../ports/helpdesk.ts';
import type { FieldChange } from '../../../ports/ticket.ts';
import { createZendesk } from './create-zendesk.ts';

const [GROUP, OTHER] = GROUPS.map(({ id }) => id);

describe("a ticket's history", () => {
  let account: Awaited<ReturnType<typeof openZendesk>>;
  let helpdesk: Helpdesk;
  let fieldIds: Record<string, string | null>;
  beforeAll(async () => {
    const limits = { perMinute: 1e9, updatesPerMinute: 1e9, updatesPerTicket: 1e9 };
    account = await openZendesk({ limits });
    const { url: baseUrl, oauth } = account.zendesk;
    helpdesk = createZendesk({ baseUrl, ...oauth, webhookSecrets: ['s'], fetch });
    fieldIds = (await helpdesk.fetchSettings([])).fields;
  });
  afterAll(() => account.zendesk.close());

  const open = () => account.zendesk.createTicket({ subject: 'a', text: 'b', priority: 'low', tags: ['vip'] }).id;
  const editAsAgent = (id: number, ticket: object) => account.agent('PUT', `/api/v2/tickets/${id}`, { ticket });
  const field = (name: string, value: unknown) => ({ custom_fields: [{ id: Number(fieldIds[name]), value }] });
  const write = async (id: number, over: Partial<Parameters<Helpdesk['updateTicket']>[0]> = {}) => {
    const ticket = await helpdesk.fetchTicket(String(id));
    const { updatedAt = '', tags = [] } = ticket ?? {};
    await helpdesk.updateTicket({ ticketId: String(id), updatedAt, fields: {}, tags, ...over });
  };
  const read = async (id: number, name: FieldChange['field']) =>
    (await helpdesk.fetchHistory(String(id)))
      .filter((change) => change.field === name)
      .map(({ by, from, to }) => [by, from, to]);

  it('begins with what the ticket was created with, by its customer', async () => {
    const id = open();
    expect(await read(id, 'priority')).toEqual([['customer', null, 'low']]);
    expect(await read(id, 'tags')).toEqual([['customer', [], ['vip']]]);
    expect(await read(id, 'status')).toEqual([['customer', null, 'new']]);
  });

  it('tells us from agents in our own words, each kind of field', async () => {
    const id = open();
    await write(id, { fields: { category: 'billing', confidence: 0.9, escalation: true }, groupId: String(GROUP) });
    await editAsAgent(id, field('category', 'ait_category_technical'));
    await editAsAgent(id, { ...field('escalation', false), group_id: OTHER, status: 'pending' });
    expect(await read(id, 'category')).toEqual([
      ['us', null, 'billing'],
      ['agent', 'billing', 'technical'],
    ]);
    expect(await read(id, 'confidence')).toEqual([['us', null, 0.9]]);
    expect(await read(id, 'escalation')).toEqual([
      ['us', false, true],
      ['agent', true, false],
    ]);
    expect(await read(id, 'groupId')).toEqual([
      ['us', null, String(GROUP)],
      ['agent', String(GROUP), String(OTHER)],
    ]);
    expect((await read(id, 'tags')).at(1)).toEqual(['us', ['vip'], ['ait_category_billing', 'ait_escalated', 'vip']]);
    expect(await read(id, 'status')).toEqual([
      ['customer', null, 'new'],
      ['agent', 'new', 'pending'],
    ]);
  });

  it('knows a trigger that our own update has set off, and an automation', async () => {
    const id = open();
    await write(id, { groupId: String(GROUP) });
    account.zendesk.runRule(id, { group_id: OTHER });
    account.zendesk.runRule(id, { priority: 'high' }, 'automation');
    expect(await read(id, 'groupId')).toEqual([
      ['us', null, String(GROUP)],
      ['rule', String(GROUP), String(OTHER)],
    ]);
    expect((await read(id, 'priority')).at(-1)).toEqual(['rule', 'low', 'high']);
  });

  it('shows that a value was set back', async () => {
    const id = open();
    await write(id, { fields: { urgency: 'P2' } });
    for (const option of ['p3', 'p2']) await editAsAgent(id, field('urgency', `ait_urgency_${option}`));
    expect(await read(id, 'urgency')).toEqual([
      ['us', null, 'P2'],
      ['agent', 'P2', 'P3'],
      ['agent', 'P3', 'P2'],
    ]);
  });

  it('goes through every page, in the order in which it happened', async () => {
    const id = open();
    for (let turn = 0; turn < 120; turn += 1)
      await editAsAgent(id, { subject: `turn ${turn}`, priority: turn % 2 ? 'low' : 'high' });
    const changes = await read(id, 'priority');
    expect(changes).toHaveLength(121);
    expect(changes.slice(1).every(([, from], at) => from === changes[at]?.[2])).toBe(true);
  });

  it('takes away what is to be unset', async () => {
    const id = open();
    await write(id, { fields: { category: 'billing', escalation: true }, priority: 'urgent', groupId: String(GROUP) });
    await write(id, { fields: { category: null, escalation: false }, priority: null, groupId: null });
    expect(await helpdesk.fetchTicket(String(id))).toMatchObject({
      ...{ priority: null, groupId: null, tags: ['vip'] },
      fields: { category: null, escalation: false },
    });
  });

  it('needs the scope that reads everything', async () => {
    const narrow = await openZendesk({ scope: 'tickets:read' });
    expect((await narrow.api('GET', '/api/v2/tickets/1001')).status).toBe(200);
    expect((await narrow.api('GET', '/api/v2/tickets/1001/audits')).status).toBe(403);
    await narrow.zendesk.close();
  });
});
