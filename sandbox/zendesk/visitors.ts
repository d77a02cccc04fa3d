import type { Account } from './account.ts';
import { newAttachment } from './attachments/content.ts';
import { AGENTS } from './directory.ts';
import { findOrAddRequester, type Person } from './people.ts';
import type { AttachmentSeed } from './seed-shape.ts';
import { nextId, type Ticket, type User } from './state.ts';
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

function authorOf({ state }: Account, ticket: Ticket, { from }: Remark): User {
  const id = from === 'agent' ? AGENTS[0]?.id : ticket.requester_id;
  const author = state.users.find((user) => user.id === id);
  if (author === undefined) throw new Error(`No user ${id}`);
  return author;
}

const wordsOf = ({ text, html }: { text?: string; html?: string }) =>
  html === undefined ? { text: text ?? '' } : { html };
