import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createChroma } from '../adapters/vectors/chroma/create-chroma.ts';
import { type ChromaServer, startChromaServer } from '../adapters/vectors/chroma/start-server.ts';
import type { Embedder } from '../ports/embedder.ts';
import type { Tenant } from '../ports/tenant.ts';
import { databases, type TestDatabase } from '../test/databases.ts';
import { aDistinctEntry, createScriptedEmbedder, distinctEntries, textOf } from '../test/distinct-knowledge.ts';
import { someTenants } from '../test/tenant.ts';
import { type IndexJobParts, indexKnowledge } from './index-knowledge.ts';

describe.each(databases)('the index job on $kind', ({ open }) => {
  const folder = mkdtempSync(join(tmpdir(), 'triage-index-job-'));
  let test: TestDatabase;
  let server: ChromaServer;
  let enqueued: object[];
  let embedder: Embedder;
  let others: Embedder[];
  beforeEach(async () => {
    [test, server] = [await open(), await startChromaServer(folder)];
    [enqueued, others] = [[], []];
    embedder = createScriptedEmbedder('e1');
    await test.store.saveKnowledge('a', distinctEntries(1, 40));
  });
  afterEach(async () => {
    await server.stop();
    await test.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const run = (payload: { tenantId: string; rebuild?: boolean }, over: Partial<IndexJobParts> = {}) => {
    const findEmbedder = (id: string) => others.find((each) => each.id === id) ?? null;
    const tenant = { id: 'a', embedder, findEmbedder } as Tenant;
    const tenants = someTenants([tenant]);
    const queue: IndexJobParts['queue'] = {
      enqueue: async (name, job, key, options) => void enqueued.push({ name, ...job, key, ...options }),
    };
    const parts = { store: test.store, vectors: createChroma(server), tenants, queue, backWithinMs: 0, ...over };
    return indexKnowledge({ payload }, parts);
  };
  const again = (afterSeconds: number) => ({ name: 'index-knowledge', tenantId: 'a', key: 'a', afterSeconds });

  it('embeds what is missing and has nothing more to do', async () => {
    expect(await run({ tenantId: 'a' })).toBe('whole');
    expect(await test.store.readServing('a')).toBe('e1');
    expect(enqueued).toEqual([]);
    expect(await run({ tenantId: 'unknown' })).toBe('gone');
  });

  it('says how many texts were refused', async () => {
    const culprits = [3, 30].map((number) => textOf(aDistinctEntry(number)));
    embedder = createScriptedEmbedder('e1', { refuses: (text) => culprits.some((each) => each === text) });
    expect(await run({ tenantId: 'a' })).toBe('whole:refused_2');
  });

  it('leaves a rebuild to a job that does not begin from the beginning when it is tried again', async () => {
    await run({ tenantId: 'a' });
    expect(await run({ tenantId: 'a', rebuild: true })).toBe('begun');
    expect(enqueued).toEqual([again(0)]);
    expect(await test.store.countEmbedded('a', 'e1')).toMatchObject({ missing: 40 });
    expect(await run({ tenantId: 'a' })).toBe('whole');
    expect(await test.store.countEmbedded('a', 'e1')).toMatchObject({ missing: 0 });
  });

  it('comes back for what served before, once nobody asks it any more', async () => {
    await run({ tenantId: 'a' });
    others = [embedder];
    embedder = createScriptedEmbedder('e2');
    expect(await run({ tenantId: 'a' })).toBe('whole');
    expect(enqueued).toEqual([again(70)]);
    await test.database.query("UPDATE knowledge_serving SET since = since - interval '2 minutes'");
    enqueued = [];
    expect(await run({ tenantId: 'a' })).toBe('whole');
    expect([enqueued, await test.store.listEmbedders('a')]).toEqual([[], ['e2']]);
  });

  it('comes back when items came while it worked', async () => {
    const embed: Embedder['embed'] = async (texts) => {
      await test.store.saveKnowledge('a', [aDistinctEntry(100)]);
      return createScriptedEmbedder('e1').embed(texts);
    };
    embedder = { ...embedder, embed };
    expect(await run({ tenantId: 'a' })).toBe('whole:behind');
    expect(enqueued).toEqual([again(5)]);
  });

  it('fails in a way that is tried again while Chroma is down', async () => {
    const vectors = createChroma({ host: '127.0.0.1', port: 1 });
    await expect(run({ tenantId: 'a' }, { vectors })).rejects.toMatchObject({ retryable: true });
    expect(await test.store.readServing('a')).toBeNull();
  });
});
