import { z } from 'zod';
import type { SidebarSettings } from '../../../contract/settings.ts';
import { ESCALATED_TAG, OPTION_TAGS, type TriageFields } from '../../../ports/ticket.ts';
import { paged } from './read-pages.ts';

export type FieldIds = SidebarSettings['fields'];

const CONFIDENCE_TITLE = /triage confidence/i;

type DropDown = keyof typeof OPTION_TAGS;
const DROP_DOWNS = Object.keys(OPTION_TAGS) as DropDown[];

export const ticketFieldsSchema = z.object({
  ticket_fields: z.array(
    z.object({
      id: z.number().transform(String),
      type: z.string(),
      active: z.boolean().default(true),
      title: z.string().default(''),
      tag: z.string().nullish(),
      custom_field_options: z
        .array(z.object({ id: z.number().optional(), name: z.string().default(''), value: z.string() }))
        .nullish(),
    }),
  ),
  ...paged,
});
export type TicketField = z.output<typeof ticketFieldsSchema>['ticket_fields'][number];

/** Tells our fields from the account's others by what only ours carry, since titles may be translated by an admin. */
export function findFieldIds(all: TicketField[]): FieldIds {
  const fields = all.filter(({ active }) => active);
  const byOption = (prefix: string) =>
    fields.find((field) => field.custom_field_options?.some(({ value }) => value.startsWith(prefix)))?.id ?? null;
  return {
    category: byOption(OPTION_TAGS.category),
    urgency: byOption(OPTION_TAGS.urgency),
    sentiment: byOption(OPTION_TAGS.sentiment),
    confidence: fields.find(({ type, title }) => type === 'decimal' && CONFIDENCE_TITLE.test(title))?.id ?? null,
    escalation: fields.find(({ type, tag }) => type === 'checkbox' && tag === ESCALATED_TAG)?.id ?? null,
  };
}

const toOption = (field: DropDown, value: string): string => OPTION_TAGS[field] + value.toLowerCase();

const fromOption = (field: DropDown, option: unknown): string | null => {
  if (typeof option !== 'string' || !option.startsWith(OPTION_TAGS[field])) return null;
  const value = option.slice(OPTION_TAGS[field].length);
  return field === 'urgency' ? value.toUpperCase() : value;
};

/** Reads our fields from Zendesk's list of custom field values. */
export function readFields(values: { id: string; value?: unknown }[], ids: FieldIds): TriageFields {
  const held = new Map(values.map(({ id, value }) => [id, value]));
  const fields: TriageFields = {};
  for (const name of DROP_DOWNS) if (ids[name]) fields[name] = fromOption(name, held.get(ids[name]));
  if (ids.confidence) {
    const value = held.get(ids.confidence);
    fields.confidence = value === null || value === undefined || value === '' ? null : Number(value);
  }
  if (ids.escalation) fields.escalation = held.get(ids.escalation) === true;
  return fields;
}

/** Our fields as Zendesk's `custom_fields`. */
export function writeFields(fields: TriageFields, ids: FieldIds): { id: number; value: unknown }[] {
  const written: { id: number; value: unknown }[] = [];
  for (const name of DROP_DOWNS) {
    const value = fields[name];
    if (ids[name] && value !== undefined)
      written.push({ id: Number(ids[name]), value: value === null ? null : toOption(name, value) });
  }
  if (ids.confidence && fields.confidence !== undefined)
    written.push({ id: Number(ids.confidence), value: fields.confidence?.toFixed(2) ?? null });
  if (ids.escalation && fields.escalation !== undefined)
    written.push({ id: Number(ids.escalation), value: fields.escalation === true });
  return written;
}

/** A drop-down's option and a checkbox stand on the ticket as tags too: a whole tag set must agree with the fields written beside it. */
export function agreeTags(tags: string[], fields: TriageFields): string[] {
  let agreed = tags;
  for (const name of DROP_DOWNS) {
    const value = fields[name];
    if (value === undefined) continue;
    agreed = agreed.filter((tag) => !tag.startsWith(OPTION_TAGS[name]));
    if (value !== null) agreed = [...agreed, toOption(name, value)];
  }
  if (fields.escalation !== undefined) {
    agreed = agreed.filter((tag) => tag !== ESCALATED_TAG);
    if (fields.escalation) agreed = [...agreed, ESCALATED_TAG];
  }
  return agreed;
}
