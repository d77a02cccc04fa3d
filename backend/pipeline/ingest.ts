import type { Comment, Ticket } from '../ports/ticket.ts';
import { customerComments } from './customer-comments.ts';
import { isAutoReply } from './ingest/auto-reply.ts';
import { htmlToLines } from './ingest/html-to-lines.ts';
import { type AsideKind, joinLines, type Line, ownLine } from './ingest/line.ts';
import { splitReply } from './ingest/split-reply.ts';
import { readTranscript } from './ingest/transcript.ts';

export type Ingested = {
  subject: string;
  /** The customer's own words: the description first, later comments after it, oldest to newest. */
  text: string;
  /** `text` and what was set aside without proof that somebody else wrote it: what the escalation rules read. */
  uncut: string;
  setAside: { kind: AsideKind; text: string }[];
  skipReason: 'empty' | 'auto_reply' | 'closed' | null;
};

const MAX_CHARACTERS = 1_000_000;
const INVISIBLE = /[\s\p{C}\p{Default_Ignorable_Code_Point}\u2800]/gu;

/** Reads what the customer wrote out of a ticket. Never throws, whatever the text holds. */
export function ingest(ticket: Ticket): Ingested {
  const comments = customerComments(ticket);
  const read = readAll(comments, ticket);
  const text = read
    .map((lines) => joinLines(lines.filter((line) => line.aside === null)))
    .filter((part) => part !== '');
  const subject = ticket.subject.slice(0, 1000).trim();
  return {
    subject,
    text: text.join('\n\n'),
    uncut: read
      .map((lines) => joinLines(lines.filter((line) => !line.foreign)))
      .join('\n\n')
      .trim(),
    setAside: read.flatMap(asides),
    skipReason: findSkipReason(ticket, subject, read),
  };
}

function readAll(comments: Comment[], ticket: Ticket): Line[][] {
  let budget = MAX_CHARACTERS;
  return comments.map((comment) => {
    const lines = readComment(comment, ticket, budget);
    budget = Math.max(0, budget - Math.max(comment.html?.length ?? 0, comment.text.length));
    return lines;
  });
}

function readComment(comment: Comment, ticket: Ticket, budget: number): Line[] {
  const fromHtml = comment.html === null ? [] : htmlToLines(comment.html.slice(0, budget));
  const lines = fromHtml.some((line) => isVisible(line.text))
    ? fromHtml
    : comment.text
        .slice(0, budget)
        .split(/\r\n|[\n\r\u2028\u2029]/)
        .map(ownLine);
  const spoken = readTranscript(lines, ticket.channel, ticket.requester, ticket.people);
  const result = splitReply(spoken);
  return result.some((line) => line.aside === null && isVisible(line.text))
    ? result
    : lines.map((line) => ownLine(line.text));
}

const isVisible = (text: string): boolean => text.replace(INVISIBLE, '') !== '';

/** Lines set aside, a part per run of one kind. */
function asides(lines: Line[]): { kind: AsideKind; text: string }[] {
  const runs: { kind: AsideKind; lines: Line[] }[] = [];
  let previous: AsideKind | null = null;
  for (const line of lines) {
    if (line.aside !== null) {
      if (line.aside === previous) runs.at(-1)?.lines.push(line);
      else runs.push({ kind: line.aside, lines: [line] });
    }
    previous = line.aside;
  }
  return runs.map((run) => ({ kind: run.kind, text: joinLines(run.lines) })).filter((part) => part.text !== '');
}

function findSkipReason(ticket: Ticket, subject: string, read: Line[][]): Ingested['skipReason'] {
  if (ticket.status === 'closed') return 'closed';
  const texts = read.map((lines) => joinLines(lines)).filter(isVisible);
  if (texts.length === 0) return isVisible(subject) ? null : 'empty';
  const automatic = texts.every((text, index) =>
    isAutoReply({ subject: index === 0 ? subject : '', text, email: ticket.requester.email }),
  );
  return automatic ? 'auto_reply' : null;
}
