import type { TicketNews } from './open-ticket.ts';
import type { FieldKey } from './ticket-form.ts';

/** Properties that a changed form field is known by. */
const PROPERTIES: Partial<Record<FieldKey, string[]>> = {
  group_id: ['ticket.assignee.group.id', 'ticket.assignee'],
  assignee_id: ['ticket.assignee.user.id', 'ticket.assignee'],
};

/** The events that apps hear, in order; `property` is what the event's message is read from. */
export function eventsOf(news: TicketNews): { event: string; property?: string }[] {
  switch (news.type) {
    case 'field':
      return (PROPERTIES[news.key] ?? [`ticket.${news.key}`]).map(changed);
    case 'reply':
      return [changed(`ticket.comment.${news.what}`)];
    case 'subject':
      return [changed('ticket.subject')];
    case 'conversation':
      return [changed('ticket.conversation'), changed('ticket.comments')];
    case 'submit':
      return [{ event: `ticket.submit.${news.phase}` }];
    case 'saved':
    case 'updated':
      return [{ event: `ticket.${news.type}` }];
    case 'loaded':
      return [];
  }
}

function changed(path: string): { event: string; property: string } {
  const property = path.replace(/^ticket\.(custom_field_\d+)$/, 'ticket.customField:$1');
  return { event: `${path}.changed`, property };
}
