import type { OpenTicket } from './open-ticket.ts';
import type { Comment } from './rest-shapes.ts';

export function describeTicket(ticket: OpenTicket): object {
  const { saved, reply } = ticket.form;
  const groupId = ticket.form.value('group_id') as number | null;
  const { id, name } = ticket.account.groups.find((group) => group.id === groupId) ?? { id: groupId, name: null };
  return {
    id: ticket.isNew ? undefined : saved.id,
    subject: saved.subject,
    description: saved.description,
    status: ticket.form.value('status'),
    priority: ticket.form.value('priority'),
    type: ticket.form.value('type'),
    tags: ticket.form.value('tags'),
    requester: describeUser(saved.requester_id, ticket),
    assignee: {
      user: describeUser(ticket.form.value('assignee_id') as number | null, ticket),
      group: id === null ? null : { id, name },
    },
    form: { id: saved.ticket_form_id },
    brand: { id: saved.brand_id },
    comment: {
      text: reply.text,
      type: reply.public ? 'publicReply' : 'internalNote',
      useRichText: false,
      attachments: [],
    },
    collaborators: [],
    isNew: ticket.isNew,
    createdAt: saved.created_at,
    updatedAt: saved.updated_at,
    via: { channel: saved.via.channel },
  };
}

/** An element of `ticket.comments`. */
export function describeComment(comment: Comment, ticket: OpenTicket): object {
  const files = comment.attachments.map(describeFile);
  return {
    id: comment.id,
    value: comment.html_body ?? comment.body,
    author: describeUser(comment.author_id, ticket),
    via: { channel: comment.via.channel },
    imageAttachments: files.filter((file) => file.contentType.startsWith('image/')),
    nonImageAttachments: files.filter((file) => !file.contentType.startsWith('image/')),
  };
}

/** An element of `ticket.conversation`; private notes are told by their channel. */
export function describeTurn(comment: Comment, ticket: OpenTicket): object {
  const author = ticket.user(comment.author_id);
  return {
    author: { id: comment.author_id, name: author?.name ?? null, role: author?.role ?? null, avatar: null },
    channel: { name: comment.public ? comment.via.channel : 'internal' },
    message: { content: comment.html_body ?? comment.body, contentType: 'text/html' },
    timestamp: comment.created_at,
    attachments: comment.attachments.map(describeFile),
  };
}

const describeFile = ({ file_name, content_type, content_url }: Comment['attachments'][number]) => ({
  filename: file_name,
  contentType: content_type,
  contentUrl: content_url,
});

function describeUser(id: number | null, ticket: OpenTicket): object | null {
  const user = ticket.user(id);
  return user && { id: user.id, name: user.name, email: user.email, role: user.role, locale: user.locale ?? null };
}
