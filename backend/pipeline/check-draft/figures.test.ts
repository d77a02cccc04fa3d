import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aPassage, strike } from '../../test/check-draft.ts';

const returns = aPassage({
  answer:
    'Returns are open for 14 days. A parcel takes 5–10 business days and costs €4.90. Orders before 2 pm leave the same day. ' +
    'The limit is 1,507 pages and 10 GB. The sale ends on 2 March 2026. Links hold for 60 minutes. Five attempts are allowed, ' +
    'and 20 % is kept. Tool 4.2 is needed.',
});

describe('a figure that the source gives', () => {
  it.each([
    ['en', 'A parcel is with you in 5 to 10 working days.'],
    ['en', 'Have a nice weekend!'],
    ['de', 'Ein schönes Wochenende!'],
    ['en', 'It takes between five and ten business days.'],
    ['en', 'You can return it within two weeks.'],
    ['en', 'The link works for one hour.'],
    ['en', 'It costs 4.90 EUR, and 20 percent is kept.'],
    ['en', 'You have 5 attempts, up to 1507 pages and 10 GB.'],
    ['en', 'The sale ends on March 2nd, 2026.'],
    ['en', 'The sale ends on 2026-03-02.'],
    ['en', 'The sale ends on 03/02/2026.'],
    ['de', 'Ein Paket kostet 4,90 € und braucht fünf bis zehn Werktage.'],
    ['de', 'Die Aktion endet am 2. März 2026, das Limit liegt bei 1.507 Seiten.'],
    ['de', 'Bestellungen vor 14 Uhr gehen am selben Tag raus.'],
    ['fr', 'Comptez de 5 à 10 jours ouvrés et 4,90 euros.'],
    ['fr', 'La limite est de 1 507 pages et de 10 Go ; l’offre se termine le 2 mars 2026.'],
    ['fr', 'Commandez avant 14 h pour un départ le jour même.'],
    ['es', 'El paquete tarda entre cinco y diez días hábiles; el plazo es de 14 días.'],
    ['es', 'La oferta termina el 2 de marzo de 2026.'],
    ['pt', 'O link vale por uma hora e há cinco tentativas.'],
    ['pt', 'A promoção termina em 2 de março.'],
    ['ja', '5〜10営業日でお届けします。送料は4.90ユーロです。'],
    ['ja', 'セールは2026年3月2日までです。リンクは60分間有効です。'],
    ['ja', '二週間以内にお手続きください。'],
    ['en', '1. Open Settings.'],
    ['en', 'After step 2, choose Billing.'],
  ])('may be repeated in other words (%s): %s', (language, text) => {
    expect(strike(text, returns, { language })).toBeNull();
  });

  it.each([
    ['en', 'A parcel is with you in 3 business days.', 'date'],
    ['en', 'You can return it within 14 hours.', 'date'],
    ['en', 'It is there by Friday.', 'date'],
    ['en', 'It is there tomorrow.', 'date'],
    ['en', 'Expect it by the end of the week.', 'date'],
    ['en', 'The sale ends on 2 March 2027.', 'date'],
    ['en', 'Orders before 4 pm leave the same day.', 'date'],
    ['en', 'It takes a few hours.', 'date'],
    ['en', 'Allow half an hour.', 'date'],
    ['en', 'It costs €5.90.', 'amount'],
    ['en', 'It costs $4.90.', 'amount'],
    ['en', 'It costs fifty euros.', 'amount'],
    ['en', 'Three attempts are allowed.', 'figure'],
    ['en', 'The limit is 10 MB.', 'figure'],
    ['en', '30 % is kept.', 'figure'],
    ['en', 'Your order 48213 is on its way.', 'figure'],
    ['en', 'Tool 4.3 is needed.', 'figure'],
    ['de', 'Das Paket ist in einem Monat da.', 'date'],
    ['de', 'Das Paket kommt bis übermorgen.', 'date'],
    ['de', 'Es kostet vierundzwanzig Euro.', 'amount'],
    ['fr', 'Le colis arrive sous 48 heures.', 'date'],
    ['fr', 'Ce sera réglé d’ici vendredi.', 'date'],
    ['es', 'Estará listo mañana por la tarde.', 'date'],
    ['es', 'El paquete cuesta 12 €.', 'amount'],
    ['pt', 'Chega na próxima semana.', 'date'],
    ['pt', 'O valor é de R$ 99,90.', 'amount'],
    ['ja', '三日以内にお届けします。', 'date'],
    ['ja', '明日までに対応いたします。', 'date'],
    ['ja', '送料は550円です。', 'amount'],
  ])('must not become another one (%s): %s', (language, text, reason) => {
    expect(strike(text, returns, { language })).toBe(reason);
  });

  it('lets no planted amount through, whatever stands around it', () => {
    const words = fc.array(fc.constantFrom('please', 'we', 'you', 'get', 'soon', 'the', 'parcel', ',', '\n'), {
      maxLength: 12,
    });
    const amount = fc.integer({ min: 1600, max: 9_999_999 });
    const forms = fc.constantFrom(
      (sum: number) => `$${sum}`,
      (sum: number) => `${sum} €`,
      (sum: number) => `${sum.toLocaleString('en')} USD`,
      (sum: number) => `${sum.toLocaleString('de')} Euro`,
    );
    fc.assert(
      fc.property(words, words, amount, forms, (before, after, sum, form) => {
        expect(strike([...before, form(sum), ...after, 'now'].join(' '), returns)).toBe('amount');
      }),
    );
  });

  it('reads a number alike however its thousands are parted', () => {
    const spellings = fc.constantFrom('en', 'de', 'fr');
    fc.assert(
      fc.property(fc.integer({ min: 1000, max: 99_999_999 }), spellings, spellings, (sum, one, other) => {
        const source = aPassage({ answer: `The limit of rows is ${sum.toLocaleString(one)}, as we said.` });
        expect(strike(`Up to ${sum.toLocaleString(other)} rows.`, source)).toBeNull();
        expect(strike(`Up to ${(sum + 1).toLocaleString(other)} rows.`, source)).toBe('figure');
      }),
    );
  });
});
