import type { Frame } from './frame.ts';
import type { Path } from './paths.ts';

/** A place in the open ticket form. Groups and tags are written by other means than they are read. */
export type FormPath = 'ticket.priority' | 'ticket.assignee.group.id' | `custom_field_${string}` | `tag:${string}`;

/** The open, perhaps unsaved, state of the ticket; values as strings, null for empty. */
export type TicketForm = {
  values: Record<string, string | null>;
  tags: string[];
  groupName: string | null;
  assigneeId: string | null;
};
export type FormChange = { path: FormPath; value: string | null };

export const valueAt = (form: TicketForm, path: FormPath): string | null =>
  path.startsWith('tag:') ? (form.tags.includes(path.slice(4)) ? 'yes' : null) : (form.values[path] ?? null);

export async function readForm(frame: Frame, fieldIds: readonly string[]): Promise<TicketForm> {
  const customs = fieldIds.map((id) => `ticket.customField:custom_field_${id}` as const);
  const fixed = [
    'ticket.priority',
    'ticket.assignee.group.id',
    'ticket.assignee.group.name',
    'ticket.assignee.user.id',
    'ticket.tags',
  ] as const;
  const raw = await frame.read<Path>([...fixed, ...customs]);
  const custom = customs.map((path) => [path.slice('ticket.customField:'.length), text(raw[path])] as const);
  return {
    values: {
      'ticket.priority': text(raw['ticket.priority']),
      'ticket.assignee.group.id': text(raw['ticket.assignee.group.id']),
      ...Object.fromEntries(custom),
    },
    tags: raw['ticket.tags'] ?? [],
    groupName: text(raw['ticket.assignee.group.name']),
    assigneeId: text(raw['ticket.assignee.user.id']),
  };
}

/**
 * Sets what Zendesk lets us set; read the form back to see what held.
 * `assigneeId` goes back with a group, as a change of group empties it.
 */
export async function writeForm(
  frame: Frame,
  changes: readonly FormChange[],
  assigneeId: string | null = null,
): Promise<void> {
  const sets = changes.filter(({ path }) => !path.startsWith('tag:')).map((change) => setter(change, assigneeId));
  const tags = (set: boolean) =>
    changes
      .filter(({ path, value }) => path.startsWith('tag:') && (value !== null) === set)
      .map(({ path }) => path.slice(4));
  await Promise.allSettled([
    sets.length > 0 && frame.write(Object.fromEntries(sets)),
    tags(true).length > 0 && frame.invoke('ticket.tags.add', tags(true)),
    tags(false).length > 0 && frame.invoke('ticket.tags.remove', tags(false)),
  ]);
}

function setter({ path, value }: FormChange, userId: string | null): [string, unknown] {
  if (path === 'ticket.assignee.group.id')
    return ['ticket.assignee', { groupId: numeric(value), ...(userId && { userId: numeric(userId) }) }];
  return [path === 'ticket.priority' ? path : `ticket.customField:${path}`, value];
}

const numeric = (id: string | null) => (id === null ? null : Number(id));

/** Zendesk shows an empty field as null, '' or '-', and a checkbox as a boolean or yes and no. */
function text(value: unknown): string | null {
  if (value === true) return 'yes';
  if (value === null || value === undefined || value === false) return null;
  const plain = String(value);
  return ['', '-', 'no', 'false'].includes(plain) ? null : plain === 'true' ? 'yes' : plain;
}
