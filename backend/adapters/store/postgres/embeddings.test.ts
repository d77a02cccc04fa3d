import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { databases, type TestDatabase } from '../../../test/databases.ts';
import { aDistinctEntry, distinctEntries } from '../../../test/distinct-knowledge.ts';

const SOON = () => new Date(Date.now() + 60_000);

describe.each(databases)('what is embedded, on $kind', ({ open }) => {
  let test: TestDatabase;
  beforeEach(async () => {
    test = await open();
  });
  afterEach(() => test.close());

  const unembedded = async (embedderId: string, options: { after?: string; limit?: number; ids?: string[] } = {}) => {
    const found = await test.store.findUnembedded('a', embedderId, { after: '', limit: 1_000, ...options });
    return found.map(({ id }) => id);
  };
  const mark = (embedderId: string, ...numbers: number[]) =>
    test.store.markEmbedded(
      'a',
      embedderId,
      numbers.map((number) => ({ id: `ticket:${number}`, contentHash: `${number}-1` })),
    );

  it('finds page by page what an embedder lacks, in its present form, and nothing of another tenant', async () => {
    await test.store.saveKnowledge('a', distinctEntries(10, 60));
    await test.store.saveKnowledge('b', distinctEntries(100, 5));
    await mark('e1', 10, 11, 12, 69);
    const pages: string[][] = [];
    for (let after = ''; ; after = pages.at(-1)?.at(-1) ?? '') {
      const page = await unembedded('e1', { after, limit: 20 });
      if (page.length === 0) break;
      pages.push(page);
    }
    expect(pages.map(({ length }) => length)).toEqual([20, 20, 16]);
    expect(new Set(pages.flat())).toEqual(new Set(distinctEntries(13, 56).map(({ item }) => item.id)));
    expect(await unembedded('e2')).toHaveLength(60);
    expect(await unembedded('e1', { ids: ['ticket:10', 'ticket:20', 'ticket:100'] })).toEqual(['ticket:20']);
    expect(await test.store.countEmbedded('a', 'e1')).toEqual({ embedded: 4, missing: 56, marked: 4 });
  });

  it('takes a changed item for unembedded, also when it changed while it was being embedded', async () => {
    await test.store.saveKnowledge('a', distinctEntries(1, 2));
    const [first] = await test.store.findUnembedded('a', 'e1', { after: '', limit: 1 });
    expect(first).toMatchObject({ id: 'ticket:1', title: aDistinctEntry(1).item.title });
    await test.store.saveKnowledge('a', [aDistinctEntry(1, 2)]);
    await mark('e1', 1, 2);
    expect(await unembedded('e1')).toEqual(['ticket:1']);
    expect(await test.store.countEmbedded('a', 'e1')).toEqual({ embedded: 1, missing: 1, marked: 2 });
    await test.store.markEmbedded('a', 'e1', [{ id: 'ticket:1', contentHash: '1-2' }]);
    expect(await unembedded('e1')).toEqual([]);
  });

  it('names what is no item any more, and marks it not', async () => {
    await test.store.saveKnowledge('a', distinctEntries(1, 2));
    await test.store.removeKnowledge('a', ['ticket:2']);
    expect(await mark('e1', 1, 2)).toEqual(['ticket:2']);
    expect(await test.store.findEmbedded('a', 'e1', { after: '', limit: 10 })).toEqual(['ticket:1']);
  });

  it('unmarks some, or all of one embedder', async () => {
    await test.store.saveKnowledge('a', distinctEntries(1, 3));
    await mark('e1', 1, 2, 3);
    await mark('e2', 1, 2, 3);
    await test.store.unmarkEmbedded('a', 'e1', ['ticket:2']);
    expect(await test.store.findEmbedded('a', 'e1', { after: 'ticket:1', limit: 10 })).toEqual(['ticket:3']);
    await test.store.forgetEmbeddings('a', 'e1');
    expect(await unembedded('e1')).toHaveLength(3);
    expect(await unembedded('e2')).toEqual([]);
  });

  it('says which embedders there are, which one serves, and which ones nobody asks any more', async () => {
    expect([await test.store.readServing('a'), await test.store.listEmbedders('a')]).toEqual([null, []]);
    await test.store.saveKnowledge('a', distinctEntries(1, 1));
    for (const embedderId of ['e1', 'e2', 'e3']) await mark(embedderId, 1);
    expect(await test.store.findRetired('a', SOON())).toEqual([]);
    await test.store.saveServing('a', 'e1');
    await test.store.saveServing('a', 'e2');
    expect(await test.store.readServing('a')).toBe('e2');
    expect(await test.store.listEmbedders('a')).toEqual(['e1', 'e2', 'e3']);
    expect(await test.store.findRetired('a', new Date(Date.now() - 60_000))).toEqual([]);
    expect(await test.store.findRetired('a', SOON())).toEqual(['e1', 'e3']);
    expect(await test.store.listEmbedders('b')).toEqual([]);
  });

  it('counts the time of serving from the change, not from being said again', async () => {
    await test.store.saveServing('a', 'e1');
    const since = () =>
      test.database.query<{ since: Date }>('SELECT since FROM knowledge_serving WHERE tenant_id = $1', ['a']);
    const [before] = await since();
    await test.store.saveServing('a', 'e1');
    expect(await since()).toEqual([before]);
  });
});
