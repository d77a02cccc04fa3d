import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { OutsideError } from '../ports/errors.ts';
import type { ImportRun } from '../ports/knowledge.ts';
import { databases, type TestDatabase } from '../test/databases.ts';
import { aRow, createImportParts, quickReader, type UploadOptions, uploadRows } from '../test/import-parts.ts';
import type { ImportParts } from './import-parts.ts';
import { runImport } from './run-import.ts';
import { endAbandoned, endImport } from './start-import.ts';

describe.each(databases)('an import on $kind', ({ open }) => {
  let test: TestDatabase;
  let tenantId: string;
  beforeAll(async () => {
    test = await open();
  });
  beforeEach(() => {
    tenantId = randomUUID();
  });
  afterAll(() => test.close());

  const upload = (rows: object[], options: UploadOptions = {}) => uploadRows(test, tenantId, rows, options);
  const again = async (id: string) => (await test.store.readImport(tenantId, id)) as ImportRun;
  const countRows = async (table: string): Promise<number> => {
    const rows = await test.database.query(`SELECT 1 FROM ${table} WHERE tenant_id = $1`, [tenantId]);
    return rows.length;
  };
  const items = async () => (await test.store.countKnowledge(tenantId)).items;
  /** The parts, but with one call of the store that goes wrong the n-th time, as when the process dies in it. */
  const dyingIn = (parts: ImportParts, name: 'saveKnowledge' | 'saveImport', nth: number): ImportParts => {
    let calls = 0;
    const dies = (...given: never[]) => {
      calls += 1;
      if (calls === nth) return Promise.reject(new Error('killed'));
      return (parts.store[name] as (...all: never[]) => Promise<unknown>)(...given);
    };
    return { ...parts, store: { ...parts.store, [name]: dies } as ImportParts['store'] };
  };

  it('keeps what can help, embeds it, tells what was left out and why, and drops the file', async () => {
    const { parts, held } = createImportParts(test, tenantId);
    const run = await upload([
      ...[aRow(1), aRow(2), aRow(3, { category: 'gardening', urgency: 'soon' })],
      ...[
        aRow(4, { answer: '' }),
        aRow(5, { answer: 'Done.' }),
        aRow(6, { satisfaction: 'bad' }),
        { id: '' },
        aRow(7, { reopened: 2 }),
      ],
      aRow(1, { question: 'A later row of the same ticket about my printer and its colours?' }),
      { kind: 'article', id: 9, locale: 'en-us', title: 'Refunds', body: 'How a refund is made, step by step.' },
    ]);
    const seen: number[] = [];
    const ended = await runImport(run, parts, { onProgress: ({ read }) => void seen.push(read) });
    expect(ended).toMatchObject({
      state: 'done',
      failure: null,
      read: 10,
      total: 10,
      kept: 5,
      duplicates: 0,
      embedded: 4,
    });
    expect(ended.leftOut).toEqual({
      no_reply: { count: 1, examples: ['line 4'] },
      too_short: { count: 1, examples: ['line 5'] },
      bad_satisfaction: { count: 1, examples: ['line 6'] },
      invalid_row: { count: 1, examples: [expect.stringContaining('line 7: no id')] },
      reopened: { count: 1, examples: ['line 8'] },
    });
    expect(ended.notes).toEqual({
      unknown_category: { count: 1, examples: ['line 3'] },
      unknown_urgency: { count: 1, examples: ['line 3'] },
      repeated_id: { count: 1, examples: ['line 9'] },
    });
    expect(seen.at(-1)).toBe(10);
    const [last, third] = await test.store
      .readKnowledge(tenantId, ['ticket:1', 'ticket:3'])
      .then((found) => found.toSorted((a, b) => a.id.localeCompare(b.id)));
    expect(last).toMatchObject({
      question: expect.stringContaining('printer'),
      category: 'billing',
      resolvedAt: '2026-03-01T00:00:00.000Z',
    });
    expect(third).toMatchObject({ category: null, urgency: null });
    expect([...held.keys()].sort()).toEqual(['article:en-us:file-9', 'ticket:1', 'ticket:2', 'ticket:3']);
    expect(await countRows('import_upload')).toBe(0);
    expect(await again(run.id)).toMatchObject({ state: 'done', read: 10 });
  });

  it.each([
    ['while a batch is stored', 'saveKnowledge', 2],
    ['when a batch is stored and not yet counted', 'saveImport', 3],
    ['before anything', 'saveKnowledge', 1],
  ] as const)('goes on where it was killed %s, and counts nothing twice', async (_, name, nth) => {
    const { parts: whole, held } = createImportParts(test, tenantId);
    const parts = { ...whole, reader: quickReader };
    const run = await upload(Array.from({ length: 900 }, (__, id) => aRow(id, id % 90 === 0 ? { answer: '' } : {})));
    await expect(runImport(run, dyingIn(parts, name, nth))).rejects.toThrow('killed');
    const stopped = await again(run.id);
    expect(stopped).toMatchObject({ state: 'running', read: (nth - (name === 'saveImport' ? 2 : 1)) * 400 });
    const ended = await runImport(stopped, parts);
    expect(ended).toMatchObject({ state: 'done', read: 900, leftOut: { no_reply: { count: 10 } } });
    expect(ended.kept + ended.duplicates).toBe(890);
    expect(held.size).toBe(await items());
    expect(await items()).toBe(ended.kept);
  });

  it('stops behind a batch when it is told to, and goes on from there', async () => {
    const { parts } = createImportParts(test, tenantId);
    const quick = { ...parts, reader: quickReader };
    const run = await upload(Array.from({ length: 900 }, (_, id) => aRow(id)));
    const stopped = await runImport(run, quick, { signal: AbortSignal.abort() });
    expect(stopped).toMatchObject({ state: 'running', read: 400 });
    expect(await runImport(await again(run.id), quick)).toMatchObject({ state: 'done', read: 900, kept: 900 });
    expect(await items()).toBe(900);
  });

  it('is read by one of two processes that take it up, and counts nothing twice', async () => {
    const { parts } = createImportParts(test, tenantId);
    const quick = { ...parts, reader: quickReader };
    const run = await upload(Array.from({ length: 900 }, (_, id) => aRow(id)));
    const [stored, waiting] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const slowly: ImportParts['store']['saveKnowledge'] = async (...given) => {
      waiting.resolve();
      await stored.promise;
      return test.store.saveKnowledge(...given);
    };
    const slow = runImport(run, { ...quick, store: { ...parts.store, saveKnowledge: slowly } });
    await waiting.promise;
    const ended = await runImport(await again(run.id), quick);
    stored.resolve();
    expect(ended).toMatchObject({ state: 'done', read: 900, kept: 900 });
    expect((await slow).state).toBe('running');
    expect(await again(run.id)).toMatchObject({ state: 'done', read: 900, kept: 900 });
  });

  it('ends no run that another process has moved on', async () => {
    const { parts } = createImportParts(test, tenantId);
    const run = await upload([aRow(1)]);
    await runImport(run, parts);
    expect(await endImport(tenantId, run, 'abandoned', parts.store)).toBe(run);
    expect(await again(run.id)).toMatchObject({ state: 'done', failure: null, read: 1 });
  });

  it('writes nothing but its report when it runs dry', async () => {
    const { parts, held } = createImportParts(test, tenantId);
    const ended = await runImport(await upload([aRow(1), aRow(2, { answer: '' })], { dryRun: true }), parts);
    expect(ended).toMatchObject({
      state: 'done',
      dryRun: true,
      read: 2,
      kept: 1,
      embedded: 0,
      leftOut: { no_reply: { count: 1 } },
    });
    expect(held.size).toBe(0);
    for (const table of ['knowledge_item', 'knowledge_embedding', 'import_cursor', 'import_upload'])
      expect(await countRows(table)).toBe(0);
  });

  it('ends as failed, with the reason, where a file cannot be read at all', async () => {
    const { parts } = createImportParts(test, tenantId);
    expect(await runImport(await upload([], { format: 'csv' }), parts)).toMatchObject({ state: 'done', read: 0 });
    expect(await runImport(await upload([{ id: 1 }], { format: 'csv' }), parts)).toMatchObject({
      state: 'failed',
      failure: expect.stringMatching(/^missing_columns:/),
    });
    const run = await test.store.startImport(tenantId, { source: 'file', dryRun: false, total: null });
    expect(await runImport(run, parts)).toMatchObject({ state: 'failed', failure: 'upload_incomplete' });
  });

  it('imports while Chroma is down, and says what is not embedded', async () => {
    const { parts } = createImportParts(test, tenantId);
    const down = async () => Promise.reject(new OutsideError('chroma', 'unreachable', 'down'));
    const vectors = {
      ...parts.vectors,
      forTenant: () => ({ ...parts.vectors.forTenant(tenantId, 'x'), upsert: down, remove: down, count: down }),
    };
    const ended = await runImport(await upload([aRow(1)]), { ...parts, vectors } as ImportParts);
    expect(ended).toMatchObject({ state: 'done', kept: 1, embedded: 0, notes: { not_embedded: { count: 1 } } });
  });

  it('ends what nothing goes on with, and drops its file', async () => {
    const { parts } = createImportParts(test, tenantId);
    const cut = await test.store.startImport(tenantId, { source: 'file', dryRun: false, total: null });
    await test.store.saveUpload(tenantId, cut.id, 0, Buffer.from('{}'));
    const running = await upload([aRow(1)]);
    const later = (hours: number) => new Date(Date.now() + hours * 3_600_000);
    await endAbandoned(tenantId, later(1), parts.store);
    expect(await countRows('import_upload')).toBe(2);
    await endAbandoned(tenantId, later(3), parts.store);
    expect([(await again(cut.id)).failure, (await again(running.id)).state]).toEqual(['upload_incomplete', 'waiting']);
    await endAbandoned(tenantId, later(25), parts.store);
    expect((await again(running.id)).failure).toBe('abandoned');
    expect(await countRows('import_upload')).toBe(0);
  });
});
