import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MaskedText } from '../ports/engine.ts';
import type { ItemFacts, KnowledgeItem } from '../ports/knowledge.ts';
import { rank, readRanked } from './rank.ts';
import type { Hit } from './retrieve.ts';

const now = new Date('2026-06-01T00:00:00Z');
const facts = (id: string, over: Partial<ItemFacts> = {}): ItemFacts => ({
  id,
  kind: 'ticket',
  ticketId: id,
  category: 'technical',
  language: 'fr',
  resolvedAt: '2024-01-01T00:00:00Z',
  satisfaction: null,
  gold: false,
  standing: 'current',
  copies: 1,
  answerKey: id,
  ...over,
});
const hit = (id: string, likeness: number, over: Partial<ItemFacts> = {}): Hit => ({
  facts: facts(id, over),
  likeness,
});
const wanted = { category: 'billing', language: 'en', now } as const;
const ids = (hits: Hit[]) => rank(hits, wanted).map((chosen) => chosen.facts.id);

describe('rank', () => {
  it.each<[string, Partial<ItemFacts>]>([
    ['the category', { category: 'billing' }],
    ['the language', { language: 'en' }],
    ['an approved item', { gold: true }],
    ['a good rating', { satisfaction: 'good' }],
    ['a recent resolution', { resolvedAt: '2026-05-20T00:00:00Z' }],
    ['an article', { kind: 'article', resolvedAt: null }],
  ])('prefers %s between equals', (_, better) => {
    expect(ids([hit('a-plain', 0.5), hit('better', 0.5, better)])[0]).toBe('better');
  });

  it.each<[string, Partial<ItemFacts>]>([
    ['rated badly', { satisfaction: 'bad' }],
    ['superseded by a newer answer', { standing: 'superseded' }],
    ['stale', { standing: 'stale' }],
  ])('puts what is %s behind its equal', (_, worse) => {
    expect(ids([hit('a-worse', 0.5, worse), hit('plain', 0.5)])).toEqual(['plain', 'a-worse']);
  });

  it('prefers the more recent of two, the longer ago the less it matters', () => {
    const at = (id: string, resolvedAt: string) => hit(id, 0.5, { resolvedAt });
    const order = ids([
      at('a', '2021-01-01T00:00:00Z'),
      at('b', '2026-05-31T00:00:00Z'),
      at('c', '2025-06-01T00:00:00Z'),
    ]);
    expect(order).toEqual(['b', 'c', 'a']);
  });

  it('never hides the best match because its category differs', () => {
    expect(ids([hit('other', 0.6), hit('same', 0.5, { category: 'billing' })])[0]).toBe('other');
  });

  it('falls back to another language when nothing in the own one is as near', () => {
    expect(ids([hit('foreign', 0.8), hit('own', 0.5, { language: 'en' })])[0]).toBe('foreign');
    expect(ids([hit('foreign', 0.6), hit('own', 0.5, { language: 'en' })])[0]).toBe('own');
    expect(ids([hit('foreign', 0.5)])).toEqual(['foreign']);
  });

  it('never lifts a weak match above a good one, whatever speaks for it', () => {
    const favoured = { category: 'billing' as const, gold: true, satisfaction: 'good' as const, language: 'en' };
    expect(ids([hit('near', 0.5), hit('weak', 0.3, favoured)])[0]).toBe('near');
  });

  it('shows nothing that is far behind the best', () => {
    expect(ids([hit('best', 0.8), hit('near', 0.6), hit('behind', 0.3)])).toEqual(['best', 'near']);
  });

  it('calls nothing similar that is not', () => {
    expect(ids([hit('far', 0.21, { category: 'billing', language: 'en', gold: true })])).toEqual([]);
  });

  it('shows one copy of an answer, the best, and five at the most', () => {
    const copies = ['c', 'a', 'b'].map((id, index) => hit(id, 0.8 - index / 100, { answerKey: 'same' }));
    expect(ids([...copies, hit('other', 0.7)])).toEqual(['c', 'other']);
    expect(ids(Array.from({ length: 9 }, (_, index) => hit(String(index), 0.5)))).toHaveLength(5);
  });

  it('gives scores from 0 to 1, best first, each item once', () =>
    fc.assert(
      fc.property(
        fc.uniqueArray(
          fc.record({
            id: fc.string(),
            likeness: fc.double({ min: 0, max: 1, noNaN: true }),
            over: fc.record({
              gold: fc.boolean(),
              satisfaction: fc.constantFrom('good', 'bad', null),
              standing: fc.constantFrom('current', 'superseded', 'stale'),
              resolvedAt: fc.constantFrom(null, '2026-01-01T00:00:00Z', '2030-01-01T00:00:00Z'),
            }),
          }),
          { selector: ({ id }) => id },
        ),
        (found) => {
          const scores = rank(
            found.map(({ id, likeness, over }) => hit(id, likeness, over)),
            wanted,
          ).map(({ score }) => score);
          expect(scores).toEqual(scores.toSorted((a, b) => b - a));
          expect(scores.every((score) => score > 0 && score <= 1)).toBe(true);
        },
      ),
    ));
});

describe('readRanked', () => {
  it('reads the texts of the chosen, in their order, without what is gone', async () => {
    const asked: string[][] = [];
    const item = (id: string) => ({ id, answer: `answer of ${id}` as MaskedText }) as KnowledgeItem;
    const store = {
      readKnowledge: async (_: string, wantedIds: string[]) => {
        asked.push(wantedIds);
        return ['b', 'a'].map(item);
      },
    };
    const chosen = ['a', 'gone', 'b'].map((id) => ({ facts: facts(id), score: 0.5 }));
    const ranked = await readRanked('t', chosen, store);
    expect(ranked.map(({ item: { answer } }) => answer)).toEqual(['answer of a', 'answer of b']);
    expect(asked).toEqual([['a', 'gone', 'b']]);
  });
});
