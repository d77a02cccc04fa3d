import { randomBytes } from 'node:crypto';
import { newAttachment } from './attachments/content.ts';
import { ADMIN, AGENTS, API_USER, accountIdOf, FIRST_ID, GROUPS } from './directory.ts';
import { FIELDS, setField, setTags } from './fields.ts';
import { findOrAddRequester } from './people.ts';
import type { ArticleSeed, CommentSeed, OpenTicketSeed, Seed, SolvedTicketSeed } from './seed-shape.ts';
import { type KeptInstallation, nextId, type State, stamp, type Ticket, type User } from './state.ts';
import { addComment, blankTicket, record } from './tickets.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const FIRST_OPEN_ID = 1001;
const CLOSED_AFTER_DAYS = 28;

type Beginning = { subdomain: string; installation: KeptInstallation | null };

/** A new account's state: solved tickets from 1 on, open ones from 1001 on, stamps counted back from now. */
export function plantState(seed: Seed, now: Date, { subdomain, installation }: Beginning): State {
  const state: State = {
    version: 1,
    lastId: FIRST_ID + 10_000,
    lastTicketId: FIRST_OPEN_ID - 1,
    clientSecret: randomBytes(32).toString('hex'),
    subdomain,
    accountId: accountIdOf(subdomain),
    sessions: {},
    groups: structuredClone([...GROUPS]),
    fields: installation === null ? [] : structuredClone([...FIELDS]),
    installation,
    triggers: [],
    users: structuredClone([API_USER, ...AGENTS, ADMIN]),
    organizations: [],
    tickets: new Map(),
    articles: [],
    webhooks: [],
    tokens: [],
    apps: [],
  };
  for (const [index, ticket] of seed.solved.entries()) plantSolved(state, ticket, index + 1, now);
  for (const ticket of seed.tickets) plantOpen(state, ticket, now);
  state.articles = plantArticles(state, seed.articles, now);
  return state;
}

const before = (now: Date, ms: number) => stamp(new Date(now.getTime() - ms));

function plantOpen(state: State, seed: OpenTicketSeed, now: Date): void {
  const requester = findOrAddRequester(state, seed.requester, seed.organization);
  const ticket = blankTicket(state, requester, seed.channel, before(now, seed.minutesAgo * MINUTE));
  Object.assign(ticket, { subject: seed.subject, priority: seed.priority });
  setTags(state, ticket, [...seed.tags, ...(seed.tier ? [`tier_${seed.tier}`] : [])]);
  const empty: CommentSeed = { author: 'requester', public: true, text: '', minutesAgo: seed.minutesAgo };
  for (const comment of seed.comments.length > 0 ? seed.comments : [empty]) {
    const author = authorOf(state, comment, ticket, requester);
    plantComment(state, ticket, author, before(now, comment.minutesAgo * MINUTE), comment);
    if (author.role !== 'end-user') Object.assign(ticket, { status: 'open', assignee_id: author.id });
  }
  ticket.comments[0]?.attachments.push(...(seed.attachments ?? []).map((file) => newAttachment(nextId(state), file)));
}

function plantSolved(state: State, seed: SolvedTicketSeed, id: number, now: Date): void {
  const requester = findOrAddRequester(state, seed.requester);
  const solvedAt = before(now, seed.solvedDaysAgo * DAY);
  const ticket = blankTicket(
    state,
    requester,
    seed.channel,
    before(now, seed.solvedDaysAgo * DAY + seed.resolutionHours * HOUR),
    id,
  );
  const group = state.groups.find(({ name }) => name === seed.group);
  const agent = AGENTS.findLast(({ group_ids }) => group !== undefined && group_ids.includes(group.id)) ?? API_USER;
  const status = seed.solvedDaysAgo > CLOSED_AFTER_DAYS ? 'closed' : 'solved';
  Object.assign(ticket, { subject: seed.subject, status, group_id: group?.id ?? null, assignee_id: agent.id });
  setTags(state, ticket, [...seed.tags, ...(seed.gold ? ['gold_standard'] : [])]);
  plantLabel(state, ticket, 'ai_triage_category', `ait_category_${seed.category}`);
  plantLabel(state, ticket, 'ai_triage_urgency', `ait_urgency_${seed.urgency.toLowerCase()}`);
  if (seed.sentiment) plantLabel(state, ticket, 'ai_triage_sentiment', `ait_sentiment_${seed.sentiment}`);
  plantComment(state, ticket, requester, ticket.created_at, { public: true, text: seed.question });
  plantComment(state, ticket, agent, solvedAt, { public: true, text: seed.response });
  if (seed.resolution !== '') plantComment(state, ticket, agent, solvedAt, { public: false, text: seed.resolution });
  const score = seed.satisfaction === 'good' || seed.satisfaction === 'bad' ? seed.satisfaction : null;
  ticket.rating = score && { id: nextId(state), score, created_at: solvedAt };
  Object.assign(ticket, { solved_at: solvedAt, reopens: seed.reopens ?? 0 });
}

function plantLabel({ fields }: State, ticket: Ticket, identifier: string, value: string): void {
  const field = fields.find((known) => known.identifier === identifier);
  if (field) setField(ticket, field, value);
}

function plantComment(
  state: State,
  ticket: Ticket,
  author: User,
  at: string,
  words: { public: boolean; text?: string; html?: string },
): void {
  const channel = author.role === 'end-user' ? ticket.channel : 'web';
  const audit = record(state, ticket, { authorId: author.id, channel, at });
  const { text, html } = words;
  addComment(
    state,
    ticket,
    { ...(html === undefined ? { text: text ?? '' } : { html }), public: words.public, authorId: author.id },
    audit,
  );
  if (at > ticket.updated_at) ticket.updated_at = at;
}

/** Somebody in copy has no name in the seed: a colleague at the requester's own domain. */
function authorOf(state: State, { author }: CommentSeed, ticket: Ticket, requester: User): User {
  if (author === 'requester') return requester;
  if (author === 'agent') return AGENTS[ticket.id % AGENTS.length] ?? API_USER;
  const [, domain] = requester.email.split('@');
  return findOrAddRequester(state, {
    name: 'Charlie Reyes',
    email: `charlie.reyes@${domain}`,
    locale: requester.locale,
  });
}

function plantArticles(state: State, seeds: ArticleSeed[], now: Date) {
  const firsts = new Map<string, { id: number; locale: string }>();
  return seeds.map((seed) => {
    const { key, locale, section, title, html, updatedDaysAgo } = seed;
    const first = firsts.get(key) ?? { id: nextId(state), locale };
    firsts.set(key, first);
    const updated_at = before(now, updatedDaysAgo * DAY);
    const shown = { draft: seed.draft ?? false, user_segment_id: seed.userSegmentId ?? null };
    return { id: first.id, locale, source_locale: first.locale, section, title, body: html, updated_at, ...shown };
  });
}
