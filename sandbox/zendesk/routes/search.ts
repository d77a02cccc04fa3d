import { Hono } from 'hono';
import type { Account } from '../account.ts';
import { ApiError, badRequest } from '../errors.ts';
import type { ZendeskEnv } from '../http.ts';
import { cursorPage } from '../pages.ts';
import type { Ticket } from '../state.ts';
import { viewTicket } from '../ticket-view.ts';
import { isThere } from '../visitors.ts';

const MOST = 1_000;
/** What has changed since is not in the search index yet. */
const INDEXED_AFTER_MS = 60_000;
const STATUSES = ['new', 'open', 'pending', 'hold', 'solved', 'closed'];
const TERM = /^(status|assignee|group)(:|<)([a-z0-9]+)$/;

type Indexed = Pick<Ticket, 'status' | 'assignee_id' | 'group_id'>;
type Test = (ticket: Indexed) => boolean;

/** The export of a search, as far as its language is known here: what is not understood is refused. */
export function searchRoutes(account: Account) {
  return new Hono<ZendeskEnv>().get('/search/export', (c) => {
    account.limits.takeSearch();
    if (c.req.query('filter[type]') !== 'ticket') throw badRequest('filter[type] is required: here it can be ticket');
    const fits = readQuery(c.req.query('query') ?? '');
    const cutoff = account.now().getTime() - INDEXED_AFTER_MS;
    const found = [...account.state.tickets.values()]
      .filter((ticket) => isThere(ticket) && Date.parse(ticket.created_at) <= cutoff && fits(indexed(ticket, cutoff)))
      .sort((a, b) => b.id - a.id);
    const { page, links } = cursorPage(c, found, MOST);
    const results = page.map((ticket) => ({ ...viewTicket(ticket, account), result_type: 'ticket' }));
    return c.json({ results, facets: null, ...links });
  });
}

/** Different properties must all hold; of one property, any of its values. */
function readQuery(query: string): Test {
  const terms = new Map<string, Test[]>();
  for (const term of query.split(' ').filter(Boolean)) {
    const [, property, operator, value] = TERM.exec(term) ?? [];
    if (!property || !operator || !value || term.startsWith('type')) throw invalidQuery(term);
    terms.set(property, [...(terms.get(property) ?? []), readTerm(term, property, operator, value)]);
  }
  const all = [...terms.values()];
  return (ticket) => all.every((any) => any.some((test) => test(ticket)));
}

function readTerm(term: string, property: string, operator: string, value: string): Test {
  if (property === 'status' && STATUSES.includes(value)) {
    const at = STATUSES.indexOf(value);
    return ({ status }) => (operator === '<' ? STATUSES.indexOf(status) < at : status === value);
  }
  if (property === 'status' || operator === '<' || !/^\d+$/.test(value)) throw invalidQuery(term);
  return (ticket) => (property === 'assignee' ? ticket.assignee_id : ticket.group_id) === Number(value);
}

const invalidQuery = (term: string) =>
  new ApiError(422, { error: 'invalid', description: `Invalid search: the sandbox does not know ${term}` });

/** The ticket as it was when the index last looked: later changes are taken back. */
function indexed({ audits, status, assignee_id, group_id }: Ticket, cutoff: number): Indexed {
  const state: Record<string, unknown> = { status, assignee_id, group_id };
  for (const { created_at, events } of audits.toReversed()) {
    if (Date.parse(created_at) <= cutoff) break;
    for (const event of events) {
      if (event.type === 'Change' && event.field_name in state) state[event.field_name] = event.previous_value ?? null;
    }
  }
  const asId = (held: unknown) => (held === null ? null : Number(held));
  return { status: String(state.status), assignee_id: asId(state.assignee_id), group_id: asId(state.group_id) };
}
