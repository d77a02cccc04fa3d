import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { KnowledgeEntry } from '../../../ports/knowledge.ts';
import { databases, type TestDatabase } from '../../../test/databases.ts';
import { anArticleEntry, anEntry, INVOICE_ANSWER, OTHER_ANSWER } from '../../../test/knowledge.ts';

const day = (number: number): string => new Date(Date.UTC(2026, 0, number)).toISOString();

describe.each(databases)('what repeats itself on $kind', ({ open }) => {
  let test: TestDatabase;
  let a: string;
  let b: string;
  beforeAll(async () => {
    test = await open();
  });
  beforeEach(() => {
    [a, b] = [randomUUID(), randomUUID()];
  });
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

  it('folds a ticket into one that had the same question and answer but for names, numbers, blanks and small edits', async () => {
    expect(await save(anEntry('1'))).toEqual({ saved: 1, duplicates: 0, forgotten: 0, replaced: [] });
    const again = await save(
      anEntry('2', { answer: INVOICE_ANSWER.replace('4711', '88').replace('Dear [NAME]', 'Dear  [NAME] [NAME]') }),
      anEntry('3', { title: 'RE: INVOICE', answer: INVOICE_ANSWER.replace('follows', 'will follow') }),
    );
    expect(again).toEqual({ saved: 0, duplicates: 2, forgotten: 0, replaced: [] });
    expect(await copiesById('1', '2', '3')).toEqual([['ticket:1', 3]]);
    expect(await test.store.countKnowledge(a)).toMatchObject({ items: 1, duplicates: 2 });
    expect(await test.store.countKnowledge(b)).toMatchObject({ items: 0, duplicates: 0 });
  });

  it('keeps apart another answer, another question, the opposite and another tenant', async () => {
    await save(anEntry('1', { answer: `${INVOICE_ANSWER} It can be sent by post.` }));
    const outcome = await save(
      anEntry('2', { answer: OTHER_ANSWER }),
      anEntry('3', { title: 'Password', question: 'How do I set a new password for a colleague of mine?' }),
      anEntry('4', { answer: `${INVOICE_ANSWER} It cannot be sent by post.` }),
    );
    expect(outcome).toMatchObject({ saved: 3, duplicates: 0 });
    expect(await test.store.saveKnowledge(b, [anEntry('5')])).toMatchObject({ saved: 1, duplicates: 0 });
  });

  it('folds within one batch, and lets the best stand for the others: approved, then pleasing, then new', async () => {
    const worse = [anEntry('1'), anEntry('2', { resolvedAt: day(9) })];
    expect(await save(...worse)).toMatchObject({ saved: 1, duplicates: 1 });
    expect(await copiesById('1', '2')).toEqual([['ticket:2', 2]]);
    expect((await save(anEntry('3', { satisfaction: 'good' }))).replaced).toEqual(['ticket:2']);
    expect((await save(anEntry('4', { gold: true, resolvedAt: day(-900) }))).replaced).toEqual(['ticket:3']);
    expect((await save(anEntry('5', { satisfaction: 'good', resolvedAt: day(300) }))).replaced).toEqual([]);
    expect(await facts('1', '2', '3', '4', '5')).toMatchObject([
      { id: 'ticket:4', copies: 5, gold: true, resolvedAt: day(300) },
    ]);
  });

  it('lets a newer one take the place only after a long time, since it has to be embedded', async () => {
    await save(anEntry('1'));
    expect((await save(anEntry('2', { resolvedAt: day(60) }))).replaced).toEqual([]);
    expect((await save(anEntry('3', { resolvedAt: day(100) }))).replaced).toEqual(['ticket:1']);
    expect(await copiesById('1', '2', '3')).toEqual([['ticket:3', 3]]);
  });

  it('lets a newer one take the place at once where it names another term, and not where it names another order', async () => {
    const within = (days: number, order: number) => ({
      answer: `Dear [NAME], send order ${order} back within ${days} days and the amount is returned to the card that paid.`,
    });
    await save(anEntry('1', within(14, 4711)));
    expect((await save(anEntry('2', { ...within(14, 5822), resolvedAt: day(20) }))).replaced).toEqual([]);
    expect((await save(anEntry('3', { ...within(30, 6933), resolvedAt: day(30) }))).replaced).toEqual(['ticket:1']);
    expect((await save(anEntry('4', { ...within(14, 7044), resolvedAt: day(10) }))).replaced).toEqual([]);
    expect(await copiesById('1', '2', '3', '4')).toEqual([['ticket:3', 4]]);
  });

  it('changes nothing when the same is saved again', async () => {
    const entries = [anEntry('1'), anEntry('2'), anEntry('3', { answer: OTHER_ANSWER }), anArticleEntry('9')];
    await save(...entries);
    const before = await test.database.query('SELECT * FROM knowledge_item WHERE tenant_id = $1 ORDER BY id', [a]);
    expect(await save(...entries)).toEqual({ saved: 3, duplicates: 1, forgotten: 0, replaced: [] });
    const after = await test.database.query('SELECT * FROM knowledge_item WHERE tenant_id = $1 ORDER BY id', [a]);
    const withoutSeen = (rows: unknown[]) => rows.map((row) => ({ ...(row as object), seen_at: null }));
    expect(withoutSeen(after)).toEqual(withoutSeen(before));
  });

  it('gives a copy that has changed an item of its own, and a kept one that has changed its place to a copy', async () => {
    await save(anEntry('1'), anEntry('2'), anEntry('3'));
    expect(await save(anEntry('2', { answer: OTHER_ANSWER }))).toMatchObject({ saved: 1, duplicates: 0, replaced: [] });
    expect(await copiesById('1', '2', '3')).toEqual([
      ['ticket:1', 2],
      ['ticket:2', 1],
    ]);
    expect(await save(anEntry('1', { answer: OTHER_ANSWER }))).toMatchObject({ duplicates: 1, replaced: ['ticket:1'] });
    expect(await copiesById('1', '2', '3')).toEqual([
      ['ticket:2', 2],
      ['ticket:3', 1],
    ]);
  });

  it('takes over new labels of an item and of a copy, which may then stand for the others', async () => {
    await save(anEntry('1'), anEntry('2'));
    await save(anEntry('1', { category: 'account' }));
    expect(await facts('1')).toMatchObject([{ category: 'account', copies: 2 }]);
    expect((await save(anEntry('2', { satisfaction: 'good' }))).replaced).toEqual(['ticket:1']);
    expect(await facts('1', '2')).toMatchObject([{ id: 'ticket:2', satisfaction: 'good', copies: 2 }]);
  });

  it('promotes a copy when its item is removed, and counts down when a copy is', async () => {
    await save(anEntry('1', { satisfaction: 'good' }), anEntry('2'), anEntry('3', { resolvedAt: day(5) }));
    expect(await test.store.removeKnowledge(a, ['ticket:1', 'ticket:7'])).toEqual(['ticket:1']);
    expect(await copiesById('1', '2', '3')).toEqual([['ticket:3', 2]]);
    expect(await test.store.readKnowledge(a, ['ticket:3'])).toMatchObject([{ ticketId: '3', answer: INVOICE_ANSWER }]);
    expect(await test.store.removeKnowledge(a, ['ticket:2'])).toEqual(['ticket:2']);
    expect(await copiesById('3')).toEqual([['ticket:3', 1]]);
    expect(await test.store.removeKnowledge(b, ['ticket:3'])).toEqual([]);
    expect(await test.store.removeKnowledge(a, ['ticket:3'])).toEqual(['ticket:3']);
    expect(await test.database.query('SELECT id FROM knowledge_copy WHERE tenant_id = $1', [a])).toEqual([]);
  });

  it('folds as well when many save at the same time', async () => {
    await Promise.all(Array.from({ length: 8 }, (_, at) => save(anEntry(String(at)))));
    expect((await test.store.countKnowledge(a)).items).toBe(1);
    expect((await test.store.countKnowledge(a)).duplicates).toBe(7);
  });
});
