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
const GOLD_TAG = 'gold_standard';
const segmenter = new Intl.Segmenter('en', { granularity: 'word' });

const countWords = (text: string): number =>
  [...segmenter.segment(text.slice(0, ANSWER_CHARS))].filter(({ isWordLike }) => isWordLike).length;

type Words = { asked: string; answered: string | null; resolution: string };

/** What keeps a solved ticket from being knowledge; null when nothing does. */
function findFault({ reopens, satisfaction }: SolvedTicket, words: Words, gold: boolean): LeftOut | null {
  const { asked, answered, resolution } = words;
  if (answered === null) return 'no_reply';
  if (!asked.trim()) return 'no_question';
  if (!gold && (reopens ?? 0) > 0) return 'reopened';
  if (!gold && satisfaction === 'bad') return 'bad_satisfaction';
  if (wasSolvedElsewhere(answered.slice(0, ANSWER_CHARS)) || wasSolvedElsewhere(resolution)) return 'solved_elsewhere';
  return countWords(answered) <= ANSWER_WORDS ? 'too_short' : null;
}

/** A solved ticket as knowledge, or why it is none. */
export async function toTicketItem(solved: SolvedTicket, reading: Reading): Promise<ItemRead> {
  const { ticket } = solved;
  const { masker, policy, readOwnWords, readReply, detectLanguage } = reading;
  const id = `ticket:${ticket.id}`;
  const reply = ticket.comments.findLast((comment) => comment.public && !comment.fromCustomer);
  const hasAsked = ticket.comments.some((comment) => comment.public && comment.fromCustomer);
  const asked = hasAsked ? await readOwnWords(ticket) : '';
  const answered = reply ? await readReply(reply, ticket) : null;
  const resolution = (solved.resolution ?? '').slice(0, ANSWER_CHARS);
  const gold = ticket.tags.includes(GOLD_TAG);
  const reason = findFault(solved, { asked, answered, resolution }, gold);
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
