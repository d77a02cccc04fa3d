import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { KnowledgeEntry } from '../../../ports/knowledge.ts';
import { databases, type TestDatabase } from '../../../test/databases.ts';
import { ada, anArticleEntry, anEntry, OTHER_ANSWER } from '../../../test/knowledge.ts';
import { aCustomer, triageOf } from '../../../test/two-people.ts';
import { createFingerprints } from './fingerprints.ts';

const KEY = new Uint8Array(32).fill(7);
const day = (number: number): string => new Date(Date.UTC(2026, 0, number)).toISOString();

describe.each(databases)('knowledge on $kind', ({ kind, open }) => {
  let test: TestDatabase;
  let a: string;
  let b: string;
  beforeAll(async () => {
    test = await open();
  });
  beforeEach(() => {
    [a, b] = [randomUUID(), randomUUID()];
  });
  afterEach(() => void vi.useRealTimers());
  afterAll(() => test.close());

  const save = (...entries: KnowledgeEntry[]) => test.store.saveKnowledge(a, entries);
  const facts = async (...ids: string[]) =>
    (
      await test.store.readFacts(
        a,
        ids.map((id) => `ticket:${id}`),
      )
    ).toSorted((x, y) => x.id.localeCompare(y.id));
  const copiesById = async (...ids: string[]) => (await facts(...ids)).map(({ id, copies }) => [id, copies]);

  it("keeps a person's approval over what a later import says, on items and on copies", async () => {
    await save(anEntry('1'), anEntry('2'));
    expect(await test.store.setGold(a, 'ticket:2', true)).toBe(true);
    expect(await facts('1', '2')).toMatchObject([{ id: 'ticket:2', gold: true, copies: 2 }]);
    await save(anEntry('2', { category: 'account' }));
    expect(await facts('2')).toMatchObject([{ gold: true, category: 'account' }]);
    expect((await test.store.readKnowledge(a, ['ticket:2']))[0]?.gold).toBe(true);
    await test.store.setGold(a, 'ticket:2', false);
    await save(anEntry('2', { gold: true }));
    expect(await facts('2')).toMatchObject([{ gold: false }]);
    expect(await test.store.setGold(a, 'ticket:9', true)).toBe(false);
    expect(await test.store.setGold(b, 'ticket:2', true)).toBe(false);
  });

  it('marks what a newer answer has superseded and what is too old, but nothing approved', async () => {
    await save(anEntry('1', { gold: true }), anEntry('2', { answer: OTHER_ANSWER, resolvedAt: day(50) }));
    const old = { title: 'Old', question: 'Does the old printer work with it at all?' };
    await save(
      anEntry('3', { ...old, resolvedAt: day(-900) }),
      anEntry('4', { question: 'Which undated printer is this one?', resolvedAt: null }),
      anArticleEntry('9', { resolvedAt: day(-900) }),
    );
    const standings = async () =>
      (await test.store.readFacts(a, [1, 2, 3, 4, 5].map((id) => `ticket:${id}`).concat('article:en:9')))
        .toSorted((x, y) => x.id.localeCompare(y.id))
        .map(({ standing }) => standing);
    await test.store.markStandings(a, new Date(day(-365)));
    expect(await standings()).toEqual(['current', 'current', 'current', 'stale', 'current']);
    await test.store.setGold(a, 'ticket:1', false);
    await test.store.setGold(a, 'ticket:3', true);
    expect(await standings()).toEqual(['current', 'current', 'current', 'current', 'current']);
    await test.store.markStandings(a, new Date(day(-365)));
    expect(await standings()).toEqual(['current', 'superseded', 'current', 'current', 'current']);
    await save(anEntry('5', { resolvedAt: day(80) }));
    await test.store.markStandings(a, new Date(day(-365)));
    expect(await standings()).toEqual(['current', 'current', 'superseded', 'current', 'current']);
    expect(await test.store.countKnowledge(a)).toEqual({
      ...{ items: 5, articles: 1, gold: 1, duplicates: 1, superseded: 1, stale: 0 },
    });
  });

  it('finds the articles that a listing has not come across, changed or not', async () => {
    await save(anArticleEntry('1'), anArticleEntry('2'), anArticleEntry('3'), anEntry('4'));
    await test.database.query(`UPDATE knowledge_item SET seen_at = now() - interval '1 day' WHERE tenant_id = $1`, [a]);
    const since = new Date(Date.now() - 3_600_000);
    await save(anArticleEntry('1'), anArticleEntry('2', { answer: OTHER_ANSWER }));
    expect(await test.store.findUnseenArticles(a, since)).toEqual(['article:en:3']);
    expect(await test.store.findUnseenArticles(b, since)).toEqual([]);
  });

  // The embedded one has the process's own clock.
  it.runIf(kind === 'PostgreSQL')("tells what a listing has come across by the database's clock", async () => {
    const { startedAt } = await test.store.startImport(a, { source: 'helpdesk', dryRun: false, total: null });
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() - 3_600_000 });
    await save(anArticleEntry('1'), anArticleEntry('2'));
    await save(anArticleEntry('1'), anArticleEntry('2', { answer: OTHER_ANSWER }));
    vi.useRealTimers();
    expect(await test.store.findUnseenArticles(a, new Date(startedAt))).toEqual([]);
  });

  it('keeps out forgotten tickets and people, however they come', async () => {
    const prints = createFingerprints(KEY);
    const forget = (print: string) =>
      test.database.query('INSERT INTO tombstone (tenant_id, fingerprint) VALUES ($1, $2)', [a, print]);
    await forget(prints.ticket(a, '1'));
    await forget(prints.person(a, { email: 'bo@fenn.example' }));
    const bo = { id: '11', name: null, email: 'Bo@Fenn.example' };
    const outcome = await save(anEntry('1'), anEntry('2', {}, [ada, bo]), anEntry('3'));
    expect(outcome).toEqual({ saved: 1, duplicates: 0, forgotten: 2, replaced: [] });
    expect(await copiesById('1', '2', '3')).toEqual([['ticket:3', 1]]);
    expect(await test.store.saveKnowledge(b, [anEntry('1')])).toMatchObject({ saved: 1 });
  });

  it('takes out what is stored when it turns out to be forgotten, and what was quoted of it', async () => {
    const [nobody, quoting] = [{ id: '', name: null, email: null }, aCustomer('quoting')];
    await save(anEntry('1', {}, [nobody]), anEntry('2', {}, [nobody]), anEntry('3', { question: 'Who?' }, [nobody]));
    const triageId = await triageOf(test.store, a, quoting, ['ticket:1', 'ticket:3']);
    const { id } = await test.store.startErasure(a, { personId: ada.id });
    await test.store.eraseSubject(a, id);
    const outcome = await save(anEntry('1', {}, [ada]));
    expect(outcome).toEqual({ saved: 0, duplicates: 0, forgotten: 1, replaced: ['ticket:1'] });
    expect(await copiesById('1', '2', '3')).toEqual([
      ['ticket:2', 1],
      ['ticket:3', 1],
    ]);
    const { triage } = (await test.store.readTriage(a, triageId)) ?? {};
    expect(triage?.sources?.map((source) => source.id)).toEqual(['ticket:3']);
    expect(triage?.draft).toBeNull();
  });

  it('keeps of people their fingerprints alone, in items and in copies', async () => {
    await save(anEntry('1'), anEntry('2'));
    const prints = createFingerprints(KEY).people(a, [ada]);
    const found = async (print: string) =>
      test.database.query(
        `SELECT id FROM knowledge_item WHERE people && ARRAY[$1] UNION SELECT id FROM knowledge_copy WHERE people && ARRAY[$1] ORDER BY 1`,
        [print],
      );
    for (const print of prints) expect(await found(print)).toEqual([{ id: 'ticket:1' }, { id: 'ticket:2' }]);
    const dump = await test.database.query(
      'SELECT * FROM knowledge_item JOIN knowledge_copy USING (tenant_id) WHERE tenant_id = $1',
      [a],
    );
    expect(JSON.stringify(dump)).not.toContain('quill');
  });

  it('stores texts and stamps that PostgreSQL refuses', async () => {
    const odd = anEntry('1', { title: 'a\0b\ud800', resolvedAt: 'yesterday', question: '', answer: '' });
    expect(await save(odd)).toMatchObject({ saved: 1 });
    expect(await save(odd)).toMatchObject({ saved: 1 });
    expect(await facts('1')).toMatchObject([{ resolvedAt: null }]);
  });

  it('takes up items from before their likes were known', async () => {
    await save(anEntry('1'));
    await test.database.query(
      `UPDATE knowledge_item SET answer_key = '', question_key = '', like_1 = NULL, like_2 = NULL, like_3 = NULL, like_4 = NULL WHERE tenant_id = $1`,
      [a],
    );
    await save(anEntry('1'));
    expect(await save(anEntry('2'))).toMatchObject({ duplicates: 1 });
  });
});
