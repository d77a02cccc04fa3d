import { z } from 'zod';
import { zendeskTicketSchema } from '../../../contract/zendesk-ticket.ts';
import { OutsideError } from '../../../ports/errors.ts';
import type { Page } from '../../../ports/helpdesk.ts';
import { type ExportedTicket, isOver } from '../../../ports/ticket.ts';
import type { ZendeskClient } from './client.ts';
import { distinct, fetchComments } from './fetch-ticket.ts';
import type { FieldIds } from './fields.ts';
import { parseAnswer } from './parse-answer.ts';
import { type ListedTicket, listedTicketSchema, metricSetsSchema, toSolvedTicket } from './to-solved-ticket.ts';

/** Tickets whose comments are read at the same time. */
const AT_ONCE = 6;
/** One page's comments are about what a minute's requests allow; the export itself may be asked ten times a minute. */
const PAGE = 100;
const SIDELOADS = 'include=users,organizations,metric_sets';

const besideSchema = z.object({
  users: z.array(z.looseObject({ id: z.number() })).default([]),
  organizations: z.array(z.looseObject({ id: z.number(), name: z.string() })).default([]),
  metric_sets: metricSetsSchema,
});
type Beside = z.output<typeof besideSchema>;
const exportSchema = besideSchema.extend({
  tickets: z.array(z.looseObject({ id: z.number() })),
  after_cursor: z.string().nullish(),
  end_of_stream: z.boolean(),
});
const oneSchema = besideSchema.extend({ ticket: z.looseObject({ id: z.number() }) });
const countSchema = z.object({ count: z.object({ value: z.number().nullish() }).nullish() });

/** Zendesk closes a ticket that was merged into another one, which has the answer, and gives it this tag. */
const MERGED_TAG = 'closed_by_merge';
/** A ticket that cannot be read on its own must not end the import of all others. */
const UNREADABLE: ReadonlySet<string> = new Set(['forbidden', 'bad_answer', 'rejected']);

export type ExportParts = { client: ZendeskClient; ids: FieldIds; ownUserId: string | null };

/** Everybody whom the ticket itself names, so that they are masked also where they wrote no comment. */
function peopleOf(ticket: ListedTicket, { users }: Beside): unknown[] {
  const { requester_id, submitter_id, assignee_id, collaborator_ids, follower_ids, email_cc_ids } = ticket;
  const ids = new Set([requester_id, submitter_id, assignee_id, collaborator_ids, follower_ids, email_cc_ids].flat());
  return users.filter(({ id }) => ids.has(id));
}

async function readSolved(ticket: ListedTicket, beside: Beside, parts: ExportParts): Promise<ExportedTicket> {
  const { comments, users } = await fetchComments(parts.client, String(ticket.id));
  const organizations = beside.organizations.filter(({ id }) => id === ticket.organization_id);
  const people = distinct([...peopleOf(ticket, beside), ...users]);
  const read = parseAnswer(zendeskTicketSchema, { ticket, comments, users: people, organizations });
  const metric_set = ticket.metric_set ?? beside.metric_sets.find(({ ticket_id }) => ticket_id === ticket.id);
  return { id: String(ticket.id), solved: toSolvedTicket({ ...ticket, metric_set }, read, parts) };
}

async function read(found: { id: number }, beside: Beside, parts: ExportParts): Promise<ExportedTicket> {
  const id = String(found.id);
  const ticket = listedTicketSchema.safeParse(found);
  if (!ticket.success) return { id, solved: null, reason: 'unreadable' };
  const { status, tags } = ticket.data;
  if (!isOver(status) || tags?.includes(MERGED_TAG)) return { id, solved: null, reason: 'not_solved' };
  return readSolved(ticket.data, beside, parts).catch((error) => {
    const code = error instanceof OutsideError ? error.code : null;
    if (code === 'not_found') return { id, solved: null, reason: 'not_solved' };
    if (code !== null && UNREADABLE.has(code)) return { id, solved: null, reason: 'unreadable' };
    throw error;
  });
}

/** One page of the incremental export, deleted tickets among it; `cursor` null: from the beginning. */
export async function fetchExport(cursor: string | null, parts: ExportParts): Promise<Page<ExportedTicket>> {
  const since = cursor ? `cursor=${encodeURIComponent(cursor)}` : 'start_time=0';
  const path = `/api/v2/incremental/tickets/cursor.json?${SIDELOADS}&per_page=${PAGE}&${since}`;
  const page = parseAnswer(exportSchema, await parts.client.get(path));
  const items: ExportedTicket[] = [];
  for (let start = 0; start < page.tickets.length; start += AT_ONCE) {
    const group = page.tickets.slice(start, start + AT_ONCE);
    items.push(...(await Promise.all(group.map((ticket) => read(ticket, page, parts)))));
  }
  return { items, cursor: page.after_cursor ?? null, more: !page.end_of_stream };
}

/** One ticket as the export would say it; null when there is none, or no longer. */
export async function fetchExported(ticketId: string, parts: ExportParts): Promise<ExportedTicket | null> {
  const path = `/api/v2/tickets/${encodeURIComponent(ticketId)}.json?${SIDELOADS}`;
  const answer = await parts.client.get(path).catch((error) => {
    if (error instanceof OutsideError && error.code === 'not_found') return null;
    throw error;
  });
  if (answer === null) return null;
  const { ticket, ...beside } = parseAnswer(oneSchema, answer);
  return ticket.status === 'deleted' ? null : read(ticket, beside, parts);
}

/** About how many tickets the account has; null where it does not say. */
export async function countTickets(client: ZendeskClient): Promise<number | null> {
  return parseAnswer(countSchema, await client.get('/api/v2/tickets/count.json')).count?.value ?? null;
}
