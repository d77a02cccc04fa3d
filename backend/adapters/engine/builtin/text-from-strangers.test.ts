import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RawClassification } from '../../../ports/engine.ts';
import { classify, shippedCategories } from './test/classify.ts';

describe('text from strangers', () => {
  const check = async (subject: string, text: string): Promise<RawClassification> => {
    const value = await classify(text, subject);
    const ticket = `${subject}\n${text}`;
    expect(value.evidence.length).toBeLessThanOrEqual(8);
    for (const word of value.evidence) expect(ticket).toContain(word);
    expect(value.summary.length).toBeLessThanOrEqual(160);
    if (ticket.isWellFormed()) expect(value.summary.isWellFormed()).toBe(true);
    for (const { probability } of value.category) {
      expect(probability).toBeGreaterThanOrEqual(0);
      expect(probability).toBeLessThanOrEqual(1);
    }
    expect(shippedCategories).toContain(value.category[0]?.value);
    return value;
  };
  const anyText = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 400 }),
    fc.string({ unit: 'grapheme', maxLength: 400 }),
    fc
      .array(
        fc.constantFrom(
          '[A_',
          '[EMAIL_1]',
          "'",
          '’',
          '。',
          '!?',
          '日本語',
          'refund',
          ' ',
          '\n',
          '\ud83d',
          '👩‍👩‍👧',
          '٣',
          'ﬁ',
        ),
        { maxLength: 200 },
      )
      .map((parts) => parts.join('')),
  );

  it('never breaks the engine', () =>
    fc.assert(
      fc.asyncProperty(anyText, anyText, async (subject, text) => void (await check(subject, text))),
      { numRuns: 300 },
    ));

  it.each(['a', '. ', '[A_', "a'", '日本語', '😀', 'refund ', 'not '])('reads 100 KB of %j', async (part) => {
    await check('', part.repeat(100_000 / part.length));
  });
});
