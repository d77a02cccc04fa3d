import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MaskedText } from '../../../ports/engine.ts';
import type { SearchStore } from '../../../ports/knowledge.ts';
import { databases, type TestDatabase } from '../../../test/databases.ts';
import { createSearchStore } from './search.ts';
import { saveSearchTerms } from './search-terms.ts';

type Text = { id: string; title?: string; question: string };

const ITEMS: Text[] = [
  { id: 'reset', title: 'Password reset', question: 'The mail for resetting my password never arrives' },
  { id: 'invoice', title: 'Invoice of March', question: 'The invoice shows the wrong company name' },
  { id: 'printer', title: 'Printer', question: 'The printer says offline although it is switched on' },
  { id: 'accents', question: 'Réinitialisation du compte impossible après la déconnexion' },
  { id: 'japanese', question: '請求書の再発行について教えてください' },
  { id: 'holder', question: '[EMAIL] wrote from [IP_ADDRESS] about [PERSON] and the zebra' },
  ...Array.from({ length: 30 }, (_, index) => ({
    id: `other-${index}`,
    question: `The order number ${index} was delivered to the neighbour on the day of the holiday`,
  })),
];

describe.each(databases)('search by words on $kind', ({ open }) => {
  let opened: TestDatabase;
  beforeAll(async () => {
    opened = await open();
  });
  afterAll(() => opened.close());

  const save = async (tenantId: string, texts: Text[]): Promise<SearchStore> => {
    const { database } = opened;
    for (const { id } of texts)
      await database.query(
        `INSERT INTO knowledge_item (tenant_id, id, content_hash, item) VALUES ($1, $2, '', '{}')
         ON CONFLICT (tenant_id, id) DO NOTHING`,
        [tenantId, id],
      );
    const items = texts.map(({ id, title = '', question }) => ({
      id,
      title: title as MaskedText,
      question: question as MaskedText,
    }));
    await saveSearchTerms(database, tenantId, items);
    return createSearchStore(database);
  };
  const find = async (store: SearchStore, tenantId: string, text: string, limit = 10): Promise<string[]> =>
    (await store.searchKnowledge(tenantId, text as MaskedText, limit)).map(({ id }) => id);

  it('finds the same matter in other words, best first, with scores from 0 to 1', async () => {
    const store = await save('a', ITEMS);
    const found = await store.searchKnowledge('a', 'Reset\nI cannot reset the password' as MaskedText, 10);
    expect(found[0]?.id).toBe('reset');
    expect(found.map(({ score }) => score)).toEqual(found.map(({ score }) => score).toSorted((x, y) => y - x));
    expect(found.every(({ score }) => score >= 0 && score <= 1)).toBe(true);
    const [same] = await store.searchKnowledge(
      'a',
      'Printer\nThe printer says offline although it is switched on' as MaskedText,
      1,
    );
    expect(same?.id).toBe('printer');
    expect(same?.score).toBeGreaterThan(0.9);
  });

  it.each([
    ['by the stem', 'resets passwords', 'reset'],
    ['without accents and capitals', 'REINITIALISATION deconnexion', 'accents'],
    ['in Japanese, which has no blanks', '請求書を再発行したい', 'japanese'],
  ])('finds %s', async (_, text, id) => {
    expect((await find(await save('a', ITEMS), 'a', text))[0]).toBe(id);
  });

  it('takes placeholders for no words', async () => {
    const store = await save('a', ITEMS);
    expect(await find(store, 'a', '[EMAIL_1] [IP_ADDRESS_2] [PERSON]')).toEqual([]);
    expect(await find(store, 'a', 'zebra')).toEqual(['holder']);
  });

  it.each(['', ' … !! ', 'wxyzzy', '\n'])('finds nothing for %j', async (text) => {
    expect(await find(await save('a', ITEMS), 'a', text)).toEqual([]);
  });

  it('goes by the rare word where many items share the common ones', async () => {
    const store = await save('many', [
      ...Array.from({ length: 700 }, (_, index) => ({
        id: `m${index}`,
        question: `the order ${index} was delivered late`,
      })),
      { id: 'wanted', question: 'the order was delivered without the gasket' },
    ]);
    expect((await find(store, 'many', 'order delivered, gasket missing'))[0]).toBe('wanted');
    expect(await find(store, 'many', 'the order was delivered', 20)).toHaveLength(20);
  });

  it('lets one rare word weigh more than several common ones', async () => {
    const found = await find(await save('a', ITEMS), 'a', 'order number delivered zebra');
    expect(found.slice(0, 2)).toEqual(['holder', expect.stringContaining('other-')]);
  });

  it('keeps tenants apart', async () => {
    await save('b', [{ id: 'reset', question: 'password of tenant b' }]);
    const store = await save('c', [{ id: 'c-only', question: 'nothing of the kind' }]);
    expect(await find(store, 'c', 'password')).toEqual([]);
    expect(await find(store, 'b', 'password')).toEqual(['reset']);
  });

  it('gives no other tenant’s item, even if its terms had the same hashes', async () => {
    const store = await save('h', [{ id: 'own', question: 'about the harmonica' }]);
    const { database } = opened;
    await database.query(
      `INSERT INTO knowledge_item (tenant_id, id, content_hash, item) VALUES ('i', 'other', '', '{}')`,
    );
    await database.query(
      `INSERT INTO knowledge_search (tenant_id, item_id, lot, terms, finding)
       SELECT 'i', 'other', lot, terms, finding FROM knowledge_search WHERE tenant_id = 'h'`,
    );
    expect(await find(store, 'h', 'harmonica')).toEqual(['own']);
  });

  it('follows an item that changes, and forgets one that goes', async () => {
    await save('d', [{ id: 'x', question: 'about the elevator' }]);
    const store = await save('d', [{ id: 'x', question: 'about the staircase' }]);
    expect(await find(store, 'd', 'elevator')).toEqual([]);
    expect(await find(store, 'd', 'staircase')).toEqual(['x']);
    await opened.database.query('DELETE FROM knowledge_item WHERE tenant_id = $1', ['d']);
    expect(await find(store, 'd', 'staircase')).toEqual([]);
  });

  it('finds at once what was saved after the first search', async () => {
    const store = await save('e', []);
    expect(await find(store, 'e', 'marmalade')).toEqual([]);
    await save('e', [{ id: 'new', question: 'about the marmalade' }]);
    expect(await store.searchKnowledge('e', 'marmalade' as MaskedText, 5)).toEqual([
      { id: 'new', score: expect.closeTo(Math.sqrt(2 / 6)) },
    ]);
  });

  it('never reads through the whole table, whatever the planner makes of it', async () => {
    const codes = Array.from({ length: 120 }, (_, index) => `code${index}`).join();
    const plan = await opened.database.query<{ 'QUERY PLAN': string }>(
      `EXPLAIN SELECT item_id FROM knowledge_search
       WHERE finding_terms(terms, finding) && '{${codes}}' AND tenant_id || '' = 'many' LIMIT 1500`,
    );
    expect(plan.map((row) => row['QUERY PLAN']).join()).toContain('Index Scan on knowledge_search_finding');
  });

  it('leaves an id that holds a line break to the vectors', async () => {
    const store = await save('j', [
      { id: 'two\nlines', question: 'about the harp' },
      { id: 'one line', question: 'about the harp' },
    ]);
    expect(await find(store, 'j', 'harp')).toEqual(['one line']);
  });

  it('takes any text', async () => {
    const store = await save('a', ITEMS);
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc
        .array(fc.constantFrom('password', 'reset', "d'", '[A_1]', '日本', "''", '\\', '$1', '\n'), { maxLength: 60 })
        .map((words) => words.join(' ')),
    );
    await fc.assert(
      fc.asyncProperty(text, async (asked) => {
        const found = await store.searchKnowledge('a', asked as MaskedText, 5);
        expect(found.length).toBeLessThanOrEqual(5);
        expect(found.every(({ score }) => score >= 0 && score <= 1)).toBe(true);
      }),
      { numRuns: 50 },
    );
  });

  it('saves any text and finds it again by itself', async () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 200 }).map((words) => words.replaceAll('\0', ''));
    await fc.assert(
      fc.asyncProperty(text, async (question) => {
        const store = await save('f', [{ id: 'x', question }]);
        const found = await store.searchKnowledge('f', question as MaskedText, 5);
        if (found.length > 0) expect(found[0]?.score).toBeCloseTo(1, 3);
        expect(found.length).toBe(/[\p{L}\p{N}]/u.test(question) ? 1 : 0);
      }),
      { numRuns: 30 },
    );
  });

  it.each(['a', 'refund ', '日本語', '[A_', "a'", 'é̀'])('reads a bounded part of 100 KB of %j', async (part) => {
    const store = await save('g', [{ id: 'x', question: part.repeat(100_000 / part.length) }]);
    const { database } = opened;
    const [row] = await database.query<{ size: number }>(
      `SELECT length(terms) AS size FROM knowledge_search WHERE tenant_id = 'g'`,
    );
    expect(row?.size).toBeLessThan(4_000);
    expect((await find(store, 'g', part.repeat(100_000 / part.length))).length).toBeLessThanOrEqual(1);
  });
});
