import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createChroma } from '../adapters/vectors/chroma/create-chroma.ts';
import { type ChromaServer, startChromaServer } from '../adapters/vectors/chroma/start-server.ts';
import type { Embedder } from '../ports/embedder.ts';
import { databases, type TestDatabase } from '../test/databases.ts';
import { aDistinctEntry, createScriptedEmbedder, distinctEntries, textOf } from '../test/distinct-knowledge.ts';
import { type EmbedFor, embedItems, embedKnowledge } from './embed-knowledge.ts';
import { type IndexParts, indexKnowledge } from './index-knowledge.ts';
import { rebuildIndex } from './rebuild-index.ts';

const LATER = () => new Date(Date.now() + 3_600_000);

describe.each(databases)('the index on $kind', ({ open }) => {
  const folder = mkdtempSync(join(tmpdir(), 'triage-index-'));
  let test: TestDatabase;
  let server: ChromaServer;
  let parts: IndexParts;
  let tenantId: string;
  beforeAll(async () => {
    test = await open();
    server = await startChromaServer(folder);
    parts = { store: test.store, vectors: createChroma(server) };
  });
  afterAll(async () => {
    await test.close();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  beforeEach(() => {
    tenantId = randomUUID();
  });

  const tenantOf = (embedder: Embedder, others: Embedder[] = []): EmbedFor => ({
    id: tenantId,
    embedder,
    findEmbedder: (id) => [embedder, ...others].find((each) => each.id === id) ?? null,
  });
  const save = (from: number, count: number) => test.store.saveKnowledge(tenantId, distinctEntries(from, count));
  const count = (embedder: Embedder) => parts.vectors.forTenant(tenantId, embedder.id).count();
  /** The nearest to an item's own words, by the embedder that serves. */
  const find = async (number: number, embedders: Embedder[]): Promise<string | undefined> => {
    const serving = await test.store.readServing(tenantId);
    const embedder = embedders.find(({ id }) => id === serving);
    const [embedding] = (await embedder?.embed([textOf(aDistinctEntry(number))])) ?? [];
    const collection = parts.vectors.forTenant(tenantId, embedder?.id ?? '');
    const [nearest] = embedding ? await collection.nearest(embedding, 1) : [];
    return nearest && nearest.similarity > 0.999 ? nearest.id : undefined;
  };

  describe('embedding', () => {
    it('embeds everything once, then only what is new or changed, and serves when nothing is missing', async () => {
      const e1 = createScriptedEmbedder('e1');
      await save(1, 600);
      const progress: number[] = [];
      const all = await embedKnowledge(tenantOf(e1), parts, (batch) => progress.push(batch));
      expect(all).toEqual({ embedded: 600, refused: 0, serves: true });
      expect(progress.reduce((sum, batch) => sum + batch, 0)).toBe(600);
      await test.store.saveKnowledge(tenantId, [aDistinctEntry(7, 2), aDistinctEntry(601)]);
      expect(await embedKnowledge(tenantOf(e1), parts)).toMatchObject({ embedded: 2 });
      expect(new Set(e1.asked).size).toBe(602);
      expect([await count(e1), await find(601, [e1]), await find(7, [e1])]).toEqual([601, 'ticket:601', undefined]);
    });

    it('leaves out the text that is refused and embeds all the others, again and again', async () => {
      const culprit = textOf(aDistinctEntry(123));
      const e1 = createScriptedEmbedder('e1', { refuses: (text) => text === culprit });
      await save(1, 300);
      const outcome = { refused: 1, serves: true };
      expect(await embedKnowledge(tenantOf(e1), parts)).toMatchObject({ embedded: 299, ...outcome });
      expect(await embedKnowledge(tenantOf(e1), parts)).toMatchObject({ embedded: 0, ...outcome });
      expect(await find(124, [e1])).toBe('ticket:124');
    });

    it('does not ask about each text of an embedder that refuses all of them', async () => {
      let asked = 0;
      const refuses = () => {
        asked += 1;
        return true;
      };
      await save(1, 500);
      const embedding = embedKnowledge(tenantOf(createScriptedEmbedder('e1', { refuses })), parts);
      await expect(embedding).rejects.toMatchObject({ code: 'rejected' });
      expect(asked).toBeLessThan(250);
      expect(await test.store.readServing(tenantId)).toBeNull();
    });

    it('takes the vector away of an item that was removed while it was being embedded', async () => {
      const e1 = createScriptedEmbedder('e1');
      await save(1, 3);
      const embed: Embedder['embed'] = async (texts) => {
        await test.store.removeKnowledge(tenantId, ['ticket:2']);
        return e1.embed(texts);
      };
      expect(await embedKnowledge(tenantOf({ ...e1, embed }), parts)).toMatchObject({ embedded: 2 });
      expect(await count(e1)).toBe(2);
      expect(await find(2, [e1])).toBeUndefined();
    });

    it('stops when it is told to, and goes on from there', async () => {
      const e1 = createScriptedEmbedder('e1');
      const stop = new AbortController();
      await save(1, 2_000);
      const { embedded } = await embedKnowledge(tenantOf(e1), parts, () => stop.abort(), stop.signal);
      expect(embedded).toBeLessThan(2_000);
      expect(await embedKnowledge(tenantOf(e1), parts)).toMatchObject({ embedded: 2_000 - embedded, serves: true });
    });
  });

  describe('a change of embedders', () => {
    it('answers every query all the time, also about what is new meanwhile', async () => {
      const [blue, green] = [createScriptedEmbedder('blue'), createScriptedEmbedder('green', { dimensions: 48 })];
      const both = [blue, green];
      await save(1, 900);
      await indexKnowledge(tenantOf(blue), parts);
      expect(await test.store.readServing(tenantId)).toBe('blue');

      let changing = true;
      const answers = { blue: 0, green: 0, missed: 0 };
      const ask = async () => {
        for (let asked = 0; changing || asked < 20; asked += 1) {
          const serving = (await test.store.readServing(tenantId)) as 'blue' | 'green';
          const number = 1 + ((asked * 37) % 900);
          if ((await find(number, both)) === `ticket:${number}`) answers[serving] += 1;
          else answers.missed += 1;
        }
      };
      const change = async () => {
        const changed = indexKnowledge(tenantOf(green, [blue]), parts);
        await save(1_000, 1);
        await embedItems(tenantOf(green, [blue]), ['ticket:1000'], parts);
        expect(await find(1_000, both)).toBe('ticket:1000');
        const outcome = await changed;
        const last = await indexKnowledge(tenantOf(green, [blue]), parts, { now: LATER() });
        return { outcome, last };
      };
      const changed = change().finally(() => {
        changing = false;
      });
      const [{ outcome, last }] = await Promise.all([changed, ask(), ask()]);
      expect(outcome).toMatchObject({ whole: true, retiring: true });
      expect(last).toMatchObject({ whole: true, retiring: false });
      expect(answers).toMatchObject({ missed: 0, blue: expect.any(Number), green: expect.any(Number) });
      expect(answers.blue).toBeGreaterThan(0);
      expect(answers.green).toBeGreaterThan(0);
      expect([await count(blue), await count(green)]).toEqual([0, 901]);
      expect(await test.store.listEmbedders(tenantId)).toEqual(['green']);
    });

    it('keeps what served before for as long as a query may still be asking it', async () => {
      const [blue, green] = [createScriptedEmbedder('blue'), createScriptedEmbedder('green')];
      await save(1, 20);
      await indexKnowledge(tenantOf(blue), parts);
      await indexKnowledge(tenantOf(green, [blue]), parts);
      await indexKnowledge(tenantOf(green, [blue]), parts);
      expect([await test.store.readServing(tenantId), await count(blue)]).toEqual(['green', 20]);
    });

    it('does not wait for an embedder that cannot be had any more, or that fails', async () => {
      const [blue, green] = [createScriptedEmbedder('blue'), createScriptedEmbedder('green')];
      await save(1, 20);
      await indexKnowledge(tenantOf(blue), parts);
      await save(30, 1);
      expect(await indexKnowledge(tenantOf(green), parts)).toMatchObject({ whole: true, embedded: 21 });
      const broken = createScriptedEmbedder('green', { refuses: () => true });
      await save(40, 1);
      expect(await indexKnowledge(tenantOf(blue, [broken]), parts)).toMatchObject({ whole: true });
      expect(await find(40, [blue])).toBe('ticket:40');
    });

    it('may be done by several processes at once', async () => {
      const [blue, green] = [createScriptedEmbedder('blue'), createScriptedEmbedder('green')];
      await save(1, 400);
      await indexKnowledge(tenantOf(blue), parts);
      const other = { ...parts, vectors: createChroma(server) };
      const runs = [parts, other, parts].map((each) => indexKnowledge(tenantOf(green, [blue]), each));
      for (const run of await Promise.all(runs)) expect(run).toMatchObject({ whole: true });
      expect([await count(green), await find(400, [green])]).toEqual([400, 'ticket:400']);
    });
  });

  describe('repair', () => {
    const e1 = createScriptedEmbedder('e1');
    const indexed = async (items: number) => {
      await save(1, items);
      await indexKnowledge(tenantOf(e1), parts);
    };

    it('leaves a whole collection alone', async () => {
      await indexed(30);
      expect(await indexKnowledge(tenantOf(e1), parts)).toMatchObject({ repaired: 'whole', embedded: 0, whole: true });
    });

    it('fills a collection again that is missing', async () => {
      await indexed(30);
      await parts.vectors.drop(tenantId, e1.id);
      expect(await indexKnowledge(tenantOf(e1), parts)).toMatchObject({ repaired: 'emptied', embedded: 30 });
      expect(await find(30, [e1])).toBe('ticket:30');
    });

    it('embeds alone what a short collection lacks, and removes what belongs to no item', async () => {
      await indexed(700);
      const collection = parts.vectors.forTenant(tenantId, e1.id);
      await collection.remove(['ticket:5', 'ticket:699']);
      const [embedding = []] = await e1.embed([textOf(aDistinctEntry(9_999))]);
      await collection.upsert([{ id: 'ticket:9999', embedding }]);
      await collection.upsert([{ id: 'ticket:9998', embedding }]);
      await collection.upsert([{ id: 'ticket:9997', embedding }]);
      expect(await indexKnowledge(tenantOf(e1), parts)).toMatchObject({ repaired: 'mended', embedded: 2 });
      expect(await count(e1)).toBe(700);
      expect([await find(5, [e1]), await find(699, [e1])]).toEqual(['ticket:5', 'ticket:699']);
      expect(await find(9_999, [e1])).toBeUndefined();
    });

    it('makes a collection anew whose vectors have another length', async () => {
      await indexed(30);
      const longer = createScriptedEmbedder('e1', { dimensions: 40 });
      expect(await indexKnowledge(tenantOf(longer), parts)).toMatchObject({ repaired: 'emptied', embedded: 30 });
      expect(await find(12, [longer])).toBe('ticket:12');
    });

    it('rebuilds on command, while the vectors that are there go on answering', async () => {
      await indexed(300);
      const before = e1.asked.length;
      const seen: (string | undefined)[] = [];
      const embed: Embedder['embed'] = async (texts) => {
        seen.push(await find(200, [e1]));
        return e1.embed(texts);
      };
      expect(await rebuildIndex(tenantOf({ ...e1, embed }), parts)).toMatchObject({ embedded: 300, whole: true });
      expect(e1.asked.length).toBeGreaterThanOrEqual(before + 300);
      expect(new Set(seen)).toEqual(new Set(['ticket:200']));
    });

    it('changes nothing while the server is down, and says that trying again may help', async () => {
      await indexed(10);
      const down = { ...parts, vectors: createChroma({ host: '127.0.0.1', port: 1 }), backWithinMs: 0 };
      const run = indexKnowledge(tenantOf(e1), down);
      await expect(run).rejects.toMatchObject({ code: 'unreachable', retryable: true });
      expect(await test.store.countEmbedded(tenantId, e1.id)).toMatchObject({ embedded: 10 });
    });
  });
});
