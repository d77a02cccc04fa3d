import { type Choice, choiceField } from './choice-field.ts';
import { customField } from './custom-field.ts';
import { el } from './element.ts';
import { type Field, fieldRow } from './field-row.ts';
import type { OpenTicket } from './open-ticket.ts';
import { statusName } from './status-badge.ts';
import { tagsField } from './tags-field.ts';

const PRIORITIES: Choice[] = [
  { value: null, label: '-' },
  ...['low', 'normal', 'high', 'urgent'].map((value) => ({ value, label: value[0]?.toUpperCase() + value.slice(1) })),
];

export type FieldsPanel = { element: HTMLElement; control(name: string): HTMLElement | null };

export function createFieldsPanel(ticket: OpenTicket): FieldsPanel {
  const fields = [...standardFields(ticket), ...customFields(ticket)];
  const rows = fields.map((field) => fieldRow(field, ticket));
  const element = el(
    'section',
    { class: 'fields', 'aria-label': 'Ticket fields', tabindex: 0 },
    requester(ticket),
    ...rows.map((row) => row.element),
  );
  const show = () => {
    for (const row of rows) row.show();
  };
  ticket.onNews(show);
  show();
  const keyOf = (name: string) => (name === 'assignee' ? 'group_id' : name);
  return { element, control: (name) => fields.find((field) => field.key === keyOf(name))?.control ?? null };
}

function requester(ticket: OpenTicket): HTMLElement {
  const { name, email } = ticket.user(ticket.form.saved.requester_id) ?? {
    name: ticket.isNew ? 'You' : 'Unknown',
    email: null,
  };
  const value = el('div', { class: 'static', dir: 'auto' }, name, el('small', {}, email ?? ''));
  return el(
    'div',
    { class: 'field' },
    el('div', { class: 'caption' }, el('span', { class: 'label' }, 'Requester')),
    value,
  );
}

function standardFields(ticket: OpenTicket): Field[] {
  const { groups, installation } = ticket.account;
  const statuses = () => {
    const first = ticket.form.saved.status === 'new' ? ['new'] : [];
    return [...first, 'open', 'pending', 'hold', 'solved'].map((value) => ({ value, label: statusName(value) }));
  };
  const groupChoices = [{ value: null, label: '-' }, ...groups.map(({ id, name }) => ({ value: id, label: name }))];
  const assignees = () => {
    const me = installation.currentUser;
    const current = ticket.user(ticket.form.saved.assignee_id);
    const others = current && current.id !== me.id ? [{ value: current.id, label: current.name }] : [];
    return [{ value: null, label: '-' }, { value: me.id, label: `${me.name} (you)` }, ...others];
  };
  return [
    choiceField({ key: 'status', label: 'Status', test: 'field-status' }, ticket, statuses),
    choiceField({ key: 'priority', label: 'Priority', test: 'field-priority' }, ticket, () => PRIORITIES),
    choiceField(
      { key: 'group_id', label: 'Group', test: 'field-group' },
      ticket,
      () => groupChoices,
      (id) =>
        ticket.change((form) => {
          form.setValue('group_id', id);
          form.setValue('assignee_id', null);
        }),
    ),
    choiceField({ key: 'assignee_id', label: 'Assignee', test: 'field-assignee' }, ticket, assignees),
    tagsField(ticket),
  ];
}

function customFields(ticket: OpenTicket): Field[] {
  const { fields, installation } = ticket.account;
  const identifiers = new Map(Object.entries(installation.requirements).map(([identifier, id]) => [id, identifier]));
  const onTicket = new Set(ticket.form.saved.custom_fields.map(({ id }) => id));
  return fields
    .filter(({ id }) => onTicket.has(id))
    .map((field) => customField(field, identifiers.get(field.id) ?? String(field.id), ticket));
}
