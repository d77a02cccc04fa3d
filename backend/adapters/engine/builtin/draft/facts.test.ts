import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { statesFact } from './facts.ts';
import { phrasesFor } from './phrases.ts';

const LANGUAGES = ['en', 'es', 'fr', 'de', 'pt', 'ja'];

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return Object.values(value ?? {}).flatMap(textsOf);
}

describe('a statement of fact', () => {
  it.each([
    'Press it 3 times.',
    'It costs nothing: five euros.',
    'Open www.example.com.',
    'Write to us@example.com.',
    'Use OneDrive.',
    'We guarantee it.',
    'You get a voucher.',
    'It takes a few business days.',
    'Send the last two invoices.',
    'Les trois dernières factures.',
    'Las tres últimas facturas.',
    'As três últimas faturas.',
    'Se lo devolvemos en unos días.',
    'El plazo termina.',
    'Es gratis.',
    'Nous vous remboursons.',
    'Le délai est court.',
    'Das ist kostenlos.',
    'Wir erstatten es.',
    'Die Lieferfrist ist kurz.',
    'Innerhalb von zwei Werktagen.',
    'Faremos o estorno.',
    'O prazo é curto.',
    '全額返金いたします。',
    '三日以内に届きます。',
    '無料です。',
  ])('is: %s', (text) => expect(statesFact(text)).toBe(true));

  it.each([
    'Open Settings and choose the calendar.',
    'Remove the credit card and add another one.',
    'Elimine la tarjeta de crédito y añada otra.',
    'Remova o cartão de crédito.',
    'Ouvrez les paramètres, puis choisissez le calendrier.',
    'Öffnen Sie die Einstellungen und wählen Sie den Kalender.',
    'Switch to the week view.',
    'C’est très simple.',
    '設定を開き、カレンダーを選んでください。',
    'クレジットカードを登録し直してください。',
  ])('is not: %s', (text) => expect(statesFact(text)).toBe(false));

  it('stands in none of our own phrases, which rest on no source', () => {
    for (const language of LANGUAGES)
      for (const category of ['billing', 'feature_request'])
        expect(textsOf(phrasesFor(language, category)).filter(statesFact)).toEqual([]);
  });

  it('is looked for in linear time', () => {
    const pieces = ['two ', 'a b ', 'due', ' ', 'x', '三', 'é', '.a', 'R'];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 6 }), (parts) => {
        expect(typeof statesFact(`${parts.join('').repeat(20_000).slice(0, 100_000)}.`)).toBe('boolean');
      }),
      { numRuns: 40 },
    );
  });
});
