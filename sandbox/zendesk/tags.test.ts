import { describe, expect, it } from 'vitest';
import { FIELDS } from './fields.ts';
import { openZendesk } from './test-client.ts';
import type { TicketView } from './ticket-view.ts';

const PATH = '/api/v2/tickets/1001';
const field = (identifier: string) => FIELDS.find((known) => known.identifier === identifier)!.id;
const CATEGORY = field('ai_triage_category');
const ESCALATION = field('ai_triage_escalation');

async function openTicket() {
  const account = await openZendesk();
  const put = (ticket: object) => account.api('PUT', PATH, { ticket });
  const read = () => {
    const { tags, custom_fields } = account.zendesk.readTicket(1001);
    return { tags, category: valueIn(custom_fields, CATEGORY), escalation: valueIn(custom_fields, ESCALATION) };
  };
  return { account, put, read, [Symbol.asyncDispose]: () => account.zendesk.close() };
}

const valueIn = (fields: TicketView['custom_fields'], id: number) => fields.find((one) => one.id === id)?.value;

describe('a field with a tag', () => {
  it('brings its tag and takes the one before along', async () => {
    await using ticket = await openTicket();
    await ticket.put({ custom_fields: [{ id: CATEGORY, value: 'ait_category_billing' }] });
    expect(ticket.read()).toMatchObject({
      tags: ['ait_category_billing', 'tier_team', 'vip'],
      category: 'ait_category_billing',
    });
    await ticket.put({
      custom_fields: [
        { id: CATEGORY, value: 'ait_category_technical' },
        { id: ESCALATION, value: true },
      ],
    });
    expect(ticket.read()).toEqual({
      tags: ['ait_category_technical', 'ait_escalated', 'tier_team', 'vip'],
      category: 'ait_category_technical',
      escalation: true,
    });
    await ticket.put({
      custom_fields: [
        { id: CATEGORY, value: null },
        { id: ESCALATION, value: false },
      ],
    });
    expect(ticket.read()).toEqual({ tags: ['tier_team', 'vip'], category: null, escalation: false });
  });

  it('follows tags that are set wholesale', async () => {
    await using ticket = await openTicket();
    await ticket.put({ tags: ['ait_category_account', 'ait_escalated'] });
    expect(ticket.read()).toMatchObject({ category: 'ait_category_account', escalation: true });
    await ticket.put({ tags: ['other'] });
    expect(ticket.read()).toEqual({ tags: ['other'], category: null, escalation: false });
  });

  it('holds one option at a time: the tag that is new wins', async () => {
    await using ticket = await openTicket();
    await ticket.put({ tags: ['ait_category_billing'] });
    await ticket.put({ tags: ['ait_category_billing', 'ait_category_account'] });
    expect(ticket.read()).toMatchObject({ tags: ['ait_category_account'], category: 'ait_category_account' });
  });

  it('keeps its value when tags without it and the field come together', async () => {
    await using ticket = await openTicket();
    await ticket.put({ tags: ['new'], custom_fields: [{ id: CATEGORY, value: 'ait_category_general' }] });
    expect(ticket.read()).toMatchObject({ tags: ['ait_category_general', 'new'], category: 'ait_category_general' });
  });
});

describe('tags', () => {
  it('are replaced as a whole; what only bulk updates know is passed over', async () => {
    await using ticket = await openTicket();
    await ticket.put({ additional_tags: ['more'], remove_tags: ['vip'] });
    expect(ticket.read().tags).toEqual(['tier_team', 'vip']);
    await ticket.put({ tags: ['only'] });
    expect(ticket.read().tags).toEqual(['only']);
  });

  it('are set by POST, added by PUT and removed by DELETE', async () => {
    await using ticket = await openTicket();
    const { api } = ticket.account;
    expect((await api('PUT', `${PATH}/tags`, { tags: ['b'] })).body).toEqual({ tags: ['b', 'tier_team', 'vip'] });
    expect((await api('DELETE', `${PATH}/tags`, { tags: ['vip'] })).body).toEqual({ tags: ['b', 'tier_team'] });
    expect((await api('POST', `${PATH}/tags`, { tags: ['z'] })).body).toEqual({ tags: ['z'] });
    expect((await api('GET', `${PATH}/tags`)).body).toEqual({ tags: ['z'] });
    expect(
      (await api('PUT', `${PATH}/tags`, { tags: ['y'], safe_update: true, updated_stamp: '2020-01-01T00:00:00Z' }))
        .status,
    ).toBe(409);
  });
});
