import { describe, expect, it } from 'vitest';
import type { Triage } from '../contract/triage.ts';
import { replyRulesSchema } from '../ports/reply-rules.ts';
import type { Ticket } from '../ports/ticket.ts';
import { aClassification, aComment, aTicket, aTriage } from '../test/ticket.ts';
import { askDetailsIn, withQuestion } from './ask-details.ts';

type Case = { ticket?: Partial<Ticket>; triage?: Partial<Triage>; text?: string; mode?: 'assist'; off?: boolean };
const clarifying = { ...aTriage().draft!, kind: 'clarifying' as const };
const unsure = aClassification({ needsReview: true, unsure: ['category'] });
const ask = ({ ticket, triage, text = 'Help!', mode, off = false }: Case = {}) =>
  askDetailsIn({
    ticket: aTicket(ticket),
    triage: aTriage({ draft: clarifying, ...triage }),
    said: { subject: '', text },
    tenant: { modeOf: {}, mode: mode ?? 'auto', askDetails: !off, reply: replyRulesSchema.parse({}) },
  });

describe('asking for details without a person', () => {
  it('is done in the customer’s language when they say nothing of the matter', () => {
    expect(ask()).toBe('en');
    for (const language of ['de', 'fr', 'es', 'pt', 'ja']) expect(ask({ triage: { language } })).toBe(language);
  });

  it('is done for few words of which nobody can be sure', () => {
    const text = 'The blue thing has gone';
    expect(ask({ text, triage: { classification: unsure } })).toBe('en');
    expect(ask({ text })).toBeNull();
    expect(ask({ text: `${text} since I came back`, triage: { classification: unsure } })).toBeNull();
  });

  const agent = aComment({ id: '2', fromCustomer: false, text: 'We look.' });
  it.each<[string, Case]>([
    ['when it is off', { off: true }],
    ['in another mode', { mode: 'assist' }],
    ['when there is an answer', { triage: { draft: aTriage().draft } }],
    ['when there is no draft', { triage: { draft: null } }],
    ['for what is no work', { triage: { status: 'skipped', skipReason: 'auto_reply' } }],
    ['when an agent has answered', { ticket: { comments: [aComment(), agent] } }],
    ['when an agent has noted something', { ticket: { comments: [aComment(), { ...agent, public: false }] } }],
    ['when an agent opened it', { ticket: { comments: [agent] } }],
    ['when somebody has it', { ticket: { assigneeId: '9' } }],
    ['when it was asked', { ticket: { tags: ['ait_asked_details'] } }],
    ['when it waits for the customer', { ticket: { status: 'pending' } }],
    ['when it is solved', { ticket: { status: 'solved' } }],
    ['in public', { ticket: { channel: 'twitter' } }],
    ['when a person should see it at once', { triage: { escalation: { flagged: true, risk: 'high', reasons: [] } } }],
    ['when it is not known whether one should', { triage: { escalation: null } }],
    ['when it speaks to a model', { triage: { instructsModel: true } }],
    ['when it was not read to its end', { triage: { truncated: true } }],
    ['when it could not be read', { triage: { unread: true } }],
    ['in a language that has no words for it', { triage: { language: 'nl' } }],
    ['in a language that is a guess', { triage: { languageConfidence: 0.5 } }],
    ['by a name that every object has', { triage: { language: 'constructor' } }],
  ])('is not done %s', (_, given) => {
    expect(ask(given)).toBeNull();
  });

  it('takes the account’s own words before the product’s', () => {
    const own = replyRulesSchema.parse({ askDetails: { de: 'Was ist los?', nl: 'Wat is er?' } }).askDetails;
    expect([own.de, own.nl]).toEqual(['Was ist los?', 'Wat is er?']);
    expect(own.en).toContain('tell us');
  });

  it('goes out in place of the note, with a tag that says so', () => {
    const update = { ticketId: '1', updatedAt: '', fields: {}, tags: ['vip'], note: 'for agents' };
    expect(withQuestion(update, 'de')).toEqual({
      ...{ ticketId: '1', updatedAt: '', fields: {} },
      ...{ tags: ['vip', 'ait_asked_details'], askDetailsIn: 'de' },
    });
  });
});
