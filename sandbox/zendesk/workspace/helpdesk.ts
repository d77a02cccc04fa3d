import type { Comment, Group, Installation, Ticket, TicketField, User } from './rest-shapes.ts';

/** An answer that is not 2xx; `message` is fit for the agent. */
export class HelpdeskError extends Error {
  override readonly name = 'HelpdeskError';
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** What stays the same while the agent works: who is signed in, the app, groups and fields. */
export type Account = { installation: Installation; groups: Group[]; fields: TicketField[] };
export type Conversation = { comments: Comment[]; users: User[] };

export async function fetchAccount(): Promise<Account> {
  const [installation, { groups }, { ticket_fields }] = await Promise.all([
    send<Installation>('/sandbox/installation'),
    send<{ groups: Group[] }>('/api/v2/groups/assignable'),
    send<{ ticket_fields: TicketField[] }>('/api/v2/ticket_fields'),
  ]);
  return { installation, groups, fields: ticket_fields };
}

export async function fetchTickets(): Promise<Ticket[]> {
  type Page = { tickets: Ticket[]; meta: { has_more: boolean; after_cursor: string | null } };
  const tickets: Ticket[] = [];
  let after = '';
  do {
    const page = await send<Page>(
      `/api/v2/tickets?page[size]=100${after && `&page[after]=${encodeURIComponent(after)}`}`,
    );
    tickets.push(...page.tickets);
    after = page.meta.has_more ? (page.meta.after_cursor ?? '') : '';
  } while (after);
  return tickets;
}

export async function fetchTicket(id: number): Promise<Ticket> {
  return (await send<{ ticket: Ticket }>(`/api/v2/tickets/${id}`)).ticket;
}

export const fetchConversation = (id: number) => send<Conversation>(`/api/v2/tickets/${id}/comments?include=users`);

export async function fetchUsers(ids: Iterable<number | null>): Promise<User[]> {
  const wanted = [...new Set(ids)].filter((id) => id !== null);
  const users: User[] = [];
  for (let start = 0; start < wanted.length; start += 100) {
    const page = await send<{ users: User[] }>(`/api/v2/users/show_many?ids=${wanted.slice(start, start + 100)}`);
    users.push(...page.users);
  }
  return users;
}

export async function saveTicket(id: number, update: Record<string, unknown>): Promise<Ticket> {
  const body = JSON.stringify({ ticket: update });
  const headers = { 'content-type': 'application/json' };
  return (await send<{ ticket: Ticket }>(`/api/v2/tickets/${id}`, { method: 'PUT', headers, body })).ticket;
}

export async function createTicket(ticket: Record<string, unknown>): Promise<Ticket> {
  return (await post<{ ticket: Ticket }>('/api/v2/tickets', { ticket })).ticket;
}

/** What a signed location's first page is asked for with. */
export async function fetchAppToken(location: string): Promise<string> {
  return (await post<{ token: string }>('/sandbox/app-token', { location })).token;
}

export function post<T>(path: string, content: object): Promise<T> {
  const headers = { 'content-type': 'application/json' };
  return send<T>(path, { method: 'POST', headers, body: JSON.stringify(content) });
}

export async function send<T>(path: string, init: RequestInit = {}): Promise<T> {
  const response = await fetch(path, init);
  const body: unknown = response.status === 204 ? null : await response.json().catch(() => null);
  if (!response.ok)
    throw new HelpdeskError(response.status, reasonOf(body) ?? `The helpdesk answered ${response.status}.`);
  return body as T;
}

type Refusal = { error?: unknown; description?: unknown; details?: Record<string, { description?: string }[]> } | null;

function reasonOf(body: unknown): string | undefined {
  const { error, description, details } = (body as Refusal) ?? {};
  const listed = Object.values(details ?? {})
    .flat()
    .flatMap((detail) => detail.description ?? []);
  return [listed.join(' '), description, error].find((text) => typeof text === 'string' && text !== '') as
    | string
    | undefined;
}
