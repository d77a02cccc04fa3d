import type { Frame } from './frame.ts';

/** The public reply that is about to be sent, as plain text; null for an internal note or none. */
export async function readReply(frame: Frame): Promise<string | null> {
  const comment = await frame.read(['ticket.comment.text', 'ticket.comment.type']).catch(() => null);
  if (comment?.['ticket.comment.type'] !== 'publicReply') return null;
  return asText(comment['ticket.comment.text'] ?? '') || null;
}

/** Parsed in a document of its own: nothing in it loads or runs. */
function asText(body: string): string {
  if (!/<\/?[a-z][^>]*>/i.test(body)) return body.trim();
  const broken = body.replace(/<br\s*\/?>|<\/(p|div|li)>/gi, '\n');
  return (new DOMParser().parseFromString(broken, 'text/html').body.textContent ?? '').trim();
}
