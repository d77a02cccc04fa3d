import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Vault } from '../../../ports/masker.ts';
import { createMasker } from './create-masker.ts';

const masker = createMasker({ regions: ['US'] });
const mask = (text: string, vault: Vault = {}): string => masker.mask(text, { people: [] }, vault).text;

describe('a value that its surroundings give away once', () => {
  it.each([
    ['password: Tr0ub4dor&3 and again Tr0ub4dor&3 fails', 'password: [SECRET_1] and again [SECRET_1] fails'],
    ['(Tr0ub4dor&3) was it; password: Tr0ub4dor&3', '([SECRET_1]) was it; password: [SECRET_1]'],
    ['my pin: 482913. Yes, 482913!', 'my pin: [SECRET_1] Yes, [SECRET_2]!'],
    ['password: -x9$y-\nI typed -x9$y- twice', 'password: [SECRET_1]\nI typed [SECRET_1] twice'],
    ['パスワードはhimitsu1。himitsu1です', 'パスワードは[SECRET_1]。[SECRET_1]です'],
    ['My name is Tilda Swanson. It was Swanson who paid', 'My name is [NAME_1]. It was [NAME_2] who paid'],
    ['my name is Tilda Swanson, tilda swanson, TILDA', 'my name is [NAME_1], [NAME_2], [NAME_3]'],
    ['Frau Köhler hat bezahlt, Köhler!', 'Frau [NAME_1] hat bezahlt, [NAME_1]!'],
    ['山田様より。山田は不在', '[NAME_1]様より。[NAME_1]は不在'],
    ['passport no. L01X00T47, I repeat: L01X00T47', 'passport no. [PASSPORT_1], I repeat: [PASSPORT_1]'],
    [
      'bank account number 000123456789. It was opened long ago, in another town and by another person altogether. Use 0001 2345 6789',
      'bank account number [BANK_1]. It was opened long ago, in another town and by another person altogether. Use [BANK_1]',
    ],
    [
      'born on 12/15/1995, which is what the form on your page asked me for. So 12/15/1995 it is',
      'born on [BIRTHDATE_1], which is what the form on your page asked me for. So [BIRTHDATE_1] it is',
    ],
    ['address: 4 Elm Grove, Flat 2. As I said, 4 elm grove flat 2', 'address: [ADDRESS_1]. As I said, [ADDRESS_2]'],
    ['my phone is 5550143, again 5550143', 'my phone is [PHONE_1], again [PHONE_1]'],
  ])('is masked wherever it stands: %s', (text, expected) => expect(mask(text)).toBe(expected));

  it.each([
    ['password: hello\nhello, I say hello', 'password: [SECRET_1]\nhello, I say hello'],
    ['my pin: 2024, since 2024-01-15', 'my pin: [SECRET_1], since 2024-01-15'],
    ['password: Tr0ub4dor&3 is not tr0ub4dor&3 nor Tr0ub4dor', 'password: [SECRET_1] is not tr0ub4dor&3 nor Tr0ub4dor'],
    ['Mr Bill Price got a bill, the price is high', 'Mr [NAME_1] got a bill, the price is high'],
    ['Mrs Tilda Swan saw a swan and Swanage', 'Mrs [NAME_1] saw a swan and Swanage'],
    ['名前は変更できますか。変更したい', '名前は変更できますか。変更したい'],
    ['my name is Shop Desk. Your Shop has a Desk', 'my name is Shop Desk. Your Shop has a Desk'],
  ])('masks no other word: %s', (text, expected) => expect(mask(text)).toBe(expected));

  it('is masked in the texts that share a vault, by kind and by the policy', () => {
    const vault = {
      '[SECRET_1]': 'Tr0ub4dor&3',
      '[NAME_1]': 'Tilda Swanson',
      '[ORG_1]': 'Nordlicht Werke',
      '[ID_1]': '12.345.678-9',
      '[TEXT_1]': '[NAME_7]',
    };
    const text = 'Swanson of nordlicht werke, 123456789: Tr0ub4dor&3 fails';
    expect(mask(text, vault)).toBe('[NAME_2] of [ORG_2], [ID_1]: [SECRET_1] fails');
    const policy = { keep: ['NAME', 'ORG', 'ID', 'SECRET'] as const, regions: [] };
    expect(masker.mask(text, { people: [], policy }, vault).text).toBe(text.replace('Tr0ub4dor&3', '[SECRET_1]'));
  });

  it('does not rename a longer value around it', () => {
    expect(mask('my pin: 1111, card 4111 1111 1111 1111')).toBe('my pin: [SECRET_1], card [CARD_1]');
    expect(mask('My name is Tilda Swanson, swanson@mail.example')).toBe('My name is [NAME_1], [EMAIL_1]');
  });

  it('keeps its placeholder when the same texts are masked again', () => {
    const words = fc.constantFrom(
      ...['password: Ab9$zz.', 'Ab9$zz', 'My name is Tilda Swanson', 'tilda', 'Swanson', 'TILDA SWANSON', 'Frau Koch,'],
      ...[
        'passport L01X00T47',
        'L01X00T47',
        'account 12345678 at the bank',
        '12-345-678',
        'a@b.example',
        '山田様',
        '山田',
      ],
      ...['4111 1111 1111 1111', 'Koch', 'pin: 4111', '\n', 'and', '- ', 'born 12/15/1995', '12151995', 'sent'],
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 12 }), fc.array(words, { maxLength: 6 }), (body, subject) => {
        const texts = [subject.join(' '), body.join(' ')];
        let vault: Vault = {};
        for (const text of texts) ({ vault } = masker.mask(text, { people: [] }, vault));
        const pass = () =>
          texts.map((text) => {
            const masked = masker.mask(text, { people: [] }, vault);
            vault = masked.vault;
            return masked.text;
          });
        const second = pass();
        expect(pass()).toEqual(second);
      }),
      { numRuns: 500 },
    );
  });
});

describe('a number beside a card', () => {
  it.each([
    ['tel 2025550143 4111 1111 1111 1111', 'tel [PHONE_1] [CARD_1]'],
    ['tel 202-555-0143 4111-1111-1111-1111', 'tel [PHONE_1] [CARD_1]'],
    ['4111 1111 1111 1111 2025550143 (mobile)', '[CARD_1] [PHONE_1] (mobile)'],
    ['GB29 NWBK 6016 1331 9268 19 tel 2025550143', '[IBAN_1] tel [PHONE_1]'],
    ['tel 12 4111 1111 1111 1111', 'tel 12 [CARD_1]'],
    ['my SSN 219-09-9999 4111 1111 1111 1111', 'my SSN [SSN_1] [CARD_1]'],
  ])('keeps its own digits: %s', (text, expected) => expect(mask(text)).toBe(expected));
});

describe('a display name made of ordinary words', () => {
  it.each([
    ['Refund Desk', 'I want a refund from the Refund Desk', 'I want a refund from the [NAME_1]'],
    ['Order Desk', 'my order is late', 'my order is late'],
    ['Centro de Atención', 'la atención del centro', 'la atención del centro'],
    ['Buchhaltung Schmittke', 'die Buchhaltung von Schmittke', 'die Buchhaltung von [NAME_1]'],
    ['Réservations Paiement', 'le paiement des réservations', 'le paiement des réservations'],
    ['Devoluções', 'as devoluções', 'as devoluções'],
    ['返金 窓口', '返金の窓口と返金 窓口', '返金の窓口と[NAME_1]'],
  ])('of %s is masked whole and never by a word', (name, text, expected) => {
    expect(masker.mask(text, { people: [{ id: '1', name, email: null }] }).text).toBe(expected);
  });
});
