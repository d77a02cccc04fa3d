import { randomBytes } from 'node:crypto';
import { AGENTS } from './directory.ts';
import type { State, User } from './state.ts';

/** On one host several accounts would share a cookie: each has a name of its own. */
export const sessionCookie = ({ subdomain }: State): string => `_zendesk_shared_session_${subdomain}`;

export function userOfSession(state: State, secret: string | undefined): User | null {
  const id = secret !== undefined && Object.hasOwn(state.sessions, secret) ? state.sessions[secret] : undefined;
  return state.users.find((user) => user.id === id && !user.suspended) ?? null;
}

/** The secret under which somebody is signed in; one for each person, as long as the account lives. */
export function openSession(state: State, user: User): string {
  const [known] = Object.entries(state.sessions).find(([, id]) => id === user.id) ?? [];
  const secret = known ?? randomBytes(24).toString('hex');
  state.sessions[secret] = user.id;
  return secret;
}

/** `admin`, or an agent's id or first name; the first agent when nobody is named. Null when there is no such person. */
export function findStaff({ users }: State, asked: string | undefined): User | null {
  if (asked === undefined || asked === '') return users.find(({ id }) => id === AGENTS[0]?.id) ?? null;
  const staff = users.filter(({ role }) => role !== 'end-user');
  if (asked === 'admin')
    return staff.findLast(({ role, group_ids }) => role === 'admin' && group_ids.length === 0) ?? null;
  const named = ({ id, name }: User) =>
    String(id) === asked || name.split(' ')[0]?.toLowerCase() === asked.toLowerCase();
  return staff.find(named) ?? null;
}
