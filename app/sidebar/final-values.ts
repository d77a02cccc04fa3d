import type { FieldName } from '../../backend/contract/feedback.ts';
import type { FieldIds } from '../zaf/find-fields.ts';
import { type TicketForm, valueAt } from '../zaf/ticket-form.ts';
import { currentOf } from './vocabulary.ts';

/** What the form holds, in the words that feedback uses. */
export function finalValues(form: TicketForm, fields: FieldIds): Partial<Record<FieldName, string | null>> {
  const custom = (key: 'category' | 'urgency' | 'sentiment') =>
    fields[key] === null ? undefined : currentOf(form, fields, key);
  const [category, urgency, sentiment] = [custom('category'), custom('urgency'), custom('sentiment')];
  return {
    ...(category !== undefined && { category }),
    ...(urgency !== undefined && { urgency: urgency?.toUpperCase() ?? null }),
    ...(sentiment !== undefined && { sentiment }),
    // Null is an empty box: whether it was ever ours to take off, the backend knows.
    ...(fields.escalation !== null && { escalation: valueAt(form, `custom_field_${fields.escalation}`) }),
    priority: valueAt(form, 'ticket.priority'),
    group: valueAt(form, 'ticket.assignee.group.id'),
    // Others' tags may name people; they are no part of what we suggested.
    tags: form.tags.filter((tag) => tag.startsWith('ait_')).join(' '),
  };
}
