import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KINDS, type Kind, MASKABLE_KINDS } from '../../../contract/masking.ts';
import { PLACEHOLDER, restore } from '../../../ports/masker.ts';
import { createMasker } from './create-masker.ts';
import { normalise } from './normalise.ts';

const masker = createMasker({ regions: ['US'] });
const mask = (text: string, people: { id: string; name: string | null; email: string | null }[] = []) =>
  masker.mask(text, { people });
const person = (name: string, email: string | null = null) => ({ id: '1', name, email });

describe('what the helpdesk told us', () => {
  it('knows the people of the ticket, whole and in parts, in any case and without accents', () => {
    const people = [person('José María Núñez', 'jm@intern'), person('田中 太郎'), person('Bill Ray')];
    expect(mask('JOSE MARIA NUÑEZ, Núñez and jm@intern; 田中です', people).text).toBe(
      '[NAME_1], [NAME_2] and [EMAIL_1]; [NAME_3]です',
    );
    expect(mask('Bill got the wrong bill; Rayon', people).text).toBe('[NAME_1] got the wrong bill; Rayon');
    expect(mask('Please ask the support team', [person('Support Team')]).text).toBe('Please ask the [NAME_1]');
  });

  it('knows organisations whole and without their legal form, never by a generic word', () => {
    const organisations = ['Nordlicht Systems GmbH & Co. KG', '株式会社青空', 'Support Ltd', 'Acme, Inc.'];
    const masked = (text: string) => masker.mask(text, { people: [], organisations }).text;
    expect(masked('NORDLICHT SYSTEMS GmbH & Co. KG is Nordlicht Systems')).toBe('[ORG_1] is [ORG_2]');
    expect(masked('we at Acme use systems; support of acme.')).toBe('we at [ORG_1] use systems; support of [ORG_2].');
    expect(masked('青空の株式会社青空')).toBe('[ORG_1]の[ORG_2]');
  });

  it('knows what another detector found, wherever it stands whole', () => {
    const found = [
      { kind: 'NAME', value: 'Li' },
      { kind: 'ADDRESS', value: 'Tulip  Yard' },
      { kind: 'NAME', value: ' ' },
    ] as const;
    const { text } = masker.mask('LI likes Tulip  Yard, Liana does not like Li', { people: [], found });
    expect(text).toBe('[NAME_1] likes [ADDRESS_1], Liana does not like [NAME_2]');
  });
});

describe('the tenant’s policy', () => {
  const masked = (text: string, keep: readonly Kind[], regions: string[] = []) =>
    masker.mask(text, { people: [], policy: { keep, regions } }).text;

  it('leaves the kinds readable that it keeps', () => {
    expect(masked('a@x.com from 10.1.2.3', ['IP'])).toBe('[EMAIL_1] from 10.1.2.3');
    expect(masked('a@x.com from 10.1.2.3', MASKABLE_KINDS)).toBe('a@x.com from 10.1.2.3');
  });

  it('never keeps secrets, credentials in URLs, or placeholders that were typed', () => {
    expect(masked('password: hunter2 https://u:p@h/ [NAME_1]', KINDS)).toBe('password: [SECRET_1] [URL_1] [TEXT_1]');
    expect(MASKABLE_KINDS).not.toContain('SECRET');
  });

  it('names the countries whose numbers are expected', () => {
    expect(masked('5321234567', [])).toBe('5321234567');
    expect(masked('5321234567', [], ['TR'])).toBe('[PHONE_1]');
  });
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

  it('are the same however a value is written, and give back what stood first', () => {
    const { text, vault } = mask('4111-1111-1111-1111, 4111 1111 1111 1111, Ann@X.com ann@x.com');
    expect(text).toBe('[CARD_1], [CARD_1], [EMAIL_1] [EMAIL_1]');
    expect(vault).toEqual({ '[CARD_1]': '4111-1111-1111-1111', '[EMAIL_1]': 'Ann@X.com' });
  });

  it('keep neighbours apart', () => {
    expect(mask('4111 1111 1111 1111 5555 5555 5555 4444 4111 1111 1111 1111').text).toBe('[CARD_1] [CARD_2] [CARD_1]');
    expect(mask('12 Main St\n14 Elm Street\nApt. 3').text).toBe('[ADDRESS_1]\n[ADDRESS_2]');
  });

  it('are different for different values that look alike', () => {
    expect(mask('call 415-555-2671 or 415-555-2671 x12').text).toBe('call [PHONE_1] or [PHONE_2]');
    expect(mask('password: Abc123\npassword: abc123').text).toBe('password: [SECRET_1]\npassword: [SECRET_2]');
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
  const OTHERS = ['219-09-9999', '12345678Z', '529.982.247-25', '+49 30 901820', 'AKIAIOSFODNN7EXAMPLE'];
  const planted = fc.constantFrom(...CARDS, ...IBANS, ...EMAILS, ...OTHERS);
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

  it('is masked once and for all', () => {
    fc.assert(
      fc.property(noise, planted, (before, value) => {
        const once = mask(`${before}\n${value}`);
        const twice = masker.mask(once.text, { people: [] }, {});
        expect(Object.keys(twice.vault).filter((placeholder) => !placeholder.startsWith('[TEXT_'))).toEqual([]);
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
});
