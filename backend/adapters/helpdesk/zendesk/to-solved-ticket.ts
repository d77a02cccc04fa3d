import { z } from 'zod';
import { categorySchema, sentimentSchema, urgencySchema } from '../../../contract/taxonomy.ts';
import type { ZendeskTicket } from '../../../contract/zendesk-ticket.ts';
import type { Comment, SolvedTicket, Ticket } from '../../../ports/ticket.ts';
import type { FieldIds } from './fields.ts';
import { toTicket } from './to-ticket.ts';

const MINUTES_AN_HOUR = 60;
const HOUR_MS = 3_600_000;
/** What our own private notes begin with: they are no words of an agent. */
const OWN_NOTE = 'Ticket Triage (';

const metricSetSchema = z.looseObject({
  reopens: z.number().nullish(),
  solved_at: z.string().nullish(),
  full_resolution_time_in_minutes: z.looseObject({ calendar: z.number().nullish() }).nullish(),
});

/** What we need of a ticket in a list; the rest is read with its comments. */
export const listedTicketSchema = z.looseObject({
  id: z.number(),
  status: z.string(),
  tags: z.array(z.string()).nullish(),
  organization_id: z.number().nullish(),
  created_at: z.string(),
  updated_at: z.string(),
  satisfaction_rating: z.looseObject({ score: z.string().nullish() }).nullish(),
  metric_set: metricSetSchema.nullish(),
});
export type ListedTicket = z.output<typeof listedTicketSchema>;

/** Some endpoints put the metrics beside the tickets instead of into them. */
export const metricSetsSchema = z.array(metricSetSchema.extend({ ticket_id: z.number() })).default([]);

const valid = <Value>(schema: z.ZodType<Value>, value: unknown): Value | null => {
  const parsed = schema.safeParse(value);
  return parsed.success ? parsed.data : null;
};

/** The last private note that a person of the team wrote. */
function findResolution({ comments }: Ticket, ownUserId: string | null): string | null {
  const isAgents = ({ public: isPublic, fromCustomer, authorId, text }: Comment): boolean =>
    !isPublic &&
    !fromCustomer &&
    authorId !== ownUserId &&
    text.trim() !== '' &&
    !text.trimStart().startsWith(OWN_NOTE);
  return comments.findLast(isAgents)?.text.trim() ?? null;
}

/** A solved ticket with its final labels and how it went. */
export function toSolvedTicket(
  listed: ListedTicket,
  read: ZendeskTicket,
  { ids, ownUserId }: { ids: FieldIds; ownUserId: string | null },
): SolvedTicket {
  const ticket = toTicket(read, ids);
  const { metric_set: metrics, satisfaction_rating, created_at, updated_at } = listed;
  const score = satisfaction_rating?.score;
  const solvedAt = metrics?.solved_at ?? updated_at;
  const minutes = metrics?.full_resolution_time_in_minutes?.calendar;
  return {
    ticket,
    category: valid(categorySchema, ticket.fields.category),
    urgency: valid(urgencySchema, ticket.fields.urgency),
    sentiment: valid(sentimentSchema, ticket.fields.sentiment),
    solvedAt,
    resolutionHours:
      typeof minutes === 'number'
        ? minutes / MINUTES_AN_HOUR
        : (Date.parse(solvedAt) - Date.parse(created_at)) / HOUR_MS,
    satisfaction: score === 'good' || score === 'bad' ? score : null,
    reopens: metrics?.reopens ?? null,
    resolution: findResolution(ticket, ownUserId),
  };
}
