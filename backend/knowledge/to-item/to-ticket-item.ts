import type { MaskedText } from '../../ports/engine.ts';
import type { ItemRead, LeftOut } from '../../ports/knowledge.ts';
import { customersOf, type SolvedTicket } from '../../ports/ticket.ts';
import { anonymise, clip, hashOf } from './anonymise.ts';
import { findGreeted } from './greeted.ts';
import { ANSWER_CHARS, QUESTION_CHARS, RESOLUTION_CHARS, TITLE_CHARS } from './lengths.ts';
import type { Reading } from './reading.ts';
import { wasSolvedElsewhere } from './solved-elsewhere.ts';

/** With no more words an answer says nothing to the next customer. */
const ANSWER_WORDS = 20;
/** Of a long conversation the end tells how it was solved. */
const MOST_REPLIES = 5;
const GOLD_TAG = 'gold_standard';
const segmenter = new Intl.Segmenter('en', { granularity: 'word' });

const countWords = (text: string): number =>
  [...segmenter.segment(text.slice(0, ANSWER_CHARS))].filter(({ isWordLike }) => isWordLike).length;

/** `later`: what agents said after the answer. */
type Words = { asked: string; answered: string | null; later: string[]; resolution: string };

/** What keeps a solved ticket from being knowledge; null when nothing does. */
function findFault({ reopens, satisfaction }: SolvedTicket, words: Words, gold: boolean): LeftOut | null {
  const { asked, answered, later, resolution } = words;
  if (answered === null) return 'no_reply';
  if (!asked.trim()) return 'no_question';
  if (!gold && (reopens ?? 0) > 0) return 'reopened';
  if (!gold && satisfaction === 'bad') return 'bad_satisfaction';
  if ([answered.slice(0, ANSWER_CHARS), ...later, resolution].some(wasSolvedElsewhere)) return 'solved_elsewhere';
  return countWords(answered) <= ANSWER_WORDS ? 'too_short' : null;
}

/** The last reply that says something: a "You're welcome" after it is none. Where none does, the last one. */
async function findAnswer(
  ticket: SolvedTicket['ticket'],
  readReply: Reading['readReply'],
): Promise<Pick<Words, 'answered' | 'later'>> {
  const replies = ticket.comments.filter((comment) => comment.public && !comment.fromCustomer);
  const read: string[] = [];
  for (const reply of replies.slice(-MOST_REPLIES).toReversed()) {
    const text = await readReply(reply, ticket);
    if (countWords(text) > ANSWER_WORDS) return { answered: text, later: read };
    read.push(text);
  }
  const [last = null, ...others] = read;
  return { answered: last, later: others };
}

/** A solved ticket as knowledge, or why it is none. */
export async function toTicketItem(solved: SolvedTicket, reading: Reading): Promise<ItemRead> {
  const { ticket } = solved;
  const { masker, policy, readOwnWords, readReply, detectLanguage } = reading;
  const id = `ticket:${ticket.id}`;
  const hasAsked = ticket.comments.some((comment) => comment.public && comment.fromCustomer);
  const asked = hasAsked ? await readOwnWords(ticket) : '';
  const { answered, later } = await findAnswer(ticket, readReply);
  const resolution = (solved.resolution ?? '').slice(0, ANSWER_CHARS);
  const gold = ticket.tags.includes(GOLD_TAG);
  const reason = findFault(solved, { asked, answered, later, resolution }, gold);
  if (reason || answered === null) return { ok: false, id, reason: reason ?? 'no_reply' };
  const hints = {
    people: [ticket.requester, ...ticket.people],
    organisations: ticket.organisations,
    found: findGreeted(answered),
    policy,
  };
  const masked = anonymise([ticket.subject, asked, answered, resolution], hints, masker);
  const [title, question, answer, solution] = [TITLE_CHARS, QUESTION_CHARS, ANSWER_CHARS, RESOLUTION_CHARS].map(
    (length, at) => clip(masked[at] ?? ('' as MaskedText), length),
  ) as [MaskedText, MaskedText, MaskedText, MaskedText];
  const item = {
    id,
    kind: 'ticket' as const,
    ticketId: ticket.id,
    url: null,
    ...{ title, question, answer, resolution: solution.trim() ? solution : null },
    category: solved.category,
    urgency: solved.urgency,
    sentiment: solved.sentiment,
    language: detectLanguage(`${ticket.subject}\n${asked}`),
    resolvedAt: solved.solvedAt,
    resolutionHours: solved.resolutionHours,
    satisfaction: solved.satisfaction,
    gold,
    contentHash: hashOf(title, question),
  };
  return { ok: true, item, people: customersOf(ticket) };
}
