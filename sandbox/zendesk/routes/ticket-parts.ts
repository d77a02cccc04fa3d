import { Hono } from 'hono';
import type { Account } from '../account.ts';
import { badRequest } from '../errors.ts';
import { type Ctx, readJson, type ZendeskEnv } from '../http.ts';
import { paginate } from '../pages.ts';
import { viewUser } from '../people.ts';
import { readChange, readTags } from '../ticket-change.ts';
import { viewAudit, viewComment } from '../ticket-view.ts';
import { updateTicket } from '../tickets.ts';
import { channelOf, findTicket, guardStamp } from './tickets.ts';

/** Comments, audits and tags of one ticket. */
export function ticketPartRoutes(account: Account) {
  return new Hono<ZendeskEnv>()
    .get('/tickets/:id/comments', (c) => {
      const { comments } = findTicket(account, c);
      const newestFirst = c.req.query('sort') === '-created_at' || c.req.query('sort_order') === 'desc';
      const ordered = newestFirst ? comments.toReversed() : comments;
      const { page, links } = paginate(c, ordered);
      const views = page.map((comment) => viewComment(comment, account.url));
      return c.json({ comments: views, ...authors(account, c, page), ...links });
    })
    .get('/tickets/:id/audits', (c) => {
      const ticket = findTicket(account, c);
      const { page, links } = paginate(c, ticket.audits);
      const audits = page.map((audit) => viewAudit(audit, ticket, account.url));
      return c.json({ audits, ...authors(account, c, page), ...links });
    })
    .get('/tickets/:id/tags', (c) => c.json({ tags: findTicket(account, c).tags }))
    .post('/tickets/:id/tags', async (c) => c.json(await changeTags(account, c, (_, given) => given), 201))
    .put('/tickets/:id/tags', async (c) => c.json(await changeTags(account, c, (tags, given) => [...tags, ...given])))
    .delete('/tickets/:id/tags', async (c) =>
      c.json(await changeTags(account, c, (tags, given) => tags.filter((tag) => !given.includes(tag)))),
    );
}

function authors({ state }: Account, c: Ctx, written: { author_id: number }[]) {
  if (!c.req.query('include')?.split(',').includes('users')) return {};
  const ids = new Set(written.map(({ author_id }) => author_id));
  return { users: state.users.filter(({ id }) => ids.has(id)).map(viewUser) };
}

async function changeTags(account: Account, c: Ctx, combine: (tags: string[], given: string[]) => string[]) {
  const ticket = findTicket(account, c);
  const body = await readJson(c);
  if (!Array.isArray(body.tags)) throw badRequest('tags must be an array');
  const { user } = c.var.viewer;
  account.limits.takeUpdate(user.id, ticket.id);
  guardStamp(ticket, body);
  const tags = combine(ticket.tags, readTags(body.tags));
  updateTicket(account, ticket, readChange({ tags }, account.state, user, ticket), user, channelOf(c));
  return { tags: ticket.tags };
}
