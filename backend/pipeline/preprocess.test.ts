import fc from 'fast-check';
import { countTokens } from 'gpt-tokenizer/encoding/o200k_base';
import { describe, expect, it } from 'vitest';
import type { MaskedText } from '../ports/engine.ts';
import type { Masker } from '../ports/masker.ts';
import { cutToTokens } from './preprocess/cut-to-tokens.ts';
import { detectLanguage } from './preprocess/detect-language.ts';
import { toStorable } from './preprocess/to-storable.ts';
import { preprocess } from './preprocess.ts';

/** Masks every run of digits: enough to see what is handed to a masker and what becomes of its answer. */
const masker: Masker = {
  mask(text, _hints, vault = {}) {
    const next = { ...vault };
    const masked = text.replace(/\d+/g, (digits) => {
      const known = Object.keys(next).find((key) => next[key] === digits) ?? `[ID_${Object.keys(next).length + 1}]`;
      next[known] = digits;
      return known;
    });
    return { text: masked as MaskedText, vault: next };
  },
};
const prepare = (subject: string, text: string, maxTokens = 1000) =>
  preprocess({ subject, text, people: [], maxTokens }, masker);

describe('preprocess', () => {
  it('masks subject and text with one vault', () => {
    expect(prepare('Order 17', 'Where are 17 and 18? I cannot find them anywhere in my account.')).toEqual({
      subject: 'Order [ID_1]',
      text: 'Where are [ID_1] and [ID_2]? I cannot find them anywhere in my account.',
      language: 'en',
      vault: { '[ID_1]': '17', '[ID_2]': '18' },
      truncated: false,
    });
  });

  it('masks before it cuts: no number and no placeholder is halved by the cut', () => {
    const { text, truncated } = prepare('', '4111 '.repeat(20_000), 100);
    expect(truncated).toBe(true);
    expect(text.replaceAll('[ID_1]', '').replace('[… truncated …]', '').trim()).toBe('');
  });

  it('takes NUL and lone surrogates out', () => {
    expect(toStorable('a\u0000b\ud800c')).toBe('ab\ufffdc');
    expect(prepare('\u0000', 'x\udfff').text).toBe('x\ufffd');
  });
});

describe('cutToTokens', () => {
  const tokens = (text: string): number => countTokens(text, { disallowedSpecial: new Set<string>() });

  it('leaves a text that fits alone', () => {
    expect(cutToTokens('short <|endoftext|> text', 50)).toEqual({ text: 'short <|endoftext|> text', truncated: false });
  });

  it('keeps the beginning and the end, and says what it did', () => {
    const words = Array.from({ length: 5000 }, (_, index) => `word${index}`).join(' ');
    const { text, truncated } = cutToTokens(words, 200);
    expect(truncated).toBe(true);
    expect(text).toMatch(/^word0 word1 .*\n\[… truncated …\]\n.* word4999$/s);
    expect(tokens(text)).toBeLessThanOrEqual(200);
    expect(tokens(text)).toBeGreaterThan(150);
  });

  it('stays within the budget and well-formed for any text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }),
        fc.integer({ min: 20, max: 120 }),
        (unit, budget) => {
          const { text } = cutToTokens(unit.repeat(200), budget);
          expect(text.isWellFormed()).toBe(true);
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

describe('detectLanguage', () => {
  it.each([
    ['en', 'My invoice is wrong and I would like a refund.'],
    ['es', 'No puedo entrar en mi cuenta desde ayer.'],
    ['fr', "Je n'arrive plus à me connecter à mon compte."],
    ['de', 'Ich kann mich seit gestern nicht mehr anmelden.'],
    ['pt', 'Não consigo entrar na minha conta desde ontem.'],
    ['ja', 'ログインできません。'],
    ['ja', '返金希望 よろしくお願いします'],
    ['zh', '我无法登录我的账户'],
    ['ko', '로그인이 안 됩니다'],
    ['ja', 'アプリ「ShopSync Manager」がcrashします'],
    ['und', 'ok'],
    ['und', '12345 !!! https://example.com a@b.co'],
    ['und', '[EMAIL_1] [NAME_2] [PHONE_3]'],
    ['und', ''],
  ])('%s: %s', (language, text) => expect(detectLanguage(text)).toBe(language));
});
