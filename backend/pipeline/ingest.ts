import type { Comment, Ticket } from '../ports/ticket.ts';
import { customerComments } from './customer-comments.ts';
import { readWithin, shareCharacters } from './ingest/clip-bodies.ts';
import { readForm } from './ingest/form.ts';
import { htmlToLines } from './ingest/html-to-lines.ts';
import { isOwn, isVisible, joinLines, type Line, textToLines } from './ingest/line.ts';
import { repairMojibake } from './ingest/mojibake.ts';
import { type Part, toParts } from './ingest/parts.ts';
import { findSkipReason, type SkipReason } from './ingest/skip-reason.ts';
import { readPost } from './ingest/social.ts';
import { splitReply } from './ingest/split-reply.ts';
import { readTranscript } from './ingest/transcript.ts';
import type { UnpackedComment } from './unpack-mail.ts';

export type Ingested = {
  subject: string;
  /** The customer's own words: the description first, later comments after it, oldest to newest. */
  text: string;
  /** `text` and what was set aside without proof that somebody else wrote it: what the escalation rules read. */
  uncut: string;
  parts: Part[];
  /** Whether the ticket is so long that only beginnings and ends were read. */
  clipped: boolean;
  skipReason: SkipReason | null;
};

type Read = { comment: UnpackedComment; source: Part['source']; lines: Line[] };

/** Reads what the customer wrote out of a ticket. Never throws, whatever the text holds. */
export function ingest(ticket: Ticket): Ingested {
  const comments = customerComments(ticket);
  const lengths = comments.map(lengthOf);
  const shares = shareCharacters(lengths);
  const read = comments.map((comment, index) => readComment(comment, ticket, shares[index] ?? 0));
  const own = read.map(({ lines }) => joinLines(lines.filter(isOwn)));
  const subject = ticket.subject.slice(0, 1000).trim();
  return {
    subject,
    text: own.filter((text) => text !== '').join('\n\n'),
    uncut: read
      .map(({ lines }) => joinLines(lines.filter((line) => !line.foreign)))
      .join('\n\n')
      .trim(),
    parts: read.flatMap(({ comment, source, lines }) => toParts(lines, comment, source)),
    clipped: lengths.some((length, index) => length > (shares[index] ?? 0)),
    skipReason: findSkipReason({
      status: ticket.status,
      subject,
      email: ticket.requester.email,
      names: [ticket.requester, ...ticket.people].map(({ name }) => name),
      messages: read.map(({ comment, lines }, index) => ({
        own: own[index] ?? '',
        all: joinLines(lines),
        headers: comment.headers,
      })),
    }),
  };
}

const lengthOf = ({ text, html }: Comment): number => Math.max(text.length, html?.length ?? 0);

function readComment(comment: Comment, ticket: Ticket, share: number): Read {
  const fromHtml = comment.html === null ? [] : readWithin(comment.html, share, htmlToLines, '>');
  const isHtml = fromHtml.some(({ text }) => isVisible(text));
  const lines = repairMojibake(isHtml ? fromHtml : readWithin(comment.text, share, textToLines, '\n'));
  const spoken = readTranscript(lines, ticket.channel, ticket.requester, ticket.people);
  const posted = readPost(readForm(spoken, ticket.channel), ticket.channel);
  return { comment, source: isHtml ? 'html' : 'text', lines: splitReply(posted) };
}
