import type { Account } from './helpdesk.ts';
import type { Ticket } from './rest-shapes.ts';

/** Stands for the id that a ticket does not have before it is saved. */
export const NEW = 0;

export function blankTicket({ fields }: Account): Ticket {
  const at = new Date().toISOString();
  const custom = fields.filter(({ removable }) => removable);
  return {
    id: NEW,
    subject: '',
    description: '',
    status: 'new',
    priority: null,
    type: null,
    tags: [],
    group_id: null,
    assignee_id: null,
    requester_id: NEW,
    brand_id: null,
    ticket_form_id: null,
    custom_fields: custom.map(({ id, type }) => ({ id, value: type === 'checkbox' ? false : null })),
    via: { channel: 'web' },
    created_at: at,
    updated_at: at,
  };
}
