import { nextId, type State, type User } from './state.ts';

export type Person = { name: string; email: string; locale?: string };

export function findOrAddRequester(state: State, person: Person, organization: string | null = null): User {
  const known = state.users.find(({ email }) => email.toLowerCase() === person.email.toLowerCase());
  if (known) return known;
  const user: User = {
    id: nextId(state),
    name: person.name,
    email: person.email,
    role: 'end-user',
    locale: person.locale ?? 'en-US',
    organization_id: organization === null ? null : findOrAddOrganization(state, organization),
    group_ids: [],
  };
  state.users.push(user);
  return user;
}

function findOrAddOrganization(state: State, name: string): number {
  const known = state.organizations.find((organization) => organization.name === name);
  if (known) return known.id;
  const organization = { id: nextId(state), name };
  state.organizations.push(organization);
  return organization.id;
}

const ROLE_TYPES = { admin: 4, agent: 0, 'end-user': null };

export function viewUser({ id, name, email, role, locale, organization_id, group_ids, ...more }: User) {
  const default_group_id = group_ids[0] ?? null;
  return {
    id,
    name,
    email,
    role,
    locale,
    organization_id,
    default_group_id,
    active: true,
    verified: true,
    suspended: more.suspended ?? false,
    ticket_restriction: more.ticket_restriction ?? (role === 'end-user' ? 'requested' : null),
    role_type: more.role_type ?? ROLE_TYPES[role],
  };
}
