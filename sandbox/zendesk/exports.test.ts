import { describe, expect, it } from 'vitest';
import { createClock, openZendesk, SMALL_SEED } from './test-client.ts';
import type { TicketView } from './ticket-view.ts';

type Export = { tickets: TicketView[]; users?: { name: string }[]; after_cursor: string; end_of_stream: boolean };
const PATH = '/api/v2/incremental/tickets/cursor';

describe('incremental export', () => {
  it('goes through all tickets by last change and waits for the last minute to pass', async () => {
    const clock = createClock();
    await using account = await openZendesk({ now: clock.now, limits: { exportsPerMinute: 100 } });
    const fresh = account.zendesk.createTicket({ subject: 'Just now', text: 'x' });
    const seen: number[] = [];
    const first = await account.api<Export>('GET', `${PATH}.json?start_time=1000&per_page=2&include=users`);
    expect(first.body).toMatchObject({ end_of_stream: false, users: expect.any(Array) });
    seen.push(...first.body.tickets.map(({ id }) => id));
    const second = await account.api<Export>('GET', `${PATH}?cursor=${first.body.after_cursor}`);
    seen.push(...second.body.tickets.map(({ id }) => id));
    expect(seen).toEqual([2, 1, 1001]);
    expect(second.body.end_of_stream).toBe(true);

    const empty = await account.api<Export>('GET', `${PATH}?cursor=${second.body.after_cursor}`);
    expect(empty.body).toMatchObject({ tickets: [], after_cursor: second.body.after_cursor, end_of_stream: true });
    clock.pass(61_000);
    const late = await account.api<Export>('GET', `${PATH}?cursor=${second.body.after_cursor}`);
    expect(late.body.tickets.map(({ id }) => id)).toEqual([fresh.id]);
  });

  it('says how a ticket went when asked, and that one was deleted, which is nowhere else any more', async () => {
    const clock = createClock();
    await using account = await openZendesk({ now: clock.now });
    type Metrics = { reopens: number; solved_at: string | null; full_resolution_time_in_minutes: { calendar: number } };
    const read = async () => {
      const { body } = await account.api<Export>('GET', `${PATH}?start_time=1000&include=metric_sets`);
      return body.tickets as (TicketView & { metric_set: Metrics })[];
    };
    expect((await read()).find(({ id }) => id === 1)?.metric_set).toMatchObject({
      ...{ reopens: 0, solved_at: expect.any(String), full_resolution_time_in_minutes: { calendar: 300 } },
    });
    account.zendesk.comment(1, { text: 'It is back.' });
    clock.pass(61_000);
    expect((await read()).find(({ id }) => id === 1)?.metric_set).toMatchObject({ reopens: 1, solved_at: null });
    expect((await account.api('DELETE', '/api/v2/tickets/1')).status).toBe(204);
    clock.pass(61_000);
    expect((await read()).find(({ id }) => id === 1)?.status).toBe('deleted');
    expect((await account.api('GET', '/api/v2/tickets/1')).status).toBe(404);
    expect((await account.api('GET', '/api/v2/tickets/count')).body).toMatchObject({ count: { value: 2 } });
    expect((await account.api<Export>('GET', `${PATH}?start_time=1000`)).body.tickets[0]).not.toHaveProperty(
      'metric_set',
    );
  });

  it('refuses a start within the last minute, none, and a made-up cursor', async () => {
    await using account = await openZendesk();
    const now = Math.floor(Date.now() / 1000);
    for (const query of [`start_time=${now}`, '', 'cursor=bm9uc2Vuc2U']) {
      expect((await account.api('GET', `${PATH}?${query}`)).status).toBe(400);
    }
  });
});

describe('what a seed becomes', () => {
  it('solved tickets with labels, answer, note and rating; closed ones after four weeks', async () => {
    await using account = await openZendesk();
    const recent = account.zendesk.readTicket(1);
    expect(recent).toMatchObject({
      status: 'solved',
      tags: ['ait_category_technical', 'ait_urgency_p3', 'export', 'gold_standard'],
      satisfaction_rating: { score: 'good' },
    });
    expect(recent.comments.map((comment) => [comment.body, comment.public])).toEqual([
      ['How do I export?', true],
      ['Under Settings.', true],
      ['Explained the export page', false],
    ]);
    expect(Date.parse(recent.updated_at) - Date.parse(recent.created_at)).toBe(5 * 3_600_000);
    expect(account.zendesk.readTicket(2).status).toBe('closed');
    const bad = await account.api('GET', '/api/v2/satisfaction_ratings?score=bad');
    expect(bad.body).toMatchObject({ satisfaction_ratings: [{ ticket_id: 2, score: 'bad' }], count: 1 });
  });

  it('articles under one id in every locale', async () => {
    await using account = await openZendesk();
    type Articles = { articles: { id: number; title: string; html_url: string }[] };
    const english = await account.anonymous<Articles>('GET', '/api/v2/help_center/en-us/articles.json');
    const german = await account.api<Articles>('GET', '/api/v2/help_center/de/articles?page[size]=5');
    expect(german.body.articles).toMatchObject([{ id: english.body.articles[0]!.id, title: 'Erstattung' }]);
    const found = await account.anonymous('GET', '/api/v2/help_center/articles/search?query=geld&locale=de');
    expect(found.body).toMatchObject({ results: [{ title: 'Erstattung' }] });
    expect((await account.anonymous('GET', '/api/v2/help_center/articles/search')).status).toBe(400);
    const { pathname } = new URL(german.body.articles[0]!.html_url);
    expect((await account.anonymous<string>('GET', pathname)).body).toContain('Geld zurück');
  });

  it('articles that not everybody may read are shown to the team alone', async () => {
    const [article] = SMALL_SEED.articles;
    const seed = {
      ...SMALL_SEED,
      articles: article
        ? [
            { ...article, draft: true },
            { ...article, userSegmentId: 3 },
          ]
        : [],
    };
    await using account = await openZendesk({ seed });
    const path = '/api/v2/help_center/en-us/articles';
    expect((await account.anonymous('GET', path)).body).toMatchObject({ articles: [] });
    expect((await account.api('GET', path)).body).toMatchObject({
      articles: [
        { draft: true, user_segment_id: null },
        { draft: false, user_segment_id: 3 },
      ],
    });
  });

  it('the sample: every line a ticket or an article, and no expected answers', async () => {
    await using account = await openZendesk({ seed: 'sample' });
    type Count = { count: number };
    const tickets = await account.api<Count>('GET', '/api/v2/tickets');
    expect(tickets.body.count).toBeGreaterThanOrEqual(260);
    expect(JSON.stringify(tickets.body)).not.toContain('"expected"');
    expect((await account.api<Count>('GET', '/api/v2/help_center/articles')).body.count).toBeGreaterThanOrEqual(30);
    expect(account.zendesk.readTicket(1001).status).toMatch(/new|open/);
  });
});
