import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { OutsideError } from '../ports/errors.ts';
import type { Helpdesk } from '../ports/helpdesk.ts';
import type { ImportRun } from '../ports/knowledge.ts';
import type { Article, ExportedTicket } from '../ports/ticket.ts';
import { databases, type TestDatabase } from '../test/databases.ts';
import { answerOf, createImportParts, topic, uploadRows } from '../test/import-parts.ts';
import { aComment, aTicket } from '../test/ticket.ts';
import { runImport } from './run-import.ts';
import { startHelpdeskImport } from './start-import.ts';

describe.each(databases)('an import from the helpdesk, on $kind', ({ open }) => {
  let test: TestDatabase;
  let tenantId: string;
  beforeAll(async () => {
    test = await open();
  });
  beforeEach(() => {
    tenantId = randomUUID();
  });
  afterAll(() => test.close());

  const again = async (id: string) => (await test.store.readImport(tenantId, id)) as ImportRun;
  const items = async () => (await test.store.countKnowledge(tenantId)).items;

  const exported = (id: string, over: Partial<NonNullable<ExportedTicket['solved']>> = {}): ExportedTicket => {
    const reply = aComment({ id: '2', authorId: '20', fromCustomer: false, text: answerOf(Number(id)) });
    const ticket = aTicket({
      id,
      status: 'solved',
      comments: [aComment({ text: `How do I change the ${topic(Number(id))}?` }), reply],
    });
    const labels = { category: 'billing', urgency: 'P3' as const, sentiment: null, satisfaction: null };
    const solved = {
      ticket,
      ...labels,
      solvedAt: '2026-03-01T00:00:00Z',
      resolutionHours: 2,
      reopens: 0,
      resolution: null,
      ...over,
    };
    return { id, solved };
  };
  const anArticle = (id: string, over: Partial<Article> = {}): Article => ({
    ...{ id, locale: 'en-us', title: `Article on ${topic(Number(id))}`, html: `<p>${answerOf(Number(id))}</p>` },
    ...{ url: null, updatedAt: '2026-03-01T00:00:00Z', ...over },
  });
  /** An account whose export has these pages; its cursors are the pages' numbers. */
  const anAccount = (pages: ExportedTicket[][], articles: Article[][]) => {
    const asked: (string | null)[] = [];
    const pageAt = <T>(all: T[][], cursor: string | null) => {
      const next = Math.min(Number(cursor ?? 0) + 1, all.length);
      return { items: all[Number(cursor ?? 0)] ?? [], cursor: String(next), more: next < all.length };
    };
    const helpdesk: Partial<Helpdesk> = {
      fetchExport: async (cursor) => {
        asked.push(cursor);
        return pageAt(pages, cursor);
      },
      countTickets: async () => pages.flat().length,
      fetchArticles: async (cursor) => pageAt(articles, cursor),
    };
    return { helpdesk, asked };
  };
  const importFrom = async (helpdesk: Partial<Helpdesk>, options = { dryRun: false, all: false }) => {
    const { parts, held } = createImportParts(test, tenantId, helpdesk);
    const run = await startHelpdeskImport(tenantId, options, test.store);
    return { run, parts, held, ended: await runImport(run, parts) };
  };

  it('reads what changed since the last time, and takes out what is solved no longer', async () => {
    const pages = [[exported('1'), exported('2')], [exported('3')]];
    const first = anAccount(pages, [[]]);
    expect((await importFrom(first.helpdesk)).ended).toMatchObject({ read: 3, total: 3, kept: 3, removed: 0 });
    const opened: ExportedTicket = { id: '1', solved: null, reason: 'not_solved' };
    const second = anAccount(
      [...pages, [opened, exported('2', { satisfaction: 'bad' }), { id: '3', solved: null, reason: 'unreadable' }]],
      [[]],
    );
    const { ended } = await importFrom(second.helpdesk);
    expect(second.asked).toEqual(['2']);
    expect(ended).toMatchObject({ read: 3, total: 3, kept: 0, removed: 2 });
    const left = await test.store.readKnowledge(tenantId, ['ticket:1', 'ticket:2', 'ticket:3']);
    expect(left.map(({ id }) => id)).toEqual(['ticket:3']);
    expect((await importFrom(second.helpdesk, { dryRun: false, all: true })).ended).toMatchObject({ read: 6 });
    expect(second.asked.slice(1)).toEqual([null, '1', '2']);
  });

  it('keeps what a person has approved, also when it was opened again', async () => {
    await importFrom(anAccount([[exported('1')]], [[]]).helpdesk);
    await test.store.setGold(tenantId, 'ticket:1', true);
    const { ended } = await importFrom(anAccount([[], [exported('1', { reopens: 1 })]], [[]]).helpdesk);
    expect(ended).toMatchObject({ removed: 0, leftOut: { reopened: { count: 1, examples: ['1'] } } });
    expect(await items()).toBe(1);
  });

  it('takes out articles that a whole listing no longer has, but none that came in a file', async () => {
    const { parts } = createImportParts(test, tenantId);
    await runImport(
      await uploadRows(test, tenantId, [
        { kind: 'article', id: 1, locale: 'en-us', title: 'Own', body: 'Our own article.' },
      ]),
      parts,
    );
    await importFrom(anAccount([[]], [[anArticle('1')], [anArticle('2'), anArticle('2', { locale: 'de' })]]).helpdesk);
    expect(await items()).toBe(4);
    const { ended } = await importFrom(anAccount([[]], [[anArticle('2')]]).helpdesk);
    expect(ended).toMatchObject({ kept: 1, removed: 2 });
    const all = ['article:en-us:file-1', 'article:en-us:1', 'article:en-us:2', 'article:de:2'];
    const left = await test.store.readKnowledge(tenantId, all);
    expect(left.map(({ id }) => id).sort()).toEqual(['article:en-us:2', 'article:en-us:file-1']);
  });

  it('takes out nothing when a listing broke off, or there is no help centre to be read', async () => {
    await importFrom(anAccount([[]], [[anArticle('1')]]).helpdesk);
    const standing = {
      ...anAccount([[]], []).helpdesk,
      fetchArticles: async () => ({ items: [], cursor: null, more: true }),
    };
    expect((await importFrom(standing)).ended).toMatchObject({ state: 'done', removed: 0 });
    const gone = {
      ...standing,
      fetchArticles: () => Promise.reject(new OutsideError('zendesk', 'not_found', '404')),
    };
    expect((await importFrom(gone)).ended).toMatchObject({
      state: 'done',
      removed: 0,
      notes: { no_help_center: { count: 1 } },
    });
    expect(await items()).toBe(1);
  });

  it('goes on behind the page that it had when the helpdesk asks for patience', async () => {
    const { helpdesk, asked } = anAccount([[exported('1')], [exported('2')], [exported('3')]], [[anArticle('1')]]);
    const fetchExport = helpdesk.fetchExport as Helpdesk['fetchExport'];
    let calls = 0;
    const busy: Helpdesk['fetchExport'] = async (cursor) => {
      calls += 1;
      if (calls === 2) throw new OutsideError('zendesk', 'rate_limited', 'answered 429', 7);
      return fetchExport(cursor);
    };
    const { parts } = createImportParts(test, tenantId, { ...helpdesk, fetchExport: busy });
    const run = await startHelpdeskImport(tenantId, { dryRun: false, all: false }, test.store);
    await expect(runImport(run, parts)).rejects.toMatchObject({ code: 'rate_limited', retryAfterSeconds: 7 });
    const ended = await runImport(await again(run.id), parts);
    expect(ended).toMatchObject({ state: 'done', read: 4, kept: 4 });
    expect(asked).toEqual([null, '1', '2']);
  });

  it('fails where the helpdesk refuses, and leaves the cursor and the counts where they were', async () => {
    const { helpdesk } = anAccount([[exported('1')]], [[]]);
    const refuse = () => Promise.reject(new OutsideError('zendesk', 'unauthorized', 'answered 401'));
    const { ended } = await importFrom({ ...helpdesk, fetchArticles: refuse });
    expect(ended).toMatchObject({ state: 'failed', failure: 'zendesk:unauthorized' });
    const { ended: dry } = await importFrom(helpdesk, { dryRun: true, all: true });
    expect(dry).toMatchObject({ state: 'done', read: 1, kept: 1 });
  });
});
