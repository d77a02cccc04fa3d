import { describe, expect, it } from 'vitest';
import { aComment, aTicket } from '../test/ticket.ts';
import { ingest } from './ingest.ts';

const read = (text: string, html: string | null = null) => ingest(aTicket({ comments: [aComment({ text, html })] }));
const OWN = 'The lamp still flickers.\n\nWhat can I do?';

describe('headers over a quote', () => {
  it.each([
    ['Gmail fr, wrapped', 'Le mar. 7 mai 2024 à 09:12, Shop Lumen <\nhelp@lumen.example> a écrit :'],
    ['Gmail nl', 'Op di 7 mei 2024 om 09:12 schreef Shop Lumen <help@lumen.example>:'],
    ['Gmail pl', 'wt., 7 maj 2024 o 09:12 Shop Lumen <help@lumen.example> napisał(a):'],
    ['Gmail ru', 'вт, 7 мая 2024 г. в 09:12, Shop Lumen <help@lumen.example>:'],
    ['Gmail sv', 'Den tis 7 maj 2024 kl 09:12 skrev Shop Lumen <help@lumen.example>:'],
    ['Gmail fi', 'ti 7. toukokuuta 2024 klo 9.12 Shop Lumen (help@lumen.example) kirjoitti:'],
    ['Gmail zh, morning', 'Shop Lumen <help@lumen.example> 于2024年5月7日上午写道：'],
    ['Gmail zh', 'Shop Lumen <help@lumen.example> 于2024年5月7日周二 09:12写道：'],
    ['Gmail de, name first', 'Shop Lumen <help@lumen.example> schrieb am Di., 7.\nMai 2024 um 09:12:'],
    ['Apple it', 'Il giorno 7 mag 2024, alle ore 09:12, Shop Lumen <help@lumen.example> ha scritto:'],
    ['Thunderbird pt', 'Em 07/05/2024 09:12, Shop Lumen escreveu:'],
    ['Yahoo', 'On Tuesday, May 7, 2024 at 09:12:33 AM GMT+2, Shop Lumen <help@lumen.example> wrote:'],
    ['Gmail tr', 'Shop Lumen <help@lumen.example>, 7 May 2024 Sal, 09:12 tarihinde şunu yazdı:'],
    ['Gmail vi', 'Vào 09:12, Th 3, 7 thg 5, 2024 Shop Lumen <help@lumen.example> đã viết:'],
    ['address only', 'Shop Lumen <help@lumen.example> wrote:'],
    ['Android', '---- Shop Lumen wrote ----'],
    ['name only', 'Shop Lumen wrote:'],
  ])('%s', (_, header) => {
    expect(read(`${OWN}\n\n${header}\n\n> We sent a new bulb.\n> Lumen`).text).toBe(OWN);
  });

  it.each([
    ['Outlook it', 'Da: Lumen <h@lumen.example>\nInviato: martedì 7 maggio 2024\nA: Ada\nOggetto: R: Lampada'],
    ['Outlook pl', 'Od: Lumen\nWysłano: wtorek, 7 maja 2024\nDo: Ada\nTemat: RE: Lampa'],
    ['Outlook zh', '发件人: Lumen\n发送时间: 2024年5月7日\n收件人: Ada\n主题: 回复: 灯'],
    ['Outlook da', '-------- Oprindelig besked --------\nFra: Lumen\nDato: 07.05.2024\nTil: Ada\nEmne: Lampe'],
    ['Outlook, bold', '*From:* Lumen\n*Sent:* Tuesday\n*To:* Ada\n*Subject:* RE: Lamp'],
    [
      'Orange fr',
      'Message du : 07/05/2024 09:12\nDe : "Lumen" <h@lumen.example>\nA : ada@quill.example\nSujet : Lampe',
    ],
    ['Notes', 'Rosa Lumen\n05/07/2024 09:12 AM\nTo: Ada Quill/ROM/QUILL@QUILL\ncc:\nSubject: Lamp'],
    ['GroupWise', '>>> "Rosa Lumen" <h@lumen.example> 5/7/24 9:12:33 am >>>'],
  ])('%s', (_, header) => {
    expect(read(`${OWN}\n\n${header}\n\nWe sent a new bulb.`).text).toBe(OWN);
  });

  it('keeps own words on the line of the header, and gives the rest its own place', () => {
    const text = 'Still dark. On Tue, 7 May 2024 at 09:12, Lumen wrote:\n> New bulb sent.';
    const { text: own, parts } = read(text);
    expect(own).toBe('Still dark.');
    expect(parts.map(({ kind, start, end }) => [kind, text.slice(start, end).trim()])).toEqual([
      ['own', 'Still dark.'],
      ['quote', 'On Tue, 7 May 2024 at 09:12, Lumen wrote:\n> New bulb sent.'],
    ]);
  });

  it.each([
    'From: Rome\nTo: Oslo\nDate: 7 May\nPlease move my flight.',
    'On 7 May 2024 I wrote:\nthe lamp is broken. Nobody answered.',
    'I called on 3 May 2024 and asked for: one lamp, two bulbs.',
    'You wrote that it ships on 7 May. It did not.',
    'My order:\n> lamp, blue\n> bulb, warm\nPlease send both.',
    '> npm install lumen\nfails with the log below',
  ])('is none: %s', (text) => expect(read(text).text).toBe(text));

  it.each(['>', '> New bulb sent.\n> Lumen'])('says nothing when nothing but a quote came: %s', (quote) => {
    const { text, parts } = read(`On Tue, 7 May 2024 at 09:12, Lumen <h@lumen.example> wrote:\n\n${quote}`);
    expect(text).toBe('');
    expect(parts.map(({ kind }) => kind)).toEqual(['quote']);
  });

  it('keeps a forwarded message that came without a word', () => {
    const text =
      '---------- Forwarded message ---------\nFrom: Lumen <h@lumen.example>\nSubject: Lamp\n\nNew bulb sent.';
    expect(read(text).text).toBe(text);
  });
});

describe('signatures', () => {
  it.each([
    'Enviado desde mi Galaxy',
    'Verstuurd vanaf mijn iPhone',
    'Wysłane z iPhone’a',
    'Inviato da iPhone',
    'Skickat från min Samsung',
    'Отправлено с iPhone',
    '发自我的iPhone',
    'Get Outlook for iOS',
    '(Sent from my tablet)',
    '_Envoyé de mon iPad_',
    'Sent from my Nokdroid 7 Plus',
  ])('%s', (line) => expect(read(`${OWN}\n\n${line}`).text).toBe(OWN));

  it.each([
    [
      'sign-off and card',
      '\n\nKind regards,\n\nAda Quill\nHead of Ink\nQuill Ltd\n+44 20 7946 0000',
      '\n\nKind regards,',
    ],
    ['card alone', '\n\nAda Quill\nQuill Ltd\n1 Ink Street\nTel. +44 20 7946 0000\nada@quill.example', ''],
    ['ruled card', '\n\n----------\nAda Quill\nwww.quill.example', ''],
    ['usenet', '\n\n-- \nAda\n"ink is thicker than water"', ''],
    ['dashes, sign-off', '\n--\nThanks!\nAda', ''],
    ['advertisement', '\n\n____________________________\nDo You Yahoo!?\nFree mail at https://mail.example', ''],
  ])('%s', (_, tail, kept) => expect(read(OWN + tail).text).toBe(OWN + kept));

  it.each([
    `${OWN}\n\nThanks,\nAda`,
    `${OWN}\n\nSincerely,\nDomain Manager`,
    'Please ship to:\n\nAda Quill\n1 Ink Street\nLondon\nTel. 020 7946 0000\nada@quill.example',
    'Item | Price\n--\nlamp | 7\nbulb | 2',
    'Sent from my phone because the laptop broke, please help.\nAda',
    `${OWN}\n\nSent from my account, the 20 euros never came back.`,
  ])('is none: %s', (text) => expect(read(text).text).toBe(text));

  it('keeps what stands under a phone line: a postscript looks like an unmarked quote', () => {
    const postscript = 'One more thing:\nthe bulb is hot.\nIt smells, too.';
    expect(read(`${OWN}\n\nSent from my iPhone\n\n${postscript}`).text).toBe(`${OWN}\n\n${postscript}`);
    expect(read(`${OWN}\n\nSent from my iPhone\n\nPS: order 77`).text).toBe(`${OWN}\n\nPS: order 77`);
  });
});

describe('HTML', () => {
  it('keeps a quotation that the writer made and answers', () => {
    const html = 'See below:<blockquote>Which bulb?</blockquote>The warm one.<blockquote>old</blockquote>';
    expect(read('', html).text).toBe('See below:\n\nWhich bulb?\n\nThe warm one.');
  });

  it('sets what the client marked as quote aside, wherever it stands', () => {
    const html = 'See below:<blockquote type="cite">Which bulb?</blockquote>The warm one.';
    expect(read('', html).text).toBe('See below:\n\nThe warm one.');
  });

  it('reads a header that is left on one line', () => {
    const html =
      'Dark.<hr><div><b>From: h@lumen.example</b> <b>Date: Tue, 7 May 2024</b></div><div>New bulb sent</div>';
    expect(read('', html).text).toBe('Dark.');
  });
});

describe('mojibake', () => {
  it('is repaired when all of it turns into clean text', () => {
    expect(read('FÃ¼r die LampeÂ\u00a0â€“ nicht schÃ¶n').text).toBe('Für die Lampe\u00a0– nicht schön');
  });

  it.each(['Für die Ã¼ber', '“LÃ”', 'São Paulo, ÃÂ'])('is left alone in doubt: %s', (text) => {
    expect(read(text).text).toBe(text);
  });
});
