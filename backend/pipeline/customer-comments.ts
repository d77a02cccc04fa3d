import type { Comment, Ticket } from '../ports/ticket.ts';

/** The customer's public comments; a ticket that an agent opened has only the agent's description. */
export function customerComments(ticket: Ticket): Comment[] {
  const own = ticket.comments.filter((comment) => comment.public && comment.fromCustomer);
  return own.length > 0 ? own : ticket.comments.slice(0, 1);
}
