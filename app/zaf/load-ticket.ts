import type { ZendeskTicketInput } from '../../backend/contract/zendesk-ticket.ts';
import type { Frame } from './frame.ts';

type Comment = NonNullable<ZendeskTicketInput['comments']>[number];
type User = NonNullable<ZendeskTicketInput['users']>[number];
type Comments = { comments: Comment[]; users: User[] };
type CommentPage = { comments: Comment[]; users?: User[]; next_page?: string | null };

/** The contract's cap of 1,000 comments. */
const MAX_PAGES = 10;
const MAX_USERS = 200;
/** Below the backend's cap of 4 MB, also when each takes three bytes. */
const MAX_CHARS = 1_300_000;

/** After these it may read otherwise. */
export const TICKET_EVENTS = ['ticket.conversation.changed', 'ticket.updated'];

/** Reads the ticket with the agent's own session and rights, and keeps only what the contract names. */
export async function loadTicket(frame: Frame): Promise<ZendeskTicketInput> {
  const path = `/api/v2/tickets/${frame.ticketId}`;
  const [{ ticket, users: named = [], organizations }, { comments, users }] = await Promise.all([
    frame.request({ url: `${path}.json?include=users,organizations` }) as Promise<Omit<ZendeskTicketInput, 'comments'>>,
    loadComments(frame, `${path}/comments.json?include=users`),
  ]);
  const people = [...new Map([...named, ...users].map((user) => [user.id, pickUser(user)])).values()].slice(
    0,
    MAX_USERS,
  );
  const whole = {
    ticket: pickTicket(ticket),
    comments: comments.map(pickComment),
    users: people,
    organizations: organizations?.map(({ id, name }) => ({ id, name })),
  };
  return JSON.stringify(whole).length <= MAX_CHARS ? whole : { ...whole, comments: whole.comments.map(withoutHtml) };
}

async function loadComments(frame: Frame, firstPage: string): Promise<Comments> {
  const all: Comments = { comments: [], users: [] };
  let url: string | null = firstPage;
  for (let page = 0; url && page < MAX_PAGES; page += 1) {
    const { comments, users = [], next_page }: CommentPage = (await frame.request({ url })) as CommentPage;
    all.comments.push(...comments);
    all.users.push(...users);
    url = next_page ? pathOf(next_page) : null;
  }
  return all;
}

const pathOf = (url: string) => url.replace(/^https?:\/\/[^/]+/, '');

type Ticket = ZendeskTicketInput['ticket'];

const pick = <T extends object, K extends keyof T>(from: T, keys: K[]) =>
  Object.fromEntries(keys.map((key) => [key, from[key]])) as Pick<T, K>;

const pickTicket = (t: Ticket): Ticket => ({
  ...pick(t, ['id', 'subject', 'description', 'status', 'priority', 'group_id', 'requester_id', 'tags']),
  ...pick(t, ['assignee_id', 'custom_fields', 'created_at', 'updated_at']),
  via: { channel: t.via?.channel },
});

const pickComment = (c: Comment): Comment => ({
  ...pick(c, ['id', 'author_id', 'public', 'body', 'html_body', 'plain_body', 'created_at']),
  via: { channel: c.via?.channel },
  attachments: c.attachments?.map((a) => pick(a, ['id', 'file_name', 'content_type', 'content_url', 'size', 'inline'])),
});

const pickUser = (user: User): User => pick(user, ['id', 'name', 'email', 'role']);

const withoutHtml = ({ html_body, ...rest }: Comment): Comment => rest;
