import type { ZendeskTicketInput } from '../../backend/contract/zendesk-ticket.ts';

/** What the customer has said so far: when it changes, the triage is of yesterday. */
export const customerText = ({ ticket, comments = [], users = [] }: ZendeskTicketInput): string => {
  const staff = new Set(users.filter(({ role }) => role && role !== 'end-user').map(({ id }) => id));
  const said = comments
    .filter((c) => c.public && !staff.has(c.author_id))
    .map((c) => c.plain_body ?? c.body ?? c.html_body);
  return [ticket.subject, ...said].join('\n');
};

/** Whether an agent has answered in public, so that no first reply is due any more. */
export const isAnswered = ({ ticket, comments = [], users = [] }: ZendeskTicketInput): boolean => {
  const staff = new Set(users.filter(({ role }) => role && role !== 'end-user').map(({ id }) => id));
  return comments.some((c) => c.public && c.author_id !== ticket.requester_id && staff.has(c.author_id));
};
