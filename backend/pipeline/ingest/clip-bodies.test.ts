import { describe, expect, it } from 'vitest';
import { aComment, aTicket } from '../../test/ticket.ts';
import { ingest } from '../ingest.ts';

const LOG = 'sync: retry of the calendar failed, error from the server\n'.repeat(18_000);

describe('a ticket too long to be read whole', () => {
  it('is read at its beginning and its end, whose places still hold', () => {
    const text = `It broke today, here is the log:\n${LOG}\nPlease help me soon.\n\n-- \nAda Quill\nQuill Ltd`;
    const { text: own, parts, clipped } = ingest(aTicket({ comments: [aComment({ text })] }));
    expect(clipped).toBe(true);
    expect(own.startsWith('It broke today')).toBe(true);
    expect(own.endsWith('Please help me soon.')).toBe(true);
    const signature = parts.find(({ kind }) => kind === 'signature');
    expect(text.slice(signature?.start, signature?.end)).toContain('Ada Quill\nQuill Ltd');
  });

  it('is read so as HTML too, without half a tag', () => {
    const html = `<p>It broke today.</p>${LOG.replaceAll('\n', '<br class="line of the log">')}<p>Please help me soon.</p>`;
    const { text } = ingest(aTicket({ comments: [aComment({ html })] }));
    expect(text).toMatch(/^It broke today\..*Please help me soon\.$/s);
    expect(text).not.toContain('class=');
  });

  it('keeps the description and the newest words before older ones', () => {
    const comments = ['First of all: it broke.', LOG, 'And now it burns.'].map((text, index) =>
      aComment({ id: String(index), text }),
    );
    const { text } = ingest(aTicket({ comments }));
    expect(text).toMatch(/^First of all: it broke\.\n\nsync:.*\n\nAnd now it burns\.$/s);
  });

  it('is not clipped when it is short', () => {
    expect(ingest(aTicket()).clipped).toBe(false);
  });
});
