import { PRIORITY_OF } from '../../backend/contract/priority.ts';
import type { Urgency } from '../../backend/contract/taxonomy.ts';
import type { FieldIds } from '../zaf/find-fields.ts';
import { type TicketForm, valueAt } from '../zaf/ticket-form.ts';

export const URGENCIES = Object.keys(PRIORITY_OF) as Urgency[];
export const SENTIMENTS = ['angry', 'frustrated', 'neutral', 'positive'] as const;

export const urgencyOf = (priority: string | null) =>
  URGENCIES.find((urgency) => PRIORITY_OF[urgency] === priority) ?? null;

/** Values of our tagger fields, as requirements.json declares them. */
export const optionOf = (field: 'category' | 'urgency' | 'sentiment', value: string) =>
  `ait_${field}_${value.toLowerCase()}`;

const fromOption = (field: 'category' | 'urgency' | 'sentiment', option: string | null) => {
  const prefix = `ait_${field}_`;
  return option?.startsWith(prefix) ? option.slice(prefix.length) : null;
};

/** The current category of the form, null when unset or not one of ours. */
export const currentOf = (form: TicketForm, fields: FieldIds, key: 'category' | 'urgency' | 'sentiment') =>
  fields[key] === null ? null : fromOption(key, valueAt(form, `custom_field_${fields[key]}`));
