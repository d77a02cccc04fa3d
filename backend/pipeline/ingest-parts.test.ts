import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aComment, aTicket } from '../test/ticket.ts';
import { ingest } from './ingest.ts';

const ticket = (text: string, html: string | null = null) => aTicket({ comments: [aComment({ id: '7', text, html })] });
const read = (text: string, html: string | null = null) => ingest(ticket(text, html));

const QUOTES = [
  'On Tue, 7 May 2024 at 09:12, Lumen <h@lumen.example> wrote:\n> New bulb sent.\n> Rosa',
  'Am 07.05.2024 um 09:12 schrieb Lumen:\n> Neue Birne.',
  '-----Original Message-----\nFrom: Lumen\nSent: today\nTo: Ada\nSubject: Lamp\n\nNew bulb sent.',
  'De : Lumen\nEnvoyé : mardi\nÀ : Ada\nObjet : Lampe\n\nNouvelle ampoule.',
  '差出人: Lumen\n送信日時: 火曜日\n宛先: Ada\n件名: 電球\n\n送りました',
];
const SIGNATURES = [
  '-- \nAda Quill\nQuill Ltd',
  'Sent from my iPhone',
  'Best regards,\n\nAda Quill\nTel. +44 20 7946 0000',
  'Ada Quill\nQuill Ltd\nada@quill.example',
];
const WORDS = 'lamp bulb order invoice works never again please send me the new one today it flickers'.split(' ');
const sentence = fc
  .array(fc.constantFrom(...WORDS), { minLength: 3, maxLength: 12 })
  .map((words) => `It ${words.join(' ')}.`);
const mail = fc.record({
  own: fc.array(sentence, { minLength: 1, maxLength: 4 }),
  tail: fc.subarray(['', ...SIGNATURES], { maxLength: 1 }),
  quote: fc.subarray(QUOTES, { maxLength: 1 }),
});
const piece = fc.oneof(
  sentence,
  fc.constantFrom(...QUOTES, ...SIGNATURES, '> quoted', '', '  ', 'Regards,', '____________________'),
  fc.string({ unit: 'binary', maxLength: 30 }),
);
const anyText = fc.array(piece, { maxLength: 10 }).map((pieces) => pieces.join('\n'));
const squeeze = (text: string): string => text.replace(/\s+/g, ' ').trim();

describe('parts', () => {
  it('say where in the text each one stands', () => {
    const text = `The lamp\nflickers.\r\n\r\n-- \nAda\n\n${QUOTES[0]}\n`;
    const { parts } = read(text);
    expect(parts.map(({ kind, start, end }) => [kind, text.slice(start, end)])).toEqual([
      ['own', 'The lamp\nflickers.'],
      ['signature', '-- \nAda'],
      ['quote', QUOTES[0]],
    ]);
    expect(parts[0]).toMatchObject({ commentId: '7', source: 'text', text: 'The lamp\nflickers.' });
  });

  it('say where in the HTML each one stands', () => {
    const html =
      '<p>&lt; 6 &amp; <b>dark</b>&gt;</p><div class="gmail_signature">Ada</div><blockquote type="cite">old</blockquote>';
    const { parts } = read('ignored', html);
    expect(parts.map(({ kind, source, start, end }) => [kind, source, html.slice(start, end)])).toEqual([
      ['own', 'html', '&lt; 6 &amp; <b>dark</b>&gt;'],
      ['signature', 'html', 'Ada'],
      ['quote', 'html', 'old'],
    ]);
    expect(parts.map(({ text }) => text)).toEqual(['< 6 & dark>', 'Ada', 'old']);
  });

  it('are in order, do not overlap and hold their text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let end = 0;
        for (const part of read(text).parts) {
          expect(part.start).toBeGreaterThanOrEqual(end);
          expect(part.end).toBeGreaterThanOrEqual(part.start);
          expect(squeeze(text.slice(part.start, part.end))).toBe(squeeze(part.text));
          end = part.end;
        }
      }),
    );
  });

  it('are in order and do not overlap in any HTML', () => {
    const tag = fc.constantFrom(
      '<p>',
      '</p>',
      '<br>',
      '<blockquote>',
      '</blockquote>',
      '<pre>',
      '&amp;',
      '&#65',
      '<!--',
      'a',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(tag, fc.string({ maxLength: 8 })), { maxLength: 30 }), (pieces) => {
        const html = pieces.join('');
        let end = 0;
        for (const part of read('', html).parts) {
          expect(part.start).toBeGreaterThanOrEqual(end);
          expect(part.end).toBeGreaterThanOrEqual(part.start);
          end = part.end;
        }
        expect(end).toBeLessThanOrEqual(html.length);
      }),
    );
  });
});

describe('the own text', () => {
  it('is read from itself unchanged', () => {
    fc.assert(
      fc.property(mail, ({ own, tail, quote }) => {
        const { text } = read([own.join('\n\n'), ...tail, ...quote].join('\n\n'));
        expect(read(text).text).toBe(text);
      }),
    );
  });

  it('holds no line that did not come', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const given = squeeze(text);
        for (const line of read(text).text.split('\n')) expect(given).toContain(squeeze(line));
      }),
    );
  });

  it('holds every sentence above a quote and a signature, and nothing of these', () => {
    fc.assert(
      fc.property(mail, ({ own, tail, quote }) => {
        const { text } = read([own.join('\n\n'), ...tail, ...quote].join('\n\n'));
        for (const one of own) expect(text).toContain(one);
        for (const one of quote) expect(text).not.toContain(one.split('\n')[0]);
      }),
    );
  });

  it.each(['<', '<div>', '<p>', '<blockquote>', '<a b=c ', '<!--', '<pre>\n'])('survives a megabyte of %s', (part) => {
    const html = `<p>word</p>${part.repeat(1_000_000 / part.length)}`;
    expect(read('', html).text).toContain('word');
  });

  it.each(['\n', '> a\n', 'To: a\n\n\n', 'On 1.1.2020 ', 'Regards,\nBob\n', ': ', '\0', '\ud800', 'Ã¼'])(
    'survives a megabyte of %j',
    (part) => expect(read(`word\n${part.repeat(1_000_000 / part.length)}`).text).toContain('word'),
  );
});
