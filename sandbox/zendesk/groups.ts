import type { Account } from './account.ts';
import { refused } from './errors.ts';
import type { Group } from './state.ts';

export function renameGroup({ state, touched }: Account, group: Group, name: unknown): void {
  if (typeof name !== 'string' || name.trim() === '') throw refused('name', 'Name: cannot be blank');
  if (state.groups.some((other) => other !== group && other.name === name))
    throw refused('name', 'Name: has already been taken');
  group.name = name;
  touched();
}

/** Its members lose it, and so do its tickets, except those that are closed. */
export function removeGroup({ state, touched }: Account, { id }: Group): void {
  state.groups = state.groups.filter((group) => group.id !== id);
  for (const user of state.users) user.group_ids = user.group_ids.filter((groupId) => groupId !== id);
  for (const ticket of state.tickets.values()) {
    if (ticket.group_id === id && ticket.status !== 'closed')
      Object.assign(ticket, { group_id: null, assignee_id: null });
  }
  touched();
}
