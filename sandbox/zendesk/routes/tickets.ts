import { Hono } from 'hono';
import type { Account } from '../account.ts';
import { ApiError, notFound, recordInvalid, updateConflict } from '../errors.ts';
import { type Ctx, isSession, readJson, type ZendeskEnv } from '../http.ts';
import { isObject, type Json, objectAt } from '../json.ts';
import { paginate } from '../pages.ts';
import { findOrAddRequester } from '../people.ts';
import { sideloads, viewWithMetrics } from '../sideloads.ts';
import type { Ticket, User } from '../state.ts';
import { readChange } from '../ticket-change.ts';
import { viewAudit, viewTicket } from '../ticket-view.ts';
import { createTicket, updateTicket } from '../tickets.ts';
import { deleteTicket, isThere } from '../visitors.ts';

export function ticketRoutes(account: Account) {
  const view = (ticket: Ticket) => viewTicket(ticket, account);
  return new Hono<ZendeskEnv>()
    .get('/tickets', (c) => {
      const { page, links } = paginate(c, sorted(account, c));
      const tickets = page.map((ticket) => viewWithMetrics(account, c, ticket));
      return c.json({ tickets, ...sideloads(account, c, page), ...links });
    })
    .get('/tickets/count', (c) => {
      const value = [...account.state.tickets.values()].filter(isThere).length;
      return c.json({ count: { refreshed_at: account.now().toISOString(), value } });
    })
    .get('/tickets/show_many', (c) => {
      const ids = (c.req.query('ids') ?? '').split(',').map(Number);
      const tickets = ids.flatMap((id) => account.state.tickets.get(id) ?? []).filter(isThere);
      return c.json({ tickets: tickets.map(view), count: tickets.length, next_page: null, previous_page: null });
    })
    .post('/tickets', async (c) => {
      const body = await readJson(c);
      const ticket = create(account, body, c);
      const [audit] = ticket.audits;
      c.header('Location', view(ticket).url);
      return c.json({ ticket: view(ticket), audit: audit ? viewAudit(audit, ticket, account.url) : null }, 201);
    })
    .get('/tickets/:id', (c) => {
      const ticket = findTicket(account, c);
      return c.json({ ticket: viewWithMetrics(account, c, ticket), ...sideloads(account, c, [ticket]) });
    })
    .delete('/tickets/:id', (c) => {
      deleteTicket(account, findTicket(account, c), c.var.viewer.user.id);
      return c.body(null, 204);
    })
    .put('/tickets/:id', async (c) => {
      const ticket = findTicket(account, c);
      const body = await readJson(c);
      account.limits.takeUpdate(c.var.viewer.user.id, ticket.id);
      const audit = put(account, ticket, objectAt(body, 'ticket'), c);
      return c.json({ ticket: view(ticket), audit: audit ? viewAudit(audit, ticket, account.url) : null });
    });
}

export function findTicket(account: Account, c: Ctx): Ticket {
  const id = c.req.param('id') ?? '';
  const ticket = /^\d+$/.test(id) ? account.state.tickets.get(Number(id)) : undefined;
  if (ticket === undefined || !isThere(ticket)) throw notFound();
  return ticket;
}

export const channelOf = (c: Ctx) => (isSession(c) ? 'web' : 'api');

/** `safe_update` asks for a check by being there at all, even as false. */
export function guardStamp(ticket: Ticket, body: Json): void {
  if (!('safe_update' in body)) return;
  if (Date.parse(String(body.updated_stamp)) !== Date.parse(ticket.updated_at)) throw updateConflict();
}

function put(account: Account, ticket: Ticket, body: Json, c: Ctx) {
  guardStamp(ticket, body);
  const { user } = c.var.viewer;
  const change = readChange(body, account.state, user, ticket);
  return updateTicket(account, ticket, change, user, channelOf(c));
}

function create(account: Account, body: Json, c: Ctx): Ticket {
  if (!isObject(body.ticket)) {
    const message = 'Invalid parameter: ticket must be an object from api/v2/tickets/create';
    throw new ApiError(400, { error: { title: 'Invalid attribute', message } });
  }
  const { user } = c.var.viewer;
  const given = isObject(body.ticket.comment) ? body.ticket.comment : { body: body.ticket.description };
  const requester = requesterOf(account, body.ticket, user);
  const { comment, ...change } = readChange(
    { ...body.ticket, comment: { author_id: requester.id, ...given } },
    account.state,
    user,
    null,
  );
  if (comment === null) throw recordInvalid({ base: [{ description: 'Description: cannot be blank' }] });
  return createTicket(account, {
    requester,
    submitter: user,
    channel: channelOf(c),
    change: { ...change, comment: null },
    description: comment,
  });
}

function requesterOf(account: Account, ticket: Json, viewer: User): User {
  if (ticket.requester_id !== undefined) {
    const known = account.state.users.find(({ id }) => id === Number(ticket.requester_id));
    if (known === undefined) throw recordInvalid({ requester: [{ description: 'Requester: is invalid' }] });
    return known;
  }
  const { name, email } = objectAt(ticket, 'requester');
  return typeof email === 'string' ? findOrAddRequester(account.state, { name: String(name ?? email), email }) : viewer;
}

function sorted({ state }: Account, c: Ctx): Ticket[] {
  const tickets = [...state.tickets.values()].filter(isThere);
  const sort = c.req.query('sort') ?? 'id';
  const key = sort.replace(/^-/, '') === 'updated_at' ? 'updated_at' : 'id';
  tickets.sort((a, b) => (a[key] < b[key] ? -1 : a[key] > b[key] ? 1 : a.id - b.id));
  return sort.startsWith('-') ? tickets.reverse() : tickets;
}
