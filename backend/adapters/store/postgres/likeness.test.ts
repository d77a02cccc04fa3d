import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MaskedText } from '../../../ports/engine.ts';
import { areAlike, likenessOf } from './likeness.ts';

const WORDS = Array.from(
  { length: 400 },
  (_, at) =>
    `w${String.fromCharCode(97 + (at % 26))}${'aeiou'[at % 5]}${'klmnprst'[at % 8]}${'xyz'[at % 3]}${at % 2 ? 'on' : 'er'}`,
);
const likeness = (question: string, answer: string, tenant = 'a') =>
  likenessOf(tenant, {
    ...{ kind: 'ticket', title: '' as MaskedText },
    question: question as MaskedText,
    answer: answer as MaskedText,
  });
const share = (one: number[], other: number[]): boolean => one.some((band) => other.includes(band));
const text = (length: number) => fc.array(fc.constantFrom(...WORDS), { minLength: length, maxLength: length * 2 });

describe('whether two items repeat each other', () => {
  it('looks past names, numbers, placeholders, blanks and capitals', () => {
    const one = likeness('Where is order 4711 of [NAME]?', 'Hello [NAME], it left on 3 May.');
    const other = likeness('where is  ORDER 12 of [NAME] [NAME]', 'Hello [NAME],\n\nit left on 17 May!');
    expect([other.questionKey, other.answerKey, other.bands]).toEqual([one.questionKey, one.answerKey, one.bands]);
  });

  it('gives no key to a question that is too general to be answered in one way', () => {
    expect(likeness('Help please', 'x').questionKey).toBe('');
  });

  it('reads languages without blanks', () => {
    const one = likeness(
      '先月の請求書はどこで確認できますか。教えてください。',
      '設定の請求から請求書をダウンロードできます。ファイルはすぐに作成されます。',
    );
    const other = likeness(
      '先月の請求書はどこで確認できますか？ 教えてください！',
      '設定の請求から請求書をダウンロードできます。ファイルはすぐ作成されます。',
    );
    const opposite = likeness(
      '先月の請求書はどこで確認できますか。教えてください。',
      '設定の請求から請求書をダウンロードできません。ファイルはすぐに作成されます。',
    );
    expect(areAlike(one.words, other.words)).toBe(true);
    expect(areAlike(one.words, opposite.words)).toBe(false);
  });

  it('nearly always finds by a shared band what differs in one word of thirty', () => {
    let found = 0;
    let asked = 0;
    fc.assert(
      fc.property(text(30), text(40), fc.nat(29), (question, answer, at) => {
        const one = likeness(question.join(' '), answer.join(' '));
        const other = likeness(question.with(at, 'elsewise').join(' '), answer.with(at, 'otherwise').join(' '));
        if (!areAlike(one.words, other.words)) return;
        asked += 1;
        if (share(one.bands, other.bands)) found += 1;
      }),
      { numRuns: 300, seed: 7 },
    );
    expect(asked).toBeGreaterThan(250);
    expect(found / asked).toBeGreaterThan(0.98);
  });

  it('hardly ever finds others by a band, and never those of another tenant', () => {
    let shared = 0;
    fc.assert(
      fc.property(text(20), text(20), text(40), (one, other, answer) => {
        const mine = likeness(one.join(' '), answer.join(' '));
        if (share(mine.bands, likeness(other.join(' '), answer.join(' ')).bands)) shared += 1;
        expect(share(mine.bands, likeness(one.join(' '), answer.join(' '), 'b').bands)).toBe(false);
      }),
      { numRuns: 300, seed: 7 },
    );
    expect(shared).toBeLessThan(6);
  });
});
