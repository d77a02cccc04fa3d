import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MaskedText } from '../../../ports/engine.ts';
import { createLexicalEmbedder } from './create-lexical-embedder.ts';

const embedder = createLexicalEmbedder();
const embed = (...texts: string[]): Promise<number[][]> => embedder.embed(texts as MaskedText[]);
const dot = (a: number[] = [], b: number[] = []): number => a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);

describe('the lexical embedder', () => {
  it('puts the same problem in other words nearer than another problem', async () => {
    const [query, same, other] = await embed(
      'I cannot reset my password, the mail never arrives',
      'Password reset: no email is arriving',
      'The invoice of March shows the wrong company name',
    );
    expect(dot(query, same)).toBeGreaterThan(dot(query, other) + 0.2);
  });

  it('finds words of Japanese, which has no spaces', async () => {
    const [query, same, other] = await embed(
      '請求書を再発行してください',
      '請求書の再発行について',
      'アプリが起動しません',
    );
    expect(dot(query, same)).toBeGreaterThan(dot(query, other) + 0.2);
  });

  it('does not care for accents, capitals or placeholders', async () => {
    const [plain, accented] = await embed('reinitialisation contrasena', 'Réinitialisation [EMAIL_1] CONTRASEÑA');
    expect(dot(plain, accented)).toBeCloseTo(1, 6);
  });

  it('lets the title weigh more than the details', async () => {
    const [query, titled, mentioned] = await embed(
      'Calendar sync broken',
      'Calendar sync broken\nIt happened after lunch with the printer nearby',
      'Printer jams\nIt happened after lunch when calendar sync broken was nearby',
    );
    expect(dot(query, titled)).toBeGreaterThan(dot(query, mentioned) + 0.1);
  });

  it('gives a fixed unit vector for nothing', async () => {
    const [empty, marks] = await embed('', ' […] !!');
    expect(empty).toEqual(marks);
    expect(dot(empty, empty)).toBe(1);
  });

  it('gives a unit vector of its dimensions for any text, the same each time', () =>
    fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), fc.string({ unit: 'grapheme', maxLength: 300 })),
        async (text) => {
          const [first = [], second] = await embed(text, text);
          expect(first).toHaveLength(embedder.dimensions);
          expect(Math.hypot(...first)).toBeCloseTo(1, 6);
          expect(second).toEqual(first);
        },
      ),
    ));

  it.each(['a', 'refund ', '日本語', '[A_', "a'"])('reads a bounded part of 100 KB of %j', async (part) => {
    const start = performance.now();
    await embed(part.repeat(100_000 / part.length));
    expect(performance.now() - start).toBeLessThan(1000);
  });
});
