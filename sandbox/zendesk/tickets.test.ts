import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GROUPS } from './directory.ts';
import { FIELDS } from './fields.ts';
import { createClock, openZendesk } from './test-client.ts';
import type { CommentView, TicketView } from './ticket-view.ts';

const PATH = '/api/v2/tickets/1001';
const STRANGE = fc.oneof(
  fc.constantFrom('<', '>', '&', '"', '\n', '<b>'),
  fc.string({ minLength: 1, maxLength: 1, unit: 'grapheme' }),
);
const fieldId = (identifier: string) => FIELDS.find((field) => field.identifier === identifier)!.id;

describe('reading', () => {
  it('gives a ticket without its comments, with or without .json', async () => {
    await using account = await openZendesk();
    const { body } = await account.api<{ ticket: TicketView }>('GET', `${PATH}.json`);
    expect(body.ticket).toMatchObject({
      id: 1001,
      subject: 'Charged twice',
      status: 'new',
      tags: ['tier_team', 'vip'],
    });
    expect(body.ticket).not.toHaveProperty('comments');
    expect(JSON.stringify(body)).not.toContain('expected');
    expect((await account.api('GET', '/api/v2/tickets/77')).body).toEqual({
      error: 'RecordNotFound',
      description: 'Not found',
    });
    expect((await account.api('GET', '/api/v2/tickets/1001x')).status).toBe(404);
  });

  it('pages through tickets and comments by cursor', async () => {
    await using account = await openZendesk();
    type Page = {
      tickets: TicketView[];
      meta: { has_more: boolean; after_cursor: string };
      links: { next: string | null };
    };
    const first = await account.api<Page>('GET', '/api/v2/tickets?page[size]=2');
    expect(first.body.tickets.map(({ id }) => id)).toEqual([1, 2]);
    expect(first.body.meta.has_more).toBe(true);
    const next = new URL(first.body.links.next ?? '');
    const second = await account.api<Page>('GET', next.pathname + next.search);
    expect(second.body.tickets.map(({ id }) => id)).toEqual([1001]);
    expect(second.body).toMatchObject({ meta: { has_more: false }, links: { next: null } });
    expect((await account.api('GET', '/api/v2/tickets?page[size]=2&page[after]=bm9uc2Vuc2U')).status).toBe(400);

    account.zendesk.comment(1001, { text: 'second' });
    const newest = await account.api<{ comments: CommentView[]; users: { name: string }[] }>(
      'GET',
      `${PATH}/comments?sort=-created_at&include=users&page[size]=1`,
    );
    expect(newest.body.comments).toMatchObject([{ body: 'second', public: true }]);
    expect(newest.body.users.map(({ name }) => name)).toEqual(['Ada Brook']);
  });

  it('keeps the words of strangers as they are', async () => {
    await using account = await openZendesk();
    await fc.assert(
      fc.asyncProperty(fc.string({ minLength: 1, unit: STRANGE }), async (text) => {
        const { id } = account.zendesk.createTicket({ subject: text, text });
        const { body } = await account.api<{ comments: CommentView[] }>('GET', `/api/v2/tickets/${id}/comments`);
        expect(body.comments[0]?.body).toBe(text);
        expect(body.comments[0]?.html_body.replace(/<\/?(div|p|br)\b[^<>]*>/g, '')).not.toMatch(/[<>]/);
      }),
      { numRuns: 40 },
    );
  });
});

describe('updating', () => {
  it('changes what stands under `ticket` in one audit, in the name of the API user', async () => {
    const clock = createClock();
    await using account = await openZendesk({ now: clock.now });
    const group = GROUPS[0]!;
    clock.pass(5_000);
    const comment = { body: 'Looks like a duplicate charge', public: false };
    const { status } = await account.api('PUT', PATH, { ticket: { priority: 'high', group_id: group.id, comment } });
    expect(status).toBe(200);
    const ticket = account.zendesk.readTicket(1001);
    expect(ticket).toMatchObject({
      priority: 'high',
      group_id: group.id,
      status: 'new',
      updated_at: '2026-03-02T09:00:05Z',
    });
    const audit = ticket.audits.at(-1);
    expect(audit).toMatchObject({ author_id: account.zendesk.ownUserId, via: { channel: 'api' } });
    expect(audit?.events).toMatchObject([
      { type: 'Change', field_name: 'priority', previous_value: null, value: 'high' },
      { type: 'Change', field_name: 'group_id', value: String(group.id) },
      { type: 'Comment', body: 'Looks like a duplicate charge', public: false },
    ]);
  });

  it('answers 200 to a wrongly nested body and changes nothing', async () => {
    await using account = await openZendesk();
    const before = account.zendesk.readTicket(1001);
    for (const body of [{ priority: 'high' }, { tickets: { priority: 'high' } }, { ticket: 'high' }]) {
      expect((await account.api('PUT', PATH, body)).status).toBe(200);
    }
    expect(account.zendesk.readTicket(1001)).toEqual(before);
  });

  it('makes a comment public unless told otherwise', async () => {
    await using account = await openZendesk();
    await account.api('PUT', PATH, { ticket: { comment: { body: 'seen by the customer' } } });
    await account.api('PUT', PATH, { ticket: { comment: { html_body: '<p>a <b>note</b></p>', public: false } } });
    expect(account.zendesk.readTicket(1001).comments.slice(1)).toMatchObject([
      { body: 'seen by the customer', public: true },
      { body: 'a note', public: false },
    ]);
  });

  it.each([
    [{ priority: 'p1' }, 'priority'],
    [{ priority: 'HIGH' }, 'priority'],
    [{ status: 'OPEN' }, 'status'],
    [{ group_id: 1 }, 'group'],
    [{ assignee_id: 1 }, 'assignee'],
    [{ custom_fields: [{ id: fieldId('ai_triage_category'), value: 'billing' }] }, 'base'],
    [{ custom_fields: [{ id: fieldId('ai_triage_confidence'), value: 'high' }] }, 'base'],
  ])('refuses %j whole', async (change, attribute) => {
    await using account = await openZendesk();
    const { status, body } = await account.api('PUT', PATH, { ticket: { ...change, comment: { body: 'lost too' } } });
    expect(status).toBe(422);
    expect(body).toMatchObject({
      error: 'RecordInvalid',
      details: { [attribute]: [{ description: expect.any(String) }] },
    });
    expect(account.zendesk.readTicket(1001).comments).toHaveLength(1);
  });

  it('refuses closed tickets and a way back to new', async () => {
    await using account = await openZendesk();
    expect((await account.api('PUT', '/api/v2/tickets/2', { ticket: { priority: 'low' } })).status).toBe(422);
    await account.api('PUT', PATH, { ticket: { status: 'open' } });
    expect((await account.api('PUT', PATH, { ticket: { status: 'new' } })).status).toBe(422);
  });

  it('gives a ticket to the agent who solves it, and opens it again when the customer writes', async () => {
    await using account = await openZendesk();
    await account.agent('PUT', PATH, { ticket: { status: 'solved', comment: { body: 'Refunded' } } });
    expect(account.zendesk.readTicket(1001)).toMatchObject({ status: 'solved', assignee_id: expect.any(Number) });
    expect(account.zendesk.comment(1001, { text: 'Not yet here' }).status).toBe('open');
  });

  it('needs JSON', async () => {
    await using account = await openZendesk();
    expect((await account.api('PUT', PATH, undefined)).status).toBe(415);
  });
});

describe('creating', () => {
  it('needs a ticket with a description', async () => {
    await using account = await openZendesk();
    expect((await account.api('POST', '/api/v2/tickets', { subject: 'x' })).status).toBe(400);
    expect((await account.api('POST', '/api/v2/tickets', { ticket: { subject: 'x' } })).status).toBe(422);
    const requester = { name: 'Bo', email: 'bo@shop.example' };
    const ticket = { subject: 'x', comment: { body: 'help' }, requester, priority: 'low', tags: ['a b', 'C'] };
    const { status, body } = await account.api<{ ticket: TicketView }>('POST', '/api/v2/tickets', { ticket });
    expect(status).toBe(201);
    expect(body.ticket).toMatchObject({ description: 'help', priority: 'low', tags: ['a', 'b', 'c'], status: 'new' });
    expect(account.zendesk.readTicket(body.ticket.id).comments[0]?.author_id).toBe(body.ticket.requester_id);
  });
});
