import { el } from './element.ts';
import type { OpenTicket } from './open-ticket.ts';
import type { FieldKey } from './ticket-form.ts';

/** A field of the open ticket; `show` brings the control up to date with the form. */
export type Field = { key: FieldKey; label: string; test: string; control: HTMLElement; show(): void };

/** The label, the control, and the mark of an unsaved change. */
export function fieldRow(field: Field, ticket: OpenTicket): { element: HTMLElement; show(): void } {
  field.control.dataset.test = field.test;
  const id = `control-${field.key}`;
  field.control.id = id;
  const labelled = field.control.matches('input, select');
  const label = labelled
    ? el('label', { for: id }, field.label)
    : el('span', { class: 'label', id: `${id}-label` }, field.label);
  if (!labelled) field.control.setAttribute('aria-labelledby', `${id}-label`);
  const mark = el('span', { class: 'mark', hidden: true }, 'unsaved');
  const element = el('div', { class: 'field' }, el('div', { class: 'caption' }, label, mark), field.control);
  return {
    element,
    show() {
      const changed = ticket.form.changedKeys().includes(field.key);
      field.show();
      mark.hidden = !changed;
      field.control.toggleAttribute('data-changed', changed);
    },
  };
}
