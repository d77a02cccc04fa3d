import { describe, expect, it } from 'vitest';
import { createMasker } from '../../adapters/masker/builtin/create-masker.ts';
import type { MaskedText } from '../../ports/engine.ts';
import { checkRewrite, type RewriteToCheck } from './check-rewrite.ts';

const masker = createMasker();
const GIVEN = [
  'Hello [NAME_1],\n\n',
  'We refund the second charge of 49 € to your card within 5 business days. ',
  'See https://help.acme.example/billing, or write to [EMAIL_1]. ',
  'Is the charge of 3 May visible, too?',
] as MaskedText[];
const vault = { '[NAME_1]': 'Ada Quill', '[EMAIL_1]': 'ada@quill.example', '[PHONE_1]': '+49 30 901820' };

const check = (sentences: [string, number[]][], over: Partial<RewriteToCheck> = {}) =>
  checkRewrite(
    {
      ...{ given: GIVEN, givenLanguage: 'en', language: 'en', products: ['Orbit'], vault },
      policy: { keep: [], regions: [] },
      sentences: sentences.map(([text, from]) => ({ text: `${text} `, from })),
      ...over,
    },
    masker,
  );
const strike = (text: string, ...from: number[]) => check([[text, from]]).sentences[0]?.struck;

describe('a rewritten sentence', () => {
  it.each<[string, string, ...number[]]>([
    ['shorter', "You'll have your 49 € back within 5 business days.", 2],
    ['in words for digits', 'The second charge of 49 € will be refunded to your card within five business days.', 2],
    ['of two', '[NAME_1], we refund the second charge of 49 €; see https://help.acme.example/billing.', 1, 2, 3],
    ['as a question', 'Can you see the charge of 3 May?', 4],
    ['a courtesy', 'Thank you so much for your patience!'],
  ])('stays when it says the same: %s', (_, text, ...from) => {
    expect(strike(text, ...from)).toBeNull();
  });

  it.each<[string, string, ...number[]]>([
    ['amount', 'We refund 500 € to your card.', 2],
    ['date', 'We refund the second charge by Friday.', 2],
    ['promise', 'We guarantee you a full refund.', 1],
    ['promise', 'You get a 20% discount for the trouble.'],
    ['link', 'See https://evil.example/pay.', 3],
    ['foreign_data', 'Write to eve@evil.example.', 3],
    ['foreign_data', 'Call us at [PHONE_1].', 3],
    ['foreign_data', 'Write to [EMAIL_7].', 3],
    ['product', 'It works with Orbit as well.', 4],
  ])('is struck when it says more: %s', (reason, text, ...from) => {
    expect(strike(text, ...from)).toBe(reason);
  });

  it('may not borrow from a sentence that it does not stem from', () => {
    expect(strike('We refund 49 € to your card.', 1)).not.toBeNull();
  });
});

describe('a translation', () => {
  const german: [string, number[]][] = [
    ['Guten Tag [NAME_1],', [1]],
    ['wir erstatten die zweite Abbuchung von 49 € innerhalb von 5 Werktagen auf Ihre Karte.', [2]],
    ['Mehr unter https://help.acme.example/billing, oder schreiben Sie an [EMAIL_1].', [3]],
    ['Ist die Abbuchung vom 3. Mai auch sichtbar?', [4]],
  ];
  const whole = (sentences: [string, number[]][], language = 'de') => {
    const checked = check(sentences, { language });
    return checked.whole && checked.sentences.every(({ struck }) => struck === null);
  };
  const changed = (from: string, to: string) =>
    german.map(([text, stems]): [string, number[]] => [text.replace(from, to), stems]);

  it('is whole with the same figures, links and placeholders', () => {
    expect(whole(german)).toBe(true);
  });

  it.each([
    ['49 €', '94 €'],
    ['5 Werktagen', '3 Werktagen'],
    [' von 49 €', ''],
    ['3. Mai', '4. Mai'],
    ['https://help.acme.example/billing', 'unserer Seite'],
    [', oder schreiben Sie an [EMAIL_1]', ''],
    ['[NAME_1]', '[EMAIL_1]'],
  ])('is not with %s as "%s"', (from, to) => {
    expect(whole(changed(from, to))).toBe(false);
  });

  it('into a language whose dates we cannot read is held to its digits', () => {
    const dutch: [string, number[]][] = [
      ['Hallo [NAME_1],', [1]],
      ['we betalen de tweede afschrijving van 49 € binnen 5 werkdagen terug.', [2]],
      ['Zie https://help.acme.example/billing, of schrijf naar [EMAIL_1].', [3]],
      ['Is de afschrijving van 3 mei ook zichtbaar?', [4]],
    ];
    expect(whole(dutch, 'nl')).toBe(true);
    expect(
      whole(
        dutch.map(([text, from]) => [text.replace('3 mei', '4 mei'), from]),
        'nl',
      ),
    ).toBe(false);
  });
});
