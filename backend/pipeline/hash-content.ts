import { createHash } from 'node:crypto';
import type { Ticket } from '../ports/ticket.ts';
import { customerComments } from './customer-comments.ts';

/**
 * SHA-256 over the subject and the customer's public comments; an agent's reply leaves it as it is. Their HTML counts only
 * where there is no text, since a sidebar leaves it out of a very long conversation.
 */
export function hashContent(ticket: Ticket): string {
  const content = customerComments(ticket).map(({ id, text, html }) => [id, text || html]);
  return createHash('sha256')
    .update(JSON.stringify([ticket.subject, content]))
    .digest('hex');
}
