import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aComment, aTicket } from '../test/ticket.ts';
import { ingest } from './ingest.ts';
import { unpackMail } from './unpack-mail.ts';

const unpack = async (text: string) => {
  const ticket = await unpackMail(aTicket({ comments: [aComment({ text })] }));
  return { ticket, comment: ticket.comments[0]! };
};

const HEAD = 'Received: by mx.example\nFrom: Ada <ada@quill.example>\nSubject: Lamp\nMIME-Version: 1.0\n';
const PNG = 'Content-Type: image/png; name=lamp.png\nContent-Disposition: attachment; filename=lamp.png\n';

describe('a raw mail', () => {
  it('becomes its text, with what it says about its sender', async () => {
    const head = `${HEAD}Auto-Submitted: auto-replied\nContent-Type: text/plain; charset=utf-8\n`;
    const { comment } = await unpack(
      `${head}Content-Transfer-Encoding: quoted-printable\n\nSch=C3=B6n, but da=\nrk.\n`,
    );
    expect(comment.text.trim()).toBe('Schön, but dark.');
    expect(comment.headers).toEqual({ 'auto-submitted': 'auto-replied' });
    expect(comment.html).toBeNull();
  });

  it('becomes its HTML and names its attachments; parts count in what stands in the ticket', async () => {
    const body = `--x\nContent-Type: text/html\n\n<p>Dark</p><blockquote type="cite">old</blockquote>\n--x\n${PNG}\naGk=\n--x--\n`;
    const { ticket, comment } = await unpack(`${HEAD}Content-Type: multipart/mixed; boundary=x\n\n${body}`);
    expect(comment.attachments).toMatchObject([{ name: 'lamp.png', contentType: 'image/png' }]);
    const { text, parts } = ingest(ticket);
    expect(text).toBe('Dark');
    expect(parts.map(({ start, end }) => comment.html?.slice(start, end))).toEqual(['Dark', 'old']);
  });

  it('keeps quoted and own lines apart where the mail says that lines flow', async () => {
    const { ticket } = await unpack(
      `${HEAD}Content-Type: text/plain; format="flowed"\n\nOn 7/5/2024 9:12 AM, Lumen wrote:\n> Hi \nDark.\n`,
    );
    expect(ingest(ticket).text).toBe('Dark.');
  });
});

describe('other text', () => {
  it.each([
    'From: Rome\nTo: Oslo\n\nPlease move my flight.',
    'MIME-Version is a header.\nContent-Type: too',
    'Content-Type: text/plain',
    'price=20, tax=30',
    '2+2=\n4 and a=b',
    'https://lumen.example/?a=C3=A4&b=1',
    'E = mc2\n=20',
  ])('stays as it is: %s', async (text) => expect((await unpack(text)).comment.text).toBe(text));

  it('is freed of quoted-printable when every = is such an escape', async () => {
    expect((await unpack('Sch=C3=B6n, but da=\r\nrk =3D bad')).comment.text).toBe('Schön, but dark = bad');
    expect((await unpack('Sch=F6n, but da=\nrk')).comment.text).toBe('Schön, but dark');
  });

  it('never throws, and leaves comments with HTML alone that are no raw mail', async () => {
    const line = fc.oneof(
      fc.constantFrom('MIME-Version: 1.0', 'Content-Type: multipart/mixed; boundary=a', '--a', ''),
      fc.string(),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 12 }), async (lines) => {
        expect((await unpack(lines.join('\n'))).ticket.comments).toHaveLength(1);
      }),
    );
    const comment = aComment({ text: 'From: me\nf=C3=BCr', html: '<p>x</p>' });
    expect((await unpackMail(aTicket({ comments: [comment] }))).comments[0]).toEqual(comment);
  });

  it('survives nesting without end and a megabyte of headers', async () => {
    const nested = Array.from(
      { length: 3000 },
      (_, at) => `Content-Type: multipart/mixed; boundary=b${at}\n\n--b${at}\n`,
    );
    expect((await unpack(`MIME-Version: 1.0\n${nested.join('')}`)).comment.text).not.toBe('');
    expect((await unpack(`MIME-Version: 1.0\n${'X: y\n'.repeat(200_000)}\nhello`)).comment.text).not.toBe('');
  });
});
