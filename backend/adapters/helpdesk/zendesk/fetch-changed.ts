import { z } from 'zod';
import type { Page } from '../../../ports/helpdesk.ts';
import type { ChangedTicket } from '../../../ports/ticket.ts';
import type { ZendeskClient } from './client.ts';
import { parseAnswer } from './parse-answer.ts';

/** As many as the export gives at once: without comments a page is one request. */
const PAGE = 1_000;
/** The export refuses to begin in the last minute. */
const BLIND_MS = 61_000;

const stamp = z.string().refine((text) => Number.isFinite(Date.parse(text)));
const metricsSchema = z.looseObject({ ticket_id: z.number().optional(), latest_comment_added_at: stamp.nullish() });
const changedSchema = z.looseObject({
  id: z.number(),
  status: z.string(),
  updated_at: stamp,
  metric_set: metricsSchema.nullish(),
});
const pageSchema = z.object({
  tickets: z.array(z.unknown()),
  /** Some endpoints put the metrics beside the tickets instead of into them. */
  metric_sets: z.array(metricsSchema).default([]),
  after_cursor: z.string().nullish(),
  end_of_stream: z.boolean(),
});

/** One page of the incremental export without comments, deleted tickets among it. What cannot be read is left out. */
export async function fetchChanged(
  client: ZendeskClient,
  cursor: string | null,
  since: Date,
): Promise<Page<ChangedTicket>> {
  const beginAt = Math.floor(Math.min(since.getTime(), Date.now() - BLIND_MS) / 1000);
  const from = cursor ? `cursor=${encodeURIComponent(cursor)}` : `start_time=${beginAt}`;
  const path = `/api/v2/incremental/tickets/cursor.json?include=metric_sets&per_page=${PAGE}&${from}`;
  const page = parseAnswer(pageSchema, await client.get(path));
  const beside = new Map(page.metric_sets.map((set) => [set.ticket_id, set]));
  const items = page.tickets.flatMap((found): ChangedTicket[] => {
    const { data: ticket } = changedSchema.safeParse(found);
    if (!ticket) return [];
    const metrics = ticket.metric_set ?? beside.get(ticket.id);
    return [
      {
        id: String(ticket.id),
        status: ticket.status,
        updatedAt: ticket.updated_at,
        commentedAt: metrics?.latest_comment_added_at ?? null,
      },
    ];
  });
  return { items, cursor: page.after_cursor ?? null, more: !page.end_of_stream };
}
