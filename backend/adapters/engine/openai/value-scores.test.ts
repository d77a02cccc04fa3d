import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type TokenLogprob, valueScores } from './value-scores.ts';

const VALUES = ['billing', 'bill_dispute', 'technical', 'account'] as const;

const token = (text: string, probability = 1, rivals: [string, number][] = []): TokenLogprob => ({
  token: text,
  logprob: Math.log(probability),
  top_logprobs: [[text, probability] as const, ...rivals].map(([other, p]) => ({ token: other, logprob: Math.log(p) })),
});

const scores = (tokens: TokenLogprob[], key = 'category', values: readonly string[] = VALUES) => {
  const found = valueScores(tokens.map((one) => one.token).join(''), tokens, key, values);
  return (
    found && Object.fromEntries(found.map(({ value, probability }) => [value, Math.round(probability * 1e6) / 1e6]))
  );
};

describe('valueScores', () => {
  it('reads the rivals at the token where the values part', () => {
    const tokens = [
      token('{"category":"'),
      token('technical', 0.7, [
        ['account', 0.2],
        ['bill', 0.1],
      ]),
      token('"}'),
    ];
    expect(scores(tokens)).toEqual({ technical: 0.7, account: 0.2, billing: 0.05, bill_dispute: 0.05 });
  });

  it('follows the chosen value over several tokens', () => {
    const tokens = [
      token('{"category":"'),
      token('bill', 0.8, [['technical', 0.2]]),
      token('ing', 0.75, [['_dispute', 0.25]]),
      token('"}'),
    ];
    expect(scores(tokens)).toEqual({ billing: 0.6, bill_dispute: 0.2, technical: 0.2, account: 0 });
  });

  it('understands tokens that reach over the edges of the value', () => {
    const tokens = [token('{"category'), token('":"tech', 0.9, [['":"account', 0.1]]), token('nical"}')];
    expect(scores(tokens)).toEqual({ technical: 0.9, account: 0.1, billing: 0, bill_dispute: 0 });
  });

  it('tells a value from a longer one that begins like it by the closing quote', () => {
    const tokens = [token('{"category":"'), token('a'), token('"', 0.6, [['b', 0.4]]), token('}')];
    expect(scores(tokens, 'category', ['a', 'ab'])).toEqual({ a: 0.6, ab: 0.4 });
  });

  it.each(['残高', 'né 😀'])('knows the value, however the tokens of the free text after it are cut: %s', (text) => {
    const content = `{"category":"account","summary":"${text}"}`;
    const escaped = [...Buffer.from(text)].map((byte) => token(`\\x${byte.toString(16)}`));
    const decided = token('account', 0.7, [['technical', 0.3]]);
    const tokens = [token('{"category":"'), decided, token('","summary":"'), ...escaped, token('"}')];
    const found = valueScores(content, tokens, 'category', VALUES);
    expect(found?.[0]).toEqual({ value: 'account', probability: expect.closeTo(0.7) });
  });

  it('reads half characters before the value by their bytes', () => {
    const content = '{"summary":"残","category":"account"}';
    const halves = [...Buffer.from('残')].map((byte) => ({ ...token(`\\x${byte.toString(16)}`), bytes: [byte] }));
    const decided = token('account', 0.7, [['technical', 0.3]]);
    const tokens = [token('{"summary":"'), ...halves, token('","category":"'), decided, token('"}')];
    const found = valueScores(content, tokens, 'category', VALUES);
    expect(found?.[0]).toEqual({ value: 'account', probability: expect.closeTo(0.7) });
  });

  it('puts the value that was chosen first, and the others by what they are worth', () => {
    const tokens = [
      token('{"category":"'),
      token('bill', 0.6, [['technical', 0.4]]),
      token('ing', 0.5, [['_dispute', 0.5]]),
      token('"}'),
    ];
    const found = valueScores('{"category":"billing"}', tokens, 'category', VALUES);
    expect(found?.map(({ value }) => value)).toEqual(['billing', 'technical', 'bill_dispute', 'account']);
  });

  it('leaves out what no value begins with, and shares the rest', () => {
    const tokens = [
      token('{"category":"'),
      token('account', 0.3, [
        ['zebra', 0.6],
        ['technical', 0.1],
      ]),
      token('"}'),
    ];
    expect(scores(tokens)).toEqual({ account: 0.75, technical: 0.25, billing: 0, bill_dispute: 0 });
  });

  it.each([
    ['no tokens', [], '{"category":"account"}'],
    ['tokens that end in the value', [token('{"category":"acc')], '{"category":"account"}'],
    ['tokens that spell something else', [token('{"category":"billing"}')], '{"category":"account"}'],
    ['a value that is not among them', [token('{"category":"other"}')], '{"category":"other"}'],
    ['no such key', [token('{"urgency":"account"}')], '{"urgency":"account"}'],
  ])('knows nothing from %s', (_, tokens, content) => {
    expect(valueScores(content, tokens, 'category', VALUES)).toBeNull();
  });

  it('gives probabilities that sum to one for whatever tokens and rivals there are', () => {
    const word = fc.constantFrom('bill', 'ing', 'technical', 'a', 'account"', '"', '_dispute', '', 'x');
    const piece = fc.record({ rivals: fc.array(fc.tuple(word, fc.double({ min: 1e-9, max: 1, noNaN: true }))) });
    fc.assert(
      fc.property(
        fc.constantFrom(...VALUES),
        fc.array(fc.integer({ min: 1, max: 6 })),
        fc.array(piece, { minLength: 12, maxLength: 12 }),
        (chosen, cuts, pieces) => {
          const content = `{"category":"${chosen}","summary":"\\"category\\":\\"account\\""}`;
          let at = 0;
          const tokens = [...cuts, content.length].flatMap((length, index) => {
            const text = content.slice(at, at + length);
            at += length;
            return text ? [token(text, 0.5, pieces[index % pieces.length]?.rivals)] : [];
          });
          const found = valueScores(content, tokens, 'category', VALUES);
          expect(found?.map(({ value }) => value).sort()).toEqual([...VALUES].sort());
          expect(found?.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1);
          expect(found?.every(({ probability }) => probability >= 0 && probability <= 1)).toBe(true);
        },
      ),
    );
  });
});
