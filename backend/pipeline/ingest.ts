import type { Comment, Ticket } from '../ports/ticket.ts';
import { customerComments } from './customer-comments.ts';
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
  skipReason: SkipReason | null;
};

type Read = { comment: UnpackedComment; source: Part['source']; lines: Line[] };

const MAX_CHARACTERS = 1_000_000;

/** Reads what the customer wrote out of a ticket. Never throws, whatever the text holds. */
export function ingest(ticket: Ticket): Ingested {
  const read = readAll(customerComments(ticket), ticket);
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

function readAll(comments: Comment[], ticket: Ticket): Read[] {
  let budget = MAX_CHARACTERS;
  return comments.map((comment) => {
    const read = readComment(comment, ticket, budget);
    budget = Math.max(0, budget - Math.max(comment.html?.length ?? 0, comment.text.length));
    return read;
  });
}

function readComment(comment: Comment, ticket: Ticket, budget: number): Read {
  const fromHtml = comment.html === null ? [] : htmlToLines(comment.html.slice(0, budget));
  const isHtml = fromHtml.some(({ text }) => isVisible(text));
  const lines = repairMojibake(isHtml ? fromHtml : textToLines(comment.text.slice(0, budget)));
  const spoken = readTranscript(lines, ticket.channel, ticket.requester, ticket.people);
  const posted = readPost(readForm(spoken, ticket.channel), ticket.channel);
  return { comment, source: isHtml ? 'html' : 'text', lines: splitReply(posted) };
}
