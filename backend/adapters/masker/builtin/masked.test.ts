import { describe, expect, it } from 'vitest';
import { createMasker } from './create-masker.ts';

const mask = (text: string, regions: string[] = []): string =>
  createMasker({ regions }).mask(text, { people: [] }).text;
const each = (cases: [string, string][]) => it.each(cases)('%s', (text, expected) => expect(mask(text)).toBe(expected));

describe('cards and banks', () => {
  each([
    ['card 4111 1111 1111 1111 please', 'card [CARD_1] please'],
    ['card 4111-1111-1111-1111, exp 12/27', 'card [CARD_1], exp 12/27'],
    ['order 12 card 5555 5555 5555 4444 12', 'order 12 card [CARD_1] 12'],
    ['amex 3782 822463 10005', 'amex [CARD_1]'],
    ['maestro 676770830008', 'maestro 676770830008'],
    ['maestro 6759649826438453', 'maestro [CARD_1]'],
    ['４１１１１１１１１１１１１１１１', '[CARD_1]'],
    ['4111\u200b111111111111', '[CARD_1]'],
    ['4 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1', '[CARD_1]'],
    ['IBAN DE89 3704 0044 0532 0130 00.', 'IBAN [IBAN_1].'],
    ['gb29nwbk60161331926819', '[IBAN_1]'],
    ['MT84 MALT 0110 0001 2345 MTLC AST0 01S', '[IBAN_1]'],
    [
      'bank account number 000123456789, routing number 021000021',
      'bank account number [BANK_1], routing number [BANK_2]',
    ],
    ['sort code 20-00-00 account 55779911', 'sort code [BANK_1] account [BANK_2]'],
    ['Bankverbindung: Konto 532013000, BIC COBADEFFXXX', 'Bankverbindung: Konto [BANK_1], BIC [BANK_2]'],
    ['CLABE 032180000118359719', 'CLABE [BANK_1]'],
    ['pay to bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4', 'pay to [CRYPTO_1]'],
    ['1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2', '[CRYPTO_1]'],
    ['0x52908400098527886E0F7030069857D2E4169EE7', '[CRYPTO_1]'],
  ]);
});

describe('ids', () => {
  each([
    ['ssn 123-45-6789', 'ssn [SSN_1]'],
    ['my social security number: 219099999', 'my social security number: [SSN_1]'],
    ['ITIN 912-70-1234', 'ITIN [SSN_1]'],
    ['DNI 12345678Z, NIE X1234567L', 'DNI [ID_1], NIE [ID_2]'],
    ['NIR 1 84 12 76 451 089 46', 'NIR [ID_1]'],
    ['CPF 529.982.247-25, CNPJ 11.222.333/0001-81', 'CPF [ID_1], CNPJ [ID_2]'],
    ['マイナンバーは123456789018です', 'マイナンバーは[ID_1]です'],
    ['NINO AB123456C', 'NINO [ID_1]'],
    ['NHS number 943 476 5919', 'NHS number [ID_1]'],
    ['Steuer-ID 86095742719', 'Steuer-ID [ID_1]'],
    ['Sozialversicherungsnummer 65 070803 A 019', 'Sozialversicherungsnummer [ID_1]'],
    ['codice fiscale RSSMRA85T10A562S', 'codice fiscale [ID_1]'],
    ['PESEL 44051401359', 'PESEL [ID_1]'],
    ['it is 52998224725, thanks', 'it is [ID_1], thanks'],
    ['身份证 11010519491231002X', '身份证 [ID_1]'],
    ['NIP 123-456-32-18', 'NIP [ID_1]'],
    ['personnummer 811228-9874', 'personnummer [ID_1]'],
    ['hetu 131052-308T', 'hetu [ID_1]'],
    ['TFN 123 456 782', 'TFN [ID_1]'],
    ['my SIN is 130 692 544', 'my SIN is [ID_1]'],
    ['aadhaar 2341 2341 2346', 'aadhaar [ID_1]'],
    ['PAN ABCPE1234F', 'PAN [ID_1]'],
    ['NRIC S1234567D', 'NRIC [ID_1]'],
    ['passport no. L01X00T47', 'passport no. [PASSPORT_1]'],
    ['mi pasaporte es AAB445566', 'mi pasaporte es [PASSPORT_1]'],
    ['Reisepass C01X00T478', 'Reisepass [PASSPORT_1]'],
    ["driver's license D1234567 from Ohio", "driver's license [ID_1] from Ohio"],
    ['Führerschein B072RRE2I55', 'Führerschein [ID_1]'],
  ]);

  it('of the account’s own country need no word when they are the whole answer', () => {
    expect(mask('130692544')).toBe('130692544');
    expect(mask('130692544', ['CA'])).toBe('[ID_1]');
    expect(mask('Thanks! 130692544 is what it shows', ['CA'])).toContain('130692544');
    expect(mask('130692545', ['CA'])).toBe('130692545');
  });
});

describe('ways to reach somebody', () => {
  each([
    ["mail john.o'neil+tag@sub.example.co.uk!", 'mail [EMAIL_1]!'],
    ['<müller@exämple.de>', '<[EMAIL_1]>'],
    ['用户@例子.公司', '[EMAIL_1]'],
    ['メールはtaro@example.jpです', 'メールは[EMAIL_1]です'],
    ['"ann lee"@example.com', '[EMAIL_1]'],
    ['jane (at) example (dot) com', '[EMAIL_1]'],
    ['jane.roe at example dot com', '[EMAIL_1]'],
    ['call (415) 555-2671 ext. 12', 'call [PHONE_1]'],
    ['+49 30 901820 oder 0151 23456789', '[PHONE_1] oder [PHONE_2]'],
    ['電話は03-1234-5678です', '電話は[PHONE_1]です'],
    ['971 36 21-Office, 227.664.8546x506-Fax', '[PHONE_1]-Office, [PHONE_2]-Fax'],
    ['reach me at 4-1187', 'reach me at [PHONE_1]'],
    ['from 192.168.10.1 and 2001:db8::8a2e:370:7334', 'from [IP_1] and [IP_2]'],
    ['fe80::1%eth0 http://[2001:db8::2]/x', '[IP_1] http://[[IP_2]]/x'],
    ['電話番号は090-1234-5678です', '電話番号は[PHONE_1]です'],
    ['携帯番号: 08012345678', '携帯番号: [PHONE_1]'],
    ['Llámenme al 5512345678', 'Llámenme al [PHONE_1]'],
    ['我的手机是13812345678', '我的手机是[PHONE_1]'],
    ['请致电 010-62345678', '请致电 [PHONE_1]'],
    ['chiamatemi al 347 1234567', 'chiamatemi al [PHONE_1]'],
    ['proszę zadzwonić pod 601 234 567', 'proszę zadzwonić pod [PHONE_1]'],
    ['nr tel. 601 234 567', 'nr tel. [PHONE_1]'],
    ['bel mij op 06 12345678', 'bel mij op [PHONE_1]'],
    ['customer phone: 555 123 4567', 'customer phone: [PHONE_1]'],
    ['please call the shop on 555-1234', 'please call the shop on [PHONE_1]'],
    ['call Maria at 555-1234567', 'call Maria at [PHONE_1]'],
    ['my mac 00:01:02:03:04:05', 'my mac [MAC_1]'],
    ['mac 00:1B:44:11:3A:B7 or 00-1b-44-11-3a-b8', 'mac [MAC_1] or [MAC_2]'],
  ]);
});

it('takes a mobile number of the account’s own country without a word', () => {
  expect(mask('612345678 le llega el mensaje', ['ES'])).toBe('[PHONE_1] le llega el mensaje');
  expect(mask('612345678 le llega el mensaje', ['DE'])).toBe('612345678 le llega el mensaje');
  expect(mask('pedido 612345678 roto', ['ES'])).toBe('pedido 612345678 roto');
});

describe('secrets', () => {
  each([
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
    ['Your verification code is 482913.', 'Your verification code is [SECRET_1].'],
    ['Ihr Bestätigungscode lautet 77120', 'Ihr Bestätigungscode lautet [SECRET_1]'],
    ['認証コード：482913', '認証コード：[SECRET_1]'.normalize('NFKC')],
    ['cvv 123', 'cvv [SECRET_1]'],
    ['mijn wachtwoord is Tulp2024', 'mijn wachtwoord is [SECRET_1]'],
    ['moje hasło to Kotek99', 'moje hasło to [SECRET_1]'],
    ['密码 abc123', '密码 [SECRET_1]'],
    ['我的密码为 Qwe987', '我的密码为 [SECRET_1]'],
    ['la mia password è Mare2024', 'la mia password è [SECRET_1]'],
    ["parola d'ordine: girasole7", "parola d'ordine: [SECRET_1]"],
    ['Zugangsdaten: lea / Geheim77', 'Zugangsdaten: lea / [SECRET_1]'],
    ['PIN-Nummer: 4711', 'PIN-Nummer: [SECRET_1]'],
    ['PIN 4711', 'PIN [SECRET_1]'],
    ['pass: hunter22', 'pass: [SECRET_1]'],
    ['psw = marea22', 'psw = [SECRET_1]'],
    ['my password is now Autumn77', 'my password is now [SECRET_1]'],
    ['password changed to Spring#88', 'password changed to [SECRET_1]'],
    ['I used Winter2024x as password', 'I used [SECRET_1] as password'],
    ['contraseña temporal: Sol2024', 'contraseña temporal: [SECRET_1]'],
    ['password for the portal is Sun2024x', 'password for the portal is [SECRET_1]'],
    ['curl -u admin:s3cr3tpw https://api.example/v1', 'curl -u admin:[SECRET_1] https://api.example/v1'],
    ['Passphrase: "purple monkey dishwasher lamp"', 'Passphrase: "[SECRET_1]"'],
    ['您的验证码是482913', '您的验证码是[SECRET_1]'],
    ['codice di verifica: 482913', 'codice di verifica: [SECRET_1]'],
    ['verificatiecode 482913', 'verificatiecode [SECRET_1]'],
    ['kod weryfikacyjny: 482913', 'kod weryfikacyjny: [SECRET_1]'],
    ['TAN 482913', 'TAN [SECRET_1]'],
    ['chave de API 9f8e7d6c5b4a39281706', 'chave de API [SECRET_1]'],
    ['APIキーは9f8e7d6c5b4a39281706です', 'APIキーは[SECRET_1]です'],
    ['API-Schlüssel a8f3k29dk39fk39d', 'API-Schlüssel [SECRET_1]'],
    ['figd_abcdefghijklmnop1234567890', '[SECRET_1]'],
    ['x;AccountKey=abcd1234abcd1234abcd1234abcd==;y', 'x;AccountKey=[SECRET_1];y'],
    ['PHPSESSID=a1b2c3d4e5f6g7h8i9j0', 'PHPSESSID=[SECRET_1]'],
    ['https://app.example/reset/0123456789abcdef0123456789abcdef', '[URL_1]'],
    ['https://app.example/go?t=abcdefghijklmnopqrstuvwx12', '[URL_1]'],
    ['see https://u:p@host/x and https://a.example/r?token=abcdef', 'see [URL_1] and [URL_2]'],
  ]);
});

describe('people and places in context', () => {
  each([
    ['born on 12/15/1995', 'born on [BIRTHDATE_1]'],
    ['geboren am 3. März 1984 in Bonn', 'geboren am [BIRTHDATE_1] in Bonn'],
    ['fecha de nacimiento: 4 de mayo de 1990', 'fecha de nacimiento: [BIRTHDATE_1]'],
    ['née le 12/05/1971', 'née le [BIRTHDATE_1]'],
    ['1988年4月2日生まれ', '[BIRTHDATE_1]生まれ'],
    ['I live at 12 Main St, Springfield, IL 62701.', 'I live at [ADDRESS_1].'],
    ['Musterstraße 12, 80331 München', '[ADDRESS_1] München'],
    ['12 rue de la Paix, 75011 Paris', '[ADDRESS_1] Paris'],
    ['Calle Mayor 3, 28013 Madrid', '[ADDRESS_1] Madrid'],
    ['Rua Augusta, 1500, 01304-001 São Paulo', '[ADDRESS_1] São Paulo'],
    ['10 Downing Street, London SW1A 2AA', '[ADDRESS_1]'],
    ['〒150-0001 東京都渋谷区神宮前1-2-3', '[ADDRESS_1]'],
    ['PO Box 4412', '[ADDRESS_1]'],
    ['my zip code is 40938', 'my zip code is [ADDRESS_1]'],
    ['Ship to address: 4 Elm Grove, Flat 2', 'Ship to address: [ADDRESS_1]'],
    ['My name is Ada Quill and', 'My name is [NAME_1] and'],
    ['Sehr geehrte Frau Köhler,', 'Sehr geehrte Frau [NAME_1],'],
    ['hablé con la señora Marta Ibarra ayer', 'hablé con la señora [NAME_1] ayer'],
    [
      'It is still broken.\n\nBest regards,\nAda Quill\nSent from my phone',
      'It is still broken.\n\nBest regards,\n[NAME_1]\nSent from my phone',
    ],
    ['私の名前は山田太郎です', '私の名前は[NAME_1]です'],
    ['氏名: 山田 太郎', '氏名: [NAME_1]'],
    ['山田様からのご連絡', '[NAME_1]様からのご連絡'],
    ['urodzona 12.05.1984', 'urodzona [BIRTHDATE_1]'],
    ['mijn naam is Sanne Vermeer en', 'mijn naam is [NAME_1] en'],
    ['nazywam się Zofia Lis i', 'nazywam się [NAME_1] i'],
    ['我叫王小明。', '我叫[NAME_1]。'],
    ['佐藤健一と申します', '[NAME_1]と申します'],
    ['Imię i nazwisko: Ewa Lis', 'Imię i nazwisko: [NAME_1]'],
    ['姓名:李小龙', '姓名:[NAME_1]'],
    ['Kontoinhaber: Jonas Feld', 'Kontoinhaber: [NAME_1]'],
    [
      'Het werkt niet.\n\nMet vriendelijke groet,\nSanne Vermeer',
      'Het werkt niet.\n\nMet vriendelijke groet,\n[NAME_1]',
    ],
    ['Non va.\n\nCordiali saluti,\nElio Ferri', 'Non va.\n\nCordiali saluti,\n[NAME_1]'],
    ['不能用。\n\n谢谢\n王小明', '不能用。\n\n谢谢\n[NAME_1]'],
    ['Am Alten Markt 3b, 50667 Köln', '[ADDRESS_1] Köln'],
    ['Unter den Linden 77, 10117 Berlin', '[ADDRESS_1] Berlin'],
    ['An der Alster 12, 20099 Hamburg', '[ADDRESS_1] Hamburg'],
    ['我住在中山北路12号', '我住在[ADDRESS_1]'],
    ['地址:上海市黄浦区人民路88号', '地址:[ADDRESS_1]'],
  ]);
});
