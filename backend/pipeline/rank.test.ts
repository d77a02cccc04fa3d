import { describe, expect, it } from 'vitest';
import type { MaskedText } from '../ports/engine.ts';
import type { KnowledgeItem } from '../ports/store.ts';
import { rank } from './rank.ts';

const now = new Date('2026-06-01T00:00:00Z');
const item = (id: string, over: Partial<KnowledgeItem> = {}): KnowledgeItem => ({
  id,
  kind: 'ticket',
  ticketId: id,
  url: null,
  title: id as MaskedText,
  question: 'q' as MaskedText,
  answer: id as MaskedText,
  category: 'technical',
  language: 'en',
  resolvedAt: '2026-01-01T00:00:00Z',
  resolutionHours: 2,
  satisfaction: null,
  gold: false,
  contentHash: id,
  ...over,
});
const hit = (id: string, similarity: number, over: Partial<KnowledgeItem> = {}) => ({
  item: item(id, over),
  similarity,
});
const ids = (hits: ReturnType<typeof hit>[]) =>
  rank(hits, { category: 'billing', language: 'en', now }).map((ranked) => ranked.item.id);

describe('rank', () => {
  it.each([
    ['the category', { category: 'billing' }],
    ['the language', { language: 'en' }],
    ['gold', { gold: true }],
    ['a good rating', { satisfaction: 'good' as const }],
    ['a recent resolution', { resolvedAt: '2026-05-20T00:00:00Z' }],
  ])('prefers %s between equals', (_, better) => {
    const plain = { language: 'fr', resolvedAt: '2024-01-01T00:00:00Z' };
    expect(ids([hit('plain', 0.5, plain), hit('better', 0.5, { ...plain, ...better })])[0]).toBe('better');
  });

  it('never hides the best match because its category differs', () => {
    expect(ids([hit('other', 0.9), hit('same', 0.5, { category: 'billing' })])[0]).toBe('other');
  });

  it('never lifts a weak match above a good one, whatever speaks for it', () => {
    const favoured = { category: 'billing' as const, gold: true, satisfaction: 'good' as const };
    expect(ids([hit('near', 0.5, { satisfaction: null, language: 'en' }), hit('weak', 0.3, favoured)])[0]).toBe('near');
  });

  it('shows nothing that is far behind the best', () => {
    expect(ids([hit('best', 0.8), hit('near', 0.6), hit('behind', 0.3)])).toEqual(['best', 'near']);
  });

  it('calls nothing similar that is not', () => {
    expect(ids([hit('far', 0.02, { category: 'billing', gold: true })])).toEqual([]);
  });

  it('shows one copy of an answer, and five at the most', () => {
    const copies = ['a', 'b', 'c'].map((id) => hit(id, 0.8, { answer: 'same words' as MaskedText }));
    expect(ids(copies)).toHaveLength(1);
    expect(ids(Array.from({ length: 9 }, (_, index) => hit(String(index), 0.5)))).toHaveLength(5);
  });
});
