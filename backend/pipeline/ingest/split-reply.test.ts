import { describe, expect, it } from 'vitest';
import { aComment, aTicket } from '../../test/ticket.ts';
import { ingest } from '../ingest.ts';

const read = (text: string, html: string | null = null, channel = 'email') =>
  ingest(aTicket({ channel, comments: [aComment({ text, html })] }));

describe("the customer's own words stay", () => {
  it.each([
    [
      'a letter',
      'Dear all,\n\nFrom: Mara Lindt\nTo: Lumen Ltd\nDate: 7 May 2024\nSubject: Return\n\nI return my lamp.',
    ],
    ['a journey', 'Bitte umbuchen:\nVon: Köln\nAn: Bonn\nDatum: 07.05.2024\nBetreff: Messe\nEine Stunde später.'],
    [
      'headers asked about',
      'Why is this spam?\nFrom: a@lumen.example\nTo: b@lindt.example\nSubject: Bill\nPlease look.',
    ],
    [
      'headers shown',
      'We send:\nDate: Tue, 07 May 2024 09:12:00\nFrom: a@lindt.example\nSubject: x\n\nand it is lost.',
    ],
    ['a marker in prose', 'your app writes\nBegin forwarded message:\nand then nothing.'],
    ['a ruled marker in prose', 'I see only\n-----Original Message-----\nand no text.'],
    ['the quoted point', 'This sentence in your terms is wrong:\n\n> Lamps are never returned.'],
    ['a contact as the request', 'Please send the lamp to\n\nPeter Lang\nSeeweg 7\nTel. 089 123456\nwww.lang.example'],
    ['a wrong contact', 'This contact is wrong\n\nPeter Lang\nDirector\nLang Ltd\n089 123456'],
    [
      'facts below a sign-off',
      'Die Lampe flackert.\n\nViele Grüße\nMara Lindt\nKundennummer: 88123\nBestellnummer: 51-07',
    ],
    ['a wrong signature', 'It should be:\nBest regards,\nLindt Ltd\n+44 20 7946 0000\nPlease correct it for us.'],
    ['SQL', 'It fails:\nSELECT * FROM lamps;\n-- \nSELECT 2;\nError: no lamps.'],
    ['prose below a delimiter', 'It flickers.\n\n-- \nThe bulb is missing too, please send one this week.'],
    ['new data', 'Please change my data:\nName: Mara\nEmail: m@lindt.example\nPhone: 030 12345\nThank you'],
    ['a config', 'Which of these work?\nOS: Debian\nBrowser: Firefox\nCPU: ARM\nRAM: 8 GB'],
    ['JSON', 'Why is this wrong?\n{"region": "de", "language": "en", "country": "FR"}'],
  ])('%s', (_, text) => expect(read(text).text).toBe(text.replace('-- \n', '--\n')));

  it('between quoted lines', () => {
    const header = 'On Tue, 7 May 2024 at 09:12, Lumen <h@lumen.example> wrote:';
    const asked = '> Did anybody get hurt when the lamp fell from the ceiling last week?';
    expect(read(`${header}\n${asked}\nYes, my son\n> When?\nOn Monday`).text).toBe('Yes, my son\nOn Monday');
  });

  it('between the quotes of a wrapper', () => {
    const html =
      '<div class="gmail_quote"><div class="gmail_attr">On Tue, 7 May 2024, Lumen wrote:</div><blockquote>Which bulb?' +
      '</blockquote><div>The warm one</div><blockquote>And the lamp?</blockquote><div>Blue</div></div>';
    expect(read('', html).text).toBe('The warm one\n\nBlue');
  });

  it('in a postscript below a delimiter', () => {
    const text = 'It flickers.\n\n-- \nMara Lindt\n030 123456\n\nP.S. The bill is wrong.';
    expect(read(text).text).toBe('It flickers.\n\nP.S. The bill is wrong.');
  });

  it('for the rules when a header is only likely', () => {
    const text = 'Change my trip.\n\nFrom: Rome\nTo: Oslo\nDate: Tuesday, 7 May 2024\nSubject: flight\n\nI was hurt.';
    expect(read(text).uncut).toContain('I was hurt.');
  });
});

describe('what a program adds still goes', () => {
  it.each([
    'Holen Sie sich Outlook für Android<https://mail.example/x>',
    'Obter o Outlook para Android<https://mail.example/x>',
    'Scarica Outlook per iOS',
    'Pobierz program Outlook dla systemu Android',
    'Outlook for iOS を入手',
    '获取适用于 iOS 的 Outlook',
    'Get BlueMail for Android',
    'W dniu 07.05.2024 o 09:12, Lumen pisze:\n> Nowa lampa.',
    'App version: 3.1\nDevice: Pixel 8\nOS: Android 15\nLamp mode: dark\nLocale: de',
  ])('%s', (tail) => expect(read(`It flickers.\n\n${tail}`).text).toBe('It flickers.'));
});
