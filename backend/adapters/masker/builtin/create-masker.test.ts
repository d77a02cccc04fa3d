import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PLACEHOLDER, restore } from '../../../ports/masker.ts';
import { createMasker } from './create-masker.ts';
import { normalise } from './normalise.ts';

const masker = createMasker({ defaultRegion: 'US' });
const mask = (text: string, people: { id: string; name: string | null; email: string | null }[] = []) =>
  masker.mask(text, { people });
const person = (name: string, email: string | null = null) => ({ id: '1', name, email });

describe('what is masked', () => {
  it.each([
    ['card 4111 1111 1111 1111 please', 'card [CARD_1] please'],
    ['card 4111-1111-1111-1111, exp 12/27', 'card [CARD_1], exp 12/27'],
    ['order 12 card 5555 5555 5555 4444 12', 'order 12 card [CARD_1] 12'],
    ['４１１１１１１１１１１１１１１１', '[CARD_1]'],
    ['4111\u200b111111111111', '[CARD_1]'],
    ['IBAN DE89 3704 0044 0532 0130 00.', 'IBAN [IBAN_1].'],
    ['gb29nwbk60161331926819', '[IBAN_1]'],
    ["mail john.o'neil+tag@sub.example.co.uk!", 'mail [EMAIL_1]!'],
    ['<müller@exämple.de>', '<[EMAIL_1]>'],
    ['用户@例子.公司', '[EMAIL_1]'],
    ['メールはtaro@example.jpです', 'メールは[EMAIL_1]です'],
    ['jane (at) example (dot) com', '[EMAIL_1]'],
    ['call (415) 555-2671 ext. 12', 'call [PHONE_1]'],
    ['+49 30 901820 oder 0151 23456789', '[PHONE_1] oder [PHONE_2]'],
    ['電話は03-1234-5678です', '電話は[PHONE_1]です'],
    ['from 192.168.10.1 and 2001:db8::8a2e:370:7334', 'from [IP_1] and [IP_2]'],
    ['ssn 123-45-6789', 'ssn [SSN_1]'],
    ['DNI 12345678Z, NIE X1234567L', 'DNI [ID_1], NIE [ID_2]'],
    ['NIR 1 84 12 76 451 089 46', 'NIR [ID_1]'],
    ['CPF 529.982.247-25, CNPJ 11.222.333/0001-81', 'CPF [ID_1], CNPJ [ID_2]'],
    ['マイナンバーは123456789018です', 'マイナンバーは[ID_1]です'],
    ['NINO AB123456C', 'NINO [ID_1]'],
    ['Steuer-ID 86095742719', 'Steuer-ID [ID_1]'],
    ['key sk-abcdefghijklmnop1234567890', 'key [SECRET_1]'],
    ['AKIAIOSFODNN7EXAMPLE', '[SECRET_1]'],
    ['Authorization: Bearer abc123def456ghi789', 'Authorization: Bearer [SECRET_1]'],
    ['-----BEGIN RSA PRIVATE KEY-----\nMIIE\n-----END RSA PRIVATE KEY-----\nthanks', '[SECRET_1]\nthanks'],
    ['password: hunter2', 'password: [SECRET_1]'],
    ['login ivo@garage.example / Torque!Wrench88', 'login [EMAIL_1] / [SECRET_1]'],
    ['my password is Tr0ub4dor&3 ok', 'my password is [SECRET_1] ok'],
    ['mein Passwort ist Geheim123', 'mein Passwort ist [SECRET_1]'],
    ['mi contraseña es Secreta1', 'mi contraseña es [SECRET_1]'],
    ['mon mot de passe est Soleil99', 'mon mot de passe est [SECRET_1]'],
    ['minha senha é Segredo1', 'minha senha é [SECRET_1]'],
    ['パスワードはhimitsu1', 'パスワードは[SECRET_1]'],
    ['see https://u:p@host/x and https://a.example/r?token=abcdef', 'see [URL_1] and [URL_2]'],
  ])('%s', (text, expected) => expect(mask(text).text).toBe(expected));

  it('knows the people of the ticket, whole and in parts, in any case and without accents', () => {
    const people = [person('José María Núñez', 'jm@intern'), person('田中 太郎'), person('Bill Ray')];
    expect(mask('JOSE MARIA NUÑEZ, Núñez and jm@intern; 田中です', people).text).toBe(
      '[NAME_1], [NAME_2] and [EMAIL_1]; [NAME_3]です',
    );
    expect(mask('Bill got the wrong bill; Rayon', people).text).toBe('[NAME_1] got the wrong bill; Rayon');
    expect(mask('Please ask the support team', [person('Support Team')]).text).toBe('Please ask the [NAME_1]');
  });
});

describe('what is kept', () => {
  it.each([
    'Order 1234567890123, invoice 2024-00417, ticket #88120934',
    'on 2024-01-15 10:30:45 and 15.01.2024',
    'it costs 1,299.00 EUR or 12.000,50',
    'my password is not working, password: forgot it',
    'I cannot login on Android / iPhone any more, user settings / profile are gone',
    'version 10.0.19045.1 and v1.2.3.4',
    'tracking number 1Z999AA10123456784',
    'see https://help.example/articles/12345',
  ])('%s', (text) => expect(mask(text).text).toBe(text));
});

describe('placeholders', () => {
  it('are the same for the same value, across texts that share a vault', () => {
    const first = mask('a@x.com b@x.com a@x.com');
    expect(first.text).toBe('[EMAIL_1] [EMAIL_2] [EMAIL_1]');
    const second = masker.mask('c@x.com b@x.com', { people: [] }, first.vault);
    expect(second.text).toBe('[EMAIL_3] [EMAIL_2]');
    expect(second.vault).toEqual({ '[EMAIL_1]': 'a@x.com', '[EMAIL_2]': 'b@x.com', '[EMAIL_3]': 'c@x.com' });
    expect(first.vault).not.toHaveProperty('[EMAIL_3]');
  });

  it('typed by a customer stand for themselves and for no value', () => {
    const { text, vault } = mask('[EMAIL_1] is not a@x.com [TEXT_1]');
    expect(text).toBe('[TEXT_1] is not [EMAIL_1] [TEXT_2]');
    expect(restore(text, vault)).toBe('[EMAIL_1] is not a@x.com [TEXT_1]');
  });

  it('are restored only from the vault itself', () => {
    expect(restore('[EMAIL_9] [constructor] __proto__', {})).toBe('[EMAIL_9] [constructor] __proto__');
  });
});

describe('any text', () => {
  const CARDS = ['4111111111111111', '4111 1111 1111 1111', '5555-5555-5555-4444', '3782 822463 10005'];
  const IBANS = ['DE89370400440532013000', 'GB29 NWBK 6016 1331 9268 19', 'FR1420041010050500013M02606'];
  const EMAILS = ['jane.doe@example.com', 'j+t@mail.example.org'];
  const planted = fc.constantFrom(...CARDS, ...IBANS, ...EMAILS);
  const noise = fc.string({
    unit: fc.oneof(
      fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
      fc.constantFrom('[', ']', '@', ' ', '.', '-----', 'password: ', 'Bearer ', '[EMAIL_1]', 'http://'),
    ),
  });

  it('comes back whole from its placeholders', () => {
    fc.assert(
      fc.property(noise, planted, noise, (before, value, after) => {
        const { text, vault } = mask(`${before} ${value} ${after}`, [person('Ana Lopez', 'ana@x.example')]);
        expect(restore(text, vault)).toBe(normalise(`${before} ${value} ${after}`));
      }),
      { numRuns: 300 },
    );
  });

  it('leaks no card, IBAN or e-mail', () => {
    fc.assert(
      fc.property(noise, planted, noise, (before, value, after) => {
        expect(mask(`${before}\n${value}\n${after}`).text).not.toContain(value);
      }),
      { numRuns: 300 },
    );
  });

  it('holds nothing but placeholders and text after masking twice', () => {
    const once = mask('a@x.com');
    const twice = masker.mask(once.text, { people: [] }, {});
    expect(twice.text.match(PLACEHOLDER)).toEqual(['[TEXT_1]']);
    expect(restore(twice.text, twice.vault)).toBe('[EMAIL_1]');
  });

  it('costs in step with its length, whatever it is made of', () => {
    for (const piece of [
      'a.',
      'a@',
      '1 ',
      '1-1 ',
      'eyJ',
      'sk-',
      'password is ',
      '::',
      '555-123-4567 ',
      '0555 123 456 ',
      'DE89',
      '\ufdfa',
      '-----BEGIN PRIVATE KEY-----',
    ]) {
      const cost = (length: number): number => {
        const text = piece.repeat(length / piece.length);
        const start = process.cpuUsage().user;
        mask(text);
        return process.cpuUsage().user - start;
      };
      cost(8192);
      expect(cost(131_072), piece).toBeLessThan(Math.max(cost(16_384), 10_000) * 8 * 5);
    }
  });
});
