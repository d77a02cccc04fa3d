import type { Account } from './account.ts';
import { nextId, type User } from './state.ts';

export type NewAgent = { name: string; email: string; groups: string[] };
export type AgentChange = Partial<Pick<User, 'status' | 'suspended' | 'role_type' | 'ticket_restriction'>>;

const LIGHT_AGENT = 1;
const CONTRIBUTOR = 3;

/** Light agents and contributors read and comment. */
export const canHaveTickets = ({ role, role_type, suspended }: User): boolean =>
  role !== 'end-user' && !suspended && role_type !== LIGHT_AGENT && role_type !== CONTRIBUTOR;

export function addAgent({ state, touched }: Account, { name, email, groups }: NewAgent): number {
  const id = nextId(state);
  const group_ids = state.groups.filter((group) => groups.includes(group.name)).map((group) => group.id);
  state.users.push({ id, name, email, role: 'agent', locale: 'en-US', organization_id: null, group_ids });
  touched();
  return id;
}

export function setAgent({ state, touched }: Account, userId: number, change: AgentChange): void {
  const user = state.users.find(({ id }) => id === userId);
  if (user === undefined) throw new Error(`No user ${userId}`);
  Object.assign(user, change);
  touched();
}
