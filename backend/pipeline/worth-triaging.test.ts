import { describe, expect, it } from 'vitest';
import { createBuiltinEngine, loadShippedModel } from '../adapters/engine/builtin/create-builtin-engine.ts';
import { createMasker } from '../adapters/masker/builtin/create-masker.ts';
import type { LastTriage } from '../ports/seen.ts';
import type { Tenant } from '../ports/tenant.ts';
import type { Comment, FieldChange, Ticket } from '../ports/ticket.ts';
import { createTextTasks } from '../reader/text-tasks.ts';
import { aTaxonomy } from '../test/engine.ts';
import { noEscalationRules, rulesInForce, shippedRouting } from '../test/routing.ts';
import { aClassification, aComment, aTicket, aTriage } from '../test/ticket.ts';
import { hashContent } from './hash-content.ts';
import { readTicket } from './read-ticket.ts';
import type { Reader } from './reader.ts';
import { type Change, findWorth, isWorthTriaging } from './worth-triaging.ts';

const guess = (
  over: { category?: string; second?: string; urgency?: 'P1' | 'P3'; mood?: 'angry' | 'positive' } = {},
) => ({
  category: [{ value: over.category ?? 'billing', probability: 0.9 }],
  secondary: over.second ? { value: over.second, probability: 0.6 } : null,
  urgency: [{ value: over.urgency ?? ('P3' as const), probability: 0.9 }],
  sentiment: [{ value: over.mood ?? ('neutral' as const), probability: 0.9 }],
});
const aChange = (over: Partial<Change> = {}): Change => ({
  last: { ...aTriage(), degraded: false },
  added: { skipReason: null, attached: false },
  signals: [],
  before: guess(),
  now: guess(),
  alone: guess(),
  reopened: false,
  ...over,
});
const last = (over: Partial<Change['last']>): Partial<Change> => ({ last: { ...aChange().last, ...over } });
const classified = (over: Parameters<typeof aClassification>[0]) => last({ classification: aClassification(over) });
const said = (skipReason: 'thanks' | 'auto_reply' | 'out_of_office' | 'bounce' | 'spam', attached = false) => ({
  added: { skipReason, attached },
});
const escalated = {
  flagged: true,
  risk: 'high' as const,
  reasons: [{ layer: 'signal' as const, rule: 'en:manager', phrase: null }],
};

describe('whether a customer’s new words are worth a new triage', () => {
  it.each<[string, Partial<Change>, ReturnType<typeof findWorth>]>([
    ['nothing that could change', {}, null],
    ['another category', { now: guess({ category: 'technical' }) }, 'category'],
    ['a second category', { now: guess({ second: 'technical' }) }, 'category'],
    ['the second category that was there', { before: guess({ second: 'a' }), now: guess({ second: 'a' }) }, null],
    ['a second category that is gone', { before: guess({ second: 'technical' }) }, null],
    ['another urgency', { now: guess({ urgency: 'P1' }) }, 'urgency'],
    ['words that are urgent by themselves', { alone: guess({ urgency: 'P1' }) }, 'urgency'],
    [
      'such words on what is urgent',
      { alone: guess({ urgency: 'P1' }), before: guess({ urgency: 'P1' }), now: guess({ urgency: 'P1' }) },
      null,
    ],
    ['angry words', { alone: guess({ mood: 'angry' }) }, 'mood'],
    ['words about something else by themselves', { alone: guess({ category: 'technical' }) }, null],
    ['anger', { now: guess({ mood: 'angry' }) }, 'mood'],
    ['a better mood that changes nothing', { now: guess({ mood: 'positive' }) }, null],
    ['a new signal', { signals: ['en:legal'] }, 'signal'],
    ['a signal that is known', { ...last({ escalation: escalated }), signals: ['en:manager'] }, null],
    [
      'a new signal beside a known one',
      { ...last({ escalation: escalated }), signals: ['en:manager', 'en:legal'] },
      'signal',
    ],
    ['a solved ticket that is open again', { reopened: true }, 'reopened'],
    ['an attachment', { added: { skipReason: null, attached: true } }, 'attached'],
    ['thanks', said('thanks'), null],
    ['thanks that open a solved ticket', { ...said('thanks'), reopened: true }, null],
    ['thanks with an attachment', said('thanks', true), 'attached'],
    ['an auto-reply with an attachment', said('auto_reply', true), null],
    ['an absence', { ...said('out_of_office'), now: guess({ category: 'technical' }) }, null],
    ['a bounce', { ...said('bounce'), signals: ['en:legal'] }, null],
    ['spam', { ...said('spam'), ...classified({ needsReview: true }) }, null],
    ['more about what wanted a look', classified({ needsReview: true }), 'not_settled'],
    ['thanks for what wanted a look', { ...classified({ needsReview: true }), ...said('thanks') }, null],
    ['the answer to a question', last({ draft: { ...aTriage().draft!, kind: 'clarifying' } }), 'not_settled'],
    ['what nobody could decide', classified({ decidedBy: 'nobody' }), 'not_settled'],
    ['what a model was missed for', last({ degraded: true }), 'not_settled'],
    ['what could not be read', last({ unread: true }), 'not_settled'],
    ['what was no work', last({ status: 'skipped' }), 'not_settled'],
    ['what failed', last({ status: 'failed' }), 'not_settled'],
    ['words of which it is not known which are new', { added: null }, 'unknown'],
    ['no reading of what was there', { before: null }, 'unknown'],
    ['no reading of what is there', { now: null }, 'unknown'],
  ])('%s', (_, change, worth) => {
    expect(findWorth(aChange(change))).toBe(worth);
  });
});

const builtin = createBuiltinEngine({ model: loadShippedModel() });
const reader = createTextTasks(createMasker()) as unknown as Reader;
const signal = AbortSignal.timeout(600_000);
const FIRST = 'I see two charges on my card for the same plan. Please refund one of them.';

/** Whether it is worth it, after a sure triage of the first words. */
async function decide(
  more: string[],
  { first = FIRST, subject = 'Charged twice', history = [] as FieldChange[], over = {} as Partial<LastTriage> } = {},
) {
  const comments = [first, ...more].map((text, index) => aComment({ id: String(index), text }));
  const ticket = (own: Comment[]): Ticket => aTicket({ subject, comments: own });
  const asked: string[] = [];
  const tenant = {
    ...{ id: 'a', engines: [builtin], taxonomy: aTaxonomy(), model: 'gpt-4o-mini', detector: null, images: false },
    ...{ masking: { keep: [], regions: [] }, routing: shippedRouting() },
    helpdesk: { fetchHistory: async (id: string) => asked.push(id) && history },
  } as unknown as Tenant;
  const earlier = ticket(comments.slice(0, 1));
  const read = { signal, anyway: false, escalation: noEscalationRules() };
  const { subject: title, text, mainLanguage } = await readTicket(earlier, tenant, reader, read);
  const triage: LastTriage = {
    triage: aTriage({ createdAt: '2026-01-01T11:00:00Z' }),
    contentHash: hashContent(earlier),
    degraded: false,
    reading: { subject: title, text, language: mainLanguage },
    ...over,
  };
  const worth = await isWorthTriaging(ticket(comments), tenant, {
    store: {
      readLastTriage: async () => triage,
      readRouting: async () => rulesInForce(),
      saveRouting: async () => null,
    },
    reader,
  });
  return { worth, asked: asked.length };
}

describe('asking for a new triage', () => {
  it.each([
    ['Charged twice this month', FIRST],
    [
      'Cannot sign in since the update',
      'The login page shows error 500 after I enter my password. Nobody in our studio can work.',
    ],
    ['Please change the owner of our account', 'Our manager has left and we need the account moved to my address.'],
    ['Idea: a weekly view', 'It would be lovely to see a whole week of bookings on one page.'],
    ['Kalender synchronisiert nicht', 'Seit gestern kommen neue Termine nicht mehr im Kalender an. Was kann ich tun?'],
  ])('is done for what has become urgent: %s', async (subject, first) => {
    const all = 'This is urgent now: the whole booking page is down with error 500 for all our customers.';
    for (const text of ['This is urgent now: nobody can log in, error 500.', all])
      expect((await decide([text], { subject, first })).worth).toBe(true);
  });

  it.each([
    ['Thank you!'],
    ['Thanks, that helped.'],
    ['Vielen Dank!'],
    ['I am out of the office until Monday and will answer your mail then.'],
    ['The plan is the yearly one.'],
    ['Both charges are from the third of May.'],
  ])('is not done for: %s', async (text) => {
    expect((await decide([text])).worth).toBe(false);
  });

  it.each([
    ['I will call my lawyer if this is not solved today.'],
    ['This is the third time that I ask. I am furious, your service is a disgrace!'],
    ['Now nobody in our company can log in any more, everything is down.'],
  ])('is done for: %s', async (text) => {
    expect((await decide([text])).worth).toBe(true);
  });

  const solved = (at: string): FieldChange[] => [
    { at, by: 'agent', field: 'status', from: 'open', to: 'solved' },
    { at, by: 'customer', field: 'status', from: 'solved', to: 'open' },
  ];
  it('is done when a solved ticket was opened again since, which is asked for last', async () => {
    const more = ['The plan is the yearly one.'];
    expect(await decide(more, { history: solved('2026-01-02T00:00:00Z') })).toEqual({ worth: true, asked: 1 });
    expect(await decide(more, { history: solved('2026-01-01T10:30:00Z') })).toEqual({ worth: false, asked: 1 });
    expect(await decide(['Thanks!'], { history: solved('2026-01-02T00:00:00Z') })).toEqual({ worth: false, asked: 0 });
    expect(await decide(['I will call my lawyer.'])).toEqual({ worth: true, asked: 0 });
  });

  it('is done for words that the last triage does not begin, and for the text that it was made of', async () => {
    expect((await decide(['Thanks!'], { over: { contentHash: 'another' } })).worth).toBe(true);
    expect((await decide([])).worth).toBe(true);
  });

  it('compares with what was said before all of the newer words', async () => {
    expect((await decide(['The plan is the yearly one.', 'Thanks!'])).worth).toBe(false);
    expect((await decide(['I will call my lawyer.', 'Thanks!'])).worth).toBe(true);
  });
});
