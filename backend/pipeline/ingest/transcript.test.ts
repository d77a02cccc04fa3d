import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinLines, textToLines } from './line.ts';
import { readTranscript } from './transcript.ts';

const MARA = { id: '7', name: 'Mara Lindt', email: 'mara@example.com' };
const JO = { id: '9', name: 'Jo Fields', email: 'jo@shop.example' };

const read = (text: string, channel = 'chat', requester = MARA) =>
  readTranscript(textToLines(text), channel, requester, [requester, JO]);
const own = (text: string, channel = 'chat', requester = MARA) =>
  joinLines(read(text, channel, requester).filter((line) => line.aside === null));

describe('a transcript', () => {
  it.each([
    [
      'stamps in brackets',
      '(10:32:15 AM) Mara Lindt: It never came\nand I paid\n(10:32:40 AM) Jo Fields: I see\nOne moment\n(10:33:02 AM) Mara Lindt: Thanks: really',
    ],
    ['stamps first', '10:32 - Mara: It never came\nand I paid\n10:33 - Jo: I see\n10:34 - Mara: Thanks: really'],
    [
      'ISO stamps',
      '2024-05-01T10:32:00Z Mara Lindt: It never came\nand I paid\n2024-05-01T10:33:00Z Jo Fields: I see\n2024-05-01T10:34:00Z Mara Lindt: Thanks: really',
    ],
    [
      'bars',
      '10:32 AM | Mara Lindt: It never came\nand I paid\n10:33 AM | Jo Fields: I see\n10:34 AM | Mara Lindt: Thanks: really',
    ],
    [
      'times after names',
      'Mara Lindt (10:32): It never came\nand I paid\nJo Fields (10:33): I see\nMara Lindt (10:34): Thanks: really',
    ],
    [
      'WhatsApp on Android',
      '01/05/2024, 10:31 - Messages and calls are end-to-end encrypted. No one outside of this chat can read them.\n01/05/2024, 10:32 - Mara Lindt: It never came\nand I paid\n01/05/2024, 10:33 - Jo Fields: I see\n01/05/2024, 10:34 - Mara Lindt: Thanks: really\n01/05/2024, 10:35 - Mara Lindt: <Media omitted>',
    ],
    [
      'WhatsApp on iOS',
      '[01.05.24, 10:32:11] Mara Lindt 🌸: It never came\nand I paid\n[01.05.24, 10:33:11] Jo Fields: I see\n\u200e[01.05.24, 10:34:11\u202fAM] Mara Lindt 🌸: Thanks: really\n[01.05.24, 10:35:00] Mara Lindt 🌸: \u200eimage omitted',
    ],
    [
      'Slack',
      'Mara Lindt  10:32 AM\nIt never came\nand I paid\nJo Fields  10:33 AM\nI see\nMara Lindt  10:34 AM\nThanks: really',
    ],
    [
      'Teams',
      '[10:32 AM] Mara Lindt\nIt never came\nand I paid\n[10:33 AM] Jo Fields\nI see\n[10:34 AM] Mara Lindt\nThanks: really',
    ],
    [
      'headings with dates',
      'Mara Lindt — Today at 10:32 AM\nIt never came\nand I paid\nJo Fields — Today at 10:33 AM\nI see\nMara Lindt — Today at 10:34 AM\nThanks: really',
    ],
    [
      'roles',
      'Visitor 1234: It never came\nand I paid\nAnswerBot: Is it about an order?\nAgent Sam: I see\nVisitor 1234: Thanks: really',
    ],
    ['bold names', '**Mara Lindt:** It never came\nand I paid\n**Jo Fields:** I see\n**Mara Lindt:** Thanks: really'],
    ['Japanese', '10:32 お客様：It never came\nand I paid\n10:33 担当者：I see\n10:34 お客様：Thanks: really'],
    [
      'German',
      '10:31 Jo Fields hat den Chat betreten\n10:32 Kundin: It never came\nand I paid\n10:33 Berater: I see\n10:34 Kundin: Thanks: really',
    ],
  ])("keeps exactly the customer's words: %s", (_, text) => {
    expect(own(text)).toBe('It never came\nand I paid\nThanks: really');
  });

  it('tells what the chat wrote from what the others said', () => {
    const lines = read(
      '*** Mara joined the chat ***\n10:32 Mara: Hello\n10:33 Jo: Hi\nJo Fields has left the conversation.\nChat ended',
    );
    expect(lines.map((line) => line.aside)).toEqual(['system', null, 'quote', 'system', 'system']);
    expect(lines.filter((line) => line.aside !== null).every((line) => line.foreign)).toBe(true);
  });

  it('takes the first who is no agent for a customer whom nobody named', () => {
    const nobody = { id: '7', name: '', email: '' };
    expect(
      own('10:31 Jo Fields: Hello, how can I help?\n10:32 rainbow77: It fails\n10:33 Jo Fields: Oh', 'chat', nobody),
    ).toBe('It fails');
  });

  it('reads one that came by mail', () => {
    expect(own('10:32 Mara Lindt: It fails\n10:33 Jo Fields: Since when?\n10:34 Mara Lindt: Monday', 'email')).toBe(
      'It fails\nMonday',
    );
  });

  const SIGNED =
    '10:32 Mara Lindt: It fails\n10:33 Jo Fields: Since when?\n10:34 Mara Lindt: Monday\n10:35 Jo Fields: I see';

  it.each(['\n', '\n\n'])('leaves to its writer what follows one that came by mail, after %j', (gap) => {
    const lines = read(`See this:\n${SIGNED}${gap}I will sue you.\n\n--- call me today ---`, 'email');
    const left = 'It fails\nMonday';
    expect(joinLines(lines.filter((line) => line.aside === null))).toBe(
      `See this:\n${left}${gap}I will sue you.\n\n--- call me today ---`,
    );
  });

  it('knows what the chat wrote at the end of one that came by mail', () => {
    const lines = read(`${SIGNED}\nJo Fields left the chat\nThen he never came back.`, 'email');
    expect(lines.slice(-2).map(({ aside, foreign }) => [aside, foreign])).toEqual([
      ['system', false],
      [null, false],
    ]);
  });

  it('takes wrapped lines of others out of one that came by mail, yet never for certain', () => {
    const lines = read(SIGNED.replace('when?', 'when?\nOne moment\n\nI never got an answer'), 'email');
    expect(lines.slice(2, 5).map(({ aside, foreign }) => [aside, foreign])).toEqual([
      ['quote', false],
      [null, false],
      [null, false],
    ]);
  });

  it('takes the words below a heading with it in one that came by mail', () => {
    const text =
      'Mara Lindt  10:32 AM\nIt fails\nJo Fields  10:33 AM\nI see\nMara Lindt  10:34 AM\nStill\nJo Fields  10:35 AM\nOh';
    expect(own(`${text}\n\nI want to cancel.`, 'email')).toBe('It fails\nStill\n\nI want to cancel.');
  });

  it('leaves to its writer what follows the last word of another in a chat', () => {
    expect(own(`${SIGNED}\nOne moment\n\nI will sue you.`)).toBe('It fails\nMonday\n\nI will sue you.');
    expect(own('Support: Hello\nMe: It fails\nSupport: Oh\n\nI will sue you.')).toBe('It fails\n\nI will sue you.');
  });

  it('keeps where each line stands in the original', () => {
    const text = '10:32 Mara: It fails\n10:33 Jo: Oh';
    expect(read(text).map(({ start, end }) => text.slice(start, end))).toEqual(text.split('\n'));
  });
});

describe('what is no transcript stays as it is', () => {
  it.each([
    ['chat', 'Support: none\nPlease help'],
    ['chat', '10:32 job: started\n10:33 worker: failed with 500\n10:34 job: stopped'],
    ['chat', 'I waited from 10:30 to 11:45: nobody came.'],
    ['chat', 'See https://example.com/a: it is empty'],
    ['email', 'Error log\n10:32 job: started\nIt stops there every day.\nPlease help.'],
    ['email', 'Visitor: my mother\nAgent: none\nPlease book us in.'],
    ['email', 'Timeline\n09:00 Ordered: two chairs\n09:05 Paid: 200 euros\n10:00 Cancelled: by you\nWhy?'],
    [
      'email',
      '10:32:01 agent: started\n10:32:02 db: timeout\n10:32:03 agent: stopped\nPlease help, our production is down.',
    ],
    ['email', '10:32:01 client: hello\n10:32:02 agent: refused\n10:32:03 client: retry\n10:32:04 agent: refused'],
    ['email', '10:32:01 Client: hello\n10:32:02 Server: refused\n10:32:03 Agent: retry'],
    ['email', 'Support: Hello\nMe: It fails\nSupport: Oh\n\nI will sue you if I do not get my money.'],
    ['email', '10:31 Jo Fields: Hello\n10:32 rainbow77: It fails\n10:33 Jo Fields: Oh'],
    ['email', '10:00 Alice: hello\n10:01 Bob: hello\n10:02 Alice: look at this'],
  ])('%s: %s', (channel, text) => {
    const lines = read(text, channel);
    expect(lines.every((line) => line.aside === null)).toBe(true);
    expect(joinLines(lines)).toBe(text);
  });

  it('never throws, and never writes what was not there', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc.constantFrom(
        '10:32 ',
        '[10:32] ',
        'Mara Lindt',
        ': ',
        'Jo Fields',
        'Bot: ',
        '*** ',
        '01/05/24, 10:32 - ',
        '\n',
        '\n\n',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const lines = textToLines(pieces.join(''));
        const result = readTranscript(lines, 'chat', MARA, [MARA, JO]);
        expect(result.length).toBe(lines.length);
        for (const [index, line] of result.entries()) expect(lines[index]?.text.endsWith(line.text)).toBe(true);
      }),
    );
  });
});
