import { describe, expect, it } from 'vitest';
import { fitBm25 } from './bm25.ts';
import { byScore, firstRelevant, scoreRanks } from './ranked-list.ts';
import { tryFloors, tryFusions } from './retrieval-trials.ts';
import { readResult, run, write } from './test/run-eval.ts';
import { fitCosines } from './tfidf.ts';

const query = (relevant: string[], self: string | null = null) => ({
  id: 'q',
  text: 'password reset',
  self,
  isRelevant: (id: string) => relevant.includes(id),
});

describe('the place of the first relevant passage', () => {
  it('counts from 1 and does not count the query itself', () => {
    expect(firstRelevant(['a', 'b', 'c'], query(['c', 'b']))).toBe(2);
    expect(firstRelevant(['me', 'a'], query(['a', 'me'], 'me'))).toBe(1);
    expect(firstRelevant(['a'], query(['b']))).toBe(Number.POSITIVE_INFINITY);
  });

  it('makes shares and the mean reciprocal rank, with nothing for what was not found', () => {
    expect(scoreRanks([1, 4, 8, Number.POSITIVE_INFINITY])).toEqual({
      'hit@1': 0.25,
      'hit@5': 0.5,
      'hit@10': 0.75,
      mrr: (1 + 1 / 4 + 1 / 8) / 4,
    });
  });

  it('lists what has a score, best first, the earlier one of equals before', () => {
    expect(byScore(['a', 'b', 'c', 'd'], [0.5, 0.9, 0, 0.5])).toEqual(['b', 'a', 'd']);
  });
});

describe('the textbooks', () => {
  const texts = ['red red apple', 'green apple', 'a long text on nothing at all'];

  it('have BM25 with k1 1.2 and b 0.75', () => {
    const [first, second, third] = fitBm25(texts)('red apple');
    const mean = 12 / 3;
    const part = (count: number, length: number) => (count * 2.2) / (count + 1.2 * (0.25 + (0.75 * length) / mean));
    const rarity = (having: number) => Math.log(1 + (3 - having + 0.5) / (having + 0.5));
    expect(first).toBeCloseTo(rarity(1) * part(2, 3) + rarity(2) * part(1, 3), 10);
    expect(second).toBeCloseTo(rarity(2) * part(1, 2), 10);
    expect(third).toBe(0);
  });

  it('have the cosine of a text with itself at 1', () => {
    expect(fitCosines(texts)('green apple')[1]).toBeCloseTo(1, 10);
    expect(fitCosines(texts)('green apple')[2]).toBe(0);
  });
});

describe('the trials of the weights', () => {
  const facts = { kind: 'ticket', ticketId: null, category: null, language: 'en', resolvedAt: null } as const;
  const hit = (id: string, likeness: number) => ({
    likeness,
    facts: { ...facts, id, satisfaction: null, gold: false, standing: 'current' as const, copies: 1, answerKey: id },
  });
  const asked = (id: string, likeness: number) => ({
    query: query(['a']),
    vectors: [{ id: 'a', likeness: 0.8 }],
    words: [{ id: 'b', likeness: 0.9 }],
    hits: [hit(id, likeness)],
  });

  it('say what each fusion finds', () => {
    const { 'vectors alone': vectors, 'words alone': words, ...fused } = tryFusions([asked('a', 0.5)]);
    expect(vectors).toEqual({ 'hit@5': 1, mrr: 1 });
    expect(words).toEqual({ 'hit@5': 0, mrr: 0 });
    expect(Object.values(fused).every((each) => each['hit@5'] === 1)).toBe(true);
  });

  it('say what a floor hides and what it lets through', () => {
    const floors = tryFloors([asked('a', 0.15), asked('a', 0.5)], [asked('x', 0.21), asked('x', 0.1)]);
    expect(floors.find(({ floor }) => floor === 0.14)).toMatchObject({ hidden: 0, shown: 0.5 });
    expect(floors.find(({ floor }) => floor === 0.22)).toMatchObject({ hidden: 0.5, shown: 0 });
  });
});

describe('npm run eval -- retrieval', () => {
  const corpus = write('retrieval.corpus.jsonl', [
    { id: 'reset', subject: 'Password', text: 'How to reset a password by mail' },
    { id: 'invoice', text: 'Where to find the invoice of a month' },
    { id: 'printer', text: 'The printer does not print' },
  ]);
  const queries = write('retrieval.queries.jsonl', [
    { id: '1', text: 'I want to reset my password', relevant: ['reset'] },
    { id: '2', text: 'invoices of last month', relevant: ['printer'] },
  ]);

  it.each(['dense', 'lexical', 'fused'])('measures %s beside the textbooks', async (mode) => {
    const done = await run('retrieval', '--corpus', corpus, '--queries', queries, '--mode', mode, '--json');
    expect(readResult(done)).toMatchObject({
      ...{ n: 2, corpus: 3, mode, 'hit@1': 0.5 },
      baselines: { bm25: { 'hit@5': expect.any(Number) }, tfidf: { mrr: expect.any(Number) } },
      ...(mode === 'fused' ? { shown: { any: 1, relevant: 0.5 } } : {}),
    });
  });

  it.each([
    ['an unknown embedder', ['--embedder', 'word2vec'], 'there are lexical and openai'],
    ['an outside one without a key', ['--embedder', 'openai'], 'needs OPENAI_API_KEY'],
  ])('refuses %s', async (_, args, reason) => {
    const { code, stderr } = await run('retrieval', '--corpus', corpus, '--queries', queries, ...args);
    expect(code).toBe(2);
    expect(stderr).toContain(reason);
  });
});
