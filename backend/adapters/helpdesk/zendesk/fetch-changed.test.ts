import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startZendesk, type ZendeskSandbox } from '../../../../sandbox/zendesk/start.ts';
import { createClock } from '../../../../sandbox/zendesk/test-client.ts';
import type { Helpdesk } from '../../../ports/helpdesk.ts';
import { createZendesk } from './create-zendesk.ts';

const MINUTE = 60_000;
const opened = (subject: string, minutesAgo: number) => ({
  ...{ subject, channel: 'email', language: 'en', organization: null, priority: null, tags: [], minutesAgo },
  requester: { name: 'Ada Quill', email: 'ada@quill.example', locale: 'en-US' },
  comments: [{ author: 'requester' as const, public: true, text: 'Hello, it broke.', minutesAgo }],
});

describe("Zendesk's list of changes", () => {
  const clock = createClock(new Date().toISOString());
  let sandbox: ZendeskSandbox;
  let zendesk: Helpdesk;
  let asked: string[];
  beforeEach(async () => {
    const tickets = [opened('old', 600), opened('new', 30)];
    sandbox = await startZendesk({ seed: { tickets, solved: [], articles: [] }, now: clock.now });
    asked = [];
    zendesk = createZendesk({
      ...{ baseUrl: sandbox.url, webhookSecrets: [], clientId: sandbox.oauth.clientId },
      clientSecret: sandbox.oauth.clientSecret,
      fetch: (...request) => {
        asked.push(new URL(String(request[0])).pathname);
        return fetch(...request);
      },
    });
  });
  afterEach(() => sandbox.close());
  const ago = (minutes: number) => new Date(clock.now().getTime() - minutes * MINUTE);
  const stampOf = (date: Date) => `${date.toISOString().slice(0, 19)}Z`;

  it('begins at the time that it is given, goes on from its cursor, and tells when the last comment was made', async () => {
    const first = await zendesk.fetchChanged(null, ago(60));
    const said = stampOf(ago(30));
    expect(first.items).toEqual([{ id: '1002', status: 'new', updatedAt: said, commentedAt: said }]);
    expect(first.more).toBe(false);
    clock.pass(MINUTE);
    sandbox.comment(1001, { text: 'And again.' });
    clock.pass(2 * MINUTE);
    const second = await zendesk.fetchChanged(first.cursor, ago(600));
    expect(second.items).toMatchObject([{ id: '1001', commentedAt: stampOf(ago(2)) }]);
  });

  it('tells of a ticket that only changed otherwise when its last comment was made, and of a deleted one', async () => {
    const { cursor } = await zendesk.fetchChanged(null, ago(60));
    const ticket = await zendesk.fetchTicket('1002');
    const { ticketId, updatedAt, fields } = { ticketId: '1002', updatedAt: ticket?.updatedAt ?? '', fields: {} };
    await zendesk.updateTicket({ ticketId, updatedAt, fields, tags: null, priority: 'high' });
    sandbox.deleteTicket(1001);
    clock.pass(2 * MINUTE);
    const { items } = await zendesk.fetchChanged(cursor, ago(60));
    expect(items).toMatchObject([
      { id: '1001', status: 'deleted' },
      { id: '1002', updatedAt: stampOf(ago(2)), commentedAt: stampOf(ago(32)) },
    ]);
  });

  it('costs one request', async () => {
    await zendesk.fetchChanged(null, ago(700));
    expect(asked).toEqual(['/oauth/tokens', '/api/v2/incremental/tickets/cursor.json']);
  });

  it('may be asked from this very moment on', async () => {
    expect((await zendesk.fetchChanged(null, new Date(Date.now() + MINUTE))).items).toEqual([]);
  });
});
