import { useCallback, useState } from 'react';
import type { QueueTicket, TicketQueue } from '../../../../backend/contract/ticket-queue.ts';
import { useClient } from '../../api/ClientContext.tsx';
import type { Client } from '../../api/client.ts';
import { type Resource, useResource } from '../../api/useResource.ts';
import { type BackendClock, clockFrom } from './backend-clock.ts';
import type { Filters } from './useFilters.ts';

/** `of`: the filters that it was read with, which may have changed since. */
export type Queue = TicketQueue & { of: string; clock: BackendClock };

const A_PAGE = 50;
const MOST_AT_ONCE = 100;

/** As many rows as were asked for: a refresh shows again what was there, however far somebody had gone. */
async function readRows(client: Client, of: string, rows: number): Promise<Queue> {
  // A ticket that moves while pages are read may be in two.
  const tickets = new Map<string, QueueTicket>();
  const filters = JSON.parse(of) as Filters['query'];
  let cursor: string | undefined;
  for (;;) {
    const before = tickets.size;
    const limit = Math.min(MOST_AT_ONCE, rows - before);
    const page: TicketQueue = await client.call('readQueue', { query: { ...filters, limit, cursor } });
    for (const ticket of page.tickets) tickets.set(ticket.ticketId, ticket);
    if (page.nextCursor === null || tickets.size === before || tickets.size >= rows)
      return { ...page, tickets: [...tickets.values()], of, clock: clockFrom(page.now) };
    cursor = page.nextCursor;
  }
}

/** The queue by these filters, from its head as far as was asked for. */
export function useQueue(query: Filters['query']): Resource<Queue> & { more(): void } {
  const client = useClient();
  const of = JSON.stringify(query);
  const [asked, setAsked] = useState({ of, rows: A_PAGE });
  const rows = asked.of === of ? asked.rows : A_PAGE;
  const resource = useResource(useCallback(() => readRows(client, of, rows), [client, of, rows]));
  return { ...resource, more: () => setAsked({ of, rows: rows + A_PAGE }) };
}
