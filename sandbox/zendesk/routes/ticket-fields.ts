import { Hono } from 'hono';
import type { Account } from '../account.ts';
import { forbidden, notFound } from '../errors.ts';
import { type Ctx, readJson, type ZendeskEnv } from '../http.ts';
import { objectAt } from '../json.ts';
import { paginate } from '../pages.ts';
import type { TicketField } from '../state.ts';
import { addField, changeField, removeField } from '../ticket-fields.ts';

const SYSTEM = ['subject', 'description', 'status', 'tickettype', 'priority', 'group', 'assignee'].map(
  (type, index) => ({ id: index + 1, type, title: type, active: true, removable: false }),
);

/** The fields that every account has, and those that were made in this one. */
export function ticketFieldRoutes(account: Account) {
  const { state } = account;
  const find = (c: Ctx): TicketField => {
    const id = Number(c.req.param('id'));
    const field = state.fields.find((known) => known.id === id);
    if (field !== undefined) return field;
    if (SYSTEM.some((known) => known.id === id)) throw forbidden('System fields cannot be changed');
    throw notFound();
  };
  return new Hono<ZendeskEnv>()
    .get('/ticket_fields', (c) => {
      const { page, links } = paginate(c, [...SYSTEM, ...state.fields.map(viewField)]);
      return c.json({ ticket_fields: page, ...links });
    })
    .get('/ticket_fields/:id', (c) => {
      const system = SYSTEM.find(({ id }) => id === Number(c.req.param('id')));
      return c.json({ ticket_field: system ?? viewField(find(c)) });
    })
    .post('/ticket_fields', async (c) => {
      const field = addField(account, objectAt(await readJson(c), 'ticket_field'));
      return c.json({ ticket_field: viewField(field) }, 201);
    })
    .put('/ticket_fields/:id', async (c) => {
      const field = find(c);
      changeField(account, field, objectAt(await readJson(c), 'ticket_field'));
      return c.json({ ticket_field: viewField(field) });
    })
    .delete('/ticket_fields/:id', (c) => {
      removeField(account, find(c).id);
      return c.body(null, 204);
    });
}

function viewField(field: TicketField) {
  const custom_field_options =
    field.type === 'tagger'
      ? field.options.map(({ id, name, value }) => ({ id, name, raw_name: name, value }))
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
