import type { ZendeskTicketInput } from '../../backend/contract/zendesk-ticket.ts';
import type { Frame } from './frame.ts';

type Comment = NonNullable<ZendeskTicketInput['comments']>[number];
type User = NonNullable<ZendeskTicketInput['users']>[number];
type Comments = { comments: Comment[]; users: User[] };
type CommentPage = { comments: Comment[]; users?: User[]; next_page?: string | null };

/** The contract's cap of 1,000 comments. */
const MAX_PAGES = 10;
const MAX_USERS = 200;
/** Below the backend's 1 MB body cap. */
const MAX_CHARS = 900_000;

/** Reads the ticket with the agent's own session and rights, and keeps only what the contract names. */
export async function loadTicket(frame: Frame): Promise<ZendeskTicketInput> {
  const path = `/api/v2/tickets/${frame.ticketId}`;
  const [{ ticket, users: named = [] }, { comments, users }] = await Promise.all([
    frame.request({ url: `${path}.json?include=users` }) as Promise<Pick<ZendeskTicketInput, 'ticket' | 'users'>>,
    loadComments(frame, `${path}/comments.json?include=users`),
  ]);
  const people = [...new Map([...named, ...users].map((user) => [user.id, pickUser(user)])).values()].slice(
    0,
    MAX_USERS,
  );
  const whole = { ticket: pickTicket(ticket), comments: comments.map(pickComment), users: people };
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

const pickTicket = (t: Ticket): Ticket => ({
  id: t.id,
  subject: t.subject,
  description: t.description,
  status: t.status,
  priority: t.priority,
  group_id: t.group_id,
  requester_id: t.requester_id,
  tags: t.tags,
  custom_fields: t.custom_fields,
  via: { channel: t.via?.channel },
  created_at: t.created_at,
  updated_at: t.updated_at,
});

const pickComment = (c: Comment): Comment => ({
  id: c.id,
  author_id: c.author_id,
  public: c.public,
  body: c.body,
  html_body: c.html_body,
  plain_body: c.plain_body,
  created_at: c.created_at,
  via: { channel: c.via?.channel },
  attachments: c.attachments?.map(({ id, file_name, content_type, size }) => ({ id, file_name, content_type, size })),
});

const pickUser = ({ id, name, email, role }: User): User => ({ id, name, email, role });

const withoutHtml = ({ html_body, ...rest }: Comment): Comment => rest;
