import fc from 'fast-check';
import { countTokens as countCl100k } from 'gpt-tokenizer/encoding/cl100k_base';
import { countTokens as countO200k } from 'gpt-tokenizer/encoding/o200k_base';
import { describe, expect, it } from 'vitest';
import { cutToTokens } from './cut-to-tokens.ts';

const AS_TEXT = { disallowedSpecial: new Set<string>() };
const tokens = (text: string): number => countO200k(text, AS_TEXT);

describe('cutToTokens', () => {
  it.each(['short <|endoftext|> text', '注文が届きません', '[EMAIL_1] 😀', ''])(
    'leaves a text that fits alone: %s',
    (text) => {
      expect(cutToTokens(text, 50)).toEqual({ text, truncated: false });
    },
  );

  it('keeps the beginning and the end, and says what it did', () => {
    const words = Array.from({ length: 5000 }, (_, index) => `word${index}`).join(' ');
    const { text, truncated } = cutToTokens(words, 200);
    expect(truncated).toBe(true);
    expect(text).toMatch(/^word0 word1 .*\n\[… truncated …\]\n.* word4999$/s);
    expect(tokens(text)).toBeLessThanOrEqual(200);
    expect(tokens(text)).toBeGreaterThan(150);
  });

  it("counts in the model's own tokens, and as for the newest for a model that it does not know", () => {
    const text = '配送状況を確認したいのですが、ページが開きません。'.repeat(40);
    const budget = tokens(text);
    expect(countCl100k(text, AS_TEXT)).toBeGreaterThan(budget);
    const slack = Math.ceil(budget * 1.1);
    expect(cutToTokens(text, slack, 'a-model-of-our-own').truncated).toBe(false);
    expect(cutToTokens(text, slack).truncated).toBe(false);
    const older = cutToTokens(text, slack, 'gpt-4');
    expect(older.truncated).toBe(true);
    expect(countCl100k(older.text, AS_TEXT)).toBeLessThanOrEqual(slack);
  });

  it('halves no placeholder and no character, and stays within the budget, for any text', () => {
    const unit = fc.oneof(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }),
      fc.constantFrom('[EMAIL_12]', '😀', 'word ', '漢字'),
    );
    fc.assert(
      fc.property(
        fc.array(unit, { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 20, max: 120 }),
        (units, budget) => {
          const { text } = cutToTokens(units.join('').repeat(200), budget);
          expect(text.isWellFormed()).toBe(true);
          expect(text.replaceAll('[EMAIL_12]', '')).not.toMatch(/\[EMAIL_|EMAIL_1?2?\]/);
          expect(tokens(text)).toBeLessThanOrEqual(budget + 4);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('looks only at what the budget can reach of a very long text', () => {
    for (const unit of ['a', ' ', '\n', '[', '😀', '漢'])
      expect(cutToTokens(unit.repeat(1_000_000 / unit.length), 1000).truncated).toBe(true);
  });
});
