import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type EscalationRules, escalationRulesSchema, RULES, type Rule } from '../../contract/escalation-rules.ts';
import { APART, GAP, LETTERS, UNSPACED_GAP } from './compile.ts';
import { ownPhrases } from './own-phrases.ts';
import { signalsOf } from './signals-of.ts';

const rulesOf = (over: object): EscalationRules => escalationRulesSchema.parse(over);
const heard = (text: string, over: object): string[] => signalsOf(text, rulesOf(over)).signals.map(({ rule }) => rule);
const phrase = (text: string, rule: Rule = 'public', language?: string) => ({
  phrases: [{ rule, text, ...(language && { language }) }],
});

describe("an account's own phrases", () => {
  it.each([
    ['call the mayor', 'Fix it or I CALL the\nMayor!'],
    ['Bürgermeister anrufen', 'Dann werde ich den BURGERMEISTER anrufen.'],
    ['call * mayor', 'I will call your very own mayor today.'],
    ['call * mayor', 'I call mayor Quill.'],
    ['mayor.example', 'You will read it on mayor.example tomorrow.'],
    ["mayor's office", 'The mayor’s office will hear of it.'],
    ['саll the mayor', 'I call the mayor.'],
    ['市長に言う', '明日は市長に言うつもりだ。'],
    ['市長 * 言う', '明日は市長にすべて言うつもりだ。'],
  ])('%s is heard in: %s', (text, said) => expect(heard(said, phrase(text))).toEqual(['public']));

  it.each([
    ['call the mayor', 'I recall the mayor.'],
    ['call the mayor', 'I call. The mayor waits.'],
    ['call * mayor', 'I call one two three four five mayor.'],
    ['call the mayor', 'I will not call the mayor.'],
    ['call the mayor', 'How do I call the mayor?'],
    ['call the mayor', 'The sign says "call the mayor" in red.'],
    ['mayor.example', 'mayorexample'],
    ['(mayor|lawyer)+', 'mayor'],
  ])('%s is not heard in: %s', (text, said) => expect(heard(said, phrase(text))).toEqual([]));

  it('may be of one language alone', () => {
    const said = 'Ich rufe jetzt den Bürgermeister an und er wird euch das nicht durchgehen lassen.';
    expect(heard(said, phrase('rufe jetzt den Bürgermeister', 'public', 'de'))).toEqual(['public']);
    expect(heard(said, phrase('rufe jetzt den Bürgermeister', 'public', 'ja'))).toEqual(['public']);
    expect(heard(said, phrase('rufe jetzt den Bürgermeister', 'public', 'fr'))).toEqual([]);
  });

  it('quote the words as they stand', () => {
    expect(signalsOf('I call\nthe MAYOR now.', rulesOf(phrase('call the mayor'))).signals).toEqual([
      { rule: 'public', phrase: 'call\nthe MAYOR' },
    ]);
  });

  it.each(['', '  ', '!!!', '* mayor', 'mayor *', 'a * b * c * d * e', 'two\nlines', 'x'.repeat(121)])(
    'cannot be %j',
    (text) => expect(escalationRulesSchema.safeParse(phrase(text)).success).toBe(false),
  );
});

describe('words that are no signal', () => {
  const said = 'The artist name is I WILL SUE YOU, as printed.';
  it('are passed over, for one rule or for all', () => {
    expect(heard(said, {})).toEqual(['legal']);
    for (const rule of [{}, { rule: 'legal' }])
      expect(heard(said, { notSignals: [{ text: 'name is * you', ...rule }] })).toEqual([]);
    expect(heard(said, { notSignals: [{ text: 'name is * you', rule: 'public' }] })).toEqual(['legal']);
  });

  it('leave the same words alone where they stand otherwise', () => {
    const notSignals = [{ text: 'name is I will sue you' }];
    expect(heard(`${said} I will sue you.`, { notSignals })).toEqual(['legal']);
  });

  it("are passed over in the account's own phrases too", () => {
    const notSignals = [{ text: 'to call the mayor * a hobby' }];
    expect(heard('To call the mayor is a hobby.', { ...phrase('call the mayor'), notSignals })).toEqual([]);
  });
});

describe('a muted rule', () => {
  it('is told apart from the others', () => {
    const { signals, muted } = signalsOf('I will sue you. Cancel my account.', rulesOf({ muted: ['legal'] }));
    expect([signals.map(({ rule }) => rule), muted.map(({ rule }) => rule)]).toEqual([['cancel_threat'], ['legal']]);
  });
});

/** Made-up words, so that no guard of any language knows them. */
const word = fc.string({ unit: fc.constantFrom(...'fgkxzGXé市長ツ'), minLength: 3, maxLength: 9 });
const apart = fc.constantFrom(' ', ', ', '-', ' * ', '.', " '", ' +(', ')? ', '        ', ' \\ ', '$', '[^]', '{9}');
const anyPhrase = fc
  .tuple(word, fc.array(fc.tuple(apart, word), { maxLength: 6 }))
  .map(([first, more]) => first + more.flat().join(''))
  .filter((text) => text.length <= 120 && text.split('*').length <= 4);
const anyText = fc.string({ unit: 'binary', maxLength: 120 });

describe('any words of an admin', () => {
  it('are heard where a customer says them, and not any more once they are muted or no signal', () => {
    fc.assert(
      fc.property(anyPhrase, fc.constantFrom(...RULES), (text, rule) => {
        const rules = rulesOf(phrase(text, rule));
        const said = `We say ${text.replaceAll(' * ', ' bodo zub ')} now`;
        expect(signalsOf(said, rules).signals.map((one) => one.rule)).toEqual([rule]);
        expect(signalsOf(said, { ...rules, muted: [rule] })).toMatchObject({ signals: [], muted: [{ rule }] });
        expect(signalsOf(said, { ...rules, notSignals: [{ text }] }).signals).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it('never make the reading fail, whatever they are', () => {
    fc.assert(
      fc.property(fc.array(anyText, { maxLength: 5 }), anyText, (texts, said) => {
        const phrases = texts.map((text) => ({ rule: 'public', text }));
        const parsed = escalationRulesSchema.safeParse({ phrases, notSignals: phrases.map(({ text }) => ({ text })) });
        fc.pre(parsed.success);
        expect(() => signalsOf(`${said} ${texts.join(' ')}`, parsed.data)).not.toThrow();
      }),
      { numRuns: 200, maxSkipsPerRun: 1_000 },
    );
  });

  it('become words and bounded gaps, and nothing else of a pattern', () => {
    fc.assert(
      fc.property(fc.oneof(anyPhrase, anyText), (text) => {
        const parsed = escalationRulesSchema.safeParse(phrase(text));
        fc.pre(parsed.success);
        const { phrases } = ownPhrases(parsed.data);
        const [{ pattern } = { pattern: /x/ }] = phrases;
        const gaps = [GAP, UNSPACED_GAP, `(?:${APART})?`, APART, `(?<![${LETTERS}])`, `(?![${LETTERS}])`];
        const rest = gaps.reduce((source, gap) => source.replaceAll(gap, ''), pattern.source);
        const words = rest.replaceAll(/\[\^[^\]]{1,80}\]\{1,\d{1,3}\}/g, '');
        expect(words).toMatch(new RegExp(`^[${LETTERS}]+$`, 'u'));
      }),
      { numRuns: 300, maxSkipsPerRun: 1_000 },
    );
  });
});
