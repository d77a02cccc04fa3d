import type { Account } from './account.ts';
import { BRAND_ID, FORM_ID } from './directory.ts';
import type { Attachment, Audit, AuditEvent, Comment, Ticket } from './state.ts';

export type TicketView = ReturnType<typeof viewTicket>;
export type CommentView = ReturnType<typeof viewComment>;
export type AuditView = ReturnType<typeof viewAudit>;

const via = (channel: string) => ({ channel, source: { from: {}, to: {}, rel: null } });

export function viewTicket(ticket: Ticket, { url, state }: Pick<Account, 'url' | 'state'>) {
  const custom_fields = state.fields.map(({ id }) => ({ id, value: ticket.fields[id] ?? null }));
  return {
    url: `${url}/api/v2/tickets/${ticket.id}.json`,
    id: ticket.id,
    external_id: ticket.external_id,
    via: via(ticket.channel),
    created_at: ticket.created_at,
    updated_at: ticket.updated_at,
    type: ticket.type,
    subject: ticket.subject,
    raw_subject: ticket.subject,
    description: ticket.comments[0]?.text ?? '',
    priority: ticket.priority,
    status: ticket.status,
    recipient: null,
    requester_id: ticket.requester_id,
    submitter_id: ticket.submitter_id,
    assignee_id: ticket.assignee_id,
    organization_id: ticket.organization_id,
    group_id: ticket.group_id,
    collaborator_ids: [],
    follower_ids: [...(ticket.follower_ids ?? [])],
    email_cc_ids: [],
    problem_id: null,
    has_incidents: false,
    is_public: ticket.comments.some((comment) => comment.public),
    due_at: null,
    tags: [...ticket.tags],
    custom_fields,
    fields: custom_fields,
    satisfaction_rating: ticket.rating ? { id: ticket.rating.id, score: ticket.rating.score } : { score: 'unoffered' },
    ticket_form_id: FORM_ID,
    brand_id: BRAND_ID,
    allow_channelback: false,
    allow_attachments: true,
    from_messaging_channel: false,
  };
}

export function viewComment(comment: Comment, url: string) {
  return {
    id: comment.id,
    type: 'Comment' as const,
    author_id: comment.author_id,
    body: comment.text,
    html_body: `<div class="zd-comment" dir="auto">${comment.html}</div>`,
    plain_body: comment.text,
    public: comment.public,
    attachments: comment.attachments.map((attachment) => viewAttachment(attachment, url)),
    audit_id: comment.audit_id,
    via: via(comment.channel),
    created_at: comment.created_at,
    metadata: { system: {}, custom: {} },
  };
}

export function viewAudit(audit: Audit, ticket: Ticket, url: string) {
  const events = audit.events.map((event) => {
    if (event.type !== 'Comment') return viewChange(event);
    const comment = ticket.comments.find(({ id }) => id === event.comment_id);
    return comment ? { ...viewComment(comment, url), id: event.id } : event;
  });
  const { id, author_id, created_at, channel } = audit;
  return {
    id,
    ticket_id: ticket.id,
    created_at,
    author_id,
    metadata: { system: {}, custom: {} },
    events,
    via: via(channel),
  };
}

/** Values are text, whatever they are on the ticket; only tags are a list. */
function viewChange({ channel, ...event }: Exclude<AuditEvent, { type: 'Comment' }>) {
  const { previous_value } = event;
  return {
    ...event,
    value: asText(event.value),
    ...(event.type === 'Change' && { previous_value: asText(previous_value) }),
    ...(channel !== undefined && { via: via(channel) }),
  };
}

const asText = (value: unknown) => {
  if (value === null || value === undefined || Array.isArray(value)) return value ?? null;
  return typeof value === 'boolean' ? String(Number(value)) : String(value);
};

function viewAttachment({ id, file_name, content_type, size }: Attachment, url: string) {
  const content_url = `${url}/attachments/token/${id}/?name=${encodeURIComponent(file_name)}`;
  return {
    url: `${url}/api/v2/attachments/${id}.json`,
    id,
    file_name,
    content_url,
    content_type,
    size,
    inline: false,
    deleted: false,
  };
}
