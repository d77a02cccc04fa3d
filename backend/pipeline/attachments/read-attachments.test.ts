import { setImmediate } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { screenshotPng } from '../../../sandbox/zendesk/attachments/png.ts';
import { startZendesk, type ZendeskSandbox } from '../../../sandbox/zendesk/start.ts';
import { createZendesk } from '../../adapters/helpdesk/zendesk/create-zendesk.ts';
import type { Helpdesk } from '../../ports/helpdesk.ts';
import type { Attachment } from '../../ports/ticket.ts';
import { aComment, aTicket } from '../../test/ticket.ts';
import { describeAttachments } from './describe-attachments.ts';
import { extractText } from './extract-text.ts';
import { type AttachmentParts, readAttachments } from './read-attachments.ts';

const PNG = new Uint8Array(screenshotPng('x'));
const file = (name: string, over: Partial<Attachment> = {}): Attachment => ({
  name,
  contentType: name.endsWith('.png') ? 'image/png' : 'text/plain',
  size: 1000,
  url: `https://acme.zendesk.com/attachments/${name}`,
  ...over,
});
const withFiles = (...attachments: Attachment[]) => aTicket({ comments: [aComment({ attachments })] });
const never = new AbortController().signal;

/** Serves every address its own name, and each `.png` a picture; `asked` is what was asked for. */
function createParts(over: Partial<AttachmentParts> = {}) {
  const asked: { name: string; maxBytes: number }[] = [];
  const fetchAttachment: Helpdesk['fetchAttachment'] = async (url, maxBytes) => {
    const name = url.split('/').at(-1) ?? '';
    asked.push({ name, maxBytes });
    return name.endsWith('.png') ? PNG : new TextEncoder().encode(`in ${name}`);
  };
  return { asked, parts: { helpdesk: { fetchAttachment }, extract: extractText, images: true, ...over } };
}

describe('the attachments of a ticket', () => {
  it('are the public ones of its customer, the newest comment first', async () => {
    const { parts, asked } = createParts();
    const ticket = aTicket({
      comments: [
        aComment({ attachments: [file('first.txt')] }),
        aComment({ fromCustomer: false, attachments: [file('agent.txt')] }),
        aComment({ public: false, attachments: [file('note.txt')] }),
        aComment({ attachments: [file('last.txt'), file('shot.png')] }),
      ],
    });
    expect(await readAttachments(ticket, parts, never)).toEqual({
      texts: [
        { name: 'last.txt', text: 'in last.txt' },
        { name: 'first.txt', text: 'in first.txt' },
      ],
      images: [{ name: 'shot.png', mime: 'image/png', base64: Buffer.from(PNG).toString('base64') }],
      named: [],
    });
    expect(asked.map(({ name }) => name)).toEqual(['last.txt', 'shot.png', 'first.txt']);
  });

  it('are not looked at as pictures unless the tenant wants it, or they are none', async () => {
    const off = createParts({ images: false });
    const ticket = withFiles(file('shot.png'));
    expect(await readAttachments(ticket, off.parts, never)).toEqual({ texts: [], images: [], named: ['shot.png'] });
    expect(off.asked).toEqual([]);
    const { parts } = createParts();
    const lying = withFiles(
      file('shot.jpg', { contentType: 'image/jpeg' }),
      file('true.png', { contentType: 'image/gif' }),
    );
    const read = await readAttachments(lying, parts, never);
    expect(read.named).toEqual(['shot.jpg']);
    expect(read.images).toMatchObject([{ name: 'true.png', mime: 'image/png' }]);
  });

  it('are not asked for when they cannot be read, and a logo in the text is not even named', async () => {
    const { parts, asked } = createParts();
    const ticket = withFiles(
      file('logs.zip', { contentType: 'application/zip' }),
      file('inside.txt', { url: null }),
      file('huge.log', { size: 5_000_001 }),
      file('huge.png', { size: 4_000_001 }),
      file('logo.png', { inline: true, size: 4000 }),
    );
    expect((await readAttachments(ticket, parts, never)).named).toEqual([
      'logs.zip',
      'inside.txt',
      'huge.log',
      'huge.png',
    ]);
    expect(asked).toEqual([]);
  });

  it('are at most five, three of them pictures, and 10 MB together', async () => {
    const { parts, asked } = createParts();
    const pictures = ['1.png', '2.png', '3.png', '4.png'].map((name) => file(name));
    const texts = ['a.txt', 'b.txt', 'c.txt'].map((name) => file(name));
    const read = await readAttachments(withFiles(...pictures, ...texts), parts, never);
    expect(read.named).toEqual(['4.png', 'c.txt']);
    expect(asked).toHaveLength(5);
    const heavy = createParts();
    const sizes = [4_000_000, 4_000_000, 4_000_000, 1_000_000, 0, 1].map((size, index) =>
      file(`${index}.log`, { size }),
    );
    expect((await readAttachments(withFiles(...sizes), heavy.parts, never)).named).toEqual(['2.log', '5.log']);
    expect(heavy.asked.map(({ maxBytes }) => maxBytes)).toEqual([4_000_000, 4_000_000, 1_000_000, 1_000_000]);
  });

  it.each<[string, Partial<AttachmentParts>]>([
    ['refused', { helpdesk: { fetchAttachment: async () => 'not_allowed' } }],
    ['broken', { helpdesk: { fetchAttachment: () => Promise.reject(new Error('no')) } }],
    ['unreadable', { extract: async () => null }],
    ['too hard to read', { extract: () => Promise.reject(new Error('ended')) }],
  ])('are only named when they are %s', async (_, over) => {
    const { parts } = createParts(over);
    expect((await readAttachments(withFiles(file('a.txt')), parts, never)).named).toEqual(['a.txt']);
  });

  it('that are not there when time is over are only named; the others stay', async () => {
    const stop = new AbortController();
    const first = Promise.withResolvers<void>();
    const { parts } = createParts({
      extract: async (bytes, { name }) => {
        if (name === 'quick.txt') return extractText(bytes, { name, contentType: '' }).finally(first.resolve);
        await first.promise;
        await setImmediate();
        stop.abort();
        return new Promise(() => {});
      },
    });
    const read = await readAttachments(withFiles(file('quick.txt'), file('slow.txt')), parts, stop.signal);
    expect(read).toEqual({ texts: [{ name: 'quick.txt', text: 'in quick.txt' }], images: [], named: ['slow.txt'] });
    const late = await readAttachments(withFiles(file('quick.txt')), createParts().parts, AbortSignal.abort());
    expect(late.named).toEqual(['quick.txt']);
  });
});

describe('attachments in words', () => {
  const read = {
    texts: [{ name: 'a.log', text: 'long words' }],
    images: [{ name: 'shot.png', mime: 'image/png', base64: '' }],
    named: ['b]\n[attachment: evil.zip', 'c.zip'],
  };

  it('are their beginnings, then the names of the rest, each on a line that it cannot leave', () => {
    expect(describeAttachments(read, 6)).toEqual([
      '[attachment: a.log]\nlong w',
      '[attachment: shot.png]',
      '[attachment: b   attachment: evil.zip]',
      '[attachment: c.zip]',
    ]);
    expect(describeAttachments({ texts: [], images: [], named: [] }, 6)).toEqual([]);
  });

  it('stay short and well-formed', () => {
    const named = Array.from({ length: 100 }, () => '😀'.repeat(200));
    const described = describeAttachments({ texts: [{ name: 'a', text: '😀😀' }], images: [], named }, 3).join('\n\n');
    expect(described.length).toBeLessThan(3000);
    expect(described.isWellFormed()).toBe(true);
  });
});

describe('the sample tickets', () => {
  let sandbox: ZendeskSandbox;
  let zendesk: Helpdesk;
  beforeAll(async () => {
    sandbox = await startZendesk({ seed: 'sample' });
    const { clientId, clientSecret } = sandbox.oauth;
    zendesk = createZendesk({ baseUrl: sandbox.url, clientId, clientSecret, webhookSecrets: [], fetch });
  });
  afterAll(() => sandbox.close());

  it('have a log, a table, a PDF and a picture that can be read over the wire', async () => {
    const readAll = async (id: number) => {
      const ticket = await zendesk.fetchTicket(String(id));
      return readAttachments(ticket ?? aTicket(), { helpdesk: zendesk, extract: extractText, images: true }, never);
    };
    expect(await readAll(1011)).toMatchObject({ texts: [{ name: 'sync.log', text: expect.stringContaining('429') }] });
    expect(await readAll(1032)).toMatchObject({
      texts: [{ name: 'Facture_BW-19877.pdf', text: expect.stringContaining('Payée par prélèvement') }],
      named: [],
    });
    expect(await readAll(1026)).toMatchObject({
      texts: [{ name: 'servicios.csv', text: expect.stringContaining('Depilación') }],
      images: [{ name: 'captura-error-500.png', mime: 'image/png' }],
    });
  });
});
