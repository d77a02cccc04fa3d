import type { Account } from './account.ts';
import { newAttachment } from './attachments/content.ts';
import { AGENTS, API_USER } from './directory.ts';
import { eventOfDeletion } from './events.ts';
import type { Json } from './json.ts';
import { findOrAddRequester, type Person } from './people.ts';
import type { AttachmentSeed } from './seed-shape.ts';
import { type Article, nextId, type Rating, stamp, type Ticket, type User } from './state.ts';
import { readChange, type TicketChange } from './ticket-change.ts';
import { createTicket, updateTicket } from './tickets.ts';

export type CustomerTicket = {
  subject: string;
  text?: string;
  html?: string;
  requester?: Person;
  organization?: string | null;
  channel?: string;
  priority?: string | null;
  tags?: string[];
  attachments?: AttachmentSeed[];
};
export type Remark = { text?: string; html?: string; public?: boolean; from?: 'customer' | 'agent' };

const SOMEBODY: Person = { name: 'Robin Vale', email: 'robin@vale-studio.example', locale: 'en-US' };

/** A customer writes in by e-mail or another channel; unlike the API, that may be an empty message. */
export function addCustomerTicket(account: Account, given: CustomerTicket): Ticket {
  const { state } = account;
  const requester = findOrAddRequester(state, given.requester ?? SOMEBODY, given.organization ?? null);
  const change: TicketChange = {
    ...readChange({ tags: given.tags ?? [], priority: given.priority ?? null }, state, requester, null),
    subject: given.subject,
  };
  const attachments = (given.attachments ?? []).map((attachment) => newAttachment(nextId(state), attachment));
  const description = { ...wordsOf(given), public: true, authorId: requester.id, attachments };
  return createTicket(account, {
    requester,
    submitter: requester,
    channel: given.channel ?? 'email',
    change,
    description,
  });
}

export function addCustomerComment(account: Account, ticket: Ticket, remark: Remark): void {
  const author = authorOf(account, ticket, remark);
  const comment = { ...wordsOf(remark), public: remark.public ?? true, authorId: author.id };
  const change = readChange({}, account.state, author, ticket);
  updateTicket(account, ticket, { ...change, comment }, author, remark.from === 'agent' ? 'web' : 'email');
}

/**
 * What a business rule of the account makes of a ticket: a trigger in the wake of the last update, in whose audit it stands;
 * an automation on its own.
 */
export function changeByRule(account: Account, ticket: Ticket, body: Json, kind: 'trigger' | 'automation'): void {
  const nobody: User = { ...API_USER, id: -1, name: 'System' };
  const change = readChange(body, account.state, nobody, ticket);
  const audit = updateTicket(account, ticket, { ...change, comment: null }, nobody, 'rule');
  const before = ticket.audits.at(-2);
  if (!audit || !before || kind === 'automation') return;
  ticket.audits.pop();
  before.events.push(...audit.events.map((event) => ({ ...event, channel: 'rule' })));
}

/** A deleted ticket is nowhere but in the export. */
export const isThere = ({ status }: Ticket): boolean => status !== 'deleted';

export function deleteTicket(account: Account, ticket: Ticket, actorId: number): void {
  Object.assign(ticket, { status: 'deleted', updated_at: stamp(account.now()) });
  account.touched();
  account.publish([eventOfDeletion(account, ticket, actorId)]);
}

/** What the customer says of a solved ticket; no event tells of it. */
export function rateTicket(account: Account, ticket: Ticket, score: Rating['score']): void {
  const at = stamp(account.now());
  Object.assign(ticket, { rating: { id: nextId(account.state), score, created_at: at }, updated_at: at });
  account.touched();
}

/** Somebody of the team edits an article, or removes it. */
export function changeArticle(account: Account, locale: string, title: string, html: string | null): void {
  const { state } = account;
  const isMeant = (article: Article): boolean => article.locale === locale && article.title === title;
  if (html === null) state.articles = state.articles.filter((article) => !isMeant(article));
  const updated_at = stamp(account.now());
  for (const article of state.articles.filter(isMeant)) Object.assign(article, { body: html, updated_at });
  account.touched();
}

function authorOf({ state }: Account, ticket: Ticket, { from }: Remark): User {
  const id = from === 'agent' ? AGENTS[0]?.id : ticket.requester_id;
  const author = state.users.find((user) => user.id === id);
  if (author === undefined) throw new Error(`No user ${id}`);
  return author;
}

const wordsOf = ({ text, html }: { text?: string; html?: string }) =>
  html === undefined ? { text: text ?? '' } : { html };
