import { choiceField } from './choice-field.ts';
import { el } from './element.ts';
import type { Field } from './field-row.ts';
import type { OpenTicket } from './open-ticket.ts';
import type { TicketField } from './rest-shapes.ts';
import { customKey } from './ticket-form.ts';

export function customField(field: TicketField, identifier: string, ticket: OpenTicket): Field {
  const place = { key: customKey(field.id), label: field.title, test: `field-${identifier}` };
  if (field.type === 'tagger') {
    const options = (field.custom_field_options ?? []).map(({ name, value }) => ({ label: name, value }));
    return choiceField(place, ticket, () => [{ label: '-', value: null }, ...options]);
  }
  return field.type === 'checkbox' ? checkbox(place, ticket) : text(place, ticket, field.type);
}

function checkbox(place: Pick<Field, 'key' | 'label' | 'test'>, ticket: OpenTicket): Field {
  const control = el('input', { type: 'checkbox' });
  control.addEventListener('change', () => ticket.change((form) => form.setValue(place.key, control.checked)));
  const show = () => {
    control.checked = ticket.form.value(place.key) === true;
  };
  return { ...place, control, show };
}

function text(place: Pick<Field, 'key' | 'label' | 'test'>, ticket: OpenTicket, type: string): Field {
  const numeric = type === 'decimal' || type === 'integer';
  const control = el('input', {
    type: 'text',
    inputmode: numeric ? 'decimal' : 'text',
    autocomplete: 'off',
    placeholder: '-',
  });
  control.addEventListener('input', () =>
    ticket.change((form) => form.setValue(place.key, control.value.trim() || null)),
  );
  const show = () => {
    const value = String(ticket.form.value(place.key) ?? '');
    if (control.value.trim() !== value) control.value = value;
  };
  return { ...place, control, show };
}
