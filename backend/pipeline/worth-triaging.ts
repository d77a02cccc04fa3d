import type { Sentiment } from '../contract/taxonomy.ts';
import type { Triage } from '../contract/triage.ts';
import type { Engine, RawClassification } from '../ports/engine.ts';
import type { RoutingStore } from '../ports/routing-rules.ts';
import type { LastTriage, SeenStore } from '../ports/seen.ts';
import type { Reading } from '../ports/store.ts';
import type { Tenant } from '../ports/tenant.ts';
import type { Comment, Ticket } from '../ports/ticket.ts';
import { customerComments } from './customer-comments.ts';
import { hashContent } from './hash-content.ts';
import type { SkipReason } from './ingest/skip-reason.ts';
import { readTicket, type TicketRead } from './read-ticket.ts';
import type { Reader } from './reader.ts';
import { readRulesInForce } from './routing/rules-in-force.ts';

const READING_MS = 60_000;
/** Beyond so many new messages nobody asks whether they are worth it. */
const MOST_ADDED = 20;

/** What an engine that costs nothing makes of a text. */
type Guess = Pick<RawClassification, 'category' | 'secondary' | 'urgency' | 'sentiment'>;

export type Change = {
  /** The triage that stands. */
  last: Pick<Triage, 'status' | 'unread' | 'classification' | 'draft' | 'escalation'> & { degraded: boolean };
  /** What the customer has said since, by itself; null when it is not known which words are new. */
  added: { skipReason: SkipReason | null; attached: boolean } | null;
  /** The escalation rules that fire on all of it now. */
  signals: readonly string[];
  before: Guess | null;
  now: Guess | null;
  /** Of the new words alone: a long question can drown a short alarm. */
  alone: Guess | null;
  reopened: boolean;
};

export type Worth = 'not_settled' | 'unknown' | 'attached' | 'signal' | 'category' | 'urgency' | 'mood' | 'reopened';

const NOBODYS_WORDS: ReadonlySet<SkipReason> = new Set(['auto_reply', 'out_of_office', 'bounce', 'spam', 'closed']);
/** How probable it may be that the new words alone are urgent before somebody else should look. */
const ALARM = 0.3;

const isMoreUrgent = (than: Guess, alone: Guess): boolean => {
  const [standing] = than.urgency;
  const more = alone.urgency.filter(({ value }) => value < 'P3' && standing && value < standing.value);
  return more.reduce((sum, { probability }) => sum + probability, 0) >= ALARM;
};
const moodOf = ([first]: { value: Sentiment }[]) =>
  first?.value === 'angry' || first?.value === 'frustrated' ? first.value : 'calm';

/** Whether the standing triage is one that more words can settle. */
function isOpen({ status, unread, classification, draft, degraded }: Change['last']): boolean {
  return (
    status !== 'done' ||
    unread ||
    degraded ||
    !classification ||
    classification.needsReview ||
    classification.decidedBy === 'nobody' ||
    draft?.kind === 'clarifying'
  );
}

function differs(before: Guess, now: Guess, alone: Guess | null): Worth | null {
  const second = now.secondary?.value ?? null;
  if (before.category[0]?.value !== now.category[0]?.value) return 'category';
  if (second !== null && second !== before.secondary?.value && second !== before.category[0]?.value) return 'category';
  if (before.urgency[0]?.value !== now.urgency[0]?.value) return 'urgency';
  if (alone && isMoreUrgent(before, alone)) return 'urgency';
  const isAngry = alone !== null && moodOf(alone.sentiment) === 'angry' && moodOf(before.sentiment) !== 'angry';
  return isAngry || moodOf(before.sentiment) !== moodOf(now.sentiment) ? 'mood' : null;
}

/** What a triage made anew could change after the customer has written again; null when it would only cost. */
export function findWorth({ last, added, signals, before, now, alone, reopened }: Change): Worth | null {
  if (added?.skipReason && NOBODYS_WORDS.has(added.skipReason)) return null;
  if (added?.attached) return 'attached';
  if (added?.skipReason) return null;
  if (isOpen(last)) return 'not_settled';
  if (!added || !before || !now) return 'unknown';
  const known = new Set(last.escalation?.reasons.map(({ rule }) => rule));
  if (signals.some((rule) => !known.has(rule))) return 'signal';
  return differs(before, now, alone) ?? (reopened ? 'reopened' : null);
}

/** The customer's messages that came after the text of this hash; null when that was no beginning of what is there. */
function findAdded(ticket: Ticket, contentHash: string): Comment[] | null {
  const own = customerComments(ticket);
  const first = Math.max(1, own.length - MOST_ADDED);
  for (let seen = own.length - 1; seen >= first; seen -= 1)
    if (hashContent({ ...ticket, comments: own.slice(0, seen) }) === contentHash) return own.slice(seen);
  return null;
}

const isAttached = ({ attachments }: Comment): boolean => attachments.some(({ inline }) => !inline);

const toReading = ({ subject, text, mainLanguage: language }: TicketRead): Reading => ({ subject, text, language });

async function guess(
  engine: Engine | undefined,
  reading: Reading | null,
  { taxonomy }: Tenant,
  signal: AbortSignal,
): Promise<Guess | null> {
  if (!engine || !reading) return null;
  const answer = await engine.classify({ ...reading, taxonomy, examples: [] }, signal);
  return answer.ok ? answer.value : null;
}

/** Without the subject: it speaks of what came first. */
async function readAdded(added: Comment[], ticket: Ticket, reader: Reader): Promise<Change['added']> {
  const ingested = await reader.ingest({ ...ticket, subject: '', comments: added });
  return ingested && { skipReason: ingested.skipReason, attached: added.some(isAttached) };
}

async function wasReopened(tenant: Tenant, ticketId: string, since: string): Promise<boolean> {
  const history = await tenant.helpdesk.fetchHistory(ticketId);
  return history.some(
    ({ field, from, to, at }) =>
      field === 'status' && from === 'solved' && to !== 'closed' && Date.parse(at) >= Date.parse(since),
  );
}

/** All that `findWorth` asks for, but whether the ticket was opened again: that costs a request. */
async function readChange(
  last: LastTriage,
  ticket: Ticket,
  tenant: Tenant,
  { store, reader }: WorthParts,
): Promise<Change> {
  const signal = AbortSignal.timeout(READING_MS);
  const state = { ...last.triage, degraded: last.degraded };
  const comments = findAdded(ticket, last.contentHash);
  const added = comments && (await readAdded(comments, ticket, reader));
  const change = { last: state, added, signals: [], before: null, now: null, alone: null, reopened: false };
  const worth = findWorth(change);
  if (worth !== 'unknown' || !added || !comments) return change;
  const { escalation } = (await readRulesInForce(tenant, store)).rules;
  const options = { signal, anyway: true, escalation };
  const read = await readTicket(ticket, tenant, reader, options);
  const latest = { ...ticket, subject: '', comments };
  const alone = await readTicket(latest, tenant, reader, options);
  const engine = read.unread || alone.unread ? undefined : tenant.engines.find(({ name }) => name === 'builtin');
  const classify = (reading: Reading | null) => guess(engine, reading, tenant, signal);
  return {
    ...change,
    signals: read.signals.map(({ rule }) => rule),
    before: await classify(last.reading),
    now: await classify(toReading(read)),
    alone: await classify(toReading(alone)),
  };
}

type WorthParts = {
  store: Pick<SeenStore, 'readLastTriage'> & Pick<RoutingStore, 'readRouting' | 'saveRouting'>;
  reader: Reader;
};

/** Whether a triage of what a ticket says now is worth its cost, when one of what it said earlier stands. Nobody asked for it. */
export async function isWorthTriaging(ticket: Ticket, tenant: Tenant, parts: WorthParts): Promise<boolean> {
  const last = await parts.store.readLastTriage(tenant.id, ticket.id);
  if (!last || last.contentHash === hashContent(ticket)) return true;
  const change = await readChange(last, ticket, tenant, parts);
  if (findWorth(change)) return true;
  if (change.added?.skipReason) return false;
  return findWorth({ ...change, reopened: await wasReopened(tenant, ticket.id, last.triage.createdAt) }) !== null;
}
