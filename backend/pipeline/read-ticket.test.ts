import { describe, expect, it } from 'vitest';
import type { Detector } from '../ports/detector.ts';
import { OutsideError } from '../ports/errors.ts';
import type { Tenant } from '../ports/tenant.ts';
import type { Ticket } from '../ports/ticket.ts';
import { noEscalationRules } from '../test/routing.ts';
import { aComment, aTicket } from '../test/ticket.ts';
import type { Ingested } from './ingest.ts';
import type { TextToRead } from './read-text.ts';
import { readTicket } from './read-ticket.ts';
import type { Reader } from './reader.ts';

const attachment = { name: 'sync.log', contentType: 'text/plain', size: 9, url: 'https://acme.example/attachments/1' };
const ingested: Ingested = {
  subject: 'Help',
  text: 'It fails',
  uncut: 'It fails',
  parts: [],
  clipped: false,
  skipReason: null,
};

/** A reader that says what it was given; `ended` names the step whose text had to be ended. */
function aReader(over: { ended?: 'ingest' | 'readText'; ingested?: Partial<Ingested> } = {}) {
  const given: TextToRead[] = [];
  const reader: Reader = {
    ingest: async () => (over.ended === 'ingest' ? null : { ...ingested, language: 'en', ...over.ingested }),
    maskPassage: async () => null,
    checkDraft: async () => null,
    extract: async (bytes) => ({ text: new TextDecoder().decode(bytes), truncated: false }),
    readText: async (text) => {
      given.push(text);
      if (over.ended === 'readText') return null;
      const { subject, text: own } = text as unknown as { subject: never; text: never };
      return {
        subject,
        text: own,
        language: 'en',
        mainLanguage: 'en',
        languageConfidence: 1,
        vault: {},
        truncated: false,
        signals: [],
        muted: [],
        instructsModel: false,
      };
    },
  };
  return { reader, given };
}

const aTenant = (over: Partial<Tenant> = {}) =>
  ({
    helpdesk: { fetchAttachment: async () => new TextEncoder().encode('error 42') },
    masking: { keep: [], regions: ['DE'] },
    detector: null,
    images: false,
    model: 'gpt-4o-mini',
    ...over,
  }) as unknown as Tenant;

const read = (ticket: Ticket, { reader }: { reader: Reader }, tenant = aTenant(), anyway = false) =>
  readTicket(ticket, tenant, reader, {
    signal: AbortSignal.timeout(5_000),
    anyway,
    escalation: noEscalationRules(),
  });

describe('readTicket', () => {
  it('hands on the own words, what was attached, and all that the masker should know', async () => {
    const spy = aReader();
    const detector: Detector = { detect: async () => [{ kind: 'NAME', value: 'Bo' }] };
    const ticket = aTicket({ organisations: ['Quill Ltd'], comments: [aComment({ attachments: [attachment] })] });
    await read(ticket, spy, aTenant({ detector }));
    expect(spy.given[0]).toMatchObject({
      text: 'It fails',
      attached: ['[attachment: sync.log]\nerror 42'],
      hints: {
        people: ticket.people,
        organisations: ['Quill Ltd'],
        found: [{ kind: 'NAME', value: 'Bo' }],
        policy: { regions: ['DE'] },
      },
    });
  });

  it.each(['ingest', 'readText'] as const)('says that nobody has read what had to be ended in %s', async (ended) => {
    expect(await read(aTicket(), aReader({ ended }))).toMatchObject({ unread: true, text: '', skipReason: null });
  });

  it('goes on without a second detector that fails', async () => {
    const detector: Detector = { detect: () => Promise.reject(new OutsideError('presidio', 'timeout', 'no answer')) };
    const spy = aReader();
    expect(await read(aTicket(), spy, aTenant({ detector }))).toMatchObject({ unread: false });
    expect(spy.given[0]?.hints.found).toEqual([]);
  });

  it('masks nothing of what is no work, unless a person asks for it', async () => {
    const spy = aReader({ ingested: { skipReason: 'spam' } });
    expect(await read(aTicket(), spy)).toMatchObject({ skipReason: 'spam', unread: false, text: '' });
    expect(spy.given).toEqual([]);
    expect(await read(aTicket(), spy, aTenant(), true)).toMatchObject({ skipReason: null, text: 'It fails' });
    const closed = aReader({ ingested: { skipReason: 'closed' } });
    expect(await read(aTicket(), closed, aTenant(), true)).toMatchObject({ skipReason: 'closed' });
  });

  it('finds work in a ticket without a word when something is attached', async () => {
    const empty = aReader({ ingested: { text: '', skipReason: 'empty' } });
    expect(await read(aTicket(), empty)).toMatchObject({ skipReason: 'empty' });
    const attached = aTicket({ comments: [aComment({ text: '', attachments: [attachment] })] });
    expect(await read(attached, empty)).toMatchObject({ skipReason: null });
    const thanks = aReader({ ingested: { text: 'Done, thanks!', skipReason: 'thanks' } });
    expect(await read(attached, thanks)).toMatchObject({ skipReason: null });
  });
});
