import { z } from 'zod';
import { type ZendeskTicket, zendeskTicketSchema } from '../../../contract/zendesk-ticket.ts';
import { OutsideError } from '../../../ports/errors.ts';
import type { ZendeskClient } from './client.ts';
import { parseAnswer } from './parse-answer.ts';
import { takePages } from './read-pages.ts';

const PAGES = 10;
/** The contract's cap. */
const USERS = 200;

const looseUsers = z.array(z.unknown()).default([]);
const ticketSchema = z.object({
  ticket: z.record(z.string(), z.unknown()),
  users: looseUsers,
  organizations: z.array(z.unknown()).optional(),
});
const commentsSchema = z.object({
  comments: z.array(z.unknown()),
  users: looseUsers,
  meta: z.object({ has_more: z.boolean() }).nullish(),
  links: z.object({ next: z.string().nullish() }).nullish(),
});

/** The comments of a ticket with their authors, oldest first; a very long conversation is cut after 1,000. */
export async function fetchComments(client: ZendeskClient, ticketId: string) {
  const comments: unknown[] = [];
  const users: unknown[] = [];
  const first = `/api/v2/tickets/${ticketId}/comments.json?include=users&page[size]=100`;
  await takePages({ client, schema: commentsSchema, first, most: PAGES }, (page) => {
    comments.push(...page.comments);
    users.push(...page.users);
  });
  return { comments, users };
}

/** Each user once, the requester and those in copy first: their names must be known to be masked. */
export const distinct = (users: unknown[]): unknown[] =>
  [...new Map(users.toReversed().map((user) => [(user as { id?: unknown }).id, user])).values()]
    .toReversed()
    .slice(0, USERS);

/** Reads a ticket, its comments and everybody named on it; null when there is no such ticket. */
export async function fetchTicket(client: ZendeskClient, ticketId: string): Promise<ZendeskTicket | null> {
  try {
    const [answer, { comments, users }] = await Promise.all([
      client.get(`/api/v2/tickets/${ticketId}.json?include=users,organizations`),
      fetchComments(client, ticketId),
    ]);
    const { ticket, users: named, organizations } = parseAnswer(ticketSchema, answer);
    const people = distinct([...named, ...users]);
    return parseAnswer(zendeskTicketSchema, { ticket, comments, users: people, organizations });
  } catch (error) {
    if (error instanceof OutsideError && error.code === 'not_found') return null;
    throw error;
  }
}
