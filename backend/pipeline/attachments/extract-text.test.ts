import { deflateSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  assemblePdf,
  pdfOf,
  pdfOfStreams,
  streamObject,
  textCommands,
} from '../../../sandbox/zendesk/attachments/pdf.ts';
import { screenshotPng } from '../../../sandbox/zendesk/attachments/png.ts';
import { extractText } from './extract-text.ts';

const extract = (content: string | Buffer, name: string, contentType = '') =>
  extractText(new Uint8Array(Buffer.from(content as Buffer)), { name, contentType });
const pdf = (content: Buffer) => extract(content, 'a.pdf', 'application/pdf');
const deflated = (content: string | Buffer) => streamObject(deflateSync(content), '/Filter /FlateDecode');
const whole = (text: string) => ({ text, truncated: false });

describe('the text of a PDF', () => {
  it('is read, packed or not, page by page', async () => {
    expect(await pdf(pdfOf([['Invoice (paid)', 'Total: 12.00'], ['Seite zwei: Grüße']]))).toEqual(
      whole('Invoice (paid)\nTotal: 12.00\n\nSeite zwei: Grüße'),
    );
    expect(await pdf(pdfOfStreams([deflated(textCommands(['packed']))]))).toEqual(whole('packed'));
    expect(await extract(pdfOf([['by its name']]), 'A.PDF', 'application/octet-stream')).toEqual(whole('by its name'));
    expect(await extract(pdfOf([['by its bytes']]), 'a.txt', 'text/plain')).toEqual(whole('by its bytes'));
  });

  it('ends at 30 pages and at 100,000 characters, and says so', async () => {
    const many = await pdf(pdfOf(Array.from({ length: 40 }, (_, index) => [`page ${index + 1}.`])));
    expect(many).toMatchObject({ truncated: true });
    expect(many?.text).toContain('page 30.');
    expect(many?.text).not.toContain('page 31.');
    const long = await pdf(pdfOf(Array.from({ length: 30 }, () => Array.from({ length: 50 }, () => 'i'.repeat(100)))));
    expect(long?.truncated).toBe(true);
    expect(long?.text.length).toBeLessThanOrEqual(100_000);
  });

  it('does not believe in a million pages', async () => {
    const claimed = pdfOfStreams([streamObject(textCommands(['the only one']))], 1_000_000);
    expect(await pdf(claimed)).toMatchObject({ text: 'the only one' });
  });

  it('is nothing when the file is broken, encrypted, too large or without words', async () => {
    const good = pdfOf([['hello']]);
    expect(await pdf(Buffer.from('%PDF-1.7\nnothing else'))).toBeNull();
    expect(await pdf(good.subarray(0, 200))).toBeNull();
    expect(await pdf(Buffer.from('hello, no PDF'))).toBeNull();
    expect(await pdf(pdfOfStreams([streamObject('q Q')]))).toBeNull();
    expect(await pdf(Buffer.concat([good, Buffer.alloc(5_000_000)]))).toBeNull();
    for (const name of ['/Encrypt', '/#45ncrypt', '/Encryp#74']) {
      const encrypted = Buffer.from(good.toString('latin1').replace('/Root', `${name} << /Filter /Standard >> /Root`));
      expect(await pdf(encrypted)).toBeNull();
    }
  });

  it('survives a page tree and a form that hold themselves', async () => {
    const tree = assemblePdf(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>']);
    expect(await pdf(tree)).toBeNull();
    const form = assemblePdf([
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
      '<< /Type /Page /Parent 2 0 R /Resources << /XObject << /X 4 0 R >> >> /Contents 5 0 R >>',
      streamObject('/X Do /X Do', '/Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 4 0 R >> >>'),
      streamObject('/X Do'),
    ]);
    expect(await pdf(form)).toBeNull();
  });
});

describe('a PDF that grows', () => {
  const spaces = deflateSync(Buffer.alloc(200_000_000, ' '));
  const hex = Buffer.from(`${spaces.toString('hex')}>`);

  it.each([
    ['packed once', streamObject(spaces, '/Filter /FlateDecode')],
    ['packed twice', streamObject(deflateSync(spaces), '/Filter [/FlateDecode /FlateDecode]')],
    ['as hex', streamObject(hex, '/Filter [/ASCIIHexDecode /FlateDecode]')],
    ['as base 85', streamObject(ascii85(spaces), '/Filter [/ASCII85Decode /FlateDecode]')],
    ['with a filter that its dictionary hides', streamObject(spaces, '/F 99 0 R')],
    ['packed by LZW', streamObject('x', '/Filter /LZWDecode')],
    ['packed by LZW under another spelling', streamObject('x', '/Filter /#4cZ#57Decode')],
  ])('is not read: %s', async (_, stream) => {
    const before = process.memoryUsage().arrayBuffers;
    expect(await pdf(pdfOfStreams([stream, streamObject(textCommands(['bait']))]))).toBeNull();
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(150_000_000);
  });

  it('is read when it does so within bounds', async () => {
    const packed = streamObject(ascii85(deflateSync(textCommands(['small']))), '/Filter [/ASCII85Decode /FlateDecode]');
    expect(await pdf(pdfOfStreams([packed]))).toEqual(whole('small'));
  });
});

describe('the text of other files', () => {
  it('is read in the character set that it is in', async () => {
    const words = 'Größe;Preis €\nMañana;12';
    expect(await extract(words, 'a.csv', 'application/vnd.ms-excel')).toEqual(whole(words));
    expect(await extract(`\ufeff${words}`, 'a.txt')).toEqual(whole(words));
    expect(await extract(Buffer.from(`\ufeff${words}`, 'utf16le'), 'a.log')).toEqual(whole(words));
    expect(await extract(Buffer.from(words.replace('€', ''), 'utf16le'), 'a.log')).toEqual(
      whole(words.replace('€', '')),
    );
    expect(await extract(Buffer.from('Größe; caf\xe9', 'latin1'), 'a.txt')).toEqual(whole('Größe; café'));
    const japanese = Buffer.from([0x83, 0x65, 0x83, 0x58, 0x83, 0x67]);
    expect(await extract(japanese, 'a.txt', 'text/plain; charset=Shift_JIS')).toEqual(whole('テスト'));
    const oneBroken = Buffer.concat([Buffer.from('Grüße aus Köln. '.repeat(9)), Buffer.from([0xff])]);
    expect((await extract(oneBroken, 'a.txt'))?.text).toContain('Grüße aus Köln. Grüße');
  });

  it('keeps the beginning and the end of a long log', async () => {
    const log = await extract(`first\n${'a line of a log\n'.repeat(20_000)}last`, 'server.log', 'text/plain');
    expect(log).toMatchObject({ truncated: true, text: expect.stringMatching(/^first\n[\s\S]{90000,}\nlast$/) });
    expect(log?.text.length).toBeLessThanOrEqual(100_001);
  });

  it('is what HTML shows', async () => {
    const html = '<html><style>p {}</style><p>Hello &amp; <b>bye</b></p><script>steal()</script></html>';
    expect(await extract(html, 'page.html', 'text/html')).toEqual(whole('Hello & bye'));
  });

  it('is subject and text of a mail, mails within it included', async () => {
    const inner = 'MIME-Version: 1.0\nSubject: Inner\nContent-Type: text/html\n\n<p>Deep <i>words</i></p>';
    const mail = [
      'MIME-Version: 1.0',
      'Subject: =?utf-8?q?Gr=C3=BC=C3=9Fe?=',
      'Content-Type: multipart/mixed; boundary=edge',
      '',
      '--edge',
      'Content-Type: text/plain',
      '',
      'Outer words',
      '--edge',
      'Content-Type: message/rfc822',
      '',
      inner,
      '--edge--',
    ].join('\r\n');
    const read = await extract(mail, 'forwarded.eml', 'message/rfc822');
    expect(read?.text).toMatch(/^Grüße\n\nOuter words/);
    expect(read?.text).toContain('Deep words');
    expect(await extract(inner, 'inner', 'message/rfc822')).toEqual(whole('Inner\n\nDeep words'));
  });

  it.each([
    ['an archive', gzipSync('hello hello'), 'logs.gz', 'application/gzip'],
    ['an archive that says it is text', gzipSync('hello hello '.repeat(99)), 'logs.txt', 'text/plain'],
    ['a picture that says it is a log', screenshotPng('x'), 'a.log', 'text/plain'],
    ['a picture', screenshotPng('x'), 'a.png', 'image/png'],
    ['a drawing', Buffer.from('<svg><text>hi</text></svg>'), 'a.svg', 'image/svg+xml'],
    ['rich text', Buffer.from('{\\rtf1 hello}'), 'a.rtf', 'text/rtf'],
    ['a document', Buffer.from('PK\u0003\u0004 word/document.xml'), 'a.docx', 'application/octet-stream'],
    ['a program', Buffer.from('hello'), 'a.exe', 'application/octet-stream'],
    ['an empty file', Buffer.from(' \r\n'), 'a.txt', 'text/plain'],
  ])('is nothing for %s', async (_, content, name, contentType) => {
    expect(await extract(content, name, contentType)).toBeNull();
  });
});

describe('any bytes', () => {
  const files = fc.constantFrom('a.pdf', 'a.txt', 'a.html', 'a.eml', 'a.png', 'a', '');
  // One page: pdf.js reads ahead to later ones, and a broken one's rejection would reach vitest before it is awaited.
  const good = pdfOf([['one']]);
  const afterPageTree = good.indexOf('3 0 obj');
  const damaged = fc
    .array(fc.tuple(fc.integer({ min: afterPageTree, max: good.length - 1 }), fc.nat(255)), { maxLength: 40 })
    .map((changes) => {
      const bytes = new Uint8Array(good);
      for (const [at, byte] of changes) bytes[at] = byte;
      return bytes;
    });
  const marked = fc
    .uint8Array({ maxLength: 2000 })
    .map((bytes) => Buffer.concat([Buffer.from('%PDF-1.4\n1 0 obj\n'), bytes]));
  const anything = fc.oneof(
    fc.uint8Array({ maxLength: 3000 }),
    damaged,
    marked,
    fc.string({ unit: 'binary', maxLength: 3000 }).map((text) => Buffer.from(text)),
  );

  it('give a text within bounds or nothing, and no error', async () => {
    await fc.assert(
      fc.asyncProperty(anything, files, fc.string({ maxLength: 40 }), async (bytes, name, contentType) => {
        const before = bytes.slice();
        const extracted = await extractText(bytes, { name, contentType });
        expect(bytes).toEqual(before);
        if (extracted) expect(extracted.text.length).toBeLessThanOrEqual(100_001);
        if (extracted) expect(extracted.text.isWellFormed()).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('in UTF-8 are the text that they are', async () => {
    const text = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 500 })
      .filter((one) => !/[\p{Cc}\ufeff\ufffd]/u.test(one));
    await fc.assert(
      fc.asyncProperty(text, async (words) => {
        expect((await extract(words, 'a.txt'))?.text ?? '').toBe(words.trim());
      }),
      { numRuns: 300 },
    );
  });
});

function ascii85(bytes: Buffer): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 4) {
    let group = Buffer.concat([bytes.subarray(at, at + 4), Buffer.alloc(3)]).readUInt32BE(0);
    let digits = '';
    for (let digit = 0; digit < 5; digit += 1) {
      digits = String.fromCharCode((group % 85) + 33) + digits;
      group = Math.floor(group / 85);
    }
    text += digits.slice(0, Math.min(4, bytes.length - at) + 1);
  }
  return `${text}~>`;
}
