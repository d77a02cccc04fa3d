import { describe, expect, it } from 'vitest';
import type { Embedder } from '../ports/embedder.ts';
import type { MaskedText } from '../ports/engine.ts';
import type { ItemFacts } from '../ports/knowledge.ts';
import type { Neighbour } from '../ports/vectors.ts';
import { type RetrieveParts, retrieve } from './retrieve.ts';

const factsOf = (id: string): ItemFacts => ({
  ...{ id, kind: 'ticket', ticketId: id, category: null, language: 'en', resolvedAt: null, satisfaction: null },
  ...{ gold: false, standing: 'current', copies: 1, answerKey: id },
});
const embedderOf = (id: string): Embedder => ({ id, dimensions: 1, embed: async (texts) => texts.map(() => [1]) });
const ticket = { id: '99', subject: 'Printer' as MaskedText, text: 'It does not print' as MaskedText };

type World = {
  serving?: string | null;
  nearest?: (embedderId: string) => Promise<Neighbour[]>;
  shared?: { id: string; score: number }[];
  configured?: Embedder;
  earlier?: Embedder[];
  gone?: string[];
  patienceMs?: number;
};

/** Whose vectors were asked for and what was read, beside what was found. */
async function search(world: World) {
  const asked: string[] = [];
  const texts: string[] = [];
  const reads: string[][] = [];
  const nearest = world.nearest ?? (async () => [{ id: 'near', similarity: 0.8 }]);
  const parts: RetrieveParts = {
    tenant: {
      id: 't',
      embedder: world.configured ?? embedderOf('e1'),
      findEmbedder: (id) => world.earlier?.find((each) => each.id === id) ?? null,
    },
    vectors: {
      forTenant: (_, embedderId) => ({
        nearest: () => {
          asked.push(embedderId);
          return nearest(embedderId);
        },
        upsert: async () => {},
        count: async () => 0,
        remove: async () => {},
      }),
    },
    store: {
      readServing: async () => (world.serving === undefined ? 'e1' : world.serving),
      searchKnowledge: async (_, text) => {
        texts.push(text);
        return world.shared ?? [{ id: 'shared', score: 0.49 }];
      },
      readFacts: async (_, ids) => {
        reads.push(ids);
        return ids.filter((id) => !world.gone?.includes(id)).map(factsOf);
      },
    },
    ...(world.patienceMs === undefined ? {} : { patienceMs: world.patienceMs }),
  };
  const { hits, available } = await retrieve(ticket, parts);
  return { found: hits.map(({ facts }) => facts.id), hits, available, asked, texts, reads };
}

describe('retrieve', () => {
  it('finds by vectors and by words, and reads the facts of each once', async () => {
    const { found, available, texts, reads } = await search({});
    expect(found.toSorted()).toEqual(['near', 'shared']);
    expect(available).toBe(true);
    expect(texts).toEqual(['Printer\nIt does not print']);
    expect(reads.flat().toSorted()).toEqual(['near', 'shared']);
  });

  it.each<[string, World]>([
    ['is down', { nearest: () => Promise.reject(new Error('refused')) }],
    ['is slow', { nearest: () => new Promise(() => {}), patienceMs: 1 }],
    [
      'cannot be asked, since the text cannot be embedded',
      {
        configured: { ...embedderOf('e1'), embed: () => Promise.reject(new Error('no embedder')) },
      },
    ],
  ])('goes by words alone when the vector store %s, and says so', async (_, world) => {
    const { found, available } = await search(world);
    expect(found).toEqual(['shared']);
    expect(available).toBe(false);
  });

  it('asks the collection of the embedder that serves, though another one is configured', async () => {
    const world = { serving: 'e0', configured: embedderOf('e1'), earlier: [embedderOf('e0')] };
    expect((await search(world)).asked).toEqual(['e0']);
  });

  it.each<[string, World]>([
    ['before any embedder serves', { serving: null }],
    ['when the one that serves cannot be had any more', { serving: 'lost' }],
  ])('goes by words alone %s, which is no outage', async (_, world) => {
    const { found, available, asked } = await search(world);
    expect(found).toEqual(['shared']);
    expect(available).toBe(true);
    expect(asked).toEqual([]);
  });

  it('leaves out the ticket itself and what the store does not have', async () => {
    const nearest = async () => ['99', 'near', 'removed'].map((id) => ({ id, similarity: 0.9 }));
    const { found } = await search({ nearest, gone: ['removed'], shared: [] });
    expect(found).toEqual(['near']);
  });

  it('fails when the store does, and not before it is waited for', async () => {
    const broken: RetrieveParts = {
      tenant: { id: 't', embedder: embedderOf('e1'), findEmbedder: () => null },
      vectors: { forTenant: () => Promise.reject(new Error('unused')) as never },
      store: {
        readServing: () => Promise.reject(new Error('store down')),
        searchKnowledge: () => Promise.reject(new Error('store down')),
        readFacts: async () => [],
      },
    };
    const retrieving = retrieve(ticket, broken);
    for (let turn = 0; turn < 10; turn++) await new Promise(setImmediate);
    await expect(retrieving).rejects.toThrow('store down');
  });
});
