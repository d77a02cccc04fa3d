import type { ZendeskTicketInput } from '../../backend/contract/zendesk-ticket.ts';

/** What the customer has said so far: when it changes, the triage is of yesterday. */
export const customerText = ({ ticket, comments = [], users = [] }: ZendeskTicketInput): string => {
  const staff = new Set(users.filter(({ role }) => role && role !== 'end-user').map(({ id }) => id));
  const said = comments
    .filter((c) => c.public && !staff.has(c.author_id))
    .map((c) => c.plain_body ?? c.body ?? c.html_body);
  return [ticket.subject, ...said].join('\n');
};

/** On a ticket with a public comment of our own, which asks for details. */
const ASKED_TAG = 'ait_asked_details';

/** Whether an agent has answered in public, not only opened the ticket: then no first reply is due any more. */
export const isAnswered = ({ ticket, comments = [], users = [] }: ZendeskTicketInput): boolean => {
  const staff = new Set(users.filter(({ role }) => role && role !== 'end-user').map(({ id }) => id));
  const replies = comments
    .slice(1)
    .filter((c) => c.public && c.author_id !== ticket.requester_id && staff.has(c.author_id));
  return replies.length > (ticket.tags?.includes(ASKED_TAG) ? 1 : 0);
};
