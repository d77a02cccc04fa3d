import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { de } from './examples/de.ts';
import { en } from './examples/en.ts';
import { es } from './examples/es.ts';
import { fr } from './examples/fr.ts';
import { ja } from './examples/ja.ts';
import { pt } from './examples/pt.ts';
import { findSignals } from './find-signals.ts';

const rules = (text: string): string[] => findSignals(text).map((signal) => signal.rule);

describe.each(Object.entries({ en, es, fr, de, pt, ja }))('escalation phrases in %s', (_, { yes, no }) => {
  it.each(yes)('%s: %s', (rule, text) => expect(rules(text)).toContain(rule));
  it.each(no)('nothing: %s', (text) => expect(rules(text)).toEqual([]));
});

describe('findSignals', () => {
  it("quotes the customer's own words as they stand, line breaks and capitals included", () => {
    expect(findSignals('Hello.\nI will CANCEL\nmy Subscription!')).toEqual([
      { rule: 'cancel_threat', phrase: 'CANCEL\nmy Subscription' },
    ]);
  });

  it('gives each rule once, in the order of the rules', () => {
    const text = 'Unacceptable! Unacceptable! My lawyer will call. I have been waiting for 3 weeks. Cancel my account.';
    expect(rules(text)).toEqual(['cancel_threat', 'legal', 'unacceptable', 'waiting']);
  });

  it('sees a threat beside a harmless use of the same words', () => {
    expect(rules('What happens if I cancel my plan? Whatever: I will cancel my plan.')).toEqual(['cancel_threat']);
  });

  it('is not fooled by look-alike letters, full width, or invisible characters', () => {
    expect(rules('саnсеl my account')).toEqual(['cancel_threat']);
    expect(rules('ｃａｎｃｅｌ ｍｙ ａｃｃｏｕｎｔ')).toEqual(['cancel_threat']);
    expect(rules('can\u200bcel my ac\u00adcount')).toEqual(['cancel_threat']);
  });

  it('answers any string at all with phrases out of that string', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 400 }),
        fc.constantFrom('cancel my account', '最悪の対応'),
        (noise, threat) => {
          const text = `${noise}\n\n${threat}`;
          for (const { phrase } of findSignals(text)) expect(text.toWellFormed()).toContain(phrase);
          expect(findSignals(text)).not.toEqual([]);
        },
      ),
    );
    expect(() => findSignals('\ud800 cancel \udfff\u0000 my account')).not.toThrow();
  });
});
