import type { ZendeskTicket } from '../../../contract/zendesk-ticket.ts';
import type { Comment, Person, Ticket } from '../../../ports/ticket.ts';
import { type FieldIds, readFields } from './fields.ts';

const toComment = (comment: ZendeskTicket['comments'][number], staff: Set<string>): Comment => ({
  id: comment.id,
  authorId: comment.author_id,
  fromCustomer: !staff.has(comment.author_id),
  public: comment.public,
  text: comment.plain_body ?? comment.body ?? '',
  html: comment.html_body ?? null,
  createdAt: comment.created_at ?? null,
  attachments: (comment.attachments ?? []).map((attachment) => ({
    name: attachment.file_name ?? '',
    contentType: attachment.content_type ?? 'application/octet-stream',
    size: attachment.size ?? 0,
    url: attachment.content_url ?? null,
    inline: attachment.inline ?? false,
  })),
});

/** Zendesk's ticket in our words. An author whose user is unknown counts as a customer. */
export function toTicket({ ticket, comments, users, organizations }: ZendeskTicket, fieldIds: FieldIds): Ticket {
  const people: Person[] = users.map(({ id, name, email }) => ({ id, name: name ?? null, email: email ?? null }));
  const staff = new Set(users.filter(({ role }) => role && role !== 'end-user').map(({ id }) => id));
  const description = {
    id: 'description',
    authorId: ticket.requester_id,
    fromCustomer: !staff.has(ticket.requester_id),
    public: true,
    text: ticket.description ?? '',
    html: null,
    createdAt: ticket.created_at ?? null,
    attachments: [],
  };
  return {
    id: ticket.id,
    subject: ticket.subject ?? '',
    channel: String(ticket.via?.channel ?? 'api'),
    status: ticket.status ?? 'new',
    priority: ticket.priority ?? null,
    groupId: ticket.group_id ?? null,
    assigneeId: ticket.assignee_id ?? null,
    tags: ticket.tags,
    fields: readFields(ticket.custom_fields, fieldIds),
    requester: people.find(({ id }) => id === ticket.requester_id) ?? {
      id: ticket.requester_id,
      name: null,
      email: null,
    },
    people,
    organisations: organizations.map(({ name }) => name),
    comments: comments.length > 0 ? comments.map((comment) => toComment(comment, staff)) : [description],
    createdAt: ticket.created_at ?? new Date(0).toISOString(),
    updatedAt: ticket.updated_at ?? new Date(0).toISOString(),
  };
}
