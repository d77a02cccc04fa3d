import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ArticleSeed, SolvedTicketSeed } from '../../../../sandbox/zendesk/seed-shape.ts';
import { startZendesk, type ZendeskSandbox } from '../../../../sandbox/zendesk/start.ts';
import { clientOf, createClock, fetchToken } from '../../../../sandbox/zendesk/test-client.ts';
import type { Helpdesk } from '../../../ports/helpdesk.ts';
import type { Article, ExportedTicket } from '../../../ports/ticket.ts';
import { createZendesk } from './create-zendesk.ts';

const aSolved = (over: Partial<SolvedTicketSeed> = {}): SolvedTicketSeed => ({
  subject: 'Invoice',
  language: 'en',
  category: 'billing',
  urgency: 'P3',
  sentiment: 'frustrated',
  channel: 'web',
  requester: { name: 'Bo Fenn', email: 'bo@fenn.example', locale: 'en-US' },
  question: 'Where is my invoice?',
  response: 'Under Settings → Billing → Invoices you find every invoice as PDF.',
  resolution: 'Pointed to the page.',
  group: 'billing_support',
  satisfaction: 'good',
  gold: true,
  solvedDaysAgo: 10,
  resolutionHours: 5,
  tags: ['invoice'],
  ...over,
});
const anArticle = (locale: string, over: Partial<ArticleSeed> = {}): ArticleSeed => ({
  key: 'refunds',
  locale,
  section: 'Billing',
  title: `Refunds ${locale}`,
  html: '<p>Within 14 days.</p>',
  updatedDaysAgo: 5,
  ...over,
});
const OPEN = 1001;
const opened = {
  ...{ subject: 'It broke', channel: 'email', language: 'en', organization: null, priority: null, tags: [] },
  requester: { name: 'Ada Quill', email: 'ada@quill.example', locale: 'en-US' },
  minutesAgo: 600,
  comments: [{ author: 'requester' as const, public: true, text: 'Hello, it broke.', minutesAgo: 600 }],
};

describe("Zendesk's export", () => {
  const clock = createClock();
  let sandbox: ZendeskSandbox;
  let zendesk: Helpdesk;
  let put: (id: number, ticket: object) => Promise<number>;
  beforeEach(async () => {
    const articles = ['en-us', 'de', 'ja'].map((locale) => anArticle(locale));
    const seed = {
      tickets: [opened],
      solved: [aSolved(), aSolved({ reopens: 2, satisfaction: null })],
      articles: [
        ...articles,
        anArticle('en-us', { key: 'draft', title: 'Draft', draft: true }),
        anArticle('en-us', { key: 'inside', title: 'Inside', userSegmentId: 7 }),
      ],
    };
    sandbox = await startZendesk({ seed, now: clock.now, limits: { exportsPerMinute: 100 } });
    zendesk = zendeskVia(fetch);
    const authorization = `Bearer ${await fetchToken(sandbox, 'read write')}`;
    const api = clientOf(sandbox.url, { authorization });
    put = async (id, ticket) => (await api('PUT', `/api/v2/tickets/${id}.json`, { ticket })).status;
  });
  afterEach(() => sandbox.close());

  const zendeskVia = (through: typeof fetch): Helpdesk => {
    const { clientId, clientSecret } = sandbox.oauth;
    const account = { baseUrl: sandbox.url, clientId, clientSecret, webhookSecrets: [], teams: [] };
    return createZendesk({ ...account, fetch: through });
  };
  const exportAll = async (from: string | null = null) => {
    const items: ExportedTicket[] = [];
    let cursor = from;
    for (let more = true; more; ) {
      const page = await zendesk.fetchExport(cursor);
      items.push(...page.items);
      ({ cursor, more } = page);
    }
    return { items: items.toSorted((a, b) => Number(a.id) - Number(b.id)), cursor };
  };
  const listArticles = async () => {
    const items: Article[] = [];
    let cursor: string | null = null;
    for (let more = true; more; ) {
      const page = await zendesk.fetchArticles(cursor);
      items.push(...page.items);
      ({ cursor, more } = page);
    }
    return items;
  };

  it('says of solved tickets their final labels and how it went, of others that they are not', async () => {
    const { items } = await exportAll();
    expect(items).toMatchObject([
      {
        id: '1',
        solved: {
          ...{ category: 'billing', urgency: 'P3', sentiment: 'frustrated', satisfaction: 'good' },
          ...{ resolutionHours: 5, reopens: 0, resolution: 'Pointed to the page.' },
          ticket: { requester: { name: 'Bo Fenn', email: 'bo@fenn.example' } },
        },
      },
      { id: '2', solved: { reopens: 2, satisfaction: null } },
      { id: String(OPEN), solved: null, reason: 'not_solved' },
    ]);
    expect(await zendesk.countTickets()).toBe(3);
  });

  it('goes on at the cursor with what has changed since: opened again, deleted, rated, solved', async () => {
    const { cursor } = await exportAll();
    expect((await exportAll(cursor)).items).toEqual([]);
    clock.pass(3_600_000);
    sandbox.comment(1, { text: 'It is still not there.' });
    sandbox.deleteTicket(2);
    const reply = { body: 'Switch it off and on again.', public: true };
    expect(await put(OPEN, { status: 'solved', comment: reply })).toBe(200);
    clock.pass(120_000);
    const changed = await exportAll(cursor);
    expect(changed.items).toMatchObject([
      { id: '1', solved: null, reason: 'not_solved' },
      { id: '2', solved: null, reason: 'not_solved' },
      { id: String(OPEN), solved: { reopens: 0, satisfaction: null, resolutionHours: 11 } },
    ]);
    sandbox.rate(OPEN, 'bad');
    clock.pass(120_000);
    expect((await exportAll(changed.cursor)).items).toMatchObject([
      {
        id: String(OPEN),
        solved: { satisfaction: 'bad', solvedAt: sandbox.readTicket(OPEN).comments.at(-1)?.created_at },
      },
    ]);
    expect(await zendesk.countTickets()).toBe(2);
  });

  it('says the same of one ticket, and nothing of one that is gone', async () => {
    expect(await zendesk.fetchExported('1')).toMatchObject({ id: '1', solved: { reopens: 0, satisfaction: 'good' } });
    expect(await zendesk.fetchExported('1')).toEqual((await exportAll()).items[0]);
    expect(await zendesk.fetchExported(String(OPEN))).toEqual({ id: String(OPEN), solved: null, reason: 'not_solved' });
    sandbox.deleteTicket(1);
    expect(await zendesk.fetchExported('1')).toBeNull();
    expect(await zendesk.fetchExported('999')).toBeNull();
  });

  it('counts how often a ticket was opened again', async () => {
    clock.pass(3_600_000);
    sandbox.comment(1, { text: 'Not solved.' });
    await put(1, { status: 'solved' });
    expect(await zendesk.fetchExported('1')).toMatchObject({ solved: { reopens: 1 } });
  });

  it('leaves a ticket out that was closed because it was merged into another', async () => {
    expect(await put(1, { tags: ['invoice', 'closed_by_merge'] })).toBe(200);
    expect(await zendesk.fetchExported('1')).toEqual({ id: '1', solved: null, reason: 'not_solved' });
  });

  it("takes the team's last private note for what solved it, and none of our own", async () => {
    clock.pass(3_600_000);
    sandbox.comment(1, { text: 'Sent them the link to the page.', public: false, from: 'agent' });
    await put(1, { comment: { body: 'Ticket Triage (suggestion, decided by builtin): billing', public: false } });
    sandbox.comment(1, { text: 'Ticket Triage (suggestion, decided by builtin)', public: false, from: 'agent' });
    const exported = await zendesk.fetchExported('1');
    expect(exported?.solved?.resolution).toBe('Sent them the link to the page.');
  });

  it('leaves a ticket out whose conversation cannot be read, and goes on with the others', async () => {
    zendesk = zendeskVia(async (url, init) =>
      String(url).includes('/tickets/1/comments') ? new Response('<html>') : fetch(url, init),
    );
    const { items } = await exportAll();
    expect(items[0]).toEqual({ id: '1', solved: null, reason: 'unreadable' });
    expect(items[1]).toMatchObject({ id: '2', solved: { reopens: 2 } });
  });

  it.each([
    ['45', 45],
    ['999999999999', 3_600],
    ['soon', null],
  ])('says when the export may be asked again: %s', async (retryAfter, retryAfterSeconds) => {
    zendesk = zendeskVia(async (url, init) =>
      String(url).includes('/incremental/')
        ? new Response(null, { status: 429, headers: { 'retry-after': retryAfter } })
        : fetch(url, init),
    );
    await expect(zendesk.fetchExport(null)).rejects.toMatchObject({
      ...{ code: 'rate_limited', retryable: true, retryAfterSeconds },
    });
  });

  it('lists the articles that everybody may read, in every locale, as they are now', async () => {
    expect((await listArticles()).map(({ title }) => title).toSorted()).toEqual([
      'Refunds de',
      'Refunds en-us',
      'Refunds ja',
    ]);
    sandbox.changeArticle('de', 'Refunds de', '<p>Within 30 days.</p>');
    sandbox.changeArticle('ja', 'Refunds ja', null);
    const now = await listArticles();
    expect(now.map(({ locale, html }) => [locale, html])).toEqual([
      ['en-us', '<p>Within 14 days.</p>'],
      ['de', '<p>Within 30 days.</p>'],
    ]);
    expect(await zendesk.fetchArticles('ja bm8')).toMatchObject({ items: [{ locale: 'en-us' }], more: true });
  });
});
