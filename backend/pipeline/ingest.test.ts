import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Comment, Ticket } from '../ports/ticket.ts';
import { type Ingested, ingest } from './ingest.ts';

const REQUESTER = { id: '7', name: 'Mara Lindt', email: 'mara@example.com' };
const AGENT = { id: '9', name: 'Jo Fields', email: 'jo@shop.example' };

const comment = (text: string, more: Partial<Comment> = {}): Comment => ({
  id: '1',
  authorId: '7',
  fromCustomer: true,
  public: true,
  text,
  html: null,
  createdAt: null,
  attachments: [],
  ...more,
});
const ticket = (comments: Comment[], more: Partial<Ticket> = {}): Ticket => ({
  id: '1',
  subject: 'Help',
  channel: 'email',
  status: 'open',
  priority: null,
  groupId: null,
  assigneeId: null,
  tags: [],
  fields: {},
  requester: REQUESTER,
  people: [REQUESTER, AGENT],
  organisations: [],
  comments,
  createdAt: '',
  updatedAt: '',
  ...more,
});
const read = (text: string) => ingest(ticket([comment(text)]));
const asides = ({ parts }: Ingested) =>
  parts.filter(({ kind }) => kind !== 'own').map(({ kind, text }) => ({ kind, text }));
const readHtml = (html: string) => ingest(ticket([comment('', { html })]));

describe('plain text', () => {
  it.each([
    ['en', 'On Mon, 4 Apr 2022 at 15:59, Bob Ray <bob@example.com> wrote:'],
    ['es', 'El lun, 4 abr 2022 a las 15:59, Bob Ray (<bob@example.com>) escribió:'],
    ['fr', 'Le lun. 4 avr. 2022 à 15:59, Bob Ray <bob@example.com> a écrit :'],
    ['de', 'Am Mo., 4. Apr. 2022 um 15:59 Uhr schrieb Bob Ray <bob@example.com>:'],
    ['pt', 'Em seg., 4 de abr. de 2022 às 15:59, Bob Ray <bob@example.com> escreveu:'],
    ['it', 'Il giorno lun 4 apr 2022 alle ore 15:59 Bob Ray <bob@example.com> ha scritto:'],
    ['nl', 'Op ma 4 apr. 2022 om 15:59 schreef Bob Ray <bob@example.com>:'],
    ['ja', '2022年4月4日(月) 15:59 Bob Ray <bob@example.com>:'],
    ['wrapped', 'On Mon, 4 Apr 2022 at 15:59, Bob Ray\n<bob@example.com> wrote:'],
  ])('sets a quote under its header aside: %s', (_, header) => {
    const result = read(`It fails again.\n\n${header}\n> Try this.\n> Bob`);
    expect(result.text).toBe('It fails again.');
    expect(asides(result)).toEqual([{ kind: 'quote', text: `${header}\n> Try this.\n> Bob` }]);
  });

  it.each([
    '-----Original Message-----',
    '-----Ursprüngliche Nachricht-----',
    "-----Message d'origine-----",
    '-----Mensaje original-----',
    '-----Mensagem original-----',
    '-----元のメッセージ-----',
  ])('sets everything after %s aside', (line) => {
    expect(read(`No.\n\n${line}\nFrom: Bob\nSent: today\n\nOld words`).text).toBe('No.');
  });

  it.each([
    'From: Bob\nSent: Monday\nTo: Mara\nSubject: Re: Help',
    'Von: Bob\nGesendet: Montag\nAn: Mara\nBetreff: AW: Hilfe',
    'De : Bob\nEnvoyé : lundi\nÀ : Mara\nObjet : RE: Aide',
    '差出人: Bob\n送信日時: 月曜日\n宛先: Mara\n件名: Re',
  ])('sets an Outlook header and what follows aside: %s', (header) => {
    expect(read(`Still broken.\n\n${header}\n\nOld words`).text).toBe('Still broken.');
  });

  it('keeps answers written between and below quoted lines', () => {
    expect(read('On 04/19/2011 07:10 AM, Bob wrote:\n> Which version?\n\n3.2\n\n> Which system?\n\nLinux').text).toBe(
      '3.2\n\nLinux',
    );
  });

  it.each([
    'On Monday I wrote: nothing works.',
    'a -- b\n--\nc; the table | below\n--\n1 | 2',
    'Sent from my account by mistake: 20 euros. Please return them.',
    'See the diff:\n--- a/file\n+++ b/file\n-- \n-old\n+new\nIt fails at every single line that I have tried so far, and I tried them all, for hours, to no avail whatsoever, believe me.',
    'From: Berlin\nIt arrived broken.',
    'He told me: 5 > 3 and 2 < 4.\nTo: nobody',
  ])('keeps what only looks like a quote or a signature: %s', (text) => {
    expect(read(text).text).toBe(text.replaceAll(' \n', '\n'));
  });

  it.each([
    'Sent from my iPhone',
    'Von meinem iPhone gesendet',
    'Envoyé de mon iPhone',
    'Enviado desde mi iPhone',
    'Enviado do meu iPhone',
    'iPhoneから送信',
  ])('sets "%s" aside as a last line and only there', (line) => {
    expect(read(`It fails.\n\n${line}`).text).toBe('It fails.');
    expect(read(line).text).toBe(line);
  });

  it('sets a signature and a legal notice aside, and lets the rules read the signature', () => {
    const notice =
      'This e-mail is confidential and intended only for the addressee. If you have received it in error, any use is strictly prohibited.';
    const result = read(`Please help.\n\n-- \nMara Lindt\nI will sue\n\n${notice}`);
    expect(result.text).toBe('Please help.');
    expect(result.uncut).toBe('Please help.\n\n--\nMara Lindt\nI will sue');
    expect(asides(result).map(({ kind }) => kind)).toEqual(['signature', 'footer']);
  });

  it('keeps everything when nothing would be left', () => {
    expect(read('> only a quote').text).toBe('> only a quote');
  });
});

describe('HTML', () => {
  it('reads what a reader sees', () => {
    const html =
      '<style>p{}</style><p>5 &lt; 6 &amp; John &lt;john@x.com&gt;</p><ul><li>one<li>two</ul><div>a<br>b</div>' +
      '<span style="display:none">hidden</span><script>bad()</script><table><tr><td>x</td><td>y</td></tr></table><a href="https://e.example">link</a>';
    expect(readHtml(html).text).toBe('5 < 6 & John <john@x.com>\n\n- one\n- two\n\na\nb\n\nx y\n\nlink');
  });

  it.each([
    '<div class="gmail_quote">On Monday Bob wrote:<blockquote>old</blockquote></div>',
    '<blockquote type="cite">old</blockquote>',
    '<div id="divRplyFwdMsg"><b>From:</b> Bob</div><div>old</div>',
    '<div><b>Von:</b> Bob<br><b>Gesendet:</b> Montag<br><b>An:</b> Mara<br><b>Betreff:</b> AW</div><p>old</p>',
    '<div class="moz-cite-prefix">On 26.06.2014 14:41, Bob wrote:<br></div><blockquote>old</blockquote>',
  ])('sets quoted parts aside: %s', (quote) => {
    const result = readHtml(`<div>It fails.</div>${quote}`);
    expect(result.text).toBe('It fails.');
    expect(asides(result)[0]).toMatchObject({ kind: 'quote', text: expect.stringContaining('old') });
    expect(result.uncut).toBe('It fails.');
  });

  it('keeps text beyond the depth cap, and quotes stay quotes there', () => {
    expect(readHtml(`${'<div>'.repeat(5000)}deep${'</div>'.repeat(5000)}after`).text).toBe('deep\nafter');
    const nested = `top<blockquote type="cite">${'<div>'.repeat(300)}old${'</div>'.repeat(300)}</blockquote>end`;
    expect(readHtml(nested).text).toBe('top\n\nend');
  });

  it('does linear work on hostile markup', () => {
    for (const piece of ['<', '<div>', '<p>', '<blockquote>', '</p>', '&amp;', '<div style="']) {
      const cost = (repeats: number): number => {
        const start = process.cpuUsage();
        ingest(ticket([comment('', { html: piece.repeat(repeats) })]));
        const { user, system } = process.cpuUsage(start);
        return user + system;
      };
      cost(4000);
      expect(cost(32_000), piece).toBeLessThan(Math.max(cost(4000), 8000) * 8 * 6);
    }
  });
});

describe('chat transcripts', () => {
  const transcript = [
    '(10:32:01 AM) *** Mara Lindt joined the chat ***',
    '(10:32:15 AM) Mara Lindt: My order never came',
    'and I paid for it',
    '(10:32:40 AM) Jo Fields: I will look into that',
    '(10:33:02 AM) Mara Lindt: Thanks',
    '*** Jo Fields left the chat ***',
  ].join('\n');

  it("keeps the customer's lines without stamps and names", () => {
    const result = ingest(ticket([comment(transcript)], { channel: 'chat' }));
    expect(result.text).toBe('My order never came\nand I paid for it\nThanks');
    expect(result.uncut).not.toContain('look into');
    expect(asides(result).map(({ kind }) => kind)).toEqual(['system', 'quote', 'system']);
  });

  it('recognises a transcript that came by mail, and leaves a mail with times alone', () => {
    expect(read(transcript).text).toBe('My order never came\nand I paid for it\nThanks');
    const times = 'Error log\n10:32 job: started\nIt stops there every day.\nPlease help.';
    expect(read(times).text).toBe(times);
  });

  it('keeps "Support: none" in a chat message that is no transcript', () => {
    expect(ingest(ticket([comment('Support: none\nPlease help')], { channel: 'chat' })).text).toBe(
      'Support: none\nPlease help',
    );
  });
});

describe('ingest', () => {
  it('appends later customer comments, and ignores agents and private notes', () => {
    const first = comment('First');
    const reply = comment('Agent words', { id: '2', fromCustomer: false });
    const later = comment('Second', { id: '3' });
    const all = ingest(ticket([first, reply, later, comment('Note', { id: '4', public: false })]));
    expect(all.text).toBe('First\n\nSecond');
  });

  it("reads the agent's description when the customer wrote nothing", () => {
    expect(ingest(ticket([comment('Called about a refund', { fromCustomer: false })])).text).toBe(
      'Called about a refund',
    );
  });

  it.each([
    ['closed', ticket([comment('x')], { status: 'closed' })],
    ['empty', ticket([comment(' \u200b\n')], { subject: '' })],
    ['empty', ticket([], { subject: '' })],
    ['auto_reply', ticket([comment('I am back on Monday.')], { subject: 'Automatic reply: your order' })],
    ['out_of_office', ticket([comment('x')], { subject: 'Abwesenheitsnotiz' })],
    ['auto_reply', ticket([comment('x')], { subject: 'Réponse automatique : votre demande' })],
    ['auto_reply', ticket([comment('x')], { subject: '自動返信：お問い合わせ' })],
    ['out_of_office', ticket([comment('I am currently out of the office until 4 May.')])],
    [
      'bounce',
      ticket([comment('This is the mail system at host x. Diagnostic-Code: smtp; 550 5.1.1')], {
        subject: 'Undeliverable: Hi',
      }),
    ],
    ['bounce', ticket([comment('Sorry')], { requester: { id: '1', name: null, email: 'MAILER-DAEMON@mx.example' } })],
    [null, ticket([comment('?')], { subject: '' })],
    [null, ticket([comment('On 7 May 2024, Jo <jo@shop.example> wrote:\n> Hi')], { subject: 'Re: lamp' })],
    [null, ticket([comment('')], { subject: 'Where is my order' })],
    [null, ticket([comment('x')], { subject: 'Automatic reply does not work' })],
    [null, ticket([comment('Your courier says so.')], { subject: 'Undeliverable: my parcel' })],
    [null, ticket([comment('I am out of the office until May, can you ship later?')])],
  ])('skips for the reason %s', (reason, given) => expect(ingest(given).skipReason).toBe(reason));

  it('never loses all that a customer wrote, and never throws', () => {
    const line = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        '> quoted',
        '-- ',
        'On Mon, 4 Apr 2022, Bob <b@x.co> wrote:',
        'From: a\nSent: b\nTo: c',
        'Sent from my iPhone',
        '10:00 Bob: hi',
        '<div hidden>',
        '<blockquote>',
        'Regards,',
      ),
    );
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 12 }),
        fc.boolean(),
        fc.constantFrom('email', 'chat'),
        (lines, asHtml, channel) => {
          const text = `${lines.join('\n')}\nword`;
          const result = ingest(ticket([comment(text, { html: asHtml ? text : null })], { channel }));
          expect(result.parts.map((part) => part.text).join('')).not.toBe('');
          if (!asHtml) expect(result.text.trim()).not.toBe('');
        },
      ),
    );
  });
});
