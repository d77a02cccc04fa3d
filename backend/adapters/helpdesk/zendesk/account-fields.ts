import { type Category, sentimentSchema, urgencySchema } from '../../../contract/taxonomy.ts';
import type { AccountField } from '../../../ports/helpdesk-account.ts';
import { ESCALATED_TAG, OPTION_TAGS } from '../../../ports/ticket.ts';
import type { ZendeskClient } from './client.ts';
import { findFieldIds, type TicketField, ticketFieldsSchema } from './fields.ts';
import { readPages } from './read-pages.ts';

type Name = AccountField['name'];
type DropDown = keyof typeof OPTION_TAGS;
type Option = { id?: number | undefined; name: string; value: string };

const NAMES: readonly Name[] = ['category', 'urgency', 'sentiment', 'confidence', 'escalation'];

const URGENCY_NAMES = {
  P1: 'P1 Outage, data loss or breach',
  P2: 'P2 Major feature broken',
  P3: 'P3 Minor bug or question',
  P4: 'P4 Request or feedback',
};

/** `feature_request` is shown as "Feature request". */
const toName = (value: string): string => {
  const words = value.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};

const toOption = (field: DropDown, value: string, name = toName(value)): Option => ({
  name,
  value: OPTION_TAGS[field] + value.toLowerCase(),
});

/** A field as requirements.json makes it, with these categories. */
export function fieldToMake(name: Name, categories: readonly Category[]): Record<string, unknown> {
  const title = `Triage ${name}`;
  const dropDown = (options: Option[]) => ({ type: 'tagger', title, custom_field_options: options });
  if (name === 'category') return dropDown(categories.map((category) => toOption(name, category)));
  if (name === 'urgency')
    return dropDown(urgencySchema.options.map((value) => toOption(name, value, URGENCY_NAMES[value])));
  if (name === 'sentiment') return dropDown(sentimentSchema.options.map((value) => toOption(name, value)));
  if (name === 'confidence') return { type: 'decimal', title };
  return { type: 'checkbox', title, tag: ESCALATED_TAG };
}

async function readFields(client: Pick<ZendeskClient, 'get'>): Promise<Map<Name, TicketField>> {
  const pages = await readPages(client, ticketFieldsSchema, '/api/v2/ticket_fields.json?page[size]=100');
  const all = pages.flatMap(({ ticket_fields }) => ticket_fields);
  const inUse = findFieldIds(all);
  const switchedOff = findFieldIds(all.map((field) => ({ ...field, active: true })));
  const found = NAMES.flatMap((name) => {
    const field = all.find(({ id }) => id === (inUse[name] ?? switchedOff[name]));
    return field ? [[name, field] as const] : [];
  });
  return new Map(found);
}

const optionsOf = ({ custom_field_options }: TicketField): Option[] => custom_field_options ?? [];

const toValue = (name: Name, { value }: Option): string => {
  const prefix = name in OPTION_TAGS ? OPTION_TAGS[name as DropDown] : '';
  const bare = value.startsWith(prefix) ? value.slice(prefix.length) : value;
  return name === 'urgency' ? bare.toUpperCase() : bare;
};

/** Our five fields as they stand. */
export async function fetchFields(client: Pick<ZendeskClient, 'get'>): Promise<AccountField[]> {
  const found = await readFields(client);
  return NAMES.map((name) => {
    const field = found.get(name);
    if (!field) return { name, id: null, active: false, options: [] };
    return {
      name,
      id: field.id,
      active: field.active,
      options: optionsOf(field).map((option) => toValue(name, option)),
    };
  });
}

/** What a field lacks, as Zendesk is told of it; null when nothing. An option that is not named would go from tickets too. */
function findChange(name: Name, field: TicketField, categories: readonly Category[]): Record<string, unknown> | null {
  const present = optionsOf(field);
  const wanted = (fieldToMake(name, categories).custom_field_options ?? []) as Option[];
  const lacking = wanted.filter(({ value }) => !present.some((option) => option.value === value));
  const change = {
    ...(field.active ? {} : { active: true }),
    ...(lacking.length > 0 && { custom_field_options: [...present, ...lacking] }),
  };
  return Object.keys(change).length > 0 ? change : null;
}

/** Makes what is missing of our five fields. */
export async function mendFields(
  client: Pick<ZendeskClient, 'get' | 'put' | 'post'>,
  categories: readonly Category[],
): Promise<void> {
  const found = await readFields(client);
  for (const name of NAMES) {
    const field = found.get(name);
    if (!field) {
      await client.post('/api/v2/ticket_fields.json', { ticket_field: fieldToMake(name, categories) });
      continue;
    }
    const change = findChange(name, field, categories);
    if (change) await client.put(`/api/v2/ticket_fields/${field.id}.json`, { ticket_field: change });
  }
}
