import { Hono } from 'hono';
import type { Account } from '../account.ts';
import { notFound } from '../errors.ts';
import type { ZendeskEnv } from '../http.ts';
import { viewUser } from '../people.ts';

/** Users and organisations, and what is set for the whole account. */
export function directoryRoutes(account: Account) {
  const { state } = account;
  return new Hono<ZendeskEnv>()
    .get('/users/me', (c) => c.json({ user: viewUser(c.var.viewer.user) }))
    .get('/users/show_many', (c) => {
      const ids = new Set((c.req.query('ids') ?? '').split(',').map(Number));
      const users = state.users.filter(({ id }) => ids.has(id)).map(viewUser);
      return c.json({ users, count: users.length, next_page: null, previous_page: null });
    })
    .get('/users/:id', (c) => {
      const user = state.users.find(({ id }) => id === Number(c.req.param('id')));
      if (user === undefined) throw notFound();
      return c.json({ user: viewUser(user) });
    })
    .get('/organizations/show_many', (c) => {
      const ids = new Set((c.req.query('ids') ?? '').split(',').map(Number));
      return c.json({ organizations: state.organizations.filter(({ id }) => ids.has(id)) });
    })
    .get('/account/settings', (c) =>
      c.json({
        settings: {
          branding: { header_color: '15303f' },
          tickets: { agent_collision: true, comments_public_by_default: true },
          localization: { locale_ids: [1] },
          api: { accepted_api_agreement: true, api_password_access: false, api_token_access: false },
        },
      }),
    );
}
