import PostalMime, { type Email } from 'postal-mime';
import type { Comment, Ticket } from '../ports/ticket.ts';
import { decodeQuotedPrintable } from './ingest/quoted-printable.ts';

/** A comment that was a raw mail: `headers` holds those few, in lower case, that say who or what sent it. */
export type UnpackedComment = Comment & { headers?: Record<string, string> };

/** Parsing costs milliseconds for every 10 kB, attachments in base64 included. */
const MAX_RAW = 300_000;
const MAX_HEAD = 65_536;
const FIELD = /^[!-9;-~]{1,76}:/;
const TELLING = /^(?:mime-version|content-type|received|message-id):/i;
/** Joins lines that a reader must see apart, quoted and not. */
const FLOWED = /;\s{0,80}format="?flowed"?/gi;
const KEPT = new Set(['auto-submitted', 'precedence', 'x-auto-response-suppress', 'list-unsubscribe']);

/**
 * The ticket with every comment that is a raw MIME message, or holds left-over quoted-printable, replaced by its
 * content: the offsets that `ingest` gives then count in the returned text and HTML. Never throws.
 */
export async function unpackMail(ticket: Ticket): Promise<Ticket & { comments: UnpackedComment[] }> {
  return { ...ticket, comments: await Promise.all(ticket.comments.map(unpackComment)) };
}

async function unpackComment(comment: Comment): Promise<UnpackedComment> {
  if (!isRawMail(comment.text))
    return comment.html === null ? { ...comment, text: decodeQuotedPrintable(comment.text) } : comment;
  try {
    const raw = comment.text.trimStart().slice(0, MAX_RAW).replace(FLOWED, '');
    return unpacked(comment, await PostalMime.parse(raw, { maxNestingDepth: 32, maxHeadersSize: MAX_HEAD }));
  } catch {
    return comment;
  }
}

function unpacked(comment: Comment, mail: Email): Comment {
  const html = mail.html?.trim() ? mail.html : null;
  if (html === null && !mail.text?.trim()) return comment;
  const attachments = mail.attachments.map(({ filename, mimeType, content }) => ({
    name: filename ?? 'attachment',
    contentType: mimeType,
    size: typeof content === 'string' ? content.length : content.byteLength,
    url: null,
  }));
  const headers = Object.fromEntries(
    mail.headers.filter(({ key }) => KEPT.has(key)).map(({ key, value }) => [key, value.slice(0, 1000)]),
  );
  const result: UnpackedComment = { ...comment, text: mail.text ?? '', html, headers };
  return { ...result, attachments: [...comment.attachments, ...attachments] };
}

/** It begins with mail headers, and one of them is one that people do not type. */
function isRawMail(text: string): boolean {
  const head = text.slice(0, MAX_HEAD).trimStart().split(/\r?\n/, 400);
  const end = head.indexOf('');
  const fields = end < 0 ? head : head.slice(0, end);
  const wellFormed = fields.every((line, index) => FIELD.test(line) || (index > 0 && /^[ \t]/.test(line)));
  return wellFormed && fields.length > 1 && fields.some((line) => TELLING.test(line));
}
