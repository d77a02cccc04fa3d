import { describe, expect, it } from 'vitest';
import type { MaskedText } from '../../../ports/engine.ts';
import { aClassifyInput, aTaxonomy } from '../../../test/engine.ts';
import { createRulesEngine } from './create-rules-engine.ts';

const read = async (text: string, over = {}) => {
  const input = aClassifyInput({ subject: '' as MaskedText, text: text as MaskedText, ...over });
  const answer = await createRulesEngine().classify(input, new AbortController().signal);
  if (!answer.ok) throw new Error(answer.reason);
  const { category, urgency, sentiment } = answer.value;
  return [category[0], urgency[0], sentiment[0]].map((score) => score?.value);
};

describe('the rules engine', () => {
  it.each([
    ['Please refund the charge on my invoice', ['billing', 'P3', 'neutral']],
    ['Everything is down and nobody can work, this is unacceptable', ['technical', 'P1', 'angry']],
    ['Ich habe mein Passwort vergessen', ['account', 'P3', 'neutral']],
    ['Sería genial un modo oscuro', ['feature_request', 'P3', 'positive']],
    ['ログインできません', ['account', 'P2', 'neutral']],
    ['hello', ['general', 'P3', 'neutral']],
  ])('reads %s', async (text, expected) => {
    expect(await read(text)).toEqual(expected);
  });

  it('finds a category that does not ship by the words of its name', async () => {
    const described = { description: 'd', examples: [], subcategories: {} };
    const taxonomy = aTaxonomy({ categories: { lost_luggage: described, seats: described } });
    expect((await read('My luggage never arrived', { taxonomy }))[0]).toBe('lost_luggage');
  });

  it('is never sure, and drafts nothing', async () => {
    const engine = createRulesEngine();
    const { signal } = new AbortController();
    const answer = await engine.classify(aClassifyInput(), signal);
    expect(answer.ok && answer.value.category[0]?.probability).toBeLessThan(0.5);
    expect(
      await engine.draft(
        { ...aClassifyInput(), category: 'billing', urgency: 'P3', sentiment: 'neutral', passages: [], clarify: false },
        signal,
      ),
    ).toEqual({ ok: false, reason: 'cannot' });
  });
});
