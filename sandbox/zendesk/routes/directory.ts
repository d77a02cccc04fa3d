import { Hono } from 'hono';
import type { Account } from '../account.ts';
import { GROUPS, type Group } from '../directory.ts';
import { notFound } from '../errors.ts';
import { FIELDS, type TicketField } from '../fields.ts';
import type { ZendeskEnv } from '../http.ts';
import { paginate } from '../pages.ts';
import { viewUser } from '../people.ts';

const SYSTEM_FIELDS = ['subject', 'description', 'status', 'tickettype', 'priority', 'group', 'assignee'];
const OPENED = '2023-02-01T09:00:00Z';

/** Users, organisations, groups and ticket fields. */
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
    .on('GET', ['/groups', '/groups/assignable'], (c) => {
      const { page, links } = paginate(c, [...GROUPS]);
      return c.json({ groups: page.map((group) => viewGroup(group, account.url)), ...links });
    })
    .get('/ticket_fields', (c) => {
      const { page, links } = paginate(c, ticketFields());
      return c.json({ ticket_fields: page, ...links });
    });
}

function viewGroup({ id, name }: Group, url: string) {
  const stamps = { created_at: OPENED, updated_at: OPENED };
  return {
    url: `${url}/api/v2/groups/${id}.json`,
    id,
    name,
    description: '',
    default: false,
    deleted: false,
    is_public: true,
    ...stamps,
  };
}

function ticketFields() {
  const system = SYSTEM_FIELDS.map((type, index) => ({
    id: index + 1,
    type,
    title: type,
    active: true,
    removable: false,
  }));
  return [...system, ...FIELDS.map(viewField)];
}

function viewField(field: TicketField) {
  const custom_field_options =
    field.type === 'tagger'
      ? field.options.map(({ name, value }, index) => ({ id: field.id * 10 + index, name, raw_name: name, value }))
      : undefined;
  const { id, type, title } = field;
  const tag = field.type === 'checkbox' ? field.tag : null;
  return {
    id,
    type,
    title,
    raw_title: title,
    active: true,
    removable: true,
    required: false,
    tag,
    custom_field_options,
  };
}
