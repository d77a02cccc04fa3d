import { z } from 'zod';
import { urgencySchema } from '../../../contract/taxonomy.ts';
import { zendeskTicketSchema } from '../../../contract/zendesk-ticket.ts';
import { OutsideError } from '../../../ports/errors.ts';
import type { Page } from '../../../ports/helpdesk.ts';
import type { SolvedTicket } from '../../../ports/ticket.ts';
import type { ZendeskClient } from './client.ts';
import { distinct, fetchComments, parseAnswer } from './fetch-ticket.ts';
import type { FieldIds } from './fields.ts';
import { toTicket } from './to-ticket.ts';

/** Tickets whose comments are read at the same time. */
const AT_ONCE = 6;
const HOUR_MS = 3_600_000;

const exportSchema = z.object({
  tickets: z.array(
    z.looseObject({
      id: z.number(),
      organization_id: z.number().nullish(),
      status: z.string(),
      created_at: z.string(),
      updated_at: z.string(),
      satisfaction_rating: z.looseObject({ score: z.string().nullish() }).nullish(),
    }),
  ),
  organizations: z.array(z.looseObject({ id: z.number(), name: z.string() })).default([]),
  after_cursor: z.string().nullish(),
  end_of_stream: z.boolean(),
});
type ExportPage = z.output<typeof exportSchema>;
type Exported = ExportPage['tickets'][number] & Pick<ExportPage, 'organizations'>;

const SOLVED = new Set(['solved', 'closed']);

/** A ticket that cannot be read on its own must not end the import of all others. */
const SKIPPED: ReadonlySet<string> = new Set(['not_found', 'forbidden', 'bad_answer']);

const readOrSkip = (client: ZendeskClient, exported: Exported, ids: FieldIds): Promise<SolvedTicket | null> =>
  readSolved(client, exported, ids).catch((error) => {
    if (error instanceof OutsideError && SKIPPED.has(error.code)) return null;
    throw error;
  });

async function readSolved(
  client: ZendeskClient,
  { organizations, ...exported }: Exported,
  ids: FieldIds,
): Promise<SolvedTicket> {
  const { comments, users } = await fetchComments(client, String(exported.id));
  const read = parseAnswer(zendeskTicketSchema, { ticket: exported, comments, users: distinct(users), organizations });
  const ticket = toTicket(read, ids);
  const score = exported.satisfaction_rating?.score;
  const urgency = urgencySchema.safeParse(ticket.fields.urgency);
  return {
    ticket,
    category: ticket.fields.category ?? null,
    urgency: urgency.success ? urgency.data : null,
    sentiment: null,
    solvedAt: exported.updated_at,
    resolutionHours: (Date.parse(exported.updated_at) - Date.parse(exported.created_at)) / HOUR_MS,
    satisfaction: score === 'good' || score === 'bad' ? score : null,
  };
}

/** One page of the incremental export: what was solved among the tickets changed since `cursor`, null from the beginning. */
export async function fetchSolvedTickets(
  client: ZendeskClient,
  cursor: string | null,
  ids: FieldIds,
): Promise<Page<SolvedTicket>> {
  const since = cursor ? `cursor=${encodeURIComponent(cursor)}` : 'start_time=0';
  const path = `/api/v2/incremental/tickets/cursor.json?include=organizations&per_page=100&${since}`;
  const page = parseAnswer(exportSchema, await client.get(path));
  const solved = page.tickets
    .filter(({ status }) => SOLVED.has(status))
    .map((ticket) => ({
      ...ticket,
      organizations: page.organizations.filter(({ id }) => id === ticket.organization_id),
    }));
  const items: SolvedTicket[] = [];
  for (let start = 0; start < solved.length; start += AT_ONCE) {
    const group = solved.slice(start, start + AT_ONCE);
    const read = await Promise.all(group.map((exported) => readOrSkip(client, exported, ids)));
    items.push(...read.filter((item) => item !== null));
  }
  return { items, cursor: page.after_cursor ?? null, more: !page.end_of_stream };
}
