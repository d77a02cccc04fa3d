import { Hono } from 'hono';
import type { Account } from '../account.ts';
import { badRequest } from '../errors.ts';
import type { Ctx, ZendeskEnv } from '../http.ts';
import { paginate } from '../pages.ts';
import { sideloads, viewWithMetrics } from '../sideloads.ts';
import type { Rating, Ticket } from '../state.ts';

const BLIND_SECONDS = 60;
const MOST = 1_000;
/** Where an export stands: the second and the ticket that it has passed. */
type Position = { seconds: number; id: number };

/** What only admins read: the incremental export and satisfaction ratings. */
export function exportRoutes(account: Account) {
  return new Hono<ZendeskEnv>()
    .get('/incremental/tickets/cursor', (c) => {
      account.limits.takeExport();
      return c.json(exportTickets(account, c));
    })
    .get('/satisfaction_ratings', (c) => {
      const score = c.req.query('score');
      const from = Number(c.req.query('start_time') ?? 0);
      const rated = [...account.state.tickets.values()].flatMap((ticket) =>
        ticket.rating ? [{ ...ticket.rating, ticket }] : [],
      );
      const wanted = rated.filter(
        (rating) => (!score || rating.score === score) && secondsOf(rating.created_at) >= from,
      );
      const { page, links } = paginate(c, wanted);
      return c.json({ satisfaction_ratings: page.map((rating) => viewRating(rating, account.url)), ...links });
    });
}

/** The last minute is left out: what changes in it comes with a later call. */
function exportTickets(account: Account, c: Ctx) {
  const now = Math.floor(account.now().getTime() / 1000);
  const from = readPosition(c, now);
  const size = Math.min(Math.max(1, Number(c.req.query('per_page') ?? MOST) || MOST), MOST);
  const waiting = [...account.state.tickets.values()]
    .filter((ticket) => isAfter(ticket, from) && secondsOf(ticket.updated_at) <= now - BLIND_SECONDS)
    .sort((a, b) => secondsOf(a.updated_at) - secondsOf(b.updated_at) || a.id - b.id);
  const page = waiting.slice(0, size);
  const last = page.at(-1);
  const after_cursor = writePosition(last ? { seconds: secondsOf(last.updated_at), id: last.id } : from);
  const tickets = page.map((ticket) => ({
    ...viewWithMetrics(account, c, ticket),
    generated_timestamp: secondsOf(ticket.updated_at),
  }));
  const after_url = `${account.url}/api/v2/incremental/tickets/cursor.json?cursor=${after_cursor}`;
  const end_of_stream = waiting.length <= size;
  return {
    tickets,
    ...sideloads(account, c, page),
    after_cursor,
    after_url,
    before_cursor: null,
    before_url: null,
    end_of_stream,
  };
}

function readPosition(c: Ctx, now: number): Position {
  const cursor = c.req.query('cursor');
  if (cursor !== undefined) {
    const [, seconds, id] = /^(\d+)\|(\d+)$/.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
    if (seconds === undefined) throw badRequest('The cursor is invalid');
    return { seconds: Number(seconds), id: Number(id) };
  }
  const start = Number(c.req.query('start_time') ?? Number.NaN);
  if (!Number.isInteger(start)) throw badRequest('start_time or cursor is required');
  if (start > now - BLIND_SECONDS) throw badRequest('Too recent start_time. Use a start_time older than 60 seconds');
  return { seconds: start, id: 0 };
}

const writePosition = ({ seconds, id }: Position) => Buffer.from(`${seconds}|${id}`).toString('base64url');
const secondsOf = (text: string) => Math.floor(Date.parse(text) / 1000);

function isAfter(ticket: Ticket, { seconds, id }: Position): boolean {
  const updated = secondsOf(ticket.updated_at);
  return updated > seconds || (updated === seconds && ticket.id > id);
}

function viewRating({ id, score, created_at, ticket }: Rating & { ticket: Ticket }, url: string) {
  const { requester_id, assignee_id, group_id } = ticket;
  const who = { requester_id, assignee_id, group_id, ticket_id: ticket.id };
  return {
    id,
    url: `${url}/api/v2/satisfaction_ratings/${id}.json`,
    ...who,
    score,
    comment: null,
    created_at,
    updated_at: created_at,
  };
}
