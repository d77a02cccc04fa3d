import { z } from 'zod';
import type { Actor, ChangedField, FieldChange } from '../../../ports/ticket.ts';
import type { ZendeskClient } from './client.ts';
import { parseAnswer } from './fetch-ticket.ts';
import { type FieldIds, readFields } from './fields.ts';

/** A ticket with more audits than these has been worked on for months: its last ones decide. */
const PAGES = 10;

const changeSchema = z.looseObject({
  type: z.string(),
  field_name: z.union([z.string(), z.number()]).transform(String).optional(),
  value: z.unknown(),
  previous_value: z.unknown(),
});
const auditsSchema = z.object({
  audits: z.array(
    z.looseObject({
      author_id: z.number(),
      created_at: z.string(),
      via: z.looseObject({ channel: z.union([z.string(), z.number()]).nullish() }).nullish(),
      events: z.array(changeSchema),
    }),
  ),
  users: z.array(z.looseObject({ id: z.number(), role: z.string().nullish() })).default([]),
  meta: z.object({ has_more: z.boolean() }).nullish(),
  links: z.object({ next: z.string().nullish() }).nullish(),
});
type Audits = z.output<typeof auditsSchema>;
type Audit = Audits['audits'][number];

const NATIVE: Record<string, ChangedField> = {
  status: 'status',
  priority: 'priority',
  group_id: 'groupId',
  assignee_id: 'assigneeId',
  tags: 'tags',
};

const isChange = ({ type }: { type: string }): boolean => type === 'Change' || type === 'Create';

function toChange(event: Audit['events'][number], ids: FieldIds): Pick<FieldChange, 'field' | 'from' | 'to'> | null {
  const { field_name, value, previous_value } = event;
  if (!isChange(event) || field_name === undefined) return null;
  const native = NATIVE[field_name];
  if (native) {
    const asText = (held: unknown) => (native === 'tags' || held === null || held === undefined ? held : String(held));
    return { field: native, from: asText(previous_value) ?? null, to: asText(value) ?? null };
  }
  const ours = (Object.keys(ids) as (keyof FieldIds)[]).find((name) => ids[name] === field_name);
  if (!ours) return null;
  const read = (held: unknown) => readFields([{ id: field_name, value: fromAudit(held) }], ids)[ours] ?? null;
  return { field: ours, from: read(previous_value), to: read(value) };
}

/** Audits give a checkbox as text too. */
const fromAudit = (held: unknown): unknown => (held === 'true' ? true : held === 'false' ? false : held);

/** Triggers, automations and other integrations that act under somebody's name are machines: `rule` is Zendesk's channel for its own. */
function actorOf({ author_id, via }: Audit, ownUserId: string | null, customers: ReadonlySet<number>): Actor {
  if (String(author_id) === ownUserId) return 'us';
  if (via?.channel === 'rule' || author_id === -1) return 'rule';
  return customers.has(author_id) ? 'customer' : 'agent';
}

/** Who changed what, oldest first, from the ticket's audits (Zendesk, "Ticket Audits"). */
export async function fetchHistory(
  client: ZendeskClient,
  ticketId: string,
  { ids, ownUserId }: { ids: FieldIds; ownUserId: string | null },
): Promise<FieldChange[]> {
  const changes: FieldChange[] = [];
  let path: string | null = `/api/v2/tickets/${encodeURIComponent(ticketId)}/audits.json?include=users&page[size]=100`;
  for (let page = 0; path && page < PAGES; page += 1) {
    const answer: Audits = parseAnswer(auditsSchema, await client.get(path));
    const customers = new Set(answer.users.filter(({ role }) => role === 'end-user').map(({ id }) => id));
    for (const audit of answer.audits) {
      const by = actorOf(audit, ownUserId, customers);
      for (const event of audit.events) {
        const change = toChange(event, ids);
        if (change) changes.push({ at: audit.created_at, by, ...change });
      }
    }
    path = answer.meta?.has_more ? (answer.links?.next ?? null) : null;
  }
  return changes.toSorted((a, b) => a.at.localeCompare(b.at));
}
