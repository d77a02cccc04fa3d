import { z } from 'zod';
import { OutsideError } from '../../../ports/errors.ts';
import type { Actor, ChangedField, FieldChange } from '../../../ports/ticket.ts';
import type { ZendeskClient } from './client.ts';
import { type FieldIds, readFields } from './fields.ts';
import { takePages } from './read-pages.ts';

/** Of a hundred audits. Zendesk takes 5,000 comments a ticket; half a history would say the wrong thing. */
const PAGES = 100;

const viaSchema = z.looseObject({ channel: z.union([z.string(), z.number()]).nullish() }).nullish();

const changeSchema = z.looseObject({
  type: z.string(),
  field_name: z.union([z.string(), z.number()]).transform(String).optional(),
  value: z.unknown().optional(),
  previous_value: z.unknown().optional(),
  via: viaSchema,
});
const auditsSchema = z.object({
  audits: z.array(
    z.looseObject({
      author_id: z.number(),
      created_at: z.string(),
      via: viaSchema,
      events: z.array(changeSchema),
    }),
  ),
  users: z.array(z.looseObject({ id: z.number(), role: z.string().nullish() })).default([]),
  meta: z.object({ has_more: z.boolean() }).nullish(),
  links: z.object({ next: z.string().nullish() }).nullish(),
});
type Audit = z.output<typeof auditsSchema>['audits'][number];

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
    const read = native === 'tags' ? readTags : readText;
    return { field: native, from: read(previous_value), to: read(value) };
  }
  const ours = (Object.keys(ids) as (keyof FieldIds)[]).find((name) => ids[name] === field_name);
  if (!ours) return null;
  const read = (held: unknown) => readFields([{ id: field_name, value: fromAudit(held) }], ids)[ours] ?? null;
  return { field: ours, from: read(previous_value), to: read(value) };
}

/** All values are text but tags, which are a list; what was unset is null or empty. */
const readText = (held: unknown): string | null =>
  held === null || held === undefined || held === '' ? null : String(held);
const readTags = (held: unknown): string[] =>
  Array.isArray(held) ? held.map(String) : (readText(held)?.split(' ').filter(Boolean) ?? []);
/** A checkbox is text too. */
const fromAudit = (held: unknown): unknown =>
  held === '1' || held === 'true' ? true : held === '0' || held === 'false' ? false : held;

/**
 * A trigger's changes stand in the audit of the update that set it off, ours too: only the event's own `via` tells them apart.
 * An automation has an audit of its own, by nobody.
 */
function actorOf(
  { author_id, via: ofAudit }: Audit,
  { via = ofAudit }: Audit['events'][number],
  { ownUserId, customers }: { ownUserId: string | null; customers: ReadonlySet<number> },
): Actor {
  if (via?.channel === 'rule' || author_id === -1) return 'rule';
  if (String(author_id) === ownUserId) return 'us';
  return customers.has(author_id) ? 'customer' : 'agent';
}

/** Who changed what, oldest first, from the ticket's audits (Zendesk, "Ticket Audits"). */
export async function fetchHistory(
  client: ZendeskClient,
  ticketId: string,
  { ids, ownUserId }: { ids: FieldIds; ownUserId: string | null },
): Promise<FieldChange[]> {
  const changes: FieldChange[] = [];
  const first = `/api/v2/tickets/${encodeURIComponent(ticketId)}/audits.json?include=users&page[size]=100`;
  const more = await takePages({ client, schema: auditsSchema, first, most: PAGES }, ({ audits, users }) => {
    const customers = new Set(users.filter(({ role }) => role === 'end-user').map(({ id }) => id));
    for (const audit of audits) {
      for (const event of audit.events) {
        const change = toChange(event, ids);
        const by = actorOf(audit, event, { ownUserId, customers });
        if (change) changes.push({ at: audit.created_at, by, ...change });
      }
    }
  });
  if (more) throw new OutsideError('zendesk', 'bad_answer', 'sent a history without an end');
  return changes.toSorted((a, b) => a.at.localeCompare(b.at));
}
