import type { FieldName } from '../contract/feedback.ts';
import type { TicketUpdate } from '../ports/helpdesk.ts';
import {
  type Actor,
  type ChangedField,
  ESCALATED_TAG,
  type FieldChange,
  OPTION_TAGS,
  type Ticket,
} from '../ports/ticket.ts';
import { type LoggedWrite, MARKER_PREFIX, type WrittenChange } from '../ports/write-log.ts';

/** What is known of who decided a field. `history` is null where nobody has asked for it. */
export type Known = {
  writes: readonly LoggedWrite[];
  history: readonly FieldChange[] | null;
  /** Fields that an agent has settled in the sidebar. */
  decided: ReadonlySet<ChangedField>;
};

const SIDEBAR_NAMES: Record<FieldName, ChangedField> = {
  category: 'category',
  urgency: 'urgency',
  sentiment: 'sentiment',
  priority: 'priority',
  group: 'groupId',
  tags: 'tags',
  escalation: 'escalation',
};
export const toChangedFields = (names: readonly FieldName[]): Set<ChangedField> =>
  new Set(names.map((name) => SIDEBAR_NAMES[name]));

const isUnset = (value: unknown): boolean => value === null || value === undefined || value === false;

/** What we made of each field last, leaving out what was undone. */
export const standingOf = (writes: readonly LoggedWrite[]): Map<ChangedField, unknown> =>
  new Map(
    writes
      .flatMap(({ changes }) => changes)
      .filter(({ field, undone }) => field !== 'tags' && !undone)
      .map(({ field, to }) => [field, to]),
  );

export const lastActor = (history: readonly FieldChange[], field: ChangedField): Actor | null =>
  history.findLast((change) => change.field === field)?.by ?? null;

/** Without the history: what is unset and was never ours, or still holds what we wrote. */
export function looksOurs(field: ChangedField, value: unknown, { writes, decided }: Known): boolean {
  if (decided.has(field)) return false;
  const standing = standingOf(writes);
  return standing.has(field) ? value === standing.get(field) : isUnset(value);
}

/** A value that we wrote is ours only as long as nobody has changed it since, not even back to the same. */
export const isOurs = (field: ChangedField, value: unknown, known: Known): boolean =>
  looksOurs(field, value, known) &&
  (!standingOf(known.writes).has(field) || lastActor(known.history ?? [], field) === 'us');

/** An agent whom we chose and who has said something on the ticket has taken it: it is theirs like one that a person gave them. */
export const hasAnswered = ({ assigneeId, comments }: Pick<Ticket, 'assigneeId' | 'comments'>): boolean =>
  assigneeId !== null && comments.some(({ authorId }) => authorId === assigneeId);

export const fieldOf = (ticket: Ticket, field: ChangedField): unknown => {
  if (field === 'status' || field === 'priority' || field === 'tags') return ticket[field];
  if (field === 'groupId' || field === 'assigneeId') return ticket[field];
  return ticket.fields[field];
};

const tagsOf = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);
const without = (tags: string[], others: string[]): string[] => tags.filter((tag) => !others.includes(tag));

/** Only what came and what went. */
const ofTags = (from: string[], to: string[]): WrittenChange[] => {
  const [gone, come] = [without(from, to), without(to, from)];
  return gone.length + come.length > 0 ? [{ field: 'tags', from: gone, to: come }] : [];
};

/** What an update makes of the ticket that it was planned from. */
export function changesOf(ticket: Ticket, update: TicketUpdate): WrittenChange[] {
  const { fields, priority, groupId, assigneeId, tags } = update;
  const asked = { ...fields, priority, groupId, assigneeId } as Partial<Record<ChangedField, unknown>>;
  const changed = (Object.keys(asked) as ChangedField[])
    .filter((field) => asked[field] !== undefined)
    .map((field) => ({ field, from: fieldOf(ticket, field) ?? null, to: asked[field] }));
  return [...changed, ...(tags ? ofTags(ticket.tags, tags) : [])];
}

/** Who last added a tag or took it away. */
export function lastActorOnTag(history: readonly FieldChange[], tag: string): Actor | null {
  const changed = history.findLast(
    ({ field, from, to }) => field === 'tags' && tagsOf(from).includes(tag) !== tagsOf(to).includes(tag),
  );
  return changed?.by ?? null;
}

/** The marker on the ticket of a write that is not in our log: the process died between the write and its record. */
export const findUnloggedMarker = (ticket: Ticket, writes: readonly LoggedWrite[]): string | null =>
  ticket.tags.find((tag) => tag.startsWith(MARKER_PREFIX) && !writes.some(({ marker }) => marker === tag)) ?? null;

/** What the write that left this marker has changed, as the ticket's history tells; null when it does not know of one. */
export function recoverWrite(
  history: readonly FieldChange[],
  marker: string,
): { changes: WrittenChange[]; at: string } | null {
  const write = history.findLast(
    ({ field, by, from, to }) =>
      field === 'tags' && by === 'us' && tagsOf(to).includes(marker) && !tagsOf(from).includes(marker),
  );
  if (!write) return null;
  // Two writes of ours are at least two seconds apart, so the second names one.
  const own = history.filter(({ by, at }) => by === 'us' && at === write.at);
  const changes = own.flatMap(({ field, from, to }) =>
    field === 'tags' ? ofOwnTags(tagsOf(from), tagsOf(to)) : [{ field, from, to }],
  );
  return { changes, at: write.at };
}

/** Tags that follow a field's option are the field's, not ours. */
const OPTIONS = [...Object.values(OPTION_TAGS), ESCALATED_TAG];
const ofOwnTags = (from: string[], to: string[]): WrittenChange[] => {
  const own = (tags: string[]) => tags.filter((tag) => !OPTIONS.some((option) => tag.startsWith(option)));
  return ofTags(own(from), own(to));
};
