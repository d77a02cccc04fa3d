import type { Aside } from '../../backend/contract/triage.ts';
import type { ZendeskTicketInput } from '../../backend/contract/zendesk-ticket.ts';

const MAX_CHARS = 1_200;

/** The words at that place of the ticket, as a reader sees them; empty when the ticket has none there any more. */
export function cutAside({ commentId, source, start, end }: Aside, { comments = [] }: ZendeskTicketInput): string {
  const comment = comments.find(({ id }) => String(id) === commentId);
  const text = source === 'html' ? comment?.html_body : (comment?.plain_body ?? comment?.body);
  const cut = text?.slice(start, end) ?? '';
  const seen = (source === 'html' ? readHtml(cut) : cut).trim();
  return seen.length <= MAX_CHARS ? seen : `${seen.slice(0, MAX_CHARS)}…`;
}

/** A parsed document that is never shown: nothing in it runs or loads. */
function readHtml(html: string): string {
  const broken = html.replace(/<(?=(?:br|p|div|li|tr|blockquote|h\d)\b)/gi, '\n<');
  const { body } = new DOMParser().parseFromString(broken, 'text/html');
  for (const unseen of body.querySelectorAll('script, style, template')) unseen.remove();
  return (body.textContent ?? '').replace(/\n\s*\n\s*/g, '\n');
}
